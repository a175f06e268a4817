/** A user of the Zoom account. */
export interface User {
	id: string;
	email: string;
	firstName: string;
	lastName: string;
	/** 1 Basic, 2 Licensed. */
	type: 1 | 2;
	timezone: string;
	pmi: number;
	isOwner: boolean;
	/** Whether the user has the webinar add-on. */
	hasWebinars: boolean;
}

/** The fields that a list of users shows. */
export function userView(user: User) {
	return {
		id: user.id,
		email: user.email,
		first_name: user.firstName,
		last_name: user.lastName,
		display_name: `${user.firstName} ${user.lastName}`,
		type: user.type,
		pmi: user.pmi,
		timezone: user.timezone,
		role_id: user.isOwner ? '0' : '2',
		verified: 1,
		status: 'active',
		user_created_at: '2024-03-01T08:00:00Z',
		last_login_time: '2024-06-03T08:00:00Z',
	};
}
