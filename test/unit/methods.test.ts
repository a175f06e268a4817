import type { ILoadOptionsFunctions, INodeListSearchItems } from 'n8n-workflow';
import { listSearch, loadOptions } from '../../nodes/Zoom/methods';
import { fakeN8n, inListOrder, locator, newApp, ok, refusal, sent } from './support/fakeN8n';
import type { Respond } from './support/fakeN8n';
import { settled } from './support/settled';

const API = 'https://api.zoom.us/v2';

function search(respond: Respond, meetingId: unknown = '85746065432') {
	const fake = fakeN8n({
		respond,
		parameters: {
			resource: 'meetingRegistrant',
			operation: 'get',
			meetingId: locator('id', meetingId),
		},
	});
	const context = fake.context as unknown as ILoadOptionsFunctions;
	return { context, asked: () => inListOrder(fake.requests).map(sent) };
}

describe('searchMeetings', () => {
	const MEETINGS = [
		{ id: 1, topic: 'Launch', start_time: '2027-03-05T10:00:00Z', join_url: 'https://zoom.us/j/1' },
		{ id: 22, topic: 'Weekly' },
	];
	const ENTRIES = [
		{ name: 'Launch (2027-03-05 10:00 UTC)', value: '1', url: 'https://zoom.us/j/1' },
		{ name: 'Weekly (no fixed time)', value: '22' },
	];
	const url = `${API}/users/me/meetings`;

	it('gives a page and the token of the next', async () => {
		const { context, asked } = search((_, i) =>
			ok({ meetings: MEETINGS, next_page_token: i === 0 ? 'A' : '' }),
		);
		expect(await listSearch.searchMeetings.call(context)).toEqual({
			results: ENTRIES,
			paginationToken: 'A',
		});
		expect(await listSearch.searchMeetings.call(context, '', 'A')).toEqual({ results: ENTRIES });
		expect(asked()).toEqual([
			{ method: 'GET', url, qs: { page_size: 300 } },
			{ method: 'GET', url, qs: { page_size: 300, next_page_token: 'A' } },
		]);
	});

	it.each([
		['LAUNCH', ['1']],
		['22', ['22']],
		['2027-03', ['1']],
		['nothing like it', []],
	])('looks through all pages for %p', async (filter, values) => {
		const { context, asked } = search((_, i) =>
			ok({ meetings: [MEETINGS[i]], next_page_token: i === 0 ? 'A' : '' }),
		);
		const { results } = await listSearch.searchMeetings.call(context, filter);
		expect(results.map(({ value }) => value)).toEqual(values);
		expect(asked()).toHaveLength(2);
	});

	it("shows another host's meetings for an email address", async () => {
		const { context, asked } = search(() => ok({ meetings: MEETINGS }));
		const { results } = await listSearch.searchMeetings.call(context, ' host@example.com ');
		expect(results).toEqual(ENTRIES);
		expect(asked()).toEqual([
			{ method: 'GET', url: `${API}/users/host%40example.com/meetings`, qs: { page_size: 300 } },
		]);
	});

	it('says why it cannot load', async () => {
		const { context } = search(() => refusal(400, 4711, 'does not contain scopes:[x]'));
		await expect(listSearch.searchMeetings.call(context)).rejects.toThrow(
			'The Zoom app is missing a scope for this operation',
		);
	});
});

describe('searchHosts', () => {
	const USERS = [
		{ id: 'u1', display_name: 'Ann Lee', email: 'ann@example.com' },
		{ id: 'u2', first_name: 'Ben', email: 'ben@example.com' },
		{ id: 'u3', email: 'c@example.com' },
	];
	const ENTRIES = [
		{ name: 'Ann Lee · ann@example.com', value: 'u1' },
		{ name: 'Ben · ben@example.com', value: 'u2' },
		{ name: 'c@example.com', value: 'u3' },
	];

	it('gives the owner, then the active users', async () => {
		const { context, asked } = search(() => ok({ users: USERS }));
		expect(await listSearch.searchHosts.call(context)).toEqual({
			results: [{ name: 'Me (Account Owner)', value: 'me' }, ...ENTRIES],
		});
		expect(asked()).toEqual([
			{ method: 'GET', url: `${API}/users`, qs: { page_size: 300, status: 'active' } },
		]);
	});

	it('gives the owner on the first page only, and not in a search', async () => {
		const { context } = search(() => ok({ users: USERS }));
		expect((await listSearch.searchHosts.call(context, undefined, 'A')).results).toEqual(ENTRIES);
		expect((await listSearch.searchHosts.call(context, 'ann')).results).toEqual([ENTRIES[0]]);
	});
});

