import { registrationChanged, registrationCreated } from '../events/build';
import { fieldsMissing, ZoomApiError } from '../errors';
import {
	addRegistrantBody,
	addRegistrantQuery,
	batchBody,
	listRegistrantsQuery,
	occurrenceQuery,
	statusBody,
} from '../schemas/registrant';
import type { Account } from '../state/account';
import type { Meeting } from '../state/meeting';
import {
	findRegistrant,
	registrantView,
	standingOn,
	type Registrant,
	type Standing,
} from '../state/registrant';
import { addRegistrant, registrationAnswer } from './add-registrant';
import { addBatch } from './batch-registrants';
import { endpoint } from './endpoint';
import { decode, meetingOf, occurrenceOf, registeringMeeting } from './references';

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
			daily.take('addPerRegistrant', [addsOf(account, meeting, body.email)]);
			const registrant = addRegistrant(meeting, body, query.occurrence_ids, now);
			call.announce(registrationCreated({ account, meeting, now }, registrant));
			return { status: 201, body: registrationAnswer(meeting, registrant) };
		},
	}),
	// Zoom API reference, Perform batch registration.
	endpoint({
		method: 'POST',
		path: '/meetings/{meetingId}/batch_registrants',
		category: 'Heavy',
		granular: ['meeting:write:batch_registrants', 'meeting:write:batch_registrants:admin'],
		classic: ['meeting:write', 'meeting:write:admin'],
		body: batchBody,
		handle(call) {
			const meeting = meetingOf(call);
			const { account, body, now, daily } = call;
			// Whether a batch, and one that is refused, counts as adds of its people is not documented:
			// the stricter reading. Sending halves of a refused list again uses the day up fast.
			const subjects = body.registrants.map(({ email }) => addsOf(account, meeting, email));
			daily.take('addPerRegistrant', subjects);
			const answer = addBatch(meeting, body, now);
			for (const { email } of answer.registrants ?? []) {
				const registrant = findRegistrant(meeting, { email });
				if (registrant) call.announce(registrationCreated({ account, meeting, now }, registrant));
			}
			return { status: 201, body: answer };
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
				(registrant) =>
					standingOn(registrant, occurrenceId).status === status &&
					attends(meeting, registrant, occurrenceId),
			);
			const scope = `${account.id} ${meeting.id} registrants`;
			const { envelope, items } = paging.page(scope, query, registrants);
			const shown = items.map((registrant) => registrantView(registrant, occurrenceId));
			return { status: 200, body: { ...envelope, registrants: shown } };
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
				registrant.standingByDate.delete(occurrenceId);
			} else if (registersByDate(meeting)) {
				// "The registration_type must be 2 or 3 to require the occurrence_id field."
				throw fieldsMissing('occurrence_id');
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
			const { account, query, body, daily, now } = call;
			const meeting = registeringMeeting(call);
			const { occurrence_id: occurrenceId } = query;
			const occurrence = occurrenceId ? occurrenceOf(meeting, occurrenceId) : undefined;
			// What an unknown registrant gets is not documented: ignored, so that nobody relies on it.
			// So is one of other dates.
			const registrants = (body.registrants ?? [])
				.map((reference) => findRegistrant(meeting, reference))
				.filter((registrant) => registrant !== undefined)
				.filter((registrant) => attends(meeting, registrant, occurrenceId));
			const subjects = registrants.map(({ id, person }) => ({
				key: `${account.id} ${meeting.id} ${id}`,
				email: person.email,
			}));
			daily.take('statusPerRegistrant', subjects);
			const standing: Standing = {
				status: body.action === 'approve' ? 'approved' : 'denied',
				cancelled: body.action === 'cancel',
			};
			for (const registrant of registrants) {
				setStanding(registrant, standing, occurrenceId);
				const source = { account, meeting, now };
				call.announce(registrationChanged(source, registrant, body.action, occurrence));
			}
			return { status: 204 };
		},
	}),
];

/** Docs: per registrant and meeting; the forum has both. Refused ones count, as users found. */
function addsOf(account: Account, meeting: Meeting, email: string) {
	return { key: `${account.id} ${meeting.id} ${email.toLowerCase()}`, email };
}

/** Documented for deleting only; getting documents no answer of its own for an unknown one. */
function registrantOf(meeting: Meeting, path: Record<string, string>): Registrant {
	const registrant = findRegistrant(meeting, { id: decode(path.registrantId) });
	if (!registrant) throw new ZoomApiError('registrantInvalid');
	return registrant;
}

/** Of one date; without one, of all: those that were set on their own follow. */
function setStanding(
	registrant: Registrant,
	standing: Standing,
	occurrenceId: string | undefined,
): void {
	if (occurrenceId) {
		registrant.standingByDate.set(occurrenceId, standing);
	} else {
		Object.assign(registrant, standing);
		registrant.standingByDate.clear();
	}
}

function registersByDate(meeting: Meeting): boolean {
	return meeting.type === 8 && meeting.settings.registration_type !== 1;
}

function attends(meeting: Meeting, registrant: Registrant, occurrenceId: string | undefined) {
	return !occurrenceId || !registersByDate(meeting) || registrant.occurrenceIds.has(occurrenceId);
}
