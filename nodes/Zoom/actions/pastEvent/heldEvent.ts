import { UserError } from 'n8n-workflow';
import type { IDataObject } from 'n8n-workflow';
import type { Endpoint } from '../../api/endpoints';
import type { EventKind } from '../../api/eventKinds';
import { pastEndpoints } from '../../api/pastEndpoints';
import type { Span } from '../../mapping/stays';
import type { Zoom } from '../../transport/client';
import { failureOf } from '../../transport/errors';
import type { Failure } from '../../transport/errors';
import { findEvent, findEventEndpoints } from '../common/event';
import { latestFirst } from './instance';
import type { PastReference } from './instance';

type Kinds = ReadonlyArray<Failure['kind']>;

/** What is not allowed, or no longer there: something else may still tell. */
export const NOT_TOLD: Kinds = ['missingScope', 'noPermission', 'planMissing', 'tooOld'];
const NO_INSTANCES: Kinds = [...NOT_TOLD, 'notOverOrUnknown'];

/** One time that an event took place. */
export interface HeldEvent {
	/** Of the event: all its times have it. */
	eventId: string;
	/** What Zoom is asked by: the UUID of this time, where it is known. */
	askedBy: string;
	/** As Zoom tells of it; {} where the app may not ask. */
	details: IDataObject;
	/** Undefined where Zoom doesn't say when it began and ended. */
	span: Span | undefined;
	/** Of a recurring event. */
	occurrenceId: string | undefined;
	/** What its user should know. */
	warnings: string[];
}

/** What {@link findHeldEvent} may ask Zoom for. */
export const heldEventEndpoints = (kind: EventKind): Endpoint[] => [
	pastEndpoints(kind).get,
	pastEndpoints(kind).listInstances,
	...findEventEndpoints(kind),
];

/**
 * What Zoom tells of the time that is meant: the chosen one, or the latest.
 *
 * @throws UserError where its event's ID can't be found out; NodeApiError where Zoom refuses
 */
export async function findHeldEvent(
	zoom: Zoom,
	kind: EventKind,
	{ event, instance }: PastReference,
): Promise<HeldEvent> {
	const given = await findEvent(zoom, kind, event);
	const number = /^\d+$/.test(given) ? given : undefined;
	const before = number === undefined ? [] : await readInstances(zoom, kind, number);
	const askedBy = instance ?? (number === undefined ? given : String(before[0]?.uuid ?? number));
	const details = await readDetails(zoom, kind, askedBy);
	const eventId = number ?? idIn(kind, details);
	const instances = number === undefined ? await readInstances(zoom, kind, eventId) : before;
	const own = instances.find(({ uuid }) => uuid === askedBy);
	const isChosen = instance !== undefined || number === undefined;
	return {
		eventId,
		askedBy,
		details,
		span: spanIn(details),
		occurrenceId: own?.occurrence_id === undefined ? undefined : String(own.occurrence_id),
		warnings: isChosen ? [] : severalTimes(zoom, kind, instances, details),
	};
}

/** Without the scope for it, and of an event that Zoom has forgotten, none. */
async function readInstances(zoom: Zoom, kind: EventKind, eventId: string): Promise<IDataObject[]> {
	const attempt = await zoom.attempt(pastEndpoints(kind).listInstances, { eventId });
	if (attempt.ok) return latestFirst(kind, attempt.body);
	if (NO_INSTANCES.includes(attempt.failure.kind)) return [];
	throw zoom.errorFor(attempt.failure);
}

async function readDetails(zoom: Zoom, kind: EventKind, eventId: string): Promise<IDataObject> {
	const attempt = await zoom.attempt(pastEndpoints(kind).get, { eventId });
	if (attempt.ok) return attempt.body;
	if (NOT_TOLD.includes(attempt.failure.kind)) return {};
	throw zoom.errorFor(attempt.failure);
}

function idIn({ label, name }: EventKind, { id }: IDataObject): string {
	if (id !== undefined) return String(id);
	throw new UserError(`'${label}' is a UUID, and Zoom doesn't say which ${name} it belongs to`, {
		description: `Enter the ${name}'s ID under '${label}' and the UUID under 'Instance Name or ID'.`,
	});
}

function spanIn({ start_time: start, end_time: end }: IDataObject): Span | undefined {
	const span = { start: Date.parse(String(start)), end: Date.parse(String(end)) };
	return span.end > span.start ? span : undefined;
}

/** A recurring event takes place several times; another one does when its host starts it again. */
function severalTimes(
	zoom: Zoom,
	{ name, label, types }: EventKind,
	instances: IDataObject[],
	{ type }: IDataObject,
): string[] {
	const [latest, ...others] = instances;
	if (!latest || others.length === 0) return [];
	const sentence = `This ${name} took place ${instances.length} times; this is the latest, from ${String(latest.start_time)}. Past ${label} → Get Many lists the others.`;
	if (type !== types.series && type !== types.noFixedTime) return [sentence];
	zoom.tell(sentence);
	return [];
}

/** What came of reading something that Zoom may refuse: the value, or what the refusal means. */
export type Told<T> = { value: T } | { refusal: Failure['kind'] };

/** Reads something, and returns a refusal of one of these kinds. */
export async function unless<T>(kinds: Kinds, read: Promise<T>): Promise<Told<T>> {
	return await read.then(
		(value) => ({ value }),
		(error: Error) => {
			const refusal = failureOf(error)?.kind;
			if (refusal !== undefined && kinds.includes(refusal)) return { refusal };
			throw error;
		},
	);
}