describe('searchMeetingRegistrants', () => {
	const people: Respond = ({ qs }) =>
		ok({
			registrants: [
				{ id: `r-${qs?.status}`, first_name: 'Ann', last_name: 'Lee', email: 'ann@x.org' },
			],
		});

	it('gives those of every status', async () => {
		const { context, asked } = search(people);
		expect(await listSearch.searchMeetingRegistrants.call(context)).toEqual({
			results: [
				{ name: 'Ann Lee · ann@x.org (approved)', value: 'r-approved' },
				{ name: 'Ann Lee · ann@x.org (pending)', value: 'r-pending' },
				{ name: 'Ann Lee · ann@x.org (denied)', value: 'r-denied' },
			],
		});
		const url = `${API}/meetings/85746065432/registrants`;
		expect(asked()).toEqual(
			['approved', 'pending', 'denied'].map((status) => ({
				method: 'GET',
				url,
				qs: { page_size: 300, status },
			})),
		);
	});

	it('searches', async () => {
		const { context } = search(people);
		const { results } = await listSearch.searchMeetingRegistrants.call(context, 'PENDING');
		expect(results.map(({ value }) => value)).toEqual(['r-pending']);
	});

	it('does without a last name, and follows the pages', async () => {
		const { context, asked } = search(({ qs }) =>
			qs?.status === 'approved' && !qs.next_page_token
				? ok({
						registrants: [{ id: 'r', first_name: 'A', email: 'a@x.org' }],
						next_page_token: 'B',
					})
				: ok({ registrants: [] }),
		);
		expect(await listSearch.searchMeetingRegistrants.call(context)).toEqual({
			results: [{ name: 'A · a@x.org (approved)', value: 'r' }],
		});
		const pages = asked().map(({ qs }) => `${qs?.status} ${qs?.next_page_token ?? ''}`);
		expect(pages.toSorted()).toEqual(['approved ', 'approved B', 'denied ', 'pending ']);
	});

	describe('while somebody types', () => {
		const names = ({ results }: { results: INodeListSearchItems[] }) =>
			results.map(({ value }) => value);
		/** One app of a test, whose meetings have a registrant of their own each. */
		function editor() {
			const app = newApp();
			let asked = 0;
			const open = (meeting: number | string) => {
				const fake = search(({ url, qs }) => {
					asked++;
					const id = `${url.split('/')[2]}-${qs?.status}`;
					return ok({ registrants: [{ id, first_name: 'Ann', email: 'ann@x.org' }] });
				}, String(meeting));
				const getCredentials = async () => ({ ...app });
				return { ...fake.context, getCredentials } as unknown as ILoadOptionsFunctions;
			};
			const type = async (meeting: number | string, filter?: string) =>
				names(await listSearch.searchMeetingRegistrants.call(open(meeting), filter));
			return { type, asked: () => asked };
		}
		afterEach(() => jest.useRealTimers());

		it('searches what was shown, and reads the lists again when the list is opened', async () => {
			const { type, asked } = editor();
			await type(85746065001);
			for (const filter of ['a', 'an', 'ann', 'ann p']) await type(85746065001, filter);
			expect(await type(85746065001, '(denied')).toEqual(['85746065001-denied']);
			expect(asked()).toBe(3);
			await type(85746065001, '');
			expect(asked()).toBe(6);
		});

		it('reads them once for keys that come before the answer', async () => {
			const { type, asked } = editor();
			const all = await Promise.all(['', 'a', 'ann'].map((filter) => type(85746065001, filter)));
			expect(all.map(({ length }) => length)).toEqual([3, 3, 3]);
			expect(asked()).toBe(3);
		});

		it('shows nobody what another meeting has, or another app', async () => {
			const first = editor();
			await first.type(85746065001);
			expect(await first.type(85746065002, 'pending')).toEqual(['85746065002-pending']);
			const second = editor();
			await second.type(85746065001, 'pending');
			expect([first.asked(), second.asked()]).toEqual([6, 3]);
		});

		it('reads them again after a minute', async () => {
			jest.useFakeTimers();
			const { type, asked } = editor();
			await settled(type(85746065001));
			await jest.advanceTimersByTimeAsync(59_000);
			await settled(type(85746065001, 'ann'));
			expect(asked()).toBe(3);
			await jest.advanceTimersByTimeAsync(2_000);
			await settled(type(85746065001, 'ann'));
			expect(asked()).toBe(6);
		});

		it('reads them again after a failure', async () => {
			let broken = true;
			const { context } = search((...call) =>
				broken ? refusal(400, 200, 'No permission.') : people(...call),
			);
			await expect(listSearch.searchMeetingRegistrants.call(context, 'a')).rejects.toThrow();
			broken = false;
			expect((await listSearch.searchMeetingRegistrants.call(context, 'a')).results).toHaveLength(
				3,
			);
		});

		it('keeps the lists of 20 meetings at most', async () => {
			jest.useFakeTimers();
			const { type, asked } = editor();
			const meetings = Array.from({ length: 21 }, (_, n) => 85746065000 + n);
			for (const meeting of meetings) await settled(type(meeting));
			for (const meeting of meetings.slice(1)) await settled(type(meeting, 'ann'));
			expect(asked()).toBe(3 * 21);
			await settled(type(meetings[0] ?? '', 'ann'));
			expect(asked()).toBe(3 * 22);
		});
	});

	it('needs a meeting', async () => {
		const none = search(people, '');
		await expect(listSearch.searchMeetingRegistrants.call(none.context)).rejects.toThrow(
			"The expression in 'Meeting' found nothing",
		);
		const link = search(people, 'https://zoom.us/meeting/register/tZx');
		await expect(listSearch.searchMeetingRegistrants.call(link.context)).rejects.toThrow(
			'This needs a meeting from the list, by ID, or by its join link',
		);
		expect([...none.asked(), ...link.asked()]).toEqual([]);
	});
});

describe('getTimezones', () => {
	it('gives IANA zones, UTC first, each once', async () => {
		const zones = await loadOptions.getTimezones.call({} as ILoadOptionsFunctions);
		expect(zones[0]).toEqual({ name: 'UTC', value: 'UTC' });
		expect(zones).toContainEqual({ name: 'Europe/Berlin', value: 'Europe/Berlin' });
		expect(new Set(zones.map(({ value }) => value)).size).toBe(zones.length);
	});
});
