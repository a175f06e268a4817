import { REGISTRANT_STATUSES } from '../api/choices';
import { eventEndpoints, webinarEndpoints } from '../api/endpoints';
import { MEETING, WEBINAR } from '../api/eventKinds';
import type { EventKind } from '../api/eventKinds';
import { readCurrentEvent } from './currentEvent';
import { listOf } from './lists';

/** Whatever their status: first approved, then pending, then denied ones. */
const searchRegistrants = (kind: EventKind) =>
	listOf('registrants', (context) => {
		const eventId = readCurrentEvent(context, kind);
		return REGISTRANT_STATUSES.map((status) => ({
			endpoint: eventEndpoints(kind).listRegistrants,
			params: { eventId },
			query: { status },
			toEntry: ({ id, email, first_name: first = '', last_name: last = '' }) => ({
				name: `${`${first} ${last}`.trim()} · ${email} (${status})`,
				value: String(id),
			}),
		}));
	});

export const searchMeetingRegistrants = searchRegistrants(MEETING);
export const searchWebinarRegistrants = searchRegistrants(WEBINAR);

/** Zoom gives a webinar's panelists all at once. */
export const searchPanelists = listOf('panelists', (context) => [
	{
		endpoint: webinarEndpoints.listPanelists,
		params: { eventId: readCurrentEvent(context, WEBINAR) },
		toEntry: ({ id, name, email }) => ({ name: `${name} · ${email}`, value: String(id) }),
	},
]);
