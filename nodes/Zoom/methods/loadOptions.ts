import { DateTime, IANAZone } from 'luxon';
import type { IDataObject, ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { eventEndpoints, webinarEndpoints } from '../api/endpoints';
import { MEETING, WEBINAR } from '../api/eventKinds';
import type { EventKind } from '../api/eventKinds';
import { TIMEZONES } from '../mapping/timezones';
import { readCurrentEvent } from './currentEvent';
import { openZoom } from '../transport/client';

/** The IANA time zones to choose from; no request. */
export async function getTimezones(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	return TIMEZONES.map((zone) => ({ name: zone, value: zone }));
}

type LoadOptions = (this: ILoadOptionsFunctions) => Promise<INodePropertyOptions[]>;

/** The occurrences of the event chosen above that are still to come, in the event's zone. */
const occurrencesOf = (kind: EventKind): LoadOptions =>
	async function () {
		const eventId = readCurrentEvent(this, kind);
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

export const getMeetingOccurrences = occurrencesOf(MEETING);
export const getWebinarOccurrences = occurrencesOf(WEBINAR);

/** The tracking sources of the webinar chosen above. */
export async function getTrackingSources(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	const eventId = readCurrentEvent(this, WEBINAR);
	const found = await openZoom(this).send(webinarEndpoints.listTrackingSources, { eventId });
	const sources = (found.tracking_sources ?? []) as IDataObject[];
	return sources.map(({ id, source_name: name }) => ({ name: String(name), value: String(id) }));
}
