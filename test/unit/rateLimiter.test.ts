import { sleep } from 'n8n-workflow';
import pLimit from 'p-limit';
import type { ZoomPlan } from '../../credentials/token/settings';
import { eventEndpoints } from '../../nodes/Zoom/api/endpoints';
import type { Endpoint } from '../../nodes/Zoom/api/endpoints';
import { MEETING } from '../../nodes/Zoom/api/eventKinds';
import { acquirePermit, releasePermit } from '../../nodes/Zoom/transport/rateLimit';
import type { Permit } from '../../nodes/Zoom/transport/rateLimit';
import * as turns from '../../nodes/Zoom/transport/turn';
import { end } from './support/rateLimit';
import { settled } from './support/settled';
import { useFakeTime } from './support/zoomAnswering';

useFakeTime();
// With fake timers, time goes on without the event loop.
beforeEach(() => jest.spyOn(turns, 'turn').mockResolvedValue(undefined));

const { addRegistrant: ADD, addRegistrants: BATCH, get: GET } = eventEndpoints(MEETING);
let accounts = 0;

/** A Zoom that takes so many requests in any second, and says nothing of it unless asked to. */
function zoom(limit: number, { tells = false, label }: { tells?: boolean; label?: string } = {}) {
	const arrivals: number[] = [];
	let refused = 0;
	return {
		account: `account-${++accounts}`,
		limit,
		arrivals,
		refusals: () => refused,
		answer() {
			const now = performance.now();
			const recent = arrivals.filter((at) => now - at < 1000).length;
			const status = recent < this.limit ? 201 : 429;
			if (status === 201) arrivals.push(now);
			else refused++;
			const isTold = tells && status === 429;
			const headers: Record<string, string> = {
				...(label && { 'x-ratelimit-category': label }),
				...(isTold && { 'x-ratelimit-type': 'QPS', 'x-ratelimit-limit': String(this.limit) }),
			};
			return { status, headers };
		},
	};
}
type FakeZoom = ReturnType<typeof zoom>;

const inFirstSecond = ({ arrivals }: FakeZoom) =>
	arrivals.filter((at) => at - Number(arrivals[0]) < 1000).length;
/** In how many seconds all arrived. */
const seconds = ({ arrivals }: FakeZoom) => (Number(arrivals.at(-1)) - Number(arrivals[0])) / 1000;

interface Sending {
	plan?: ZoomPlan;
	call?: Endpoint;
	atATime?: number;
	/** From request to answer, in milliseconds; a third of it on the way to Zoom. */
	latencyMs?: number;
	/** How much longer than others a request may take to arrive, in milliseconds. */
	spread?: number;
	signal?: AbortSignal;
}

/** Sends requests as the node does, each again until Zoom takes it. */
async function send(
	to: FakeZoom,
	count: number,
	{ plan = 'auto', call = ADD, atATime = 100, latencyMs = 50, spread = 15, signal }: Sending = {},
) {
	const limit = pLimit(atATime);
	const one = async (number: number) => {
		for (;;) {
			const permit = await acquirePermit(to.account, call, plan, signal);
			if (!permit) return;
			permit.sent();
			await sleep(latencyMs / 3 + ((number * number * 7) % spread));
			const { status, headers } = to.answer();
			await sleep((latencyMs * 2) / 3);
			const kind = status === 429 ? 'perSecondLimit' : 'done';
			releasePermit(permit, call, { headers, kind, waitMs: 1000 });
			if (status !== 429) return;
			await sleep(500);
		}
	};
	await Promise.all(Array.from({ length: count }, (_, number) => limit(one, number)));
}

