import type { IDataObject, ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { eventEndpoints } from '../api/endpoints';
import { MEETING, WEBINAR } from '../api/eventKinds';
import type { EventKind } from '../api/eventKinds';
import { readTrackingSources } from '../actions/common/trackingSource';
import { listInstances } from '../actions/pastEvent/instance';
import { TIMEZONES } from '../mapping/timezones';
import { openZoom } from '../transport/client';
import { currentEventId } from './currentEvent';
import { toStartName } from './startName';

type LoadOptions = (this: ILoadOptionsFunctions) => Promise<INodePropertyOptions[]>;

/**
 * The IANA time zones to choose from; no request.
 *
 * @param empty what no zone stands for
 */
const timezonesOr =
	(empty: string): LoadOptions =>
	async () => [
		{ name: empty, value: '' },
		...TIMEZONES.map((zone) => ({ name: zone, value: zone })),
	];

export const getTimezones = timezonesOr('Default');
export const getTimezonesOrWorkflow = timezonesOr('Workflow Timezone');
export const getTimezonesOrUnchanged = timezonesOr('Unchanged');

/**
 * Where a list can't be read, the field shows why instead of a red "Error fetching options": as the
 * choice that an empty value stands for.
 */
const orWhyNot = async (
	list: Promise<INodePropertyOptions[]>,
	inWords: (why: string) => string,
): Promise<INodePropertyOptions[]> =>
	await list.catch((error: Error) => [{ name: inWords(error.message), value: '' }]);

/** The occurrences that are still to come, in the event's zone; none where no event is chosen. */
async function listOccurrences(
	context: ILoadOptionsFunctions,
	kind: EventKind,
): Promise<INodePropertyOptions[]> {
	const eventId = currentEventId(context, kind);
	if (eventId === undefined) return [];
	const { occurrences, timezone } = await openZoom(context).send(eventEndpoints(kind).get, {
		eventId,
	});
	return ((occurrences ?? []) as IDataObject[])
		.filter(({ status }) => status !== 'deleted')
		.map(({ occurrence_id: id, start_time: start }) => ({
			name: toStartName(start, timezone) ?? String(id),
			value: String(id),
		}));
}

/** The occurrences of the event chosen above. */
const occurrencesOf = (kind: EventKind): LoadOptions =>
	async function () {
		return await orWhyNot(listOccurrences(this, kind), (why) => `No occurrences listed: ${why}`);
	};

/** The same, for fields that take one of them or, empty, the whole series. */
const seriesOrOccurrenceOf = (kind: EventKind): LoadOptions =>
	async function () {
		const all = listOccurrences(this, kind).then((occurrences) => [
			{ name: 'Whole Series', value: '' },
			...occurrences,
		]);
		return await orWhyNot(all, (why) => `Whole Series (no occurrences listed: ${why})`);
	};

export const getMeetingOccurrences = occurrencesOf(MEETING);
export const getWebinarOccurrences = occurrencesOf(WEBINAR);
export const getMeetingSeriesOrOccurrence = seriesOrOccurrenceOf(MEETING);
export const getWebinarSeriesOrOccurrence = seriesOrOccurrenceOf(WEBINAR);

/** The times that an event took place, the latest first; none for a UUID, which is one time already. */
async function listSessions(
	context: ILoadOptionsFunctions,
	kind: EventKind,
): Promise<INodePropertyOptions[]> {
	const eventId = currentEventId(context, kind);
	if (eventId === undefined || !/^\d+$/.test(eventId)) return [];
	const instances = await listInstances(openZoom(context), kind, eventId);
	return instances.map(({ uuid, start_time: start }) => ({
		name: toStartName(start, context.getTimezone()) ?? String(uuid),
		value: String(uuid),
	}));
}

/** The same, after the choice of the latest, which an empty value stands for. */
const instancesOf = (kind: EventKind): LoadOptions =>
	async function () {
		const all = listSessions(this, kind).then((sessions) => [
			{ name: 'Latest', value: '' },
			...sessions,
		]);
		return await orWhyNot(all, (why) => `Latest (no others listed: ${why})`);
	};

export const getMeetingInstances = instancesOf(MEETING);
export const getWebinarInstances = instancesOf(WEBINAR);

/** The tracking sources of the webinar chosen above; none where no webinar is chosen. */
async function listTrackingSources(context: ILoadOptionsFunctions) {
	const eventId = currentEventId(context, WEBINAR);
	if (eventId === undefined) return [];
	const sources = await readTrackingSources(openZoom(context), eventId);
	return sources.map(({ id, source_name: name }) => ({ name: String(name), value: String(id) }));
}

export async function getTrackingSources(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	return await orWhyNot(listTrackingSources(this), (why) => `No sources listed: ${why}`);
}
