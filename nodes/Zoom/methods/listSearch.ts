import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';
import { readCurrentMeeting } from './currentEvent';
import { openZoom, PAGE_SIZE } from '../transport/client';
import type { ZoomCall } from '../transport/client';
import { REGISTRANT_STATUSES } from '../actions/common/registrant';

const ME: INodeListSearchItems = { name: 'Me (Account Owner)', value: 'me' };

/** A page while the user scrolls; all pages once something is searched for, as Zoom can't search. */
async function search(
	context: ILoadOptionsFunctions,
	call: ZoomCall,
	key: string,
	toEntry: (row: IDataObject) => INodeListSearchItems,
	{ filter, paginationToken }: { filter?: string; paginationToken?: string },
): Promise<INodeListSearchResult> {
	const zoom = openZoom(context);
	if (filter) {
		const results: INodeListSearchItems[] = [];
		const wanted = filter.toLowerCase();
		for await (const row of zoom.list(call, key)) {
			const entry = toEntry(row);
			if (`${entry.name} ${entry.value}`.toLowerCase().includes(wanted)) results.push(entry);
		}
		return { results };
	}
	const page = await zoom.request({
		...call,
		query: {
			page_size: PAGE_SIZE,
			...call.query,
			...(paginationToken && { next_page_token: paginationToken }),
		},
	});
	const rows = (page[key] ?? []) as IDataObject[];
	return {
		results: rows.map(toEntry),
		...(page.next_page_token ? { paginationToken: String(page.next_page_token) } : {}),
	};
}

/** The owner's meetings, or those of a host whose email address is typed into the search. */
export async function searchMeetings(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const host = filter?.includes('@') ? filter.trim() : undefined;
	const call: ZoomCall = { method: 'GET', path: ['users', host ?? 'me', 'meetings'] };
	const toEntry = (row: IDataObject) => ({
		name: `${row.topic} (${row.start_time ? String(row.start_time).slice(0, 16).replace('T', ' ') + ' UTC' : 'no fixed time'})`,
		value: String(row.id),
		...(typeof row.join_url === 'string' && { url: row.join_url }),
	});
	return await search(this, call, 'meetings', toEntry, {
		filter: host ? undefined : filter,
		paginationToken,
	});
}

/** The account's active users, after the owner. */
export async function searchHosts(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const call: ZoomCall = { method: 'GET', path: ['users'], query: { status: 'active' } };
	const toEntry = (row: IDataObject) => ({
		name: [row.display_name ?? `${row.first_name ?? ''} ${row.last_name ?? ''}`.trim(), row.email]
			.filter(Boolean)
			.join(' · '),
		value: String(row.id),
	});
	const found = await search(this, call, 'users', toEntry, { filter, paginationToken });
	if (!filter && !paginationToken) found.results.unshift(ME);
	return found;
}

/** The registrants of the meeting chosen above, whatever their status. */
export async function searchRegistrants(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const meetingId = readCurrentMeeting(this);
	const zoom = openZoom(this);
	const wanted = (filter ?? '').toLowerCase();
	const results: INodeListSearchItems[] = [];
	for (const status of REGISTRANT_STATUSES) {
		const path = ['meetings', meetingId, 'registrants'];
		const call: ZoomCall = { method: 'GET', path, query: { status } };
		for await (const row of zoom.list(call, 'registrants')) {
			const person = `${row.first_name ?? ''} ${row.last_name ?? ''}`.trim();
			const name = `${person} · ${row.email} (${status})`;
			if (name.toLowerCase().includes(wanted)) results.push({ name, value: String(row.id) });
		}
	}
	return { results };
}
