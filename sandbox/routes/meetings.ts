import { meetingCreated, meetingDeleted, meetingUpdated } from '../events/build';
import { z } from 'zod';
import { toZoomTime } from '../clock';
import { ZoomApiError } from '../errors';
import { MEETING, type Kind } from '../kinds';
import type { ListQuery } from '../kinds/kind';
import type { CreateBody } from '../schemas/bodies';
import { getMeetingQuery } from '../schemas/meeting';
import { invitationView } from '../state/invitation';
import { hasEnded, isOver, meetingSummary, meetingView, type Meeting } from '../state/meeting';
import type { Account } from '../state/account';
import type { User } from '../state/user';
import { endpoint } from './endpoint';
import { meetingOf, occurrenceOf, refuseWithoutPlan, userOf } from './references';
import { refuseSimulive, refuseStartedSimulive } from './simulive';
import { updateMeeting, updateOccurrence } from './update-meeting';

const SIX_MONTHS_MS = 183 * 86_400_000;

export const meetingEndpoints = (kind: Kind) => [
	// Zoom API reference, List meetings, List webinars.
	endpoint({
		method: 'GET',
		path: `/users/{userId}/${kind.root}`,
		category: 'Medium',
		granular: [`${kind.name}:read:list_${kind.root}`, `${kind.name}:read:list_${kind.root}:admin`],
		classic: [`${kind.name}:read:admin`, `${kind.name}:read`],
		query: kind.schemas.list,
		handle(call) {
			const { account, query, now, paging } = call;
			const host = userOf(call);
			refuseWithoutPlan(kind, host, 'other');
			const meetings = account
				.ofKind(kind)
				.filter((meeting) => meeting.host.id === host.id && isListed(meeting, query, now));
			const scope = `${account.id} ${host.id} ${kind.root}`;
			const { envelope, items } = paging.page(scope, query, meetings);
			return { status: 200, body: { ...envelope, [kind.root]: items.map(meetingSummary) } };
		},
	}),
	// Zoom API reference, Create a meeting, Create a webinar.
	endpoint({
		method: 'POST',
		path: `/users/{userId}/${kind.root}`,
		category: 'Light',
		granular: [`${kind.name}:write:${kind.name}`, `${kind.name}:write:${kind.name}:admin`],
		classic: [`${kind.name}:write:admin`, `${kind.name}:write`],
		body: kind.schemas.create,
		handle(call) {
			const { account, body, now, daily } = call;
			const host = hostFor(kind, account, userOf(call), body);
			refuseWithoutPlan(kind, host, 'create');
			refuseSimulive(call, host, body);
			daily.take('createUpdatePerHost', [{ key: `${account.id} ${host.id}` }]);
			const meeting = account.create(kind, host, body, now);
			call.announce(meetingCreated({ account, meeting, now }));
			return { status: 201, body: meetingView(meeting) };
		},
	}),
	// Zoom API reference, Get a meeting, Get a webinar.
	endpoint({
		method: 'GET',
		path: `/${kind.root}/{${kind.parameter}}`,
		category: 'Light',
		granular: [`${kind.name}:read:${kind.name}`, `${kind.name}:read:${kind.name}:admin`],
		classic: [`${kind.name}:read`, `${kind.name}:read:admin`],
		query: getMeetingQuery,
		handle(call) {
			const { query, now } = call;
			const meeting = meetingOf(kind, call, { use: 'get' });
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
	// Zoom API reference, Update a meeting, Update a webinar.
	endpoint({
		method: 'PATCH',
		path: `/${kind.root}/{${kind.parameter}}`,
		category: 'Light',
		granular: [`${kind.name}:update:${kind.name}:admin`, `${kind.name}:update:${kind.name}`],
		classic: [`${kind.name}:write`, `${kind.name}:write:admin`],
		perSecondCode: 4001,
		query: z.object({ occurrence_id: z.string().optional() }),
		body: kind.schemas.update,
		handle(call) {
			const { account, query, body, now, daily } = call;
			const meeting = meetingOf(kind, call, { use: 'update' });
			refuseStartedSimulive(meeting, now);
			// The reference says 100 a day per meeting, the rate limit page per host: the stricter.
			daily.take('createUpdatePerHost', [{ key: `${account.id} ${meeting.host.id}` }]);
			const occurrence = query.occurrence_id
				? occurrenceOf(meeting, query.occurrence_id)
				: undefined;
			const before = { topic: meeting.topic };
			if (occurrence) {
				updateOccurrence(meeting, occurrence, body, now);
			} else {
				const host = hostFor(kind, account, meeting.host, body);
				refuseWithoutPlan(kind, host, 'update');
				refuseSimulive(call, host, { type: meeting.type, ...meeting.simulive, ...body });
				updateMeeting(meeting, host, body, now);
			}
			call.announce(meetingUpdated({ account, meeting, now }, before, occurrence));
			return { status: 204 };
		},
	}),
	// Zoom API reference, Delete a meeting, Delete a webinar. The entry of a deleted occurrence stays, as measured.
	endpoint({
		method: 'DELETE',
		path: `/${kind.root}/{${kind.parameter}}`,
		category: 'Light',
		granular: [`${kind.name}:delete:${kind.name}`, `${kind.name}:delete:${kind.name}:admin`],
		classic: [`${kind.name}:write:admin`, `${kind.name}:write`],
		query: kind.schemas.delete,
		handle(call) {
			const { account, now } = call;
			const meeting = meetingOf(kind, call);
			refuseStartedSimulive(meeting, now);
			const { occurrence_id: occurrenceId } = call.query;
			const occurrence = occurrenceId ? occurrenceOf(meeting, occurrenceId) : undefined;
			if (occurrence) occurrence.status = 'deleted';
			else meeting.deleted = true;
			call.announce(meetingDeleted({ account, meeting, now }, occurrence));
			return { status: 204 };
		},
	}),
	// Zoom API reference, Update meeting status, Update webinar status. "recover" brings back a deleted meeting.
	endpoint({
		method: 'PUT',
		path: `/${kind.root}/{${kind.parameter}}/status`,
		category: 'Light',
		granular: [`${kind.name}:update:status`, `${kind.name}:update:status:admin`],
		classic: [`${kind.name}:write:admin`, `${kind.name}:write`],
		body: kind.schemas.status,
		handle(call) {
			const isRecovery = call.body.action === 'recover';
			const meeting = meetingOf(kind, call, { deleted: isRecovery });
			if (isRecovery) meeting.deleted = false;
			else meeting.status = 'waiting';
			return { status: kind.statusChanged };
		},
	}),
];

/** What webinars do not have. */
export const invitationEndpoints = [
	// Zoom API reference, Get meeting invitation.
	endpoint({
		method: 'GET',
		path: '/meetings/{meetingId}/invitation',
		category: 'Light',
		granular: ['meeting:read:invitation', 'meeting:read:invitation:admin'],
		classic: ['meeting:read', 'meeting:read:admin'],
		handle: (call) => ({ status: 200, body: invitationView(meetingOf(MEETING, call)) }),
	}),
];

/** "Does not return information about instant meetings"; the last three cover six months. */
function isListed(meeting: Meeting, query: ListQuery, now: number) {
	if (meeting.kind.types.unlisted.includes(meeting.type)) return false;
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
	kind: Kind,
	account: Account,
	host: User,
	{ schedule_for: other, type }: Pick<Partial<CreateBody>, 'schedule_for' | 'type'>,
): User {
	if (!other) return host;
	if (type === 1) throw new ZoomApiError('scheduleForInstant');
	const user = account.findUser(other);
	if (!user) throw new ZoomApiError(kind.refusals.scheduleFor);
	return user;
}
