import { DateTime, IANAZone } from 'luxon';
import type { IDataObject, ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { eventEndpoints, webinarEndpoints } from '../api/endpoints';
import { MEETING, WEBINAR } from '../api/eventKinds';
import type { EventKind } from '../api/eventKinds';
import { listInstances } from '../actions/pastEvent/instance';
import { TIMEZONES } from '../mapping/timezones';
import { currentEventId } from './currentEvent';
import { openZoom } from '../transport/client';

/** The IANA time zones to choose from; no request. */
export async function getTimezones(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	return TIMEZONES.map((zone) => ({ name: zone, value: zone }));
}

type LoadOptions = (this: ILoadOptionsFunctions) => Promise<INodePropertyOptions[]>;

/** The choice that an empty value stands for. */
const WHOLE_SERIES: INodePropertyOptions = { name: 'Whole Series', value: '' };

/**
 * The occurrences of the event chosen above that are still to come, in the event's zone; none where no
 * event is chosen.
 */
const occurrencesOf = (kind: EventKind): LoadOptions =>
	async function () {
		const eventId = currentEventId(this, kind);
		if (eventId === undefined) return [];
		const event = await openZoom(this).send(eventEndpoints(kind).get, { eventId });
		const zone = IANAZone.isValidZone(String(event.timezone)) ? String(event.timezone) : 'utc';
		const occurrences = (event.occurrences ?? []) as IDataObject[];
		return occurrences
			.filter(({ status }) => status !== 'deleted')
			.map(({ occurrence_id: id, start_time: start }) => {
				const time = DateTime.fromISO(String(start), { zone });
				const name = time.isValid ? time.toFormat('ccc d LLL yyyy, HH:mm') : String(id);
				return { name, value: String(id) };
			});
	};

/** The same, for fields that take one of them or none. */
const seriesOrOccurrenceOf = (kind: EventKind): LoadOptions =>
	async function () {
		return [WHOLE_SERIES, ...(await occurrencesOf(kind).call(this))];
	};

export const getMeetingOccurrences = occurrencesOf(MEETING);
export const getWebinarOccurrences = occurrencesOf(WEBINAR);
export const getMeetingSeriesOrOccurrence = seriesOrOccurrenceOf(MEETING);
export const getWebinarSeriesOrOccurrence = seriesOrOccurrenceOf(WEBINAR);

/** The choice of instance that an empty value stands for. */
const LATEST: INodePropertyOptions = { name: 'Latest', value: '' };

/**
 * The times that the event chosen above took place, the latest first, in the workflow's zone; a UUID
 * is one time already.
 */
const instancesOf = (kind: EventKind): LoadOptions =>
	async function () {
		const eventId = currentEventId(this, kind);
		if (eventId === undefined || !/^\d+$/.test(eventId)) return [LATEST];
		const instances = await listInstances(openZoom(this), kind, eventId);
		return [
			LATEST,
			...instances.map(({ uuid, start_time: start }) => {
				const time = DateTime.fromISO(String(start), { zone: this.getTimezone() });
				const name = time.isValid ? time.toFormat('ccc d LLL yyyy, HH:mm') : String(uuid);
				return { name, value: String(uuid) };
			}),
		];
	};

export const getMeetingInstances = instancesOf(MEETING);
export const getWebinarInstances = instancesOf(WEBINAR);

/** The tracking sources of the webinar chosen above; none where no webinar is chosen. */
export async function getTrackingSources(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	const eventId = currentEventId(this, WEBINAR);
	if (eventId === undefined) return [];
	const found = await openZoom(this).send(webinarEndpoints.listTrackingSources, { eventId });
	const sources = (found.tracking_sources ?? []) as IDataObject[];
	return sources.map(({ id, source_name: name }) => ({ name: String(name), value: String(id) }));
}
