import { sleep } from 'n8n-workflow';
import type { IHttpRequestOptions } from 'n8n-workflow';
import { errorMessage } from '../failedRow';
import { locator, ok, refusal, runNode } from './support/fakeN8n';
import type { Answer, FakeOptions } from './support/fakeN8n';
import { settled } from './support/settled';
import { useFakeTime } from './support/zoomAnswering';

useFakeTime();

const STATUSES = ['approved', 'pending', 'denied'];
const ALL_LISTS = STATUSES.map((status) => `85746065432 ${status}`).toSorted();
const emailOf = (n: number) => `p${n}@example.com`;
const person = (n: number) => ({ id: `person-${n}`, email: emailOf(n) });

/** A page of one of an event's lists, by its status. */
type ListPage = (page: { meeting: string; status: string; token: string }) => Answer;

/** Runs an operation for rows that name people by address, and counts what it asks the lists for. */
async function runFor(
	operation: string,
	addresses: number[],
	listPage: ListPage,
	more: FakeOptions = {},
) {
	const pages: string[] = [];
	let underWay = 0;
	let most = 0;
	const answer = async ({ method, url, qs }: IHttpRequestOptions) => {
		if (method !== 'GET' || !url.endsWith('/registrants')) return ok({ join_url: 'j' });
		const { status, next_page_token: token = '' } = qs as Record<string, string>;
		const meeting = url.split('/')[2] ?? '';
		pages.push([meeting, status, token].filter(Boolean).join(' '));
		most = Math.max(most, ++underWay);
		const result = listPage({ meeting, status: status ?? '', token });
		await sleep(50);
		underWay--;
		return result;
	};
	const { items, requests } = await settled(
		runNode({
			parameters: {
				resource: 'meetingRegistrant',
				operation,
				meetingId: locator('id', '85746065432'),
				registrantFrom: 'define',
				firstName: 'A',
			},
			rows: addresses.map(() => ({})),
			perItem: (index) => ({
				registrant: locator('email', emailOf(addresses[index] ?? 0)),
				email: emailOf(addresses[index] ?? 0),
			}),
			plan: 'business',
			onError: 'continueErrorOutput',
			respond: answer,
			...more,
		}),
	);
	const changes = requests.filter(({ method }) => method !== 'GET');
	return { pages, most, items, changes, failed: items.map(errorMessage) };
}
const numbers = (count: number) => Array.from({ length: count }, (_, n) => n);
const allOf =
	(status: string, count: number): ListPage =>
	(page) =>
		ok({ registrants: page.status === status ? numbers(count).map(person) : [] });

