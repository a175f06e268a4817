import type { ILoadOptionsFunctions } from 'n8n-workflow';
import { listSearch } from '../../nodes/Zoom/methods';
import { fakeN8n, ok, refusal, sent } from './support/fakeN8n';
import type { Respond } from './support/fakeN8n';

/* The panel's lists of events and hosts: what they show, and what they ask Zoom for. */

const API = 'https://api.zoom.us/v2';
const NO_SCOPE = refusal(400, 4711, 'Invalid access token, does not contain scopes:[x].');

/** What the lists of one node show, for an app of its own. */
function editor(respond: Respond, parameters: Record<string, string> = {}) {
	const fake = fakeN8n({
		respond,
		parameters: { resource: 'meeting', operation: 'get', ...parameters },
	});
	const context = fake.context as unknown as ILoadOptionsFunctions;
	const asked = () => fake.requests.map(sent);
	const paths = () => asked().map(({ url }) => url.replace(API, ''));
	/** What stands in the list: the entries' names, and the lines that can't be chosen. */
	const show = async (filter?: string, method: keyof typeof listSearch = 'searchMeetings') => {
		const { results } = await listSearch[method].call(context, filter);
		return {
			names: results.filter(({ value }) => typeof value !== 'boolean').map(({ name }) => name),
			lines: results.filter(({ value }) => typeof value === 'boolean').map(({ name }) => name),
		};
	};
	return { context, asked, paths, show };
}

const MEETINGS = [
	{
		id: 1,
		topic: 'Launch',
		start_time: '2027-03-26T16:00:00Z',
		timezone: 'Europe/Berlin',
		join_url: 'https://zoom.us/j/1',
	},
	{ id: 22, topic: 'Weekly' },
	{ id: 333, topic: 'Talk', start_time: '2027-03-26T23:30:00Z', timezone: 'Mars/Olympus' },
];
const ENTRIES = [
	{ name: 'Launch (Fri 26 Mar 2027, 17:00)', value: '1', url: 'https://zoom.us/j/1' },
	{ name: 'Weekly (no fixed time)', value: '22' },
	{ name: 'Talk (Fri 26 Mar 2027, 23:30)', value: '333' },
];
const NAMES = ENTRIES.map(({ name }) => name);

describe.each([
	['meetings', 'searchMeetings', 'meeting'],
	['webinars', 'searchWebinars', 'webinar'],
] as const)('the list of %s', (root, method, resource) => {
	it('gives a page in the zones of their own, and the token of the next', async () => {
		const { context, asked } = editor(
			(_, i) => ok({ [root]: MEETINGS, next_page_token: i === 0 ? 'A' : '' }),
			{ resource },
		);
		const first = await listSearch[method].call(context);
		expect(first.results).toEqual(ENTRIES);
		const second = await listSearch[method].call(context, '', String(first.paginationToken));
		expect(second).toEqual({ results: ENTRIES });
		const url = `${API}/users/me/${root}`;
		expect(asked()).toEqual([
			{ method: 'GET', url, qs: { page_size: 300 } },
			{ method: 'GET', url, qs: { page_size: 300, next_page_token: 'A' } },
		]);
	});

	it('shows an event once that Zoom lists for each time it takes place', async () => {
		const twice = [MEETINGS[0], { ...MEETINGS[0], start_time: '2027-04-02T15:00:00Z' }];
		const { show } = editor(() => ok({ [root]: twice }), { resource });
		expect(await show('', method)).toEqual({ names: [NAMES[0]], lines: [] });
	});

	it.each([
		['LAUNCH', [0]],
		[' 22', [1]],
		['3 3-3', [2]],
		['33 ', [2]],
		['mar 2027', [0, 2]],
		['nothing like it', []],
		// In the middle of an ID.
		['2', [0, 1, 2]],
	])('looks for %p', async (filter, found) => {
		const { show } = editor(
			({ url }) => ok(url.endsWith(root) ? { [root]: MEETINGS } : { users: [] }),
			{ resource },
		);
		expect((await show(filter, method)).names).toEqual(found.map((index) => NAMES[index]));
	});

	it('says why it cannot load', async () => {
		const { context } = editor(() => NO_SCOPE, { resource });
		await expect(listSearch[method].call(context)).rejects.toThrow(
			'The Zoom app is missing a scope for this operation',
		);
	});
});

