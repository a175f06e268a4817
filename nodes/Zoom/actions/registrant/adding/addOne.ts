import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';
import { toBoolean, toChoice } from '../../../mapping/values';
import { detailsOf } from '../../../transport/errors';
import type { Zoom } from '../../../transport/client';
import { IF_REGISTERED, TURN_ON } from '../../common/runOptions';
import { peopleOf } from '../registrantList';
import { findLost, FOUND_NOTE, notRegistered } from './lostAnswers';
import type { Person } from '../registrantInput';
import { isPersonsDailyLimit } from '../batches';
import { turnOnRegistration } from './turnOn';

/** How people are added, from the node's options. */
export interface AddOptions {
	ifRegistered: 'return' | 'report';
	turnOnRegistration: 'no' | 'automatic' | 'manual';
	/** Whether to look people up whose registration got no answer. */
	checkBeforeReporting: boolean;
}

/** Reads the options of one item. */
export function readAddOptions(context: IExecuteFunctions, itemIndex: number): AddOptions {
	const {
		ifRegistered = 'return',
		turnOnRegistration: turnOn = 'no',
		checkBeforeReporting = false,
	} = context.getNodeParameter('options', itemIndex, {}) as IDataObject;
	return {
		ifRegistered: toChoice(ifRegistered, 'If Already Registered', IF_REGISTERED),
		turnOnRegistration: toChoice(turnOn, 'Turn On Registration If Off', TURN_ON),
		checkBeforeReporting: toBoolean(checkBeforeReporting, 'Check Before Reporting'),
	} as AddOptions;
}

/** Whether Zoom says that the meeting takes no registrations, whatever code it uses for that. */
export function isRegistrationOff(error: unknown): boolean {
	return /registration has not been enabled/i.test(detailsOf(error)?.zoomMessage ?? '');
}

/**
 * The existing registrant, as an item of the output.
 *
 * @returns undefined where the person has not registered
 */
export async function findRegistered(
	zoom: Zoom,
	meetingId: string,
	email: string,
	itemIndex: number,
	query: IDataObject = {},
): Promise<IDataObject | undefined> {
	const known = (await peopleOf(zoom, meetingId, query, itemIndex)).get(email.toLowerCase());
	return known && { ...asAdded(meetingId, known), already_registered: true };
}

/** A registrant of Zoom's list, with the names that Zoom's answer to adding has. */
export function asAdded(meetingId: string, { id, ...rest }: IDataObject): IDataObject {
	return { ...rest, id: shownId(meetingId), registrant_id: id };
}

/** A meeting's ID as Zoom shows it: a number, where it is no UUID. */
export function shownId(meetingId: string): number | string {
	return /^\d+$/.test(meetingId) ? Number(meetingId) : meetingId;
}

export function alreadyRegistered(email: string) {
	return new UserError(`${email} has registered for this meeting already`, {
		description:
			'To get the existing registrant instead, set the option If Already Registered to "Return the Existing Registrant".',
	});
}

/**
 * Registers one person.
 * https://developers.zoom.us/docs/api/meetings/#tag/meetings/POST/meetings/{meetingId}/registrants
 *
 * @param more further fields of the body
 * @returns Zoom's answer with the person's email address, names and status
 */
export async function addOne(
	zoom: Zoom,
	meetingId: string,
	person: Person,
	options: AddOptions,
	itemIndex: number,
): Promise<IDataObject> {
	const add = async () => await addNow(zoom, meetingId, person, options, itemIndex);
	if (options.ifRegistered === 'return') return await add();
	// Rows with the same address wait for each other, so that the later one finds the earlier.
	const queues = underWay.get(zoom) ?? new Map<string, Promise<unknown>>();
	underWay.set(zoom, queues);
	const key = JSON.stringify([meetingId, person.person.email.toLowerCase()]);
	const added = (queues.get(key) ?? Promise.resolve()).then(add);
	queues.set(
		key,
		added.catch(() => undefined),
	);
	return await added;
}

/** Adds under way in a run that must tell who has registered, by meeting and address. */
const underWay = new WeakMap<Zoom, Map<string, Promise<unknown>>>();

async function addNow(
	zoom: Zoom,
	meetingId: string,
	{ person, more, occurrences }: Person,
	options: AddOptions,
	itemIndex: number,
): Promise<IDataObject> {
	// People may register for another occurrence of a series.
	const query = occurrences[0] === undefined ? {} : { occurrence_id: occurrences[0] };
	if (options.ifRegistered === 'report') {
		const known = await findRegistered(zoom, meetingId, person.email, itemIndex, query).catch(
			// A meeting that takes no registrations has none.
			(error: unknown) => (isRegistrationOff(error) ? undefined : Promise.reject(error)),
		);
		if (known) throw alreadyRegistered(person.email);
	}
	const call = {
		method: 'POST' as const,
		path: ['meetings', meetingId, 'registrants'],
		// Only here Zoom's parameter has a plural name.
		...(occurrences.length > 0 && { query: { occurrence_ids: occurrences.join(',') } }),
		body: { ...person, ...more },
		itemIndex,
	};
	const send = async () => {
		try {
			return await zoom.request(call);
		} catch (error) {
			const lost = detailsOf(error)?.unknown === true;
			if (!lost || !options.checkBeforeReporting) return await Promise.reject(error);
			const find = await findLost(zoom, meetingId, query, error, itemIndex);
			const found = find(person.email);
			if (!found) throw notRegistered(person.email);
			return { ...asAdded(meetingId, found), note: FOUND_NOTE };
		}
	};
	const answer = await send().catch(async (error: unknown) => {
		if (isRegistrationOff(error) && options.turnOnRegistration !== 'no') {
			await turnOnRegistration(zoom, meetingId, options.turnOnRegistration, itemIndex);
			return await send();
		}
		if (isPersonsDailyLimit(error) && options.ifRegistered === 'return') {
			const known = await findRegistered(zoom, meetingId, person.email, itemIndex);
			if (known) return known;
		}
		return await Promise.reject(error);
	});
	// Zoom gives the join link once the person is approved, and no other sign of it.
	const output = { status: answer.join_url ? 'approved' : 'pending', ...person, ...answer };
	if (options.ifRegistered === 'report') {
		const { registrant_id: id } = answer;
		const people = await peopleOf(zoom, meetingId, query, itemIndex);
		people.set(person.email.toLowerCase(), { ...output, id });
	}
	return output;
}
