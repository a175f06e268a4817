import type { IDataObject } from 'n8n-workflow';
import type { EventKind } from '../../../api/eventKinds';
import type { Zoom } from '../../../transport/client';
import type { Registration } from '../registrantInput';

/** Tells people of an event apart: the same address for other occurrences is another matter. */
export function personKey({ registrant, occurrences }: Registration): string {
	return JSON.stringify([registrant.email.toLowerCase(), occurrences.toSorted()]);
}

/** The people this run has added to an event, by {@link personKey}: lists read before lack them. */
export async function peopleAdded(
	zoom: Zoom,
	kind: EventKind,
	eventId: string,
): Promise<Map<string, IDataObject>> {
	return await zoom.once(`people added to ${kind.name} ${eventId}`, async () => new Map());
}
