import { DateTime } from 'luxon';
import type { IDataObject, ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { readCurrentMeeting } from './currentEvent';
import { openZoom } from '../transport/client';

/** The IANA time zones that this machine knows; no request. */
export async function getTimezones(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	return ['UTC', ...Intl.supportedValuesOf('timeZone')].map((zone) => ({
		name: zone,
		value: zone,
	}));
}

/** The occurrences of the meeting chosen above that are still to come, in the meeting's zone. */
export async function getOccurrences(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const path = ['meetings', readCurrentMeeting(this)];
	const meeting = await openZoom(this).request({ method: 'GET', path });
	const occurrences = (meeting.occurrences ?? []) as IDataObject[];
	return occurrences
		.filter(({ status }) => status !== 'deleted')
		.map(({ occurrence_id: id, start_time: start }) => {
			const time = DateTime.fromISO(String(start), { zone: String(meeting.timezone ?? 'utc') });
			return { name: time.toFormat('ccc d LLL yyyy, HH:mm'), value: String(id) };
		});
}
