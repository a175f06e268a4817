import { DateTime, IANAZone } from 'luxon';
import type { IDataObject, ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { eventEndpoints } from '../api/endpoints';
import { MEETING } from '../api/eventKinds';
import { TIMEZONES } from '../mapping/timezones';
import { readCurrentEvent } from './currentEvent';
import { openZoom } from '../transport/client';

/** The IANA time zones to choose from; no request. */
export async function getTimezones(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	return TIMEZONES.map((zone) => ({ name: zone, value: zone }));
}

/** The occurrences of the meeting chosen above that are still to come, in the meeting's zone. */
export async function getOccurrences(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const eventId = readCurrentEvent(this, MEETING);
	const meeting = await openZoom(this).send(eventEndpoints(MEETING).get, { eventId });
	const zone = IANAZone.isValidZone(String(meeting.timezone)) ? String(meeting.timezone) : 'utc';
	const occurrences = (meeting.occurrences ?? []) as IDataObject[];
	return occurrences
		.filter(({ status }) => status !== 'deleted')
		.map(({ occurrence_id: id, start_time: start }) => {
			const time = DateTime.fromISO(String(start), { zone });
			const name = time.isValid ? time.toFormat('ccc d LLL yyyy, HH:mm') : String(id);
			return { name, value: String(id) };
		});
}