describe('a plan that the credential names', () => {
	it.each([
		['free', 4, 50],
		['pro', 30, 500],
		['pro', 30, 1500],
		['business', 80, 500],
	] as Array<[ZoomPlan, number, number]>)(
		'%s: %i requests a second, none refused, hardly slower than allowed, at %i ms',
		async (plan, limit, latencyMs) => {
			const to = zoom(limit);
			await settled(send(to, 10 * limit, { plan, latencyMs }));
			expect(to.refusals()).toBe(0);
			expect(to.arrivals).toHaveLength(10 * limit);
			expect(seconds(to)).toBeLessThanOrEqual(10);
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
		const [to, other] = [zoom(30), zoom(30)];
		const sent = [send(to, 60, { plan: 'pro' }), send(to, 60, { plan: 'pro' })];
		await settled(Promise.all([...sent, send(other, 30, { plan: 'pro' })]));
		expect([to.refusals(), other.refusals()]).toEqual([0, 0]);
		expect([inFirstSecond(to), inFirstSecond(other)]).toEqual([30, 30]);
	});

	it('counts from when it goes out what had to fetch a token first', async () => {
		const to = zoom(30);
		const one = async (number: number) => {
			const permit = await acquirePermit(to.account, ADD, 'pro');
			// The first second's requests all sign in, for different times.
			if (number < 30) await sleep(400 + 10 * number);
			permit?.sent();
			const { status } = to.answer();
			end(permit, status === 429 ? 'perSecondLimit' : 'done');
		};
		await settled(Promise.all(Array.from({ length: 90 }, async (_, number) => await one(number))));
		expect(to.refusals()).toBe(0);
	});

	it.each([
		['free', 4],
		['pro', 30],
		['business', 80],
	] as const)('%s: what waited for a token does not go out in one burst', async (plan, limit) => {
		const to = zoom(limit);
		const ready = sleep(400);
		const one = async () => {
			const permit = await acquirePermit(to.account, ADD, plan);
			await ready;
			permit?.sent();
			to.answer();
			end(permit);
		};
		await settled(Promise.all(Array.from({ length: limit }, one)));
		const atOnce = to.arrivals.filter((at) => at - Number(to.arrivals[0]) < 5).length;
		expect(atOnce).toBeLessThanOrEqual(8);
		expect(seconds(to)).toBeLessThanOrEqual(0.5);
		expect(to.arrivals).toHaveLength(limit);
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

describe('a permit', () => {
	const acquire = async (account: string) => await acquirePermit(account, ADD, 'free');

	/** How many requests may go out at once. */
	async function places(account: string) {
		const permits: Array<Permit | undefined> = [];
		const waiting = Array.from({ length: 10 }, async () => permits.push(await acquire(account)));
		await jest.advanceTimersByTimeAsync(900);
		const free = permits.length;
		for (const permit of permits) permit?.release();
		await jest.advanceTimersByTimeAsync(10_000);
		for (const permit of permits) permit?.release();
		await settled(Promise.all(waiting));
		return free;
	}

	it('that was not used leaves its place to the next', async () => {
		const { account } = zoom(4);
		for (let round = 0; round < 10; round++) (await settled(acquire(account)))?.release();
		expect(await places(account)).toBe(4);
	});

	it.each([0, 1, 3])(
		'unsent, is given back once: %i further times change nothing',
		async (more) => {
			const { account } = zoom(4);
			const permit = await acquire(account);
			for (let time = 0; time <= more; time++) permit?.release();
			for (let time = 0; time < more; time++) permit?.sent();
			expect(await places(account)).toBe(4);
		},
	);

	it('that got an answer was used, whoever forgot to say when', async () => {
		const { account } = zoom(4);
		end(await acquire(account));
		expect(await places(account)).toBe(3);
	});

	it.each([0, 1, 3])('is released once: %i further times change nothing', async (more) => {
		const { account } = zoom(4);
		const permit = await acquire(account);
		permit?.sent();
		for (let time = 0; time <= more; time++) end(permit, 'perSecondLimit');
		await jest.advanceTimersByTimeAsync(5_000);
		for (let time = 0; time < more; time++) permit?.release();
		expect(await places(account)).toBe(4);
	});
});

describe('a refusal in spite of the distance', () => {
	it('widens it, and makes nobody wait: few are refused where requests take differently long', async () => {
		const to = zoom(30);
		await settled(send(to, 600, { plan: 'pro', spread: 151 }));
		expect(to.refusals()).toBeGreaterThan(0);
		expect(to.refusals()).toBeLessThanOrEqual(8);
		expect(seconds(to)).toBeLessThanOrEqual(22);
	});

	it.each([
		['3', 3000],
		['60', 60_000],
	])('makes all wait as Zoom asks: Retry-After %s', async (retryAfter, waitMs) => {
		const { account } = zoom(30);
		const permit = (await acquirePermit(account, ADD, 'pro')) as Permit;
		permit.sent();
		const headers = { 'retry-after': retryAfter };
		releasePermit(permit, ADD, { headers, kind: 'perSecondLimit', waitMs });
		const until = performance.now() + waitMs;
		end(await settled(acquirePermit(account, ADD, 'pro')));
		expect(performance.now()).toBeGreaterThanOrEqual(until);
	});

	it.each([
		['pro', 50],
		['pro', 500],
		['auto', 500],
	] as Array<[ZoomPlan, number]>)(
		'%s, %i ms: gives way to others that take half, and takes it all when they stop',
		async (plan, latencyMs) => {
			const to = zoom(30);
			let isOver = false;
			const others = async () => {
				for (let n = 0; n < 300 && !isOver; n++) {
					to.arrivals.push(performance.now());
					await sleep(1000 / 15);
				}
			};
			const both = Promise.all([send(to, 300, { plan, latencyMs }), others()]);
			await jest.advanceTimersByTimeAsync(0);
			await settled(both);
			isOver = true;
			// 300 at the 15 a second that are left are 20 seconds.
			const own = to.arrivals.length - 300;
			expect(own).toBe(300);
			expect(seconds(to)).toBeLessThanOrEqual(1.15 * 20 + 1);
			to.arrivals.length = 0;
			await settled(send(to, 300, { plan, latencyMs }));
			expect(seconds(to)).toBeLessThanOrEqual(13);
		},
	);
});

describe('a plan that is to be detected', () => {
	it.each([
		[4, 50, 2],
		[30, 50, 1],
		[80, 50, 1],
		[4, 500, 2],
		[30, 500, 1],
		[80, 500, 1],
		[30, 1500, 1],
	])(
		'where Zoom takes %i a second, at %i ms, costs at most so many refusals: %i',
		async (limit, latencyMs, most) => {
			const to = zoom(limit);
			// On Zoom's Free plan nobody can be added.
			await settled(send(to, 20 * limit, { latencyMs, call: limit === 4 ? GET : ADD }));
			expect(to.refusals()).toBeGreaterThan(0);
			expect(to.refusals()).toBeLessThanOrEqual(most);
			expect(to.arrivals).toHaveLength(20 * limit);
			expect(seconds(to)).toBeLessThanOrEqual(20 + (5 * latencyMs) / 1000);
		},
	);

	it.each([
		// 50 rounds of 20 at a time, each 50 to 64 ms.
		[20, 15, 4],
		// 200 rounds of 5 at a time: 80 requests take most of a second.
		[5, 1, 10.5],
		[5, 15, 12],
	])(
		'costs nothing but a moment where there is no limit: %i at a time, up to %i ms later',
		async (atATime, spread, most) => {
			const to = zoom(Infinity);
			await settled(send(to, 1000, { atATime, spread }));
			expect(to.refusals()).toBe(0);
			expect(seconds(to)).toBeLessThanOrEqual(most);
		},
	);

	it('is tried again later, at most three times in an hour', async () => {
		const to = zoom(30);
		for (let minute = 0; minute < 60; minute++) {
			await settled(send(to, 60));
			await jest.advanceTimersByTimeAsync(60_000);
		}
		expect(to.refusals()).toBe(3);
		to.limit = 80;
		await jest.advanceTimersByTimeAsync(3_600_000);
		to.arrivals.length = 0;
		await settled(send(to, 400));
		expect(seconds(to)).toBeLessThanOrEqual(7);
	});

	it.each(['zoomDown', 'lost', 'unsent'])(
		'a probe that met something else counts for nothing: %s',
		async (what) => {
			const { account } = zoom(4);
			const acquire = async () => await acquirePermit(account, GET, 'auto');
			for (let n = 0; n < 4; n++) {
				const permit = await acquire();
				permit?.sent();
				end(permit, 'done', GET);
			}
			const probe = await settled(acquire());
			if (what !== 'unsent') probe?.sent();
			if (what === 'zoomDown') end(probe, 'zoomDown', GET);
			else probe?.release();
			// Were the plan ruled out, 25 more could go out at once.
			let further = 0;
			const waiting = Array.from({ length: 20 }, async () => {
				const permit = await acquire();
				permit?.sent();
				further++;
				await sleep(600);
				end(permit, 'zoomDown', GET);
			});
			await jest.advanceTimersByTimeAsync(500);
			expect(further).toBeLessThanOrEqual(2);
			await settled(Promise.all(waiting));
		},
	);

	it('steps back where a plan was ruled out by mistake', async () => {
		const to = zoom(30);
		await settled(send(to, 60));
		to.limit = 4;
		await jest.advanceTimersByTimeAsync(120_000);
		await settled(send(to, 100));
		const before = to.refusals();
		await settled(send(to, 100));
		expect(to.refusals() - before).toBeLessThanOrEqual(10);
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

it.each([-3_600_000, 3_600_000])(
	'a clock that is set by %i ms neither stops nor hurries',
	async (by) => {
		const to = zoom(4);
		const sending = send(to, 40, { plan: 'free' });
		await jest.advanceTimersByTimeAsync(2_500);
		jest.setSystemTime(Date.now() + by);
		await settled(sending);
		expect(to.refusals()).toBe(0);
		expect(seconds(to)).toBeLessThanOrEqual(10);
	},
);

it.each([
	[0, 0],
	[10, 40],
	[50, 200],
])(
	'the event loop takes %i ms to go round: what goes out leaves %i ms later',
	async (ms, lateMs) => {
		const { account } = zoom(30);
		const sentAt: number[] = [];
		const one = async () => {
			const permit = await acquirePermit(account, ADD, 'pro');
			permit?.sent();
			sentAt.push(performance.now());
			end(permit);
		};
		const round = jest.spyOn(turns, 'turn');
		if (ms > 0) round.mockImplementation(async () => await sleep(ms));
		const all = Promise.all(Array.from({ length: 60 }, one));
		await jest.advanceTimersByTimeAsync(300);
		const whileBusy = sentAt.length;
		await jest.advanceTimersByTimeAsync(lateMs);
		round.mockResolvedValue(undefined);
		await settled(all);
		const distances = sentAt.slice(30).map((at, place) => at - Number(sentAt[place]));
		expect(Math.min(...distances.slice(0, whileBusy))).toBeGreaterThanOrEqual(1030 + lateMs);
		expect(distances[0]).toBeLessThan(1060 + lateMs);
		expect(Math.min(...distances)).toBeGreaterThanOrEqual(1030);
	},
);

it('lets the event loop go round after each step of a wait: what went out leaves first', async () => {
	const round = jest.spyOn(turns, 'turn');
	await settled(send(zoom(30), 90, { plan: 'pro' }));
	// 60 of them wait for a turn of their own, two seconds in all, in steps of at most 10 ms.
	expect(round.mock.calls.length).toBeGreaterThanOrEqual(200);
	round.mockRestore();
});

it('lets a cancelled run go: nothing more arrives than was under way', async () => {
	const to = zoom(4);
	const stop = new AbortController();
	const sending = send(to, 1000, { plan: 'free', signal: stop.signal });
	await jest.advanceTimersByTimeAsync(3000);
	const sent = to.arrivals.length;
	stop.abort();
	await jest.advanceTimersByTimeAsync(200);
	await sending;
	expect(to.arrivals.length - sent).toBeLessThanOrEqual(1);
});

it("ends a cancelled run's wait within a moment, and nobody else's", async () => {
	const { account } = zoom(4);
	const ended: string[] = [];
	const wait = async (name: string, signal?: AbortSignal) => {
		const permit = await acquirePermit(account, ADD, 'free', signal);
		permit?.sent();
		end(permit);
		ended.push(permit ? name : `${name} cancelled`);
	};
	for (let n = 0; n < 4; n++) await settled(wait('first'));
	const stop = new AbortController();
	const names = ['before', 'own', 'own', 'behind'];
	const all = names.map(async (name) => {
		await wait(name, name === 'own' ? stop.signal : new AbortController().signal);
	});
	await jest.advanceTimersByTimeAsync(100);
	ended.length = 0;
	stop.abort();
	await jest.advanceTimersByTimeAsync(20);
	expect(ended).toEqual(['own cancelled', 'own cancelled']);
	await settled(Promise.all(all));
	expect(ended.slice(2)).toEqual(['before', 'behind']);
});
