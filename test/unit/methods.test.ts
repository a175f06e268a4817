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

	/** Registrants without a last name: so many pages of one each, by status. */
	const pagesOf =
		(pages: Record<string, number>): Respond =>
		({ qs }) => {
			const status = String(qs?.status);
			const page = Number(qs?.next_page_token ?? 1);
			const id = `${status}-${page}`;
			return ok({
				registrants: page > (pages[status] ?? 0) ? [] : [{ id, first_name: id, email: 'a@x.org' }],
				next_page_token: page < (pages[status] ?? 0) ? String(page + 1) : '',
			});
		};

	it('gives a page of each status, and when scrolled those that follow', async () => {
		const { context, asked } = search(pagesOf({ approved: 3, pending: 2 }));
		const shown: string[][] = [];
		const lists: number[] = [];
		let token: string | undefined;
		do {
			const before = asked().length;
			const found = await listSearch.searchMeetingRegistrants.call(context, '', token);
			shown.push(found.results.map(({ value }) => String(value)));
			lists.push(asked().length - before);
			token = found.paginationToken as string | undefined;
		} while (token);
		expect(shown).toEqual([
			['approved-1', 'pending-1'],
			['approved-2', 'pending-2'],
			['approved-3'],
		]);
		expect(lists).toEqual([3, 2, 1]);
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

		it('tells a failure without throwing, and reads them again after it', async () => {
			let broken = true;
			const { context } = search((...call) =>
				broken ? refusal(400, 200, 'No permission.') : people(...call),
			);
			await expect(listSearch.searchMeetingRegistrants.call(context)).rejects.toThrow();
			expect((await listSearch.searchMeetingRegistrants.call(context, 'a')).results).toEqual([
				{ name: 'Zoom denied permission for this operation', value: false },
			]);
			broken = false;
			expect((await listSearch.searchMeetingRegistrants.call(context, 'a')).results).toHaveLength(
				3,
			);
		});

		it('reads a page of each status on at each key, and says so until all are read', async () => {
			const { context, asked } = search(pagesOf({ approved: 4, pending: 2 }));
			const seen: unknown[][] = [];
			const requests: number[] = [];
			for (const filter of ['', 'a', 'a@', 'a@x', 'a@x.']) {
				const before = asked().length;
				const { results } = await listSearch.searchMeetingRegistrants.call(context, filter);
				seen.push(results.map(({ name, value }) => (value === false ? name : value)));
				requests.push(asked().length - before);
			}
			const goesOn = (count: number) =>
				`Searched ${count} registrants so far: keep typing to search on`;
			expect(seen).toEqual([
				['approved-1', 'pending-1'],
				['approved-1', 'approved-2', 'pending-1', 'pending-2', goesOn(4)],
				['approved-1', 'approved-2', 'approved-3', 'pending-1', 'pending-2', goesOn(5)],
				['approved-1', 'approved-2', 'approved-3', 'approved-4', 'pending-1', 'pending-2'],
				['approved-1', 'approved-2', 'approved-3', 'approved-4', 'pending-1', 'pending-2'],
			]);
			expect(requests).toEqual([3, 2, 1, 1, 0]);
		});

		it('keeps the lists of 20 meetings at most, three of each', async () => {
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
			"'Meeting' is required",
		);
		const link = search(people, 'https://zoom.us/meeting/register/tZx');
		await expect(listSearch.searchMeetingRegistrants.call(link.context)).rejects.toThrow(
			'This needs a meeting from the list, by ID, or by its join link',
		);
		expect([...none.asked(), ...link.asked()]).toEqual([]);
	});
});

describe('getTimezones', () => {
	it.each([
		['getTimezones', 'Default'],
		['getTimezonesOrWorkflow', 'Workflow Timezone'],
		['getTimezonesOrUnchanged', 'Unchanged'],
	] as const)(
		'gives what no zone means, UTC, and IANA zones, each once: %s',
		async (method, first) => {
			const zones = await loadOptions[method].call({} as ILoadOptionsFunctions);
			expect(zones[0]).toEqual({ name: first, value: '' });
			expect(zones[1]).toEqual({ name: 'UTC', value: 'UTC' });
			expect(zones).toContainEqual({ name: 'Europe/Berlin', value: 'Europe/Berlin' });
			expect(new Set(zones.map(({ value }) => value)).size).toBe(zones.length);
		},
	);
});
