import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';
import { eventEndpoints, listUsers, recordingEndpoints, summaryEndpoints } from '../api/endpoints';
import type { Endpoint } from '../api/endpoints';
import { MEETING, WEBINAR } from '../api/eventKinds';
import type { EventKind } from '../api/eventKinds';
import { dateRanges } from '../mapping/dateRanges';
import { openZoom, PAGE_SIZE } from '../transport/client';
import { listShownRegistrants } from './shownRegistrants';

const ME: INodeListSearchItems = { name: 'Me (Account Owner)', value: 'me' };

/** What a search looks through, and how its results are shown. */
interface Source {
	endpoint: Endpoint & { list: string };
	params?: Record<string, string>;
	query?: IDataObject;
	toEntry(one: IDataObject): INodeListSearchItems;
}

/** A page while the user scrolls; all pages once something is searched for, as Zoom can't search. */
async function search(
	context: ILoadOptionsFunctions,
	{ endpoint, params, query, toEntry }: Source,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const zoom = openZoom(context);
	if (filter) {
		const results: INodeListSearchItems[] = [];
		const wanted = filter.toLowerCase();
		for await (const one of zoom.list(endpoint, params, query)) {
			const entry = toEntry(one);
			if (`${entry.name} ${entry.value}`.toLowerCase().includes(wanted)) results.push(entry);
		}
		return { results };
	}
	const page = await zoom.send(endpoint, params, {
		query: {
			page_size: PAGE_SIZE,
			...query,
			...(paginationToken && { next_page_token: paginationToken }),
		},
	});
	const found = (page[endpoint.list] ?? []) as IDataObject[];
	return {
		results: found.map(toEntry),
		...(page.next_page_token ? { paginationToken: String(page.next_page_token) } : {}),
	};
}

type Search = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
) => Promise<INodeListSearchResult>;

/** The owner's events, or those of a host whose email address is typed into the search. */
const searchEvents = (kind: EventKind): Search =>
	async function (filter, paginationToken) {
		const host = filter?.includes('@') ? filter.trim() : undefined;
		const source: Source = {
			endpoint: eventEndpoints(kind).list,
			params: { userId: host ?? 'me' },
			toEntry: (one) => ({
				name: `${one.topic} (${one.start_time ? minuteOf(one.start_time) : 'no fixed time'})`,
				value: String(one.id),
				...(typeof one.join_url === 'string' && { url: one.join_url }),
			}),
		};
		return await search(this, source, host ? undefined : filter, paginationToken);
	};

export const searchMeetings = searchEvents(MEETING);
export const searchWebinars = searchEvents(WEBINAR);

/** A time of Zoom's in a list. */
const minuteOf = (time: unknown) => `${String(time).slice(0, 16).replace('T', ' ')} UTC`;

/**
 * The owner's recordings of the last 30 days, or those of a host whose email address is typed into
 * the search; by UUID, since an ID stands for the latest time only.
 */
const searchRecorded = (query: IDataObject): Search =>
	async function (filter, paginationToken) {
		const host = filter?.includes('@') ? filter.trim() : undefined;
		const source: Source = {
			endpoint: recordingEndpoints.list,
			params: { userId: host ?? 'me' },
			query: { ...dateRanges({}, Date.now())[0], ...query },
			toEntry: ({ topic, start_time: start, uuid }) => ({
				name: `${String(topic)} (${minuteOf(start)})`,
				value: String(uuid),
			}),
		};
		return await search(this, source, host ? undefined : filter, paginationToken);
	};

export const searchRecordings = searchRecorded({});
export const searchTrashedRecordings = searchRecorded({ trash: true });

/** What AI Companion has written about, by UUID. */
export async function searchSummaries(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const source: Source = {
		endpoint: summaryEndpoints.list,
		toEntry: ({ meeting_topic: topic, meeting_start_time: start, meeting_uuid: uuid }) => ({
			name: `${String(topic)} (${minuteOf(start)})`,
			value: String(uuid),
		}),
	};
	return await search(this, source, filter, paginationToken);
}

/** The account's active users, after the owner. */
export async function searchHosts(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const source: Source = {
		endpoint: listUsers,
		query: { status: 'active' },
		toEntry: (one) => ({
			name: [one.display_name ?? `${one.first_name ?? ''} ${one.last_name ?? ''}`.trim(), one.email]
				.filter(Boolean)
				.join(' · '),
			value: String(one.id),
		}),
	};
	const found = await search(this, source, filter, paginationToken);
	if (!filter && !paginationToken) found.results.unshift(ME);
	return found;
}

/** The registrants of the event chosen above, whatever their status. */
const searchRegistrants = (kind: EventKind): Search =>
	async function (filter = '') {
		const wanted = filter.toLowerCase();
		const registrants = await listShownRegistrants(this, kind, filter !== '');
		return { results: registrants.filter(({ name }) => name.toLowerCase().includes(wanted)) };
	};

export const searchMeetingRegistrants = searchRegistrants(MEETING);
export const searchWebinarRegistrants = searchRegistrants(WEBINAR);
