import { registrationChanged, registrationCreated } from '../events/build';
import { fieldsMissing, ZoomApiError } from '../errors';
import type { Kind } from '../kinds';
import { addRegistrantQuery, occurrenceQuery, statusBody } from '../schemas/registrant';
import type { Account } from '../state/account';
import { isSeries, type Meeting } from '../state/meeting';
import {
	findRegistrant,
	registrantView,
	standingOn,
	type Registrant,
	type Standing,
} from '../state/registrant';
import { addRegistrant, refuseRestricted, registrationAnswer } from './add-registrant';
import { addBatch } from './batch-registrants';
import { endpoint } from './endpoint';
import { decode, meetingOf, occurrenceOf, registeringMeeting } from './references';

export const registrantEndpoints = (kind: Kind) => [
	// Zoom API reference, Add a meeting registrant, Add a webinar registrant.
	endpoint({
		method: 'POST',
		path: `/${kind.root}/{${kind.parameter}}/registrants`,
		category: 'Light',
		granular: [`${kind.name}:write:registrant`, `${kind.name}:write:registrant:admin`],
		classic: [`${kind.name}:write:admin`, `${kind.name}:write`],
		query: addRegistrantQuery,
		body: kind.schemas.addRegistrant,
		handle(call) {
			const meeting = meetingOf(kind, call);
			const { account, query, body, now, daily } = call;
			daily.take(
				'addPerRegistrant',
				[addsOf(account, meeting, body.email)],
				kind.refusals.dailyLimit.add,
			);
			const registrant = addRegistrant(meeting, body, query.occurrence_ids, now);
			call.announce(registrationCreated({ account, meeting, now }, registrant));
			return { status: 201, body: registrationAnswer(meeting, registrant) };
		},
	}),
	// Zoom API reference, Perform batch registration.
	endpoint({
		method: 'POST',
		path: `/${kind.root}/{${kind.parameter}}/batch_registrants`,
		category: 'Heavy',
		granular: [
			`${kind.name}:write:batch_registrants`,
			`${kind.name}:write:batch_registrants:admin`,
		],
		classic: [`${kind.name}:write`, `${kind.name}:write:admin`],
		body: kind.schemas.batch,
		handle(call) {
			const meeting = meetingOf(kind, call);
			const { account, body, now, daily } = call;
			// Whether a batch, and one that is refused, counts as adds of its people is not documented:
			// the stricter reading. Sending halves of a refused list again uses the day up fast.
			const subjects = body.registrants.map(({ email }) => addsOf(account, meeting, email));
			daily.take('addPerRegistrant', subjects, kind.refusals.dailyLimit.batch);
			const answer = addBatch(meeting, body, now);
			for (const { email } of answer.registrants ?? []) {
				const registrant = findRegistrant(meeting, { email });
				if (registrant) call.announce(registrationCreated({ account, meeting, now }, registrant));
			}
			return { status: 201, body: answer };
		},
	}),
	// Zoom API reference, List meeting registrants, List webinar registrants.
	endpoint({
		method: 'GET',
		path: `/${kind.root}/{${kind.parameter}}/registrants`,
		category: 'Medium',
		granular: [`${kind.name}:read:list_registrants`, `${kind.name}:read:list_registrants:admin`],
		classic: [`${kind.name}:read:admin`, `${kind.name}:read`],
		query: kind.schemas.listRegistrants,
		handle(call) {
			const { account, query, paging } = call;
			const meeting = registeringMeeting(kind, call);
			const { occurrence_id: occurrenceId, status, tracking_source_id: sourceId } = query;
			if (occurrenceId) occurrenceOf(meeting, occurrenceId);
			const registrants = [...meeting.registrants.values()].filter(
				(registrant) =>
					standingOn(registrant, occurrenceId).status === status &&
					(!sourceId || registrant.sourceId === sourceId) &&
					attends(meeting, registrant, occurrenceId),
			);
			const scope = `${account.id} ${meeting.id} registrants`;
			const { envelope, items } = paging.page(scope, query, registrants);
			const shown = items.map((registrant) => registrantView(meeting, registrant, occurrenceId));
			return { status: 200, body: { ...envelope, registrants: shown } };
		},
	}),
	// Zoom API reference, Get a meeting registrant, Get a webinar registrant.
	endpoint({
		method: 'GET',
		path: `/${kind.root}/{${kind.parameter}}/registrants/{registrantId}`,
		category: 'Light',
		granular: [`${kind.name}:read:registrant`, `${kind.name}:read:registrant:admin`],
		classic: [`${kind.name}:read:admin`, `${kind.name}:read`],
		query: kind.schemas.getRegistrant,
		handle(call) {
			const meeting = registeringMeeting(kind, call);
			const registrant = registrantOf(meeting, call.path, 'get');
			const { occurrence_id: occurrenceId } = call.query;
			if (occurrenceId) occurrenceOf(meeting, occurrenceId);
			const shown = registrantView(meeting, registrant, occurrenceId);
			return { status: 200, body: { ...shown, ...kind.ofSingleRegistrant(registrant) } };
		},
	}),
	// Zoom API reference, Delete a meeting registrant, Delete a webinar registrant.
	endpoint({
		method: 'DELETE',
		path: `/${kind.root}/{${kind.parameter}}/registrants/{registrantId}`,
		category: 'Light',
		granular: [`${kind.name}:delete:registrant`, `${kind.name}:delete:registrant:admin`],
		classic: [`${kind.name}:write:admin`, `${kind.name}:write`],
		query: occurrenceQuery,
		handle(call) {
			const meeting = registeringMeeting(kind, call, 'delete');
			const registrant = registrantOf(meeting, call.path, 'delete');
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
		path: `/${kind.root}/{${kind.parameter}}/registrants/status`,
		category: 'Medium',
		granular: [
			`${kind.name}:update:registrant_status`,
			`${kind.name}:update:registrant_status:admin`,
		],
		classic: [`${kind.name}:write:admin`, `${kind.name}:write`],
		query: occurrenceQuery,
		body: statusBody,
		handle(call) {
			const { account, query, body, daily, now } = call;
			const meeting = registeringMeeting(kind, call, 'status');
			const { occurrence_id: occurrenceId } = query;
			const occurrence = occurrenceId ? occurrenceOf(meeting, occurrenceId) : undefined;
			// What an unknown registrant gets is not documented: ignored, so that nobody relies on it.
			// So is one of other dates.
			const registrants = (body.registrants ?? [])
				.map((reference) => findRegistrant(meeting, reference))
				.filter((registrant) => registrant !== undefined)
				.filter((registrant) => attends(meeting, registrant, occurrenceId));
			daily.take(
				'statusPerRegistrant',
				statusChangesOf(account, meeting, registrants),
				kind.refusals.dailyLimit.status,
			);
			if (body.action === 'approve') refuseRestricted(meeting, registrants);
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

/** Whose allowance a request for status changes takes: each person's, or the one that all share. */
function statusChangesOf(account: Account, meeting: Meeting, registrants: Registrant[]) {
	const subjects = registrants.map(({ id, person }) => ({
		key: `${account.id} ${meeting.id} ${id}`,
		email: person.email,
	}));
	if (meeting.kind.statusChangesOf === 'registrant') return subjects;
	return subjects.slice(0, 1).map(({ email }) => ({ key: `${account.id} ${meeting.id}`, email }));
}

function registrantOf(
	meeting: Meeting,
	path: Record<string, string>,
	operation: 'get' | 'delete',
): Registrant {
	const registrantId = decode(path.registrantId);
	const registrant = findRegistrant(meeting, { id: registrantId });
	const error = meeting.kind.refusals.registrantUnknown[operation];
	if (!registrant) throw new ZoomApiError(error, { registrantId });
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
	return isSeries(meeting) && meeting.settings.registration_type !== 1;
}

function attends(meeting: Meeting, registrant: Registrant, occurrenceId: string | undefined) {
	return !occurrenceId || !registersByDate(meeting) || registrant.occurrenceIds.has(occurrenceId);
}
