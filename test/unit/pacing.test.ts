import { sleep } from 'n8n-workflow';
import pLimit from 'p-limit';
import type { ZoomPlan } from '../../credentials/token/settings';
import { eventEndpoints } from '../../nodes/Zoom/api/endpoints';
import type { Endpoint } from '../../nodes/Zoom/api/endpoints';
import { MEETING } from '../../nodes/Zoom/api/eventKinds';
import { takeTurn } from '../../nodes/Zoom/transport/pacing';
import { settled } from './support/settled';
import { useFakeTime } from './support/zoomAnswering';

useFakeTime();

const { addRegistrant: ADD, addRegistrants: BATCH } = eventEndpoints(MEETING);
let accounts = 0;

/** A Zoom that takes so many requests in any second, and says nothing of it unless asked to. */
function zoom(limit: number, { tells = false, label }: { tells?: boolean; label?: string } = {}) {
	const arrivals: number[] = [];
	let refused = 0;
	const headers = (status: number): Record<string, string> => ({
		...(label && { 'x-ratelimit-category': label }),
		...(tells &&
			status === 429 && { 'x-ratelimit-type': 'QPS', 'x-ratelimit-limit': String(limit) }),
	});
	return {
		account: `account-${++accounts}`,
		arrivals,
		refusals: () => refused,
		answer: () => {
			const now = Date.now();
			const recent = arrivals.filter((at) => now - at < 1000).length;
			const status = recent < limit ? 201 : 429;
			if (status === 201) arrivals.push(now);
			else refused++;
			return { status, headers: headers(status) };
		},
	};
}

/** How many arrived within a second of the first. */
const inFirstSecond = ({ arrivals }: ReturnType<typeof zoom>) =>
	arrivals.filter((at) => at - Number(arrivals[0]) < 1000).length;
/** In how many seconds all arrived. */
const seconds = ({ arrivals }: ReturnType<typeof zoom>) =>
	(Number(arrivals.at(-1)) - Number(arrivals[0])) / 1000;

/** Sends requests as the node does; each takes 50 ms, give or take 15. */
async function send(
	to: ReturnType<typeof zoom>,
	count: number,
	{
		plan = 'auto' as ZoomPlan,
		call = ADD as Endpoint,
		atATime = 20,
		coldOnes = 0,
		/** How much longer than others a request may take to arrive, in milliseconds. */
		spread = 15,
		signal = undefined as AbortSignal | undefined,
	} = {},
) {
	const limit = pLimit(atATime);
	const one = async (number: number) => {
		for (;;) {
			const turn = await takeTurn(to.account, call, plan, number < coldOnes, signal);
			if (signal?.aborted) return turn.ended();
			if (number < coldOnes) await sleep(400);
			await sleep(25 + ((number * number * 7) % spread));
			const { status, headers } = to.answer();
			await sleep(25);
			turn.ended(headers, status === 429 ? 1000 : undefined);
			if (status !== 429) return;
		}
	};
	await Promise.all(Array.from({ length: count }, (_, number) => limit(one, number)));
}

describe('a plan that the credential names', () => {
	it.each([
		['free', 4],
		['pro', 30],
		['business', 80],
	] as Array<[ZoomPlan, number]>)(
		'%s: %i requests a second, none refused, hardly slower than allowed',
		async (plan, limit) => {
			const to = zoom(limit);
			await settled(send(to, 10 * limit, { plan }));
			expect(to.refusals()).toBe(0);
			expect(to.arrivals).toHaveLength(10 * limit);
			expect(Math.ceil(seconds(to))).toBe(10);
		},
	);

	it('has limits of its own for each category', async () => {
		const to = zoom(10);
		const [adds, batches] = [zoom(1000), zoom(1000)];
		adds.account = batches.account = to.account;
		const both = [send(adds, 30, { plan: 'pro' }), send(batches, 20, { plan: 'pro', call: BATCH })];
		await settled(Promise.all(both));
		expect([inFirstSecond(adds), inFirstSecond(batches)]).toEqual([30, 10]);
	});

	it('is shared by all that use the account, and by nobody else', async () => {
		const to = zoom(30);
		const other = zoom(30);
		await settled(
			Promise.all([
				send(to, 60, { plan: 'pro' }),
				send(to, 60, { plan: 'pro' }),
				send(other, 30, { plan: 'pro' }),
			]),
		);
		expect([to.refusals(), other.refusals()]).toEqual([0, 0]);
		expect([inFirstSecond(to), inFirstSecond(other)]).toEqual([30, 30]);
	});

	it('counts from its arrival what had to fetch a token first', async () => {
		const to = zoom(30);
		await settled(send(to, 90, { plan: 'pro', coldOnes: 20 }));
		expect(to.refusals()).toBe(0);
	});

	it("gives way to what Zoom's headers say", async () => {
		const to = zoom(10, { tells: true });
		await settled(send(to, 60, { plan: 'pro' }));
		// The first second's surplus is refused; from then on the limit is known.
		expect(to.refusals()).toBeLessThanOrEqual(20);
		const before = to.refusals();
		await settled(send(to, 60, { plan: 'pro' }));
		expect(to.refusals()).toBe(before);
	});
});

