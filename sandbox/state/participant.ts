/** Somebody's stay in a meeting; who leaves and comes back, or has a second device, has several. */
export interface Participant {
	name: string;
	/** As the sandbox knows it; Zoom does not show those of outsiders. */
	user_email?: string;
	/** Of who came by a personal join link. */
	registrant_id?: string;
	/** UTC, ISO 8601, as is leave_time. */
	join_time: string;
	/** Absent where Zoom never noted that the person left. */
	leave_time?: string;
	/** Waiting to be let in is a stay of its own. */
	status?: 'in_meeting' | 'in_waiting_room';
	/** Of the breakout room that the stay was in. */
	bo_mtg_id?: string;
}

export function joinedAt({ join_time: time }: Participant): number {
	return Date.parse(time);
}

/** When the person left; the time of joining where that is not known. */
export function leftAt({ join_time: joined, leave_time: left }: Participant): number {
	return Date.parse(left ?? joined);
}

/** Whether the person was let in. */
export function wasInside({ status }: Participant): boolean {
	return status !== 'in_waiting_room';
}
