import type { ILoadOptionsFunctions, INodeListSearchItems } from 'n8n-workflow';
import { eventEndpoints } from '../api/endpoints';
import { MEETING, WEBINAR } from '../api/eventKinds';
import type { EventKind } from '../api/eventKinds';
import { failureOf } from '../transport/errors';
import { HOSTS } from './hosts';
import { browse, search, tellGoesOn, withNotices } from './lists';
import type { Found, ListSearch, Source } from './lists';
import { toStartName } from './startName';

const MOST_NAMED = 3;

/** A user's events; those that are over, for resources about these. */
function eventsOf(
	context: ILoadOptionsFunctions,
	kind: EventKind,
	{ userId, email }: { userId: string; email?: string },
): Source {
	const isOver = String(context.getCurrentNodeParameter('resource')).startsWith('past');
	const type = isOver ? kind.pastListType : undefined;
	return {
		endpoint: eventEndpoints(kind).list,
		params: { userId },
		...(type && { query: { type }, latestFirst: true }),
		toEntry: ({ id, topic, start_time: start, timezone, join_url: url }) => {
			const name = `${topic} (${toStartName(start, timezone) ?? 'no fixed time'})`;
			return {
				name: email === undefined ? name : `${name} · ${email}`,
				value: String(id),
				...(typeof url === 'string' && { url }),
			};
		},
	};
}

/**
 * The account owner's events; while somebody types, those of them that fit, and all of the host whose
 * name or email address fits.
 */
const searchEvents = (kind: EventKind): ListSearch =>
	async function (filter = '', paginationToken) {
		const own = eventsOf(this, kind, { userId: 'me' });
		if (filter.trim()) return await searchWithHosts(this, kind, own, filter.trim());
		return await browse(this, [own], paginationToken).catch((error: Error) => {
			// Others may host what the owner can't, so the search stays open for them.
			if (failureOf(error)?.concerns !== 'host') throw error;
			return withNotices([], [`The owner has no ${kind.name}s: type a host's name or email`]);
		});
	};

/** Three requests at a key at most, whatever the size of the account. */
async function searchWithHosts(
	context: ILoadOptionsFunctions,
	kind: EventKind,
	own: Source,
	text: string,
) {
	const [mine, hosts] = await Promise.all([
		search(context, own, text),
		search(context, HOSTS, text),
	]);
	const host = chooseHost(hosts.entries, text);
	const theirs = host && (await search(context, eventsOf(context, kind, host), ''));
	const entries = [...mine.entries, ...(theirs?.entries ?? [])];
	const lists = theirs ? [mine, theirs] : [mine];
	return withNotices(entries, [
		...(entries.length === 0 ? whyNothing(mine, hosts, theirs) : []),
		tellOthers(hosts.entries, host?.userId),
		tellGoesOn(lists, `${kind.name}s`) ?? tellGoesOn([hosts], 'hosts'),
	]);
}

/** The host who is meant; an address that the list of users lacks is asked for as it is. */
function chooseHost(hosts: readonly INodeListSearchItems[], text: string) {
	const isMeant = ({ description }: INodeListSearchItems) =>
		description?.toLowerCase() === text.toLowerCase();
	const host = hosts.find(isMeant) ?? hosts[0];
	if (host) return { userId: String(host.value), email: String(host.description) };
	return /^\S+@\S+\.\S+$/.test(text) ? { userId: text, email: text } : undefined;
}

/** A user who is unknown may be one whose address isn't typed to its end. */
function whyNothing(mine: Found, hosts: Found, theirs: Found | undefined) {
	const isUnknown = failureOf(theirs?.error)?.kind === 'userUnknown';
	const lacksUsers = failureOf(hosts.error)?.kind === 'missingScope';
	return [
		isUnknown ? undefined : theirs?.error?.message,
		failureOf(mine.error)?.concerns === 'host' ? undefined : mine.error?.message,
		lacksUsers && !theirs
			? "Type a host's whole email address: the app may not list users"
			: undefined,
	];
}

function tellOthers(hosts: readonly INodeListSearchItems[], shown: string | undefined) {
	const others = hosts.filter(({ value }) => value !== shown).map((one) => String(one.description));
	if (others.length === 0) return undefined;
	const named = others.slice(0, MOST_NAMED).join(', ');
	return `More hosts: ${named}${others.length > MOST_NAMED ? ', …' : ''}`;
}

export const searchMeetings = searchEvents(MEETING);
export const searchWebinars = searchEvents(WEBINAR);