describe('a refusal in spite of the distance', () => {
	const UNEVEN = { plan: 'pro' as const, spread: 151, atATime: 40 };

	it('widens it, and makes nobody wait: few are refused where requests take differently long', async () => {
		const to = zoom(30);
		await settled(send(to, 600, UNEVEN));
		expect(to.refusals()).toBeGreaterThan(0);
		expect(to.refusals()).toBeLessThanOrEqual(6);
		expect(Math.ceil(seconds(to))).toBeLessThanOrEqual(21);
	});

	/** Whether the next request has to wait for its turn. */
	async function mustWait(account: string, plan: ZoomPlan = 'pro') {
		const started = Date.now();
		const next = await settled(takeTurn(account, ADD, plan, false, undefined));
		next.ended({});
		return Date.now() > started;
	}

	/** Meets a refusal; resolves to whether the next request had to wait for its turn. */
	async function mustWaitAfterRefusal(account: string, plan: ZoomPlan = 'pro') {
		const turn = await takeTurn(account, ADD, plan, false, undefined);
		turn.ended({}, 1000);
		return await mustWait(account, plan);
	}

	it.each([
		['free', 1],
		['pro', 3],
		['business', 8],
	] as Array<[ZoomPlan, number]>)(
		'%s: makes all wait where it is not one of %i within the window',
		async (plan, few) => {
			const { account } = zoom(30);
			for (let refusal = 0; refusal < few; refusal++) {
				expect(await mustWaitAfterRefusal(account, plan)).toBe(false);
			}
			expect(await mustWaitAfterRefusal(account, plan)).toBe(true);
			await jest.advanceTimersByTimeAsync(1001);
			expect(await mustWaitAfterRefusal(account, plan)).toBe(false);
		},
	);

	it('leaves its place to another, also where the answer comes after windows', async () => {
		const { account } = zoom(30);
		const turn = async () => await takeTurn(account, ADD, 'pro', false, undefined);
		const first = await Promise.all(Array.from({ length: 30 }, turn));
		first[7]?.ended({}, 1000);
		expect(await mustWait(account)).toBe(false);
		await jest.advanceTimersByTimeAsync(10_000);
		await Promise.all(Array.from({ length: 30 }, turn));
		first[8]?.ended({}, 1000);
		expect(await mustWait(account)).toBe(true);
	});

	it('makes all wait as Zoom says, where it says so', async () => {
		const { account } = zoom(30);
		const turn = await takeTurn(account, ADD, 'pro', false, undefined);
		turn.ended({ 'retry-after': '3' }, 3000);
		const until = Date.now() + 3000;
		await settled(takeTurn(account, ADD, 'pro', false, undefined));
		expect(Date.now()).toBeGreaterThanOrEqual(until);
	});

	/** Two refusals within a window; the next window comes. */
	async function refuseInAWindow(account: string) {
		for (let refusal = 0; refusal < 2; refusal++) await mustWaitAfterRefusal(account);
		await jest.advanceTimersByTimeAsync(1001);
	}

	it('widens it with each window that has one, and no more than to a tenth', async () => {
		const [{ account }, undisturbed] = [zoom(30), zoom(30)];
		const usual = await distanceOf(undisturbed.account);
		const distances = [usual];
		for (let window = 0; window < 12; window++) {
			await refuseInAWindow(account);
			distances.push(await distanceOf(account));
		}
		expect(distances[1]).toBeGreaterThan(usual);
		expect(distances[2]).toBeGreaterThan(Number(distances[1]));
		expect(distances).toEqual([...distances].sort((a, b) => a - b));
		expect(distances.at(-1)).toBeLessThanOrEqual(1.1 * usual);
	});

	it('counts once for each window', async () => {
		const [one, two] = [zoom(30), zoom(30)];
		await mustWaitAfterRefusal(one.account);
		for (let refusal = 0; refusal < 2; refusal++) await mustWaitAfterRefusal(two.account);
		expect(await distanceOf(two.account)).toBe(await distanceOf(one.account));
	});

	it('is forgotten after an hour', async () => {
		const [{ account }, fresh] = [zoom(30), zoom(30)];
		for (let window = 0; window < 12; window++) await refuseInAWindow(account);
		await jest.advanceTimersByTimeAsync(3_600_000);
		for (const each of [account, fresh.account]) await mustWaitAfterRefusal(each);
		expect(await distanceOf(account)).toBe(await distanceOf(fresh.account));
	});

	/** How long the 31st request waits, in milliseconds. */
	async function distanceOf(account: string) {
		await jest.advanceTimersByTimeAsync(5000);
		const started = Date.now();
		const turns = Array.from(
			{ length: 31 },
			async () => await takeTurn(account, ADD, 'pro', false, undefined),
		);
		await settled(Promise.all(turns));
		return Date.now() - started;
	}
});

