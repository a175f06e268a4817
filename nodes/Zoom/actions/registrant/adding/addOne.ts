import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';
import { eventEndpoints } from '../../../api/endpoints';
import type { Endpoint } from '../../../api/endpoints';
import type { EventKind } from '../../../api/eventKinds';
import { toBoolean, toChoice } from '../../../mapping/values';
import type { Zoom } from '../../../transport/client';
import { failureOf } from '../../../transport/errors';
import type { Failure } from '../../../transport/errors';
import { readCollection } from '../../common/collections';
import { findEventEndpoints } from '../../common/event';
import { IF_REGISTERED, TURN_ON } from '../../common/runOptions';
import type { Registration } from '../registrantInput';
import { registrantList } from '../../common/registrantList';
import { withWarning } from '../../common/warning';
import { findLost, FOUND_NOTE, notFoundAfterwards } from './lostAnswers';
import { turnOnRegistration } from './turnOn';

/** How people are added, from the node's options. */
export interface AddOptions {
	ifRegistered: 'return' | 'report';
	turnOnRegistration: 'no' | 'automatic' | 'manual';
	/** Whether to look people up whose registration got no answer. */
	checkBeforeReporting: boolean;
}

/** What adding one person may ask Zoom for. */
export function addEndpoints(kind: EventKind): Endpoint[] {
	const { addRegistrant, listRegistrants, update } = eventEndpoints(kind);
	return [addRegistrant, listRegistrants, update, ...findEventEndpoints(kind)];
}

/** Reads the options of one item. */
export function readAddOptions(context: IExecuteFunctions, itemIndex: number): AddOptions {
	const given = readCollection(context, itemIndex, 'options', 'Options');
	// Expressions that found nothing count as options that were not added.
	return {
		ifRegistered: toChoice(given.ifRegistered ?? 'return', 'If Already Registered', IF_REGISTERED),
		turnOnRegistration: toChoice(
			given.turnOnRegistration ?? 'no',
			'Turn On Registration If Off',
			TURN_ON,
		),
		checkBeforeReporting: toBoolean(given.checkBeforeReporting ?? false, 'Check Before Reporting'),
	} as AddOptions;
}

/** A registrant of Zoom's list, with the names that Zoom's answer to adding has. */
export function asAdded(eventId: string, { id, ...rest }: IDataObject): IDataObject {
	return { ...rest, id: shownId(eventId), registrant_id: id };
}

/** An event's ID as Zoom shows it: a number, where it is no UUID. */
export function shownId(eventId: string): number | string {
	return /^\d+$/.test(eventId) ? Number(eventId) : eventId;
}

/**
 * Registers one person.
 * https://developers.zoom.us/docs/api/meetings/#tag/meetings/POST/meetings/{meetingId}/registrants
 *
 * @returns Zoom's answer with the person's email address, names and status
 * @throws NodeApiError where Zoom refuses; UserError for somebody registered who is to be reported
 */
export async function addOne(
	zoom: Zoom,
	kind: EventKind,
	eventId: string,
	registration: Registration,
	options: AddOptions,
): Promise<IDataObject> {
	if (options.ifRegistered === 'return') {
		return await addNow(zoom, kind, eventId, registration, options);
	}
	// Items with the same address wait for each other, so that the later one finds the earlier.
	const queues = await zoom.once('adds under way', async () => new Map<string, Promise<void>>());
	const key = JSON.stringify([kind.name, eventId, registration.registrant.email.toLowerCase()]);
	const added = (queues.get(key) ?? Promise.resolve()).then(
		async () => await addNew(zoom, kind, eventId, registration, options),
	);
	queues.set(
		key,
		added.then(
			() => undefined,
			() => undefined,
		),
	);
	return await added;
}

/** Registers somebody who must not have registered before. */
async function addNew(
	zoom: Zoom,
	kind: EventKind,
	eventId: string,
	registration: Registration,
	options: AddOptions,
): Promise<IDataObject> {
	const { email } = registration.registrant;
	const occurrence = occurrenceOf(registration);
	const added = await zoom.once('addresses added', async () => new Set<string>());
	const key = JSON.stringify([kind.name, eventId, occurrence, email.toLowerCase()]);
	const isRegistered =
		added.has(key) ||
		(await findRegistered(zoom, kind, eventId, email, occurrence).catch((error: Error) => {
			// An event that takes no registrations has none.
			if (failureOf(error)?.kind === 'registrationOff') return undefined;
			throw error;
		}));
	if (isRegistered) {
		throw new UserError(`${email} has registered for this ${kind.name} already`, {
			description:
				'To get the existing registrant instead, set the option If Already Registered to "Return the Existing Registrant".',
		});
	}
	const output = await addNow(zoom, kind, eventId, registration, options);
	added.add(key);
	return output;
}

async function addNow(
	zoom: Zoom,
	kind: EventKind,
	eventId: string,
	registration: Registration,
	options: AddOptions,
): Promise<IDataObject> {
	const { registrant, extra, occurrences } = registration;
	const send = async () =>
		await zoom.attempt(
			eventEndpoints(kind).addRegistrant,
			{ eventId },
			{
				// Only here Zoom's parameter has a plural name.
				...(occurrences.length > 0 && { query: { occurrence_ids: occurrences.join(',') } }),
				body: { ...registrant, ...extra },
			},
		);
	let attempt = await send();
	if (
		!attempt.ok &&
		attempt.failure.kind === 'registrationOff' &&
		options.turnOnRegistration !== 'no'
	) {
		await turnOnRegistration(zoom, kind, eventId, options.turnOnRegistration);
		attempt = await send();
	}
	const answer = attempt.ok
		? attempt.body
		: await settleRefused(zoom, kind, eventId, registration, options, attempt.failure);
	// Zoom gives the join link once the person is approved, and no other sign of it.
	const status = answer.join_url ? 'approved' : 'pending';
	return withWarning({ status, ...registrant, ...answer }, ...registration.warnings);
}

/**
 * The registrant whom Zoom has in spite of a refusal or a lost answer.
 *
 * @throws the failure where there is none
 */
async function settleRefused(
	zoom: Zoom,
	kind: EventKind,
	eventId: string,
	registration: Registration,
	options: AddOptions,
	failure: Failure,
): Promise<IDataObject> {
	const { email } = registration.registrant;
	if (failure.details.unknown && options.checkBeforeReporting) {
		const find = await findLost(zoom, kind, eventId, occurrenceOf(registration), failure);
		const found = find(email);
		if (!found) throw notFoundAfterwards(email);
		return { ...asAdded(eventId, found), note: FOUND_NOTE };
	}
	if (failure.kind === 'personDailyLimit' && options.ifRegistered === 'return') {
		const known = await findRegistered(zoom, kind, eventId, email, {});
		if (known) return { ...asAdded(eventId, known), already_registered: true };
	}
	throw zoom.errorFor(failure);
}

async function findRegistered(
	zoom: Zoom,
	kind: EventKind,
	eventId: string,
	email: string,
	occurrence: IDataObject,
): Promise<IDataObject | undefined> {
	return (await registrantList(zoom, kind, eventId, occurrence)).get(email.toLowerCase());
}

/** The query that names the first occurrence: people may register for another one of a series. */
function occurrenceOf({ occurrences }: Registration): IDataObject {
	return occurrences[0] === undefined ? {} : { occurrence_id: occurrences[0] };
}
