import type { IDataObject } from 'n8n-workflow';
import { eventEndpoints } from '../../api/endpoints';
import type { EventKind } from '../../api/eventKinds';
import type { RegistrantReference } from '../../mapping/references';
import type { Zoom } from '../../transport/client';
import { failureOf } from '../../transport/errors';
import { eventLocator, findEvent, findEventEndpoints, readEvent } from '../common/event';
import { occurrenceField, readOccurrence } from '../common/occurrence';
import { readRegistrant, registrantLocator } from '../common/registrant';
import { findRegistrantId, notRegistered, registrantList } from '../common/registrantList';
import { forEachItem } from '../forEachItem';
import type { BatchOperation, Run } from '../types';
import { chunkByGroup, fail, isWorthSendingSingly, mergeDuplicates, settle } from './batches';
import type { Merged } from './batches';

interface StatusChange extends Merged {
	eventId: string;
	occurrence: IDataObject;
	registrant: RegistrantReference;
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
		fields: [eventLocator(kind), registrantLocator, occurrenceField(kind)],
		async executeBatch(itemIndexes, run) {
			const items = itemIndexes.map((itemIndex) => ({ itemIndex }));
			const read = await forEachItem(run, items, ({ itemIndex }) => ({
				itemIndex,
				registrant: readRegistrant(this, itemIndex),
				occurrence: readOccurrence(this, itemIndex),
				event: readEvent(this, kind, itemIndex),
			}));
			const found = await forEachItem(run, read, async (item) => {
				const zoom = run.zoom.forItem(item.itemIndex);
				const eventId = await findEvent(zoom, kind, item.event);
				const { occurrence, registrant } = item;
				const person = await findPerson(zoom, kind, eventId, occurrence, registrant);
				return { ...item, eventId, person };
			});
			const people = mergeDuplicates(found, ({ eventId, occurrence, person }) =>
				JSON.stringify([eventId, occurrence, person]),
			);
			const calls = chunkByGroup(people, ({ eventId, occurrence }) =>
				JSON.stringify([eventId, occurrence]),
			);
			await Promise.all(
				calls.map(
					async (call) =>
						await sendCall(run, kind, option.value, call).catch((error: Error) =>
							call.forEach((one) => fail(run, one, error)),
						),
				),
			);
		},
	};
}

/** Changes the status of people of one event, in one call or, where Zoom refuses that, singly. */
async function sendCall(
	run: Run,
	kind: EventKind,
	action: string,
	people: readonly StatusChange[],
): Promise<void> {
	const [first] = people;
	if (!first) return;
	const { eventId, occurrence, itemIndex } = first;
	const registrants = people.map(({ registrant }) => registrant);
	const attempt = await run.limit(async () =>
		run.stopped()
			? undefined
			: await run.zoom
					.forItem(itemIndex)
					.attempt(
						eventEndpoints(kind).updateRegistrantStatus,
						{ eventId },
						{ query: occurrence, body: { action, registrants } },
					),
	);
	if (!attempt) return;
	if (!attempt.ok && isWorthSendingSingly(attempt.failure, people.length)) {
		await Promise.all(people.map(async (one) => await sendCall(run, kind, action, [one])));
		return;
	}
	const note = 'This person is in the list more than once and was sent once';
	for (const one of people) {
		if (attempt.ok) settle(run, one, { success: true, action, ...one.registrant }, note);
		else fail(run, one, attempt.failure);
	}
}

/**
 * Finds the person of an item, since Zoom says nothing of people whom it does not know.
 *
 * @returns the registrant ID
 * @throws UserError where nobody with the address or ID has registered
 */
async function findPerson(
	zoom: Zoom,
	kind: EventKind,
	eventId: string,
	occurrence: IDataObject,
	registrant: RegistrantReference,
): Promise<string> {
	if ('email' in registrant) {
		return await findRegistrantId(zoom, kind, eventId, registrant, occurrence);
	}
	const list = await registrantList(zoom, kind, eventId, occurrence).catch((error: Error) => error);
	// Without the scope for lists, IDs are believed: Zoom takes them as they are.
	if (list instanceof Error && failureOf(list)?.kind !== 'missingScope') throw list;
	if (list instanceof Error || list.has(registrant.id)) return registrant.id;
	throw notRegistered(kind, 'registrant ID', registrant.id);
}