describe('a plan that is to be found out', () => {
	it.each([4, 30, 80])('costs one refusal where Zoom takes %i a second', async (limit) => {
		const to = zoom(limit);
		await settled(send(to, 20 * limit));
		expect(to.refusals()).toBe(1);
		expect(to.arrivals).toHaveLength(20 * limit);
		expect(Math.ceil(seconds(to))).toBeLessThanOrEqual(21);
	});

	it('costs nothing but a moment where there is no limit', async () => {
		const to = zoom(Infinity);
		await settled(send(to, 1000));
		expect(to.refusals()).toBe(0);
		// 50 rounds of 20 at a time, each 50 to 64 ms.
		expect(Math.ceil(seconds(to))).toBeLessThanOrEqual(4);
	});

	it('is tried again after an hour', async () => {
		const to = zoom(30);
		await settled(send(to, 60));
		expect(to.refusals()).toBe(1);
		await jest.advanceTimersByTimeAsync(3_540_000);
		await settled(send(to, 60));
		expect(to.refusals()).toBe(1);
		await jest.advanceTimersByTimeAsync(120_000);
		await settled(send(to, 60));
		expect(to.refusals()).toBe(2);
	});

	it('stays as it was where others use the account up', async () => {
		const to = zoom(30);
		const others = async () => {
			for (let n = 0; n < 300; n++) {
				to.arrivals.push(Date.now());
				await sleep(100);
			}
		};
		const sending = Promise.all([send(to, 100), others()]);
		await jest.advanceTimersByTimeAsync(60_000);
		await sending;
		expect(to.refusals()).toBeGreaterThan(0);
		expect(to.refusals()).toBeLessThan(60);
	});
});

it('goes by the category that Zoom names, from the first answer on', async () => {
	const call = { ...ADD, path: '/something' };
	const to = zoom(1000, { label: 'Heavy' });
	await settled(send(to, 1, { plan: 'pro', call }));
	to.arrivals.length = 0;
	await settled(send(to, 20, { plan: 'pro', call }));
	expect(inFirstSecond(to)).toBeLessThanOrEqual(10);
});

it('lets a cancelled run go: no more arrives than was under way', async () => {
	const to = zoom(4);
	const stop = new AbortController();
	const sending = send(to, 1000, { plan: 'free', signal: stop.signal });
	await jest.advanceTimersByTimeAsync(3000);
	const sent = to.arrivals.length;
	expect(sent).toBeLessThanOrEqual(16);
	stop.abort();
	await jest.advanceTimersByTimeAsync(1000);
	await sending;
	expect(to.arrivals.length - sent).toBeLessThanOrEqual(4);
});
