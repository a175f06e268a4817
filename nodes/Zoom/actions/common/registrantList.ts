import { UserError } from 'n8n-workflow';
import type { IDataObject } from 'n8n-workflow';
import { REGISTRANT_STATUSES } from '../../api/choices';
import { eventEndpoints } from '../../api/endpoints';
import type { EventKind } from '../../api/eventKinds';
import type { RegistrantReference } from '../../mapping/references';
import type { Zoom } from '../../transport/client';
import { allEnded } from './sideBySide';

/** Each person stands under the address in lower case and under the registrant ID. */
export type RegistrantList = Map<string, IDataObject>;

/**
 * Everybody who registered for an event, whatever their status. Read once in a run.
 *
 * @param occurrence the query that names the occurrence, where one is meant
 */
export async function registrantList(
	zoom: Zoom,
	kind: EventKind,
	eventId: string,
	occurrence: IDataObject,
): Promise<RegistrantList> {
	return await zoom.once(
		`registrants of ${JSON.stringify([kind.name, eventId, occurrence])}`,
		async (once) => await readRegistrantList(once, kind, eventId, occurrence),
	);
}

/** As {@link registrantList}, read again. */
export async function readRegistrantList(
	zoom: Zoom,
	kind: EventKind,
	eventId: string,
	occurrence: IDataObject,
): Promise<RegistrantList> {
	const list: RegistrantList = new Map();
	for (const registrant of await readRegistrants(zoom, kind, eventId, occurrence)) {
		// Who stands in two lists counts as what comes first: approved, pending, denied.
		for (const key of [String(registrant.email).toLowerCase(), String(registrant.id)]) {
			if (!list.has(key)) list.set(key, registrant);
		}
	}
	return list;
}

/**
 * An event's registrants of all statuses, each with their status: first approved, then pending, then
 * denied ones. The three lists are read side by side.
 */
export async function readRegistrants(
	zoom: Zoom,
	kind: EventKind,
	eventId: string,
	query: IDataObject,
): Promise<IDataObject[]> {
	let failed = false;
	const readList = async (status: string) => {
		const list = zoom.list(eventEndpoints(kind).listRegistrants, { eventId }, { ...query, status });
		const registrants: IDataObject[] = [];
		for await (const registrant of list) {
			// Further pages are of no use without the other lists.
			if (failed) break;
			registrants.push({ ...registrant, status });
		}
		return registrants;
	};
	const lists = REGISTRANT_STATUSES.map(
		async (status) =>
			await readList(status).catch((error: Error) => {
				failed = true;
				throw error;
			}),
	);
	return (await allEnded(lists)).flat();
}

/** Whether somebody of the lists has a place or may get one: `denied` holds the cancelled too. */
export const isRegistered = ({ status }: IDataObject): boolean => status !== 'denied';

/**
 * How somebody stands in an event.
 *
 * @param occurrences their IDs, where the event has people register for each
 * @param read {@link registrantList}, or something that reads the lists again
 * @returns the person's entry, a denied one if there is any; undefined where a list of an
 *   occurrence does not have the person
 */
export async function findStanding(
	zoom: Zoom,
	kind: EventKind,
	eventId: string,
	email: string,
	occurrences: readonly string[],
	read = registrantList,
): Promise<IDataObject | undefined> {
	const found: IDataObject[] = [];
	for (const query of occurrences.length > 0
		? occurrences.map((id) => ({ occurrence_id: id }))
		: [{}]) {
		const entry = (await read(zoom, kind, eventId, query)).get(email.toLowerCase());
		if (!entry) return undefined;
		found.push(entry);
	}
	return found.find((entry) => !isRegistered(entry)) ?? found[0];
}

/**
 * Zoom's ID of a registrant; who is named by email address is looked up.
 *
 * @param occurrence the query that names the occurrence, where one is meant
 * @throws UserError where nobody with this address registered
 */
export async function findRegistrantId(
	zoom: Zoom,
	kind: EventKind,
	eventId: string,
	reference: RegistrantReference,
	occurrence: IDataObject,
): Promise<string> {
	if ('id' in reference) return reference.id;
	const list = await registrantList(zoom, kind, eventId, occurrence);
	const registrant = list.get(reference.email.toLowerCase());
	if (!registrant) throw notRegistered(kind, 'email address', reference.email);
	return String(registrant.id);
}

/** The error for somebody who is missing from the event's lists. */
export function notRegistered(
	kind: EventKind,
	by: 'email address' | 'registrant ID',
	value: string,
) {
	return new UserError(`No registrant has the ${by} ${value}`, {
		description: `To see all registrants, use ${kind.label} Registrant → Get Many with 'Status' set to 'All'.`,
	});
}