it('keeps the search open for others where the owner has no webinar add-on', async () => {
	const { show } = editor(
		({ url }) =>
			url.includes('/me/')
				? refusal(400, 3161, 'Not allowed.')
				: ok(
						url.endsWith('/users')
							? { users: [{ id: 'u1', email: 'ann@x.org' }] }
							: { webinars: MEETINGS },
					),
		{ resource: 'webinar' },
	);
	expect(await show('', 'searchWebinars')).toEqual({
		names: [],
		lines: ["The owner has no webinars: type a host's name or email"],
	});
	expect((await show('ann', 'searchWebinars')).names).toHaveLength(3);
});

describe('meetings that are over', () => {
	it('are asked for where a resource is about them, the latest first', async () => {
		const { show, asked } = editor(() => ok({ meetings: MEETINGS }), {
			resource: 'pastMeeting',
			operation: 'get',
		});
		expect((await show()).names).toEqual([NAMES[2], NAMES[0], NAMES[1]]);
		expect(asked()).toEqual([
			{
				method: 'GET',
				url: `${API}/users/me/meetings`,
				qs: { page_size: 300, type: 'previous_meetings' },
			},
		]);
	});

	it('are those of another host too', async () => {
		const { show, asked } = editor(
			({ url }) => ok(url.endsWith('/users') ? { users: [] } : { meetings: [] }),
			{ resource: 'pastMeeting', operation: 'get' },
		);
		await show('ann@example.com');
		const types = asked().flatMap(({ url, qs }) => (url.endsWith('meetings') ? [qs?.type] : []));
		expect(types).toEqual(['previous_meetings', 'previous_meetings']);
	});
});

const USERS = [
	{ id: 'u1', display_name: 'Ann Lee', email: 'ann@example.com' },
	{ id: 'u2', first_name: 'Ben', email: 'ben@example.com' },
	{ id: 'u3', email: 'joann@example.com' },
	{ id: 'u4', display_name: 'Anna', email: 'anna@example.com' },
	{ id: 'u5', display_name: 'Joanne', email: 'jo@example.com' },
];

