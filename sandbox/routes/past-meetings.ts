import type {
	MeetingsGetPastMeetingDetailsResponse,
	MeetingsGetPastMeetingParticipantsResponse,
} from '@zoom/rivet/meetings/meetings';
import { toZoomTime } from '../clock';
import { ZoomApiError, type ErrorName } from '../errors';
import { MEETING } from '../kinds';
import { instancesQuery, pastParticipantsQuery } from '../schemas/past-meeting';
import type { Account } from '../state/account';
import type { Meeting } from '../state/meeting';
import { joinedAt, leftAt, type Participant } from '../state/participant';
import { pastInstances, type Instance } from '../state/past';
import { endpoint, type Call } from './endpoint';
import { meetingIdOf, meetingOf } from './references';

const YEAR_MS = 365 * 86_400_000;
// "Data is not available for meetings older than 15 months."
const FIFTEEN_MONTHS_MS = 456 * 86_400_000;

export const pastMeetingEndpoints = [
	// Zoom API reference, Get past meeting details.
	endpoint({
		method: 'GET',
		path: '/past_meetings/{meetingId}',
		category: 'Light',
		granular: ['meeting:read:past_meeting', 'meeting:read:past_meeting:admin'],
		classic: ['meeting:read:admin', 'meeting:read'],
		handle(call) {
			const { meeting, instance } = pastMeetingOf(call, 'pastMeetingTooOld');
			// "The meeting must have ended": which of the documented answers that is, is not said.
			if (!instance) throw new ZoomApiError('pastMeetingUnavailable');
			return { status: 200, body: detailsView(meeting, instance) };
		},
	}),
	// Zoom API reference, Get past meeting participants.
	endpoint({
		method: 'GET',
		path: '/past_meetings/{meetingId}/participants',
		category: 'Medium',
		granular: ['meeting:read:list_past_participants', 'meeting:read:list_past_participants:admin'],
		classic: ['meeting:read:admin', 'meeting:read'],
		query: pastParticipantsQuery,
		handle(call) {
			const { account, query, paging } = call;
			const { meeting, instance } = pastMeetingOf(call, 'pastParticipantsTooOld');
			// Of the documented answers only this one fits a meeting that has not taken place.
			if (!instance) {
				throw new ZoomApiError('meetingDoesNotExist', { id: meetingIdOf(MEETING, call) });
			}
			// "Does not return participant data for meetings with only one participant."
			const shown = headCount(instance) > 1 ? instance.participants : [];
			const scope = `${account.id} ${meeting.id} ${instance.uuid} participants`;
			const { envelope, items } = paging.page(scope, query, [...shown.entries()]);
			// eslint-disable-next-line @typescript-eslint/no-unused-vars -- this list has no page_number
			const { page_number: _, ...rest } = envelope;
			const withRegistrant = query.include_fields?.split(',').includes('registrant_id') === true;
			const participants = items.map(([index, participant]) =>
				participantView(account, participant, index, withRegistrant),
			);
			return { status: 200, body: { ...rest, participants } };
		},
	}),
	// Zoom API reference, List past meeting instances.
	endpoint({
		method: 'GET',
		path: '/past_meetings/{meetingId}/instances',
		category: 'Medium',
		granular: ['meeting:read:list_past_instances', 'meeting:read:list_past_instances:admin'],
		classic: ['meeting:read:admin', 'meeting:read'],
		perSecondCode: 4001,
		query: instancesQuery,
		handle(call) {
			const { query, now } = call;
			const isAsked = ({ startsAt }: Instance) => {
				const day = toZoomTime(startsAt).slice(0, 10);
				// "Only takes effect when used together with" the other.
				return !query.from || !query.to || (query.from <= day && day <= query.to);
			};
			const instances = pastInstances(meetingOf(MEETING, call), now).filter(
				(instance) => instance.endsAt >= now - FIFTEEN_MONTHS_MS && isAsked(instance),
			);
			const meetings = instances.map(({ uuid, startsAt }) => ({
				uuid,
				start_time: toZoomTime(startsAt),
			}));
			return { status: 200, body: { meetings } };
		},
	}),
];

/**
 * The instance of a path: a UUID means one, a meeting ID the latest.
 *
 * @param tooOld how this operation says that the meeting was more than a year ago; participants are
 *   said to be there for 15 months too, so this is the stricter reading
 * @returns no instance where none has ended
 * @throws ZoomApiError 3001 for an unknown meeting, 12702 for one that is too old
 */
function pastMeetingOf(call: Call<unknown, unknown>, tooOld: ErrorName) {
	const { account, now } = call;
	const uuid = meetingIdOf(MEETING, call);
	const series = account
		.ofKind(MEETING)
		.find(({ occurrences }) => occurrences.some((one) => one.uuid === uuid));
	const meeting = series ?? meetingOf(MEETING, call);
	const instances = pastInstances(meeting, now);
	const instance = series ? instances.find((one) => one.uuid === uuid) : instances.at(-1);
	if (instance && instance.endsAt < now - YEAR_MS) throw new ZoomApiError(tooOld);
	return { meeting, instance };
}

function detailsView(
	meeting: Meeting,
	instance: Instance,
): MeetingsGetPastMeetingDetailsResponse & { has_meeting_summary: boolean } {
	const { host, type } = meeting;
	const minutes = (ms: number) => Math.round(ms / 60_000);
	const attended = instance.participants.map((one) => leftAt(one) - joinedAt(one));
	return {
		id: meeting.id,
		uuid: instance.uuid,
		topic: meeting.topic,
		// The reference's list of types for this answer lacks 10; it is taken for an instant meeting.
		type: (type === 10 ? 1 : type) as MeetingsGetPastMeetingDetailsResponse['type'],
		start_time: toZoomTime(instance.startsAt),
		end_time: toZoomTime(instance.endsAt),
		duration: minutes(instance.endsAt - instance.startsAt),
		total_minutes: minutes(attended.reduce((sum, ms) => sum + ms, 0)),
		participants_count: headCount(instance),
		host_id: host.id,
		user_email: host.email,
		user_name: `${host.firstName} ${host.lastName}`,
		dept: '',
		source: 'Zoom',
		has_meeting_summary: false,
	};
}

/** People, not stays. */
function headCount({ participants }: Instance): number {
	return new Set(participants.map(({ user_email: email, name }) => email ?? name)).size;
}

/**
 * @param index in the whole list: each stay has a user_id of its own
 */
function participantView(
	account: Account,
	participant: Participant,
	index: number,
	withRegistrant: boolean,
): NonNullable<MeetingsGetPastMeetingParticipantsResponse['participants']>[number] & {
	groupId: string;
} {
	const { name, user_email: email = '', registrant_id: registrantId } = participant;
	const user = account.findUser(email);
	return {
		// Of who was signed in; empty for the others.
		id: user?.id ?? '',
		user_id: String(16_778_240 + index * 1024),
		name,
		// Zoom docs, Email address display rules: of the host's account and of who registered.
		user_email: user || registrantId ? email : '',
		...(withRegistrant && { registrant_id: registrantId ?? '' }),
		join_time: participant.join_time,
		leave_time: participant.leave_time,
		duration: Math.round((leftAt(participant) - joinedAt(participant)) / 1000),
		failover: false,
		status: 'in_meeting',
		// Not documented; recorded by others (github.com/airbytehq/airbyte, source-zoom, 2025).
		groupId: '',
		internal_user: user !== undefined,
	};
}
