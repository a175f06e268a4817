import type { IDataObject } from 'n8n-workflow';
import { eventEndpoints } from '../../api/endpoints';
import type { Endpoint } from '../../api/endpoints';
import type { EventKind } from '../../api/eventKinds';
import { pastEndpoints } from '../../api/pastEndpoints';
import { toStay } from '../../mapping/stays';
import type { Stay } from '../../mapping/stays';
import type { Zoom } from '../../transport/client';
import { readRegistrants } from '../common/registrantList';
import { WITH_REGISTRANT_ID } from './getParticipants.operation';
import { NOT_TOLD, unless } from './heldEvent';
import type { HeldEvent } from './heldEvent';

/** Where stays come from, as items tell it. */
type Source = 'report' | 'pastParticipants';

/** What {@link readStays} and {@link readRegistered} may ask Zoom for; the first is the best source. */
export const sourceEndpoints = (kind: EventKind): [Endpoint, ...Endpoint[]] => [
	pastEndpoints(kind).listReportedParticipants,
	pastEndpoints(kind).listParticipants,
	eventEndpoints(kind).listRegistrants,
];

/** All stays: of the participants report, or else, where Zoom doesn't give it, of the past participants. */
export async function readStays(
	zoom: Zoom,
	kind: EventKind,
	{ askedBy }: HeldEvent,
): Promise<{ stays: Stay[]; source: Source }> {
	const { listReportedParticipants, listParticipants } = pastEndpoints(kind);
	const read = async (endpoint: Endpoint & { list: string }) => {
		const stays: Stay[] = [];
		for await (const one of zoom.list(endpoint, { eventId: askedBy }, WITH_REGISTRANT_ID)) {
			stays.push(toStay(one));
		}
		return stays;
	};
	const reported = await unless([...NOT_TOLD, 'notOverOrUnknown'], read(listReportedParticipants));
	return 'value' in reported
		? { stays: reported.value, source: 'report' }
		: { stays: await read(listParticipants), source: 'pastParticipants' };
}

/** Who registered for an event, or for the occurrence that it was. */
export interface Registered {
	/** Undefined where the event had no registration, or Zoom no longer has it. */
	registrants: IDataObject[] | undefined;
	warnings: string[];
}

/** Who registered, of all statuses. */
export async function readRegistered(
	zoom: Zoom,
	kind: EventKind,
	held: HeldEvent,
): Promise<Registered> {
	const read = await unless(
		['registrationOff', 'eventUnknown'],
		readRegistrantsOf(zoom, kind, held),
	);
	if ('value' in read) return read.value;
	const isGone = read.refusal === 'eventUnknown';
	const gone = `Zoom no longer has this ${kind.name}'s registrants: only people who joined are listed.`;
	return { registrants: undefined, warnings: isGone ? [gone] : [] };
}

const ALL_OF_SERIES =
	"Zoom doesn't say who registered for this occurrence, so whoever registered for the series counts.";

async function readRegistrantsOf(
	zoom: Zoom,
	kind: EventKind,
	{ eventId, occurrenceId }: HeldEvent,
): Promise<Registered> {
	const read = async (query: IDataObject) => await readRegistrants(zoom, kind, eventId, query);
	if (occurrenceId === undefined) return { registrants: await read({}), warnings: [] };
	const ofOccurrence = read({ occurrence_id: occurrenceId });
	const told = await unless(['occurrenceUnknown', 'badValue'], ofOccurrence);
	if ('value' in told) return { registrants: told.value, warnings: [] };
	return { registrants: await read({}), warnings: [ALL_OF_SERIES] };
}
