import { sleep } from 'n8n-workflow';
import type { IDataObject } from 'n8n-workflow';
import { errorMessage } from '../failedRow';
import { locator, ok, refusal, runNode } from './support/fakeN8n';
import type { Answer, FakeOptions } from './support/fakeN8n';
import { settled } from './support/settled';
import { useFakeTime } from './support/zoomAnswering';

useFakeTime();

const AT_A_TIME = 10;
const NOT_FOUND = "None of the account owner's meetings has this registration link";
const page = { statusCode: 200, body: '<html>' };
const gone = refusal(404, 3001, 'Meeting does not exist: 1.');
const noScope = refusal(400, 4711, 'Token does not contain scopes:[meeting:read:meeting:admin].');

const linkOf = (n: number | string) => `https://zoom.us/meeting/register/tZ-${n}`;

/** What the search of a run met: all reads of meetings, and how many were under way at a time. */
interface World {
	/** The owner's meetings: 1, 2, …; meeting n has the link n. */
	meetings: number;
	/** What a read of a meeting gives instead. */
	broken?: (meeting: number, reads: readonly number[]) => Answer | undefined;
	/** How long an answer takes. */
	ms?: number;
	operation?: IDataObject;
}

/** Runs an operation for rows that name their meetings by these links. */
async function runFor(
	links: Array<number | string>,
	{ meetings, broken, ms = 50, operation }: World,
	more: FakeOptions = {},
) {
	const reads: number[] = [];
	let lists = 0;
	let underWay = 0;
	let most = 0;
	const { items } = await settled(
		runNode({
			parameters: { resource: 'meeting', operation: 'end', ...operation } as never,
			rows: links.map(() => ({})),
			perItem: (index) => ({
				meetingId: locator('url', linkOf(links[index] ?? '')),
				email: `p${index}@example.com`,
			}),
			plan: 'business',
			onError: 'continueErrorOutput',
			respond: async ({ method, url }) => {
				if (method !== 'GET') return ok(url.endsWith('/registrants') ? { join_url: 'j' } : {});
				if (url === '/users/me/meetings') {
					lists++;
					return ok({ meetings: Array.from({ length: meetings }, (_, n) => ({ id: n + 1 })) });
				}
				const meeting = Number(url.split('/')[2]);
				reads.push(meeting);
				most = Math.max(most, ++underWay);
				const answer = broken?.(meeting, reads);
				await sleep(ms);
				underWay--;
				return answer ?? ok({ id: meeting, registration_url: linkOf(meeting) });
			},
			...more,
		}),
	);
	return { reads, lists, most, items, failed: items.map(errorMessage) };
}
const numbers = (count: number) => Array.from({ length: count }, (_, n) => n + 1);
const ascending = (list: readonly number[]) => list.toSorted((a, b) => a - b);

