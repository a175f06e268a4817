import type { INodeListSearchItems } from 'n8n-workflow';
import { listUsers } from '../api/endpoints';
import { browse, search, tellGoesOn, withNotices } from './lists';
import type { ListSearch, Source } from './lists';

const ME: INodeListSearchItems = { name: 'Me (Account Owner)', value: 'me' };

/** The account's active users; an entry's description is the email address. */
export const HOSTS: Source = {
	endpoint: listUsers,
	query: { status: 'active' },
	toEntry: ({ id, email, display_name: shown, first_name: first, last_name: last }) => ({
		name: [shown ?? `${first ?? ''} ${last ?? ''}`.trim(), email].filter(Boolean).join(' · '),
		value: String(id),
		description: String(email),
	}),
};

/** The account owner, who needs no list, and the account's active users. */
export const searchHosts: ListSearch = async function (filter = '', paginationToken) {
	if (filter.trim()) {
		const found = await search(this, HOSTS, filter);
		return withNotices(found.entries, [found.error?.message, tellGoesOn([found], 'hosts')]);
	}
	try {
		const { results, ...more } = await browse(this, [HOSTS], paginationToken);
		return { results: paginationToken ? results : [ME, ...results], ...more };
	} catch (error) {
		return withNotices([ME], [`No other hosts: ${(error as Error).message}`]);
	}
};