describe('meetings of other hosts', () => {
	/** Zoom with these users, who host one meeting each; others are unknown to it. */
	const account: Respond = ({ url }) => {
		if (url.endsWith('/users')) return ok({ users: USERS });
		const host = decodeURIComponent(url.split('/')[2] ?? '');
		if (host === 'me') return ok({ meetings: MEETINGS });
		const user = USERS.find(({ id, email }) => id === host || email === host);
		if (!user) return refusal(404, 1001, `User does not exist: ${host}.`);
		return ok({ meetings: [{ id: `9${user.id.slice(1)}`, topic: `By ${user.id}` }] });
	};

	it.each([
		['a name', 'ben', 'By u2 (no fixed time) · ben@example.com'],
		['a part of an address', 'ben@', 'By u2 (no fixed time) · ben@example.com'],
		['the whole of one', 'BEN@example.com', 'By u2 (no fixed time) · ben@example.com'],
		[
			'an address that others contain',
			'ann@example.com',
			'By u1 (no fixed time) · ann@example.com',
		],
	])('are found by %s', async (_, filter, name) => {
		const { show } = editor(account);
		expect((await show(filter)).names).toEqual([name]);
	});

	it('come after those of the owner that fit, and hosts who fit too are named', async () => {
		const topic = { id: 4, topic: 'Planning with Ann' };
		const { show } = editor((request, index) =>
			request.url.includes('/me/') ? ok({ meetings: [topic] }) : account(request, index),
		);
		expect(await show('ann')).toEqual({
			names: ['Planning with Ann (no fixed time)', 'By u1 (no fixed time) · ann@example.com'],
			lines: ['More hosts: joann@example.com, anna@example.com, jo@example.com'],
		});
		expect((await show('@example')).lines).toEqual([
			'More hosts: ben@example.com, joann@example.com, anna@example.com, …',
		]);
	});

	it('are shown once where they are among those of the owner', async () => {
		const { show } = editor(({ url }) =>
			ok(url.endsWith('/users') ? { users: USERS } : { meetings: [{ id: 4, topic: 'Ben' }] }),
		);
		expect((await show('ben')).names).toEqual(['Ben (no fixed time)']);
	});

	it('lose no key of an address: whatever is typed, nothing is thrown', async () => {
		const { show, paths } = editor(account);
		const address = 'carl@else.example.org';
		for (let end = 1; end <= address.length; end++) {
			const { lines } = await show(address.slice(0, end));
			expect(lines.filter((line) => !line.startsWith('More hosts'))).toEqual([]);
		}
		const unknown = paths().filter((path) => path.includes('carl'));
		expect(unknown[0]).toBe('/users/carl%40else.e/meetings');
		expect(unknown.at(-1)).toBe('/users/carl%40else.example.org/meetings');
	});

	describe('where the app may not list users', () => {
		const withoutUsers: Respond = (request, index) =>
			request.url.endsWith('/users') ? NO_SCOPE : account(request, index);

		it('are found by the whole address', async () => {
			const { show } = editor(withoutUsers);
			expect(await show('ben@example.com')).toEqual({
				names: ['By u2 (no fixed time) · ben@example.com'],
				lines: [],
			});
		});

		it('are not by a name, which is told where nothing else is found', async () => {
			const { show } = editor(withoutUsers);
			expect(await show('ben')).toEqual({
				names: [],
				lines: ["Type a host's whole email address: the app may not list users"],
			});
			expect(await show('launch')).toEqual({ names: [NAMES[0]], lines: [] });
		});
	});

	it.each([
		['the owner', '/me/', 'carl'],
		['the host', '/u2/', 'ben'],
	])('tell a failure to read those of %s in a line', async (_, path, filter) => {
		const { show } = editor((request, index) =>
			request.url.includes(path) ? NO_SCOPE : account(request, index),
		);
		expect((await show(filter)).lines).toContain(
			'The Zoom app is missing a scope for this operation',
		);
	});
});

describe('in an account of thousands', () => {
	const PAGES = 12;
	const EACH = 3;
	/** Lists of many pages: users, and meetings of whoever is asked for. */
	const huge: Respond = ({ url, qs }) => {
		const page = Number(qs?.next_page_token ?? 1);
		const list = url.endsWith('/users') ? 'users' : 'meetings';
		const entries = Array.from({ length: EACH }, (_, n) => {
			const id = `${page}${n}`;
			return list === 'users'
				? { id: `u${id}`, display_name: `Host ${id}`, email: `${id}@x.org` }
				: { id: `${url.split('/')[2]}${id}`, topic: `Topic ${id}` };
		});
		return ok({ [list]: entries, next_page_token: page < PAGES ? String(page + 1) : '' });
	};

	it.each([
		['searchMeetings', 'topic 12', 3],
		['searchWebinars', 'topic 12', 3],
		['searchMeetings', 'host 12', 3],
		['searchMeetings', 'nobody@x.org', 3],
		['searchHosts', 'host 12', 1],
		['searchMeetingRegistrants', 'host', 3],
		['searchWebinarRegistrants', 'host', 3],
		['searchPanelists', 'host', 1],
	] as const)('%s asks Zoom a few times at a key: %s', async (method, text, most) => {
		const id = { __rl: true, mode: 'id', value: '85746065432' };
		const resource =
			/^search(.*)s$/.exec(method)?.[1]?.replace(/^[A-Z]/, (letter) => letter.toLowerCase()) ?? '';
		const isPeople = /Registrant|panelist/.test(resource);
		const { context, asked } = editor(
			(request, index) =>
				request.url.endsWith('/panelists') ? ok({ panelists: [] }) : huge(request, index),
			{
				...(isPeople && { resource, operation: resource === 'panelist' ? 'remove' : 'get' }),
				meetingId: id,
				webinarId: id,
			} as never,
		);
		for (let end = 0; end <= text.length; end++) {
			const before = asked().length;
			await listSearch[method].call(context, text.slice(0, end));
			expect(asked().length - before).toBeLessThanOrEqual(most);
		}
	});

	it('searches on with each key, and says so until all is searched', async () => {
		const { show } = editor(huge);
		const all: string[] = [];
		for (let key = 1; key <= PAGES; key++) {
			const { names, lines } = await show('Topic 121');
			all.push(...names);
			if (key < PAGES) {
				expect(lines).toEqual([`Searched ${key * EACH} meetings so far: keep typing to search on`]);
			} else expect(lines).toEqual([]);
		}
		expect(all).toEqual(['Topic 121 (no fixed time)']);
	});
});

