import { meetingCreated, meetingDeleted, meetingUpdated } from '../events/build';
import { z } from 'zod';
import { toZoomTime } from '../clock';
import { ZoomApiError } from '../errors';
import {
	createMeetingBody,
	deleteMeetingQuery,
	getMeetingQuery,
	listMeetingsQuery,
	meetingStatusBody,
	updateMeetingBody,
	type CreateMeetingBody,
} from '../schemas/meeting';
import { invitationView } from '../state/invitation';
import { hasEnded, isOver, meetingSummary, meetingView, type Meeting } from '../state/meeting';
import type { Account } from '../state/account';
import type { User } from '../state/user';
import { endpoint } from './endpoint';
import { meetingOf, occurrenceOf, userOf } from './references';
import { updateMeeting, updateOccurrence } from './update-meeting';

const SIX_MONTHS_MS = 183 * 86_400_000;

export const meetingEndpoints = [
	// Zoom API reference, List meetings.
	endpoint({
		method: 'GET',
		path: '/users/{userId}/meetings',
		category: 'Medium',
		granular: ['meeting:read:list_meetings', 'meeting:read:list_meetings:admin'],
		classic: ['meeting:read:admin', 'meeting:read'],
		query: listMeetingsQuery,
		handle(call) {
			const { account, query, now, paging } = call;
			const host = userOf(call);
			const meetings = account.meetings.filter(
				(meeting) => meeting.host.id === host.id && isListed(meeting, query, now),
			);
			const { envelope, items } = paging.page(`${account.id} ${host.id}`, query, meetings);
			return { status: 200, body: { ...envelope, meetings: items.map(meetingSummary) } };
		},
	}),
	// Zoom API reference, Create a meeting.
	endpoint({
		method: 'POST',
		path: '/users/{userId}/meetings',
		category: 'Light',
		granular: ['meeting:write:meeting', 'meeting:write:meeting:admin'],
		classic: ['meeting:write:admin', 'meeting:write'],
		body: createMeetingBody,
		handle(call) {
			const { account, body, now, daily } = call;
			const host = hostFor(account, userOf(call), body);
			daily.take('createUpdatePerHost', [{ key: `${account.id} ${host.id}` }]);
			const meeting = account.create(host, body, now);
			call.announce(meetingCreated({ account, meeting, now }));
			return { status: 201, body: meetingView(meeting) };
		},
	}),
	// Zoom API reference, Get a meeting.
	endpoint({
		method: 'GET',
		path: '/meetings/{meetingId}',
		category: 'Light',
		granular: ['meeting:read:meeting', 'meeting:read:meeting:admin'],
		classic: ['meeting:read', 'meeting:read:admin'],
		query: getMeetingQuery,
		handle(call) {
			const { query, now } = call;
			const meeting = meetingOf(call);
			const shown = meeting.occurrences.filter(
				({ startsAt, duration }) =>
					query.show_previous_occurrences === true || !hasEnded(startsAt, duration, now),
			);
			const view = meetingView(meeting, shown);
			if (!query.occurrence_id) return { status: 200, body: view };
			const { startsAt, duration, agenda, settings } = occurrenceOf(meeting, query.occurrence_id);
			return {
				status: 200,
				body: {
					...view,
					start_time: toZoomTime(startsAt),
					duration,
					agenda: agenda ?? view.agenda,
					settings: { ...view.settings, ...settings },
				},
			};
		},
	}),
	// Zoom API reference, Update a meeting.
	endpoint({
		method: 'PATCH',
		path: '/meetings/{meetingId}',
		category: 'Light',
		granular: ['meeting:update:meeting:admin', 'meeting:update:meeting'],
		classic: ['meeting:write', 'meeting:write:admin'],
		perSecondCode: 4001,
		query: z.object({ occurrence_id: z.string().optional() }),
		body: updateMeetingBody,
		handle(call) {
			const { account, query, body, now, daily } = call;
			const meeting = meetingOf(call);
			// The reference says 100 a day per meeting, the rate limit page per host: the stricter.
			daily.take('createUpdatePerHost', [{ key: `${account.id} ${meeting.host.id}` }]);
			const occurrence = query.occurrence_id
				? occurrenceOf(meeting, query.occurrence_id)
				: undefined;
			const before = { topic: meeting.topic };
			if (occurrence) updateOccurrence(meeting, occurrence, body, now);
			else updateMeeting(meeting, hostFor(account, meeting.host, body), body, now);
			call.announce(meetingUpdated({ account, meeting, now }, before, occurrence));
			return { status: 204 };
		},
	}),
	// Zoom API reference, Delete a meeting. The entry of a deleted occurrence stays, as measured.
	endpoint({
		method: 'DELETE',
		path: '/meetings/{meetingId}',
		category: 'Light',
		granular: ['meeting:delete:meeting', 'meeting:delete:meeting:admin'],
		classic: ['meeting:write:admin', 'meeting:write'],
		query: deleteMeetingQuery,
		handle(call) {
			const { account, now } = call;
			const meeting = meetingOf(call);
			const { occurrence_id: occurrenceId } = call.query;
			const occurrence = occurrenceId ? occurrenceOf(meeting, occurrenceId) : undefined;
			if (occurrence) occurrence.status = 'deleted';
			else meeting.deleted = true;
			call.announce(meetingDeleted({ account, meeting, now }, occurrence));
			return { status: 204 };
		},
	}),
	// Zoom API reference, Get meeting invitation.
	endpoint({
		method: 'GET',
		path: '/meetings/{meetingId}/invitation',
		category: 'Light',
		granular: ['meeting:read:invitation', 'meeting:read:invitation:admin'],
		classic: ['meeting:read', 'meeting:read:admin'],
		handle: (call) => ({ status: 200, body: invitationView(meetingOf(call)) }),
	}),
	// Zoom API reference, Update meeting status. "recover" brings back a deleted meeting.
	endpoint({
		method: 'PUT',
		path: '/meetings/{meetingId}/status',
		category: 'Light',
		granular: ['meeting:update:status', 'meeting:update:status:admin'],
		classic: ['meeting:write:admin', 'meeting:write'],
		body: meetingStatusBody,
		handle(call) {
			const isRecovery = call.body.action === 'recover';
			const meeting = meetingOf(call, { deleted: isRecovery });
			if (isRecovery) meeting.deleted = false;
			else meeting.status = 'waiting';
			return { status: 204 };
		},
	}),
];

/** "Does not return information about instant meetings"; the last three cover six months. */
function isListed(meeting: Meeting, query: z.infer<typeof listMeetingsQuery>, now: number) {
	if (meeting.deleted || meeting.type === 1) return false;
	const at = meeting.startsAt;
	if (at !== undefined) {
		const day = toZoomTime(at).slice(0, 10);
		if ((query.from && day < query.from) || (query.to && day > query.to)) return false;
	}
	const isNear = at === undefined || Math.abs(at - now) <= SIX_MONTHS_MS;
	switch (query.type) {
		case 'scheduled':
			return true;
		case 'live':
			return meeting.status === 'started';
		case 'previous_meetings':
			return isNear && isOver(meeting, now);
		default:
			return isNear && !isOver(meeting, now);
	}
}

/** The host: the user of the path, or the one of `schedule_for`. */
function hostFor(
	account: Account,
	host: User,
	{ schedule_for: other, type }: Pick<Partial<CreateMeetingBody>, 'schedule_for' | 'type'>,
): User {
	if (!other) return host;
	if (type === 1) throw new ZoomApiError('scheduleForInstant');
	const user = account.findUser(other);
	if (!user) throw new ZoomApiError('scheduleForInvalid');
	return user;
}