describe("an event's lists", () => {
	it.each(['get', 'delete', 'approve', 'deny', 'cancel'])(
		'%s: each is read once for all rows, side by side',
		async (operation) => {
			const { pages, most, failed } = await runFor(operation, numbers(50), allOf('denied', 50));
			expect(failed).toEqual(numbers(50).map(() => undefined));
			expect(pages.toSorted()).toEqual(ALL_LISTS);
			expect(most).toBe(3);
		},
	);

	it.each(['add', 'addMany'])('%s, with Fail the Item: the same', async (operation) => {
		const { pages, most } = await runFor(operation, numbers(20), allOf('denied', 0), {
			perItem: (index) => ({ email: emailOf(index), options: { ifRegistered: 'report' } }),
		});
		expect(pages.toSorted()).toEqual(ALL_LISTS);
		expect(most).toBe(3);
	});

	it('Get Many of any status: side by side where all are wanted, in their order', async () => {
		const delays: ListPage = ({ status }) =>
			ok({ registrants: [{ id: status, email: 'a@x.org' }] });
		const { items, most } = await runFor('getAll', [0], delays, {
			perItem: () => ({ returnAll: true, filters: { status: 'any' }, simple: true }),
		});
		expect(items.map(({ json }) => [json.id, json.status])).toEqual(
			STATUSES.map((one) => [one, one]),
		);
		expect(most).toBe(3);
	});

	it('who is in several is approved first, then pending, whichever list comes first', async () => {
		const inSome: ListPage = ({ status }) =>
			ok({ registrants: status === 'approved' ? [] : [{ ...person(0), id: status }] });
		const { changes } = await runFor('delete', [0], inSome);
		expect(changes.map(({ url }) => url)).toEqual(['/meetings/85746065432/registrants/pending']);
	});

	it.each([
		['a refusal, told to all rows', refusal(404, 3001, 'Meeting does not exist: 1.'), 1],
		['what may pass, tried again for the next row', { statusCode: 200, body: '<html>' }, 2],
	])('one that fails ends the others: %s', async (_, answer, times) => {
		const endless: ListPage = ({ status, token }) =>
			status === 'pending'
				? answer
				: ok({ registrants: [person(0)], next_page_token: `${token}x` });
		const { pages, failed } = await runFor('delete', [0, 0], endless, {
			parameters: {
				resource: 'meetingRegistrant',
				operation: 'delete',
				meetingId: locator('id', '85746065432'),
				options: { maxConcurrency: 1 },
			},
		});
		expect(new Set(failed).size).toBe(1);
		expect(failed[0]).toBeDefined();
		// The others may have begun their second pages before.
		expect(pages.filter((page) => page.endsWith('pending'))).toHaveLength(times);
		expect(pages.length).toBeLessThanOrEqual(5 * times);
	});

	it('are read again where all that failed has passed', async () => {
		let broken = true;
		const once: ListPage = ({ status }) => {
			if (status === 'denied' && broken) {
				broken = false;
				return { statusCode: 200, body: '<html>' };
			}
			return allOf('approved', 1)({ meeting: '', status, token: '' });
		};
		const { failed } = await runFor('delete', [0, 0], once, {
			parameters: {
				resource: 'meetingRegistrant',
				operation: 'delete',
				meetingId: locator('id', '85746065432'),
				options: { maxConcurrency: 1 },
			},
		});
		expect(failed).toEqual(["This isn't a response from Zoom's API", undefined]);
	});

	it('end with the run: a cancelled one reads no further page', async () => {
		const cancel = new AbortController();
		let count = 0;
		const endless: ListPage = ({ token }) => {
			if (++count === 7) cancel.abort();
			return ok({ registrants: [person(0)], next_page_token: `${token}x` });
		};
		const { pages, changes } = await runFor('delete', [0, 1], endless, { signal: cancel.signal });
		expect(pages).toHaveLength(7);
		expect(changes).toEqual([]);
	});
});

describe.each(['approve', 'deny', 'cancel'])('%s for several meetings', (operation) => {
	const MEETINGS = numbers(6).map((n) => String(85746065000 + n));
	const perItem = (index: number) => ({
		meetingId: locator('id', MEETINGS[index % MEETINGS.length]),
		registrant: locator('email', emailOf(index)),
	});

	it('reads their lists side by side, and pairs each row with its result', async () => {
		// In the third meeting nobody has registered.
		const page: ListPage = ({ meeting, status }) =>
			ok({
				registrants: status === 'pending' && meeting !== MEETINGS[2] ? numbers(12).map(person) : [],
			});
		const { pages, most, items, failed } = await runFor(operation, numbers(12), page, { perItem });
		expect(most).toBeGreaterThan(3);
		expect(pages.toSorted()).toEqual(
			MEETINGS.flatMap((meeting) => STATUSES.map((one) => `${meeting} ${one}`)).toSorted(),
		);
		expect(failed.map((message) => message !== undefined)).toEqual(
			numbers(12).map((n) => n % MEETINGS.length === 2),
		);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(
			numbers(12).map((item) => ({ item })),
		);
		expect(items.map(({ json }) => json.email ?? 'failed')).toEqual(
			numbers(12).map((n) => (n % MEETINGS.length === 2 ? 'failed' : emailOf(n))),
		);
	});

	it('looks nobody up any more once a row has stopped the run', async () => {
		const none: ListPage = () => ok({ registrants: [] });
		let pages: string[] = [];
		const failing = settled(
			runNode({
				parameters: { resource: 'meetingRegistrant', operation, options: { maxConcurrency: 1 } },
				rows: numbers(6).map(() => ({})),
				perItem,
				plan: 'business',
				respond: ({ url, qs }) => {
					const { status = '' } = qs as Record<string, string>;
					pages = [...pages, `${url} ${status}`];
					return none({ meeting: '', status, token: '' });
				},
			}),
		);
		await expect(failing).rejects.toThrow('No registrant has the email address p0@example.com');
		expect(pages).toHaveLength(3);
	});
});
