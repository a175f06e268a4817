import { sumBy, uniqBy } from 'lodash';
import { jsonParse } from 'n8n-workflow';
import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';
import { readSettings } from '../../../credentials/token/settings';
import type { Endpoint } from '../api/endpoints';
import { openZoom, PAGE_SIZE } from '../transport/client';
import { CREDENTIAL } from '../transport/runState';

/** One of the panel's lists, as n8n calls it: when it is opened, scrolled and searched. */
export type ListSearch = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
) => Promise<INodeListSearchResult>;

/** A list of Zoom's, and how its entries are shown. */
export interface Source {
	endpoint: Endpoint & { list: string };
	params?: Record<string, string>;
	query?: IDataObject;
	/** Whether those that start last come first on each page. */
	latestFirst?: boolean;
	toEntry(one: IDataObject): INodeListSearchItems;
}

/** Entries, and the token of the page after them; undefined where there is none. */
interface Page {
	entries: INodeListSearchItems[];
	next: string | undefined;
}

/** For so long somebody who types searches what was read before, instead of Zoom. */
const KEPT_FOR_MS = 60_000;
const MOST_KEPT = 60;

/** `at` is of the monotonic clock. */
type Kept = Page & { reading?: Promise<void>; readonly at: number };

/** What was read, by app and list, the oldest first. */
const kept = new Map<string, Kept>();

async function readPage(
	context: ILoadOptionsFunctions,
	{ endpoint, params, query, latestFirst, toEntry }: Source,
	token: string,
): Promise<Page> {
	const page = await openZoom(context).send(endpoint, params, {
		query: { page_size: PAGE_SIZE, ...query, ...(token && { next_page_token: token }) },
	});
	const rows = (page[endpoint.list] ?? []) as IDataObject[];
	const startOf = ({ start_time: start }: IDataObject) => Date.parse(String(start)) || 0;
	const inOrder = latestFirst ? rows.toSorted((a, b) => startOf(b) - startOf(a)) : rows;
	return {
		entries: inOrder.map(toEntry),
		next: page.next_page_token ? String(page.next_page_token) : undefined,
	};
}

/**
 * What a list that is opened shows: the first page of each source, or the pages that follow.
 *
 * @param paginationToken what was returned with the pages before, a JSON list of Zoom's own tokens
 * @throws NodeApiError where Zoom refuses
 */
export async function browse(
	context: ILoadOptionsFunctions,
	sources: readonly Source[],
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const tokens = paginationToken ? jsonParse<Array<string | null>>(paginationToken) : undefined;
	const readOne = async (source: Source, index: number): Promise<Page> => {
		if (!tokens) return await readKept(context, source, { fresh: true });
		const token = tokens[index];
		return token ? await readPage(context, source, token) : { entries: [], next: undefined };
	};
	const pages = await Promise.all(sources.map(readOne));
	const next = pages.map((page) => page.next ?? null);
	return {
		results: uniqBy(
			pages.flatMap(({ entries }) => entries),
			'value',
		),
		...(next.some(Boolean) && { paginationToken: JSON.stringify(next) }),
	};
}

/** What a search has found in a list. */
export interface Found {
	entries: INodeListSearchItems[];
	/** How many were looked through. */
	searched: number;
	/** Whether the list goes on. */
	goesOn: boolean;
	/** Why the list could not be read. */
	error?: Error;
}

/**
 * Looks for a text in a list: Zoom can't search. n8n asks at each key, so each reads one page at most,
 * and goes on where the one before ended. Never throws: on a failure the editor takes away the field
 * that somebody is typing in.
 */
export async function search(
	context: ILoadOptionsFunctions,
	source: Source,
	text: string,
): Promise<Found> {
	try {
		const { entries, next } = await readKept(context, source, { fresh: false });
		const found = entries.filter((entry) => fits(entry, text));
		return { entries: found, searched: entries.length, goesOn: next !== undefined };
	} catch (error) {
		return { entries: [], searched: 0, goesOn: false, error: error as Error };
	}
}

/** IDs are written in groups of digits; in the middle of one, a few letters mean nothing. */
function fits({ name, value }: INodeListSearchItems, text: string): boolean {
	const wanted = text.trim().toLowerCase();
	const id = wanted.replace(/[\s-]/g, '');
	return name.toLowerCase().includes(wanted) || String(value).toLowerCase().startsWith(id);
}

/** Everything that was read of a list, with one page more unless it is complete or being read. */
async function readKept(
	context: ILoadOptionsFunctions,
	source: Source,
	{ fresh }: { fresh: boolean },
): Promise<Page> {
	const { endpoint, params, query } = source;
	// Asks n8n for the credential each time, so that nobody sees what theirs does not show.
	const { fingerprint } = readSettings(await context.getCredentials(CREDENTIAL));
	const key = JSON.stringify([fingerprint, endpoint.path, params, query]);
	forgetOld();
	const list = (fresh ? undefined : kept.get(key)) ?? begin(key);
	list.reading ??= readOn(context, source, list).finally(() => (list.reading = undefined));
	await list.reading.catch((error: Error) => {
		if (kept.get(key) === list) kept.delete(key);
		throw error;
	});
	return list;
}

function begin(key: string): Kept {
	const list = { entries: [], next: '', at: performance.now() };
	kept.delete(key);
	kept.set(key, list);
	forgetOld();
	return list;
}

async function readOn(context: ILoadOptionsFunctions, source: Source, list: Kept) {
	if (list.next === undefined) return;
	const page = await readPage(context, source, list.next);
	list.entries.push(...page.entries);
	list.next = page.next;
}

function forgetOld() {
	const tooOld = performance.now() - KEPT_FOR_MS;
	for (const [key, { at }] of kept) {
		if (at <= tooOld || kept.size > MOST_KEPT) kept.delete(key);
	}
}

/**
 * The result of a search: the entries, and what there is to tell as lines that can't be chosen. The
 * editor takes no clicks on entries whose value is true or false, and shows one for each value.
 *
 * @param texts two at most are shown
 */
export function withNotices(
	entries: readonly INodeListSearchItems[],
	texts: ReadonlyArray<string | undefined>,
): INodeListSearchResult {
	const lines = texts.filter((text) => text !== undefined).slice(0, 2);
	return {
		results: [
			...uniqBy(entries, 'value'),
			...lines.map((name, index) => ({ name, value: index === 1 })),
		],
	};
}

/** Says that lists go on, where they do. */
export function tellGoesOn(found: readonly Found[], names: string): string | undefined {
	if (!found.some(({ goesOn }) => goesOn)) return undefined;
	return `Searched ${sumBy(found, 'searched')} ${names} so far: keep typing to search on`;
}

/**
 * A list of the panel's that is all of some of Zoom's lists.
 *
 * @param names what its entries are called
 */
export const listOf = (
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
