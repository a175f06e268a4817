/** Somebody's stay in a meeting; who leaves and comes back has two. */
export interface Participant {
	name: string;
	/** As the sandbox knows it; Zoom does not show those of outsiders. */
	user_email?: string;
	/** Of who came by a personal join link. */
	registrant_id?: string;
	/** UTC, ISO 8601, as is leave_time. */
	join_time: string;
	leave_time: string;
}

export function joinedAt({ join_time: time }: Participant): number {
	return Date.parse(time);
}

export function leftAt({ leave_time: time }: Participant): number {
	return Date.parse(time);
}