describe('searchHosts', () => {
	const ENTRY_NAMES = [
		'Ann Lee · ann@example.com',
		'Ben · ben@example.com',
		'joann@example.com',
		'Anna · anna@example.com',
		'Joanne · jo@example.com',
	];
	const hosts = async (context: ILoadOptionsFunctions, filter?: string, token?: string) =>
		(await listSearch.searchHosts.call(context, filter, token)).results.map(({ name }) => name);

	it('gives the owner, then the active users', async () => {
		const { context, asked } = editor(() => ok({ users: USERS }));
		expect(await hosts(context)).toEqual(['Me (Account Owner)', ...ENTRY_NAMES]);
		expect(asked()).toEqual([
			{ method: 'GET', url: `${API}/users`, qs: { page_size: 300, status: 'active' } },
		]);
	});

	it('gives the owner on the first page only, and not in a search', async () => {
		const { context } = editor(() => ok({ users: USERS }));
		expect(await hosts(context, undefined, '["A"]')).toEqual(ENTRY_NAMES);
		expect(await hosts(context, 'ann lee')).toEqual([ENTRY_NAMES[0]]);
		expect(await hosts(context, 'u2')).toEqual([ENTRY_NAMES[1]]);
	});

	it('offers the owner where others cannot be listed, and says why', async () => {
		const { context, show } = editor(() => NO_SCOPE);
		expect(await listSearch.searchHosts.call(context)).toEqual({
			results: [
				{ name: 'Me (Account Owner)', value: 'me' },
				{
					name: 'No other hosts: The Zoom app is missing a scope for this operation',
					value: false,
				},
			],
		});
		expect(await show('ann', 'searchHosts')).toEqual({
			names: [],
			lines: ['The Zoom app is missing a scope for this operation'],
		});
	});
});

it('lists the panelists of a webinar, and searches them', async () => {
	const id = { __rl: true, mode: 'id', value: '85746065490' };
	const panelists = [
		{ id: 'p1', name: 'Grace', email: 'grace@x.org' },
		{ id: 'p2', name: 'Ida', email: 'ida@x.org' },
	];
	const { show, paths } = editor(() => ok({ panelists }), {
		resource: 'panelist',
		operation: 'remove',
		webinarId: id as never,
	});
	expect((await show('', 'searchPanelists')).names).toEqual([
		'Grace · grace@x.org',
		'Ida · ida@x.org',
	]);
	expect((await show('ida@', 'searchPanelists')).names).toEqual(['Ida · ida@x.org']);
	expect(paths()).toEqual(['/webinars/85746065490/panelists']);
});
