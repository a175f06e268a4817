import { ZoomApiError, validationFailed, type ErrorName } from '../errors';
import {
	addRegistrantBody,
	addRegistrantQuery,
	listRegistrantsQuery,
	occurrenceQuery,
	statusBody,
} from '../schemas/registrant';
import { takesRegistration, type Meeting } from '../state/meeting';
import { findRegistrant, registrantView, type Registrant } from '../state/registrant';
import { addRegistrant, registrationAnswer } from './add-registrant';
import { endpoint } from './endpoint';
import { decode, meetingOf, occurrenceOf } from './references';

export const registrantEndpoints = [
	// Zoom API reference, Add a meeting registrant.
	endpoint({
		method: 'POST',
		path: '/meetings/{meetingId}/registrants',
		category: 'Light',
		granular: ['meeting:write:registrant', 'meeting:write:registrant:admin'],
		classic: ['meeting:write:admin', 'meeting:write'],
		query: addRegistrantQuery,
		body: addRegistrantBody,
		handle(call) {
			const meeting = meetingOf(call);
			const { account, query, body, now, daily } = call;
			// Docs: per registrant and meeting; the forum has both. Refused ones count, as users found.
			const key = `${account.id} ${meeting.id} ${body.email.toLowerCase()}`;
			daily.take('addPerRegistrant', [{ key, email: body.email }]);
			const registrant = addRegistrant(meeting, body, query.occurrence_ids, now);
			return { status: 201, body: registrationAnswer(meeting, registrant) };
		},
	}),
	// Zoom API reference, List meeting registrants.
	endpoint({
		method: 'GET',
		path: '/meetings/{meetingId}/registrants',
		category: 'Medium',
		granular: ['meeting:read:list_registrants', 'meeting:read:list_registrants:admin'],
		classic: ['meeting:read:admin', 'meeting:read'],
		query: listRegistrantsQuery,
		handle(call) {
			const { account, query, paging } = call;
			const meeting = registeringMeeting(call);
			const { occurrence_id: occurrenceId, status } = query;
			if (occurrenceId) occurrenceOf(meeting, occurrenceId);
			const registrants = [...meeting.registrants.values()].filter(
				(registrant) => registrant.status === status && attends(meeting, registrant, occurrenceId),
			);
			const scope = `${account.id} ${meeting.id} registrants`;
			const { envelope, items } = paging.page(scope, query, registrants);
			return { status: 200, body: { ...envelope, registrants: items.map(registrantView) } };
		},
	}),
	// Zoom API reference, Get a meeting registrant.
	endpoint({
		method: 'GET',
		path: '/meetings/{meetingId}/registrants/{registrantId}',
		category: 'Light',
		granular: ['meeting:read:registrant', 'meeting:read:registrant:admin'],
		classic: ['meeting:read:admin', 'meeting:read'],
		handle(call) {
			const registrant = registrantOf(registeringMeeting(call), call.path);
			return { status: 200, body: registrantView(registrant) };
		},
	}),
	// Zoom API reference, Delete a meeting registrant.
	endpoint({
		method: 'DELETE',
		path: '/meetings/{meetingId}/registrants/{registrantId}',
		category: 'Light',
		granular: ['meeting:delete:registrant', 'meeting:delete:registrant:admin'],
		classic: ['meeting:write:admin', 'meeting:write'],
		query: occurrenceQuery,
		handle(call) {
			const meeting = registeringMeeting(call, 'registrationOffOnDelete');
			const registrant = registrantOf(meeting, call.path);
			const { occurrence_id: occurrenceId } = call.query;
			if (occurrenceId) {
				registrant.occurrenceIds.delete(occurrenceOf(meeting, occurrenceId).id);
			} else if (registersByDate(meeting)) {
				// "The registration_type must be 2 or 3 to require the occurrence_id field."
				throw validationFailed('occurrence_id');
			}
			if (registrant.occurrenceIds.size === 0) meeting.registrants.delete(registrant.id);
			return { status: 204 };
		},
	}),
	// Zoom API reference, Update registrant's status.
	endpoint({
		method: 'PUT',
		path: '/meetings/{meetingId}/registrants/status',
		category: 'Medium',
		granular: ['meeting:update:registrant_status', 'meeting:update:registrant_status:admin'],
		classic: ['meeting:write:admin', 'meeting:write'],
		query: occurrenceQuery,
		body: statusBody,
		handle(call) {
			const { account, query, body, daily } = call;
			const meeting = registeringMeeting(call);
			if (query.occurrence_id) occurrenceOf(meeting, query.occurrence_id);
			// What an unknown registrant gets is not documented: ignored, so that nobody relies on it.
			const registrants = body.registrants
				.map((reference) => findRegistrant(meeting, reference))
				.filter((registrant) => registrant !== undefined);
			const subjects = registrants.map(({ id, person }) => ({
				key: `${account.id} ${meeting.id} ${id}`,
				email: person.email,
			}));
			daily.take('statusPerRegistrant', subjects);
			for (const registrant of registrants) {
				registrant.status = body.action === 'approve' ? 'approved' : 'denied';
				registrant.cancelled = body.action === 'cancel';
			}
			return { status: 204 };
		},
	}),
];

/**
 * "Registration must be enabled for the meeting." Only deleting documents the answer when it is
 * not; reading and approving get the one that adding was seen to get.
 */
function registeringMeeting(
	call: Parameters<typeof meetingOf>[0],
	error: ErrorName = 'registrationOff',
): Meeting {
	const meeting = meetingOf(call);
	if (!takesRegistration(meeting)) throw new ZoomApiError(error, { meetingId: meeting.id });
	return meeting;
}

/** Documented for deleting only; getting documents no answer of its own for an unknown one. */
function registrantOf(meeting: Meeting, path: Record<string, string>): Registrant {
	const registrant = findRegistrant(meeting, { id: decode(path.registrantId) });
	if (!registrant) throw new ZoomApiError('registrantInvalid');
	return registrant;
}

function registersByDate(meeting: Meeting): boolean {
	return meeting.type === 8 && meeting.settings.registration_type !== 1;
}

function attends(meeting: Meeting, registrant: Registrant, occurrenceId: string | undefined) {
	return !occurrenceId || !registersByDate(meeting) || registrant.occurrenceIds.has(occurrenceId);
}
