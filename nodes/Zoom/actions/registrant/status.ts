import type { IDataObject } from 'n8n-workflow';
import { eventEndpoints } from '../../api/endpoints';
import type { EventKind } from '../../api/eventKinds';
import type { RegistrantReference } from '../../mapping/references';
import type { Zoom } from '../../transport/client';
import { failureOf } from '../../transport/errors';
import { chunkByGroup, mergeDuplicates, sendEach, sendTogether, settle } from '../common/batches';
import type { Merged } from '../common/batches';
import { eventLocator, findEvent, findEventEndpoints, readEvent } from '../common/event';
import { occurrenceField, readOccurrence } from '../common/occurrence';
import { readRegistrant, registrantLocator } from '../common/registrant';
import { findRegistrantId, notRegistered, registrantList } from '../common/registrantList';
import { lookUpEach } from '../common/sideBySide';
import { withWarnings } from '../common/warnings';
import { forEachItem } from '../forEachItem';
import type { BatchOperation, Run } from '../types';

const NOT_LOOKED_UP =
	"Zoom doesn't confirm that it knows this registrant ID, and the app is missing the scope to look it up.";

interface StatusChange extends Merged {
	eventId: string;
	occurrence: IDataObject;
	registrant: RegistrantReference;
	/** What the user should know of it although Zoom did it. */
	warning?: string;
}

/**
 * An operation that changes registrants' status, 30 people of an event in one call.
 * https://developers.zoom.us/docs/api/meetings/#tag/meetings/PUT/meetings/{meetingId}/registrants/status
 *
 * @param option the entry in the Operation list; its value is Zoom's `action` too
 */
export function statusOperation(kind: EventKind, option: BatchOperation['option']): BatchOperation {
	const { updateRegistrantStatus, listRegistrants } = eventEndpoints(kind);
	return {
		option,
		endpoints: [updateRegistrantStatus, listRegistrants, ...findEventEndpoints(kind)],
		fields: [eventLocator(kind), registrantLocator(kind), occurrenceField(kind)],
		async executeBatch(itemIndexes, run) {
			const items = itemIndexes.map((itemIndex) => ({ itemIndex }));
			const read = await forEachItem(run, items, ({ itemIndex }) => ({
				itemIndex,
				registrant: readRegistrant(this, itemIndex),
				occurrence: readOccurrence(this, itemIndex),
				event: readEvent(this, kind, itemIndex),
			}));
			const found = await lookUpEach(run, read, async (item) => {
				const zoom = run.zoom.forItem(item.itemIndex);
				const eventId = await findEvent(zoom, kind, item.event);
				const { occurrence, registrant } = item;
				const person = await findPerson(zoom, kind, eventId, occurrence, registrant);
				return { ...item, eventId, ...person };
			});
			const people = await mergeDuplicates(found, ({ eventId, occurrence, person }) =>
				JSON.stringify([eventId, occurrence, person]),
			);
			const calls = await chunkByGroup(people, ({ eventId, occurrence }) =>
				JSON.stringify([eventId, occurrence]),
			);
			// Zoom was seen to count these calls whoever they are for, up to 10 a day: those for many
			// people go first. https://devforum.zoom.us/t/122482
			const singly: StatusChange[][] = [];
			const send = async (call: readonly StatusChange[]) =>
				await sendCall(run, kind, option.value, call, singly);
			await sendEach(run, calls, send);
			await sendEach(run, singly, send);
		},
	};
}

/**
 * Changes the status of people of one event.
 *
 * @param singly gets those who are to be sent singly
 */
async function sendCall(
	run: Run,
	kind: EventKind,
	action: string,
	people: readonly StatusChange[],
	singly: StatusChange[][],
): Promise<void> {
	await sendTogether(
		run,
		people,
		async (zoom, { eventId, occurrence: query }, sent) => {
			const registrants = sent.map(({ registrant }) => registrant);
			const parts = { query, body: { action, registrants } };
			return await zoom.attempt(eventEndpoints(kind).updateRegistrantStatus, { eventId }, parts);
		},
		(one) => {
			const output = withWarnings({ success: true, action, ...one.registrant }, one.warning);
			settle(run, one, output, 'This person is in the list more than once and was sent only once.');
		},
		singly,
	);
}

/**
 * Finds the person of an item, since Zoom says nothing of people it does not know.
 *
 * @returns the registrant ID, and what to tell where that could not be looked up
 * @throws UserError where nobody with the address or ID has registered
 */
async function findPerson(
	zoom: Zoom,
	kind: EventKind,
	eventId: string,
	occurrence: IDataObject,
	registrant: RegistrantReference,
): Promise<{ person: string; warning?: string }> {
	if ('email' in registrant) {
		return { person: await findRegistrantId(zoom, kind, eventId, registrant, occurrence) };
	}
	const { id: person } = registrant;
	const list = await registrantList(zoom, kind, eventId, occurrence).catch((error: Error) => error);
	if (list instanceof Error) {
		// Without the scope for lists, IDs are believed: Zoom takes them as they are.
		if (failureOf(list)?.kind === 'missingScope') return { person, warning: NOT_LOOKED_UP };
		throw list;
	}
	if (list.has(person)) return { person };
	throw notRegistered(kind, 'registrant ID', person);
}
