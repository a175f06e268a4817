import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';
import { addFieldEndpoints, eventEndpoints } from '../../../api/endpoints';
import type { Endpoint } from '../../../api/endpoints';
import type { EventKind } from '../../../api/eventKinds';
import { toBoolean, toChoice } from '../../../mapping/values';
import type { Zoom } from '../../../transport/client';
import { failureOf } from '../../../transport/errors';
import type { Failure } from '../../../transport/errors';
import { readCollection } from '../../common/collections';
import { findEventEndpoints } from '../../common/event';
import { findStanding, isRegistered } from '../../common/registrantList';
import { IF_REGISTERED, TURN_ON } from '../../common/runOptions';
import { findTrackingSource } from '../../common/trackingSource';
import { withWarnings } from '../../common/warnings';
import type { Registration } from '../registrantInput';
import { asAdded, asAnswered } from './asAdded';
import { settleLost } from './lostAnswers';
import { peopleAdded, personKey } from './peopleAdded';
import { explainAnswers } from './refusedAnswers';
import { attemptTurningOn } from './turnOn';

/** How people are added, from the node's options. */
export interface AddOptions {
	ifRegistered: 'return' | 'report';
	turnOnRegistration: 'no' | 'automatic' | 'manual';
	/** Whether to look people up whose registration got no answer. */
	lookUpLostResponses: boolean;
}

/** What adding one person may ask Zoom for. */
export function addEndpoints(kind: EventKind): Endpoint[] {
	const { addRegistrant, getQuestions, listRegistrants, update } = eventEndpoints(kind);
	return [
		addRegistrant,
		listRegistrants,
		update,
		getQuestions,
		...addFieldEndpoints(kind),
		...findEventEndpoints(kind),
	];
}

/** Reads the options of one item. */
export function readAddOptions(context: IExecuteFunctions, itemIndex: number): AddOptions {
	const given = readCollection(context, itemIndex, 'options', 'Options');
	// Expressions that found nothing count as options that were not added.
	return {
		ifRegistered: toChoice(given.ifRegistered ?? 'return', 'If Already Registered', IF_REGISTERED),
		turnOnRegistration: toChoice(
			given.turnOnRegistration ?? 'no',
			'If Registration Is Off',
			TURN_ON,
		),
		lookUpLostResponses: toBoolean(given.lookUpLostResponses ?? false, 'Look Up Lost Responses'),
	} as AddOptions;
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
	const queues = await zoom.once('adds in progress', async () => new Map<string, Promise<void>>());
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
	const added = await peopleAdded(zoom, kind, eventId);
	const standing =
		added.get(personKey(registration)) ??
		(await findStanding(zoom, kind, eventId, email, registration.occurrences).catch(
			(error: Error) => {
				// An event that takes no registrations has none.
				if (failureOf(error)?.kind === 'registrationOff') return undefined;
				throw error;
			},
		));
	if (standing && isRegistered(standing)) {
		throw new UserError(`${email} is already registered for this ${kind.name}`, {
			description:
				"To get the existing registrant instead, set the option 'If Already Registered' to 'Return the Existing Registrant'.",
		});
	}
	const output = await addNow(zoom, kind, eventId, registration, options);
	if (!standing || output.join_url) return output;
	return withWarnings(
		output,
		`${email} was denied or canceled before, and Zoom returned no join link. Check whether Zoom accepts the new registration.`,
	);
}

async function addNow(
	zoom: Zoom,
	kind: EventKind,
	eventId: string,
	registration: Registration,
	options: AddOptions,
): Promise<IDataObject> {
	const { registrant, extra, occurrences } = registration;
	const { addRegistrant } = eventEndpoints(kind);
	const source = extra.source_id;
	const parts = {
		// Only here Zoom's parameter has a plural name.
		...(occurrences.length > 0 && { query: { occurrence_ids: occurrences.join(',') } }),
		body: {
			...registrant,
			...extra,
			...(typeof source === 'string' && {
				source_id: await findTrackingSource(zoom, eventId, source),
			}),
		},
	};
	const attempt = await attemptTurningOn(
		zoom,
		kind,
		eventId,
		options.turnOnRegistration,
		async () => await zoom.attempt(addRegistrant, { eventId }, parts),
	);
	const answer = attempt.ok
		? attempt.body
		: await settleRefused(zoom, kind, eventId, registration, options, attempt.failure);
	const output = withWarnings(
		asAnswered(zoom, eventId, registration, answer),
		otherEvent(kind, eventId, answer),
	);
	(await peopleAdded(zoom, kind, eventId)).set(personKey(registration), output);
	return withWarnings(output, ...registration.warnings);
}

/** The registrant's ID proves the registration; the event beside it should be the one asked for. */
function otherEvent({ name }: EventKind, eventId: string, { id }: IDataObject): string | undefined {
	if (id === undefined || String(id) === eventId) return undefined;
	return `Zoom's response names the ${name} ${String(id)} instead of ${eventId}.`;
}

/**
 * The registrant that Zoom has in spite of a refusal or a lost answer.
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
	if (failure.details.unknown && options.lookUpLostResponses) {
		return await settleLost(zoom, kind, eventId, registration, failure);
	}
	if (failure.kind === 'personDailyLimit' && options.ifRegistered === 'return') {
		return await findInSpiteOfLimit(zoom, kind, eventId, registration, failure);
	}
	throw zoom.errorFor(await explainAnswers(zoom, kind, eventId, registration, failure));
}

/**
 * Somebody who cannot be added any more today, but has registered.
 *
 * @throws NodeApiError for the limit, with what the look-up gave in its details
 */
async function findInSpiteOfLimit(
	zoom: Zoom,
	kind: EventKind,
	eventId: string,
	registration: Registration,
	failure: Failure,
): Promise<IDataObject> {
	const added = (await peopleAdded(zoom, kind, eventId)).get(personKey(registration));
	if (added) return { ...added, already_registered: true };
	const { email } = registration.registrant;
	let lookUp: string;
	try {
		const found = await findStanding(zoom, kind, eventId, email, registration.occurrences);
		if (found && isRegistered(found)) {
			return { ...asAdded(eventId, found), already_registered: true };
		}
		lookUp = found
			? 'The person was denied or has canceled'
			: "The registrant lists that this run has read don't include the email address";
	} catch (error) {
		lookUp = (error as Error).message;
	}
	throw zoom.errorFor({ ...failure, details: { ...failure.details, lookUp } });
}