describe('the search for registration links', () => {
	it.each(['add', 'addMany'])('%s: asks once for links that nobody has', async (name) => {
		const operation = {
			resource: 'meetingRegistrant',
			operation: name,
			registrantFrom: 'define',
			firstName: 'A',
		};
		for (const links of [numbers(20).map(() => 'none'), numbers(20).map((n) => `none-${n}`)]) {
			const { reads, lists, failed } = await runFor(links, { meetings: 50, operation });
			expect(failed).toEqual(links.map(() => NOT_FOUND));
			expect(lists).toBe(1);
			expect(ascending(reads)).toEqual(numbers(50));
		}
	});

	it('asks each meeting once, whatever number of links it looks for', async () => {
		const links = [30, 'none', 2, 17, 30, 1, 'none-2', 29];
		const { reads, lists, items } = await runFor(links, { meetings: 30 });
		expect(lists).toBe(1);
		expect(ascending(reads)).toEqual(numbers(30));
		expect(items.map(({ json, pairedItem }) => [json.id, pairedItem])).toEqual(
			links.map((link, item) => [typeof link === 'number' ? link : undefined, { item }]),
		);
	});

	it('asks several at a time', async () => {
		const { most } = await runFor([40, 'none'], { meetings: 40 });
		expect(most).toBe(AT_A_TIME);
	});

	it('ends once the link is found, and asks nothing for links that it has met', async () => {
		const links = [25, ...numbers(25), 25];
		const { reads, failed } = await runFor(links, {
			meetings: 300,
			operation: { options: { maxConcurrency: 1 } },
		});
		expect(failed).toEqual(links.map(() => undefined));
		expect(reads.length).toBeLessThan(25 + AT_A_TIME);
	});

	it('goes on where it ended before', async () => {
		const { reads } = await runFor([5, 40], {
			meetings: 300,
			operation: { options: { maxConcurrency: 1 } },
		});
		expect(new Set(reads).size).toBe(reads.length);
		expect(reads.length).toBeLessThan(40 + AT_A_TIME);
	});

	it('asks again only for meetings that may be read later', async () => {
		const broken = (meeting: number, reads: readonly number[]) => {
			if (meeting === 3) return gone;
			return meeting === 7 && reads.filter((read) => read === 7).length < 3 ? page : undefined;
		};
		const { reads, failed } = await runFor(['none-1', 'none-2', 7, 'none-3', 'none-3'], {
			meetings: 20,
			broken,
			operation: { options: { maxConcurrency: 1 } },
		});
		expect(ascending(reads)).toEqual(ascending([...numbers(20), 7, 7]));
		const unread = (count: number) => `${NOT_FOUND}, but ${count} of them couldn't be read`;
		expect(failed).toEqual([unread(2), unread(2), undefined, unread(1), unread(1)]);
	});

	it('ends for all links at what every meeting would meet', async () => {
		const links = [30, 31, 32, 33];
		const { reads, failed } = await runFor(links, {
			meetings: 60,
			broken: () => noScope,
			operation: { options: { maxConcurrency: 1 } },
		});
		expect(failed).toEqual(links.map(() => 'The Zoom app is missing a scope for this operation'));
		expect(reads.length).toBeLessThanOrEqual(AT_A_TIME);
	});

	it('begins no further requests after trouble with several meetings', async () => {
		const { reads, failed } = await runFor([100], { meetings: 100, broken: () => page });
		expect(failed).toEqual(["This isn't a response from Zoom's API"]);
		expect(reads.length).toBeLessThan(3 + AT_A_TIME);
	});

	it('reads the list of meetings again for a later row where that failed', async () => {
		let lists = 0;
		const { items } = await settled(
			runNode({
				parameters: {
					resource: 'meeting',
					operation: 'end',
					meetingId: locator('url', linkOf(1)),
					options: { maxConcurrency: 1 },
				},
				rows: [{}, {}],
				onError: 'continueErrorOutput',
				respond: ({ url }) => {
					if (url === '/users/me/meetings')
						return ++lists === 1 ? page : ok({ meetings: [{ id: 1 }] });
					return ok({ id: 1, registration_url: linkOf(1) });
				},
			}),
		);
		expect(items.map(errorMessage)).toEqual(["This isn't a response from Zoom's API", undefined]);
	});

	it.each(['end', 'addMany'])('%s: begins nothing once the run is cancelled', async (name) => {
		const cancel = new AbortController();
		let atCancel = 0;
		const broken = (_: number, reads: readonly number[]) => {
			if (reads.length === 15) {
				cancel.abort();
				atCancel = reads.length;
			}
			return undefined;
		};
		const resource = name === 'end' ? 'meeting' : 'meetingRegistrant';
		const { reads } = await runFor(
			[300, 'none', 299],
			{
				meetings: 300,
				broken,
				operation: { resource, operation: name, registrantFrom: 'define', firstName: 'A' },
			},
			{ signal: cancel.signal },
		);
		expect(atCancel).toBe(15);
		expect(reads).toHaveLength(atCancel);
	});
});
