import { toZoomTime } from '../clock';
import type { Account } from './account';
import type { Meeting } from './meeting';
import { joinedAt, leftAt, wasInside, type Participant } from './participant';
import { headCount, type Instance } from './past';

const minutes = (ms: number) => Math.round(ms / 60_000);

/** What all of Zoom's answers about one that is over have. */
export function detailsView({ id, topic, type, host }: Meeting, instance: Instance) {
	const stays = instance.participants.filter(wasInside).map((one) => leftAt(one) - joinedAt(one));
	return {
		id,
		uuid: instance.uuid,
		topic,
		type,
		start_time: toZoomTime(instance.startsAt),
		end_time: toZoomTime(instance.endsAt),
		duration: minutes(instance.endsAt - instance.startsAt),
		total_minutes: minutes(stays.reduce((sum, ms) => sum + Math.max(ms, 0), 0)),
		participants_count: headCount(instance),
		user_email: host.email,
		user_name: `${host.firstName} ${host.lastName}`,
		dept: '',
	};
}

/** How a list of participants shows them. */
export interface Shown {
	account: Account;
	/** Whether registrant IDs were asked for. */
	withRegistrant: boolean;
	/** Whether Zoom has reckoned how long people were there. */
	isReckoned: boolean;
}

/**
 * A stay, as the lists of participants and the reports have it.
 *
 * @param index in the whole list: each stay has a user_id of its own
 */
export function stayView(
	{ account, withRegistrant, isReckoned }: Shown,
	participant: Participant,
	index: number,
) {
	const { name, user_email: email = '', registrant_id: registrantId, status } = participant;
	const user = account.findUser(email);
	const seconds = Math.round((leftAt(participant) - joinedAt(participant)) / 1000);
	return {
		// Of who was signed in; empty for the others.
		id: user?.id ?? '',
		user_id: String(16_778_240 + index * 1024),
		name,
		// Zoom docs, Email address display rules: of the host's account and of who registered.
		user_email: user || registrantId ? email : '',
		...(withRegistrant && { registrant_id: registrantId ?? '' }),
		join_time: participant.join_time,
		...(participant.leave_time !== undefined && { leave_time: participant.leave_time }),
		// "If participant durations are returned as 0, the request may have been made before
		// processing completed."
		duration: isReckoned ? Math.max(seconds, 0) : 0,
		failover: false,
		status: status ?? ('in_meeting' as const),
	};
}
