import type { ILoadOptionsFunctions } from 'n8n-workflow';
import { REGISTRANT_STATUSES } from '../api/choices';
import { eventEndpoints, webinarEndpoints } from '../api/endpoints';
import { MEETING, WEBINAR } from '../api/eventKinds';
import type { EventKind } from '../api/eventKinds';
import { readCurrentEvent } from './currentEvent';
import { browse, search, tellGoesOn, withNotices } from './lists';
import type { ListSearch, Source } from './lists';

/** The people of the event chosen above. */
const searchPeople = (
	names: string,
	sourcesOf: (context: ILoadOptionsFunctions) => Source[],
): ListSearch =>
	async function (filter = '', paginationToken) {
		const sources = sourcesOf(this);
		if (!filter.trim()) return await browse(this, sources, paginationToken);
		const found = await Promise.all(sources.map((source) => search(this, source, filter)));
		return withNotices(
			found.flatMap(({ entries }) => entries),
			[found.find(({ error }) => error)?.error?.message, tellGoesOn(found, names)],
		);
	};

/** Whatever their status: first approved, then pending, then denied ones. */
const searchRegistrants = (kind: EventKind) =>
	searchPeople('registrants', (context) => {
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
export const searchPanelists = searchPeople('panelists', (context) => [
	{
		endpoint: { ...webinarEndpoints.listPanelists, list: 'panelists' },
		params: { eventId: readCurrentEvent(context, WEBINAR) },
		toEntry: ({ id, name, email }) => ({ name: `${name} · ${email}`, value: String(id) }),
	},
]);
