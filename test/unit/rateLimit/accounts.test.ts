import { sleep } from 'n8n-workflow';
import type { ZoomPlan } from '../../../credentials/token/settings';
import { eventEndpoints } from '../../../nodes/Zoom/api/endpoints';
import type { Endpoint } from '../../../nodes/Zoom/api/endpoints';
import { MEETING } from '../../../nodes/Zoom/api/eventKinds';
import { acquirePermit, releasePermit } from '../../../nodes/Zoom/transport/rateLimit';
import type { Permit } from '../../../nodes/Zoom/transport/rateLimit';
import { end } from '../support/rateLimit';
import { settled } from '../support/settled';
import { useFakeTime } from '../support/zoomAnswering';

useFakeTime();

const { addRegistrant: ADD, get: GET } = eventEndpoints(MEETING);
let accounts = 0;
const newAccount = () => `one-of-many-${++accounts}`;

describe('an account', () => {
	/** How many requests may go out in less than a window. */
	async function free(account: string, plan: ZoomPlan = 'free', call: Endpoint = ADD) {
		const stop = new AbortController();
		let count = 0;
		const waiting = Array.from({ length: 10 }, async () => {
			const permit = await acquirePermit(account, call, plan, stop.signal);
			if (!permit) return;
			permit.sent();
			count++;
			await sleep(900);
			end(permit, 'zoomDown', call);
		});
		await jest.advanceTimersByTimeAsync(900);
		stop.abort();
		await settled(Promise.all(waiting));
		return count;
	}
	/** Lets so many requests go out, whose answers are to come. */
	async function take(
		count: number,
		account: string,
		call: Endpoint = ADD,
		plan: ZoomPlan = 'free',
	) {
		const permits: Array<Permit | undefined> = [];
		for (let n = 0; n < count; n++) {
			const permit = await acquirePermit(account, call, plan);
			permit?.sent();
			permits.push(permit);
		}
		return permits;
	}
	const useOthers = async (count: number) => {
		const account = newAccount();
		for (let n = 0; n < count; n++) {
			for (const permit of await take(1, `${account}-${n}`)) end(permit);
		}
	};

	it('is remembered while others are few', async () => {
		const account = newAccount();
		for (const permit of await take(4, account)) end(permit);
		await useOthers(3);
		expect(await free(account)).toBe(0);
	});

	it.each(['whose requests are on their way', 'for which others wait'])(
		'%s is remembered, however many others there are',
		async (which) => {
			const account = newAccount();
			const permits = await take(4, account);
			const areWaiting = which === 'for which others wait';
			if (areWaiting) for (const permit of permits) end(permit);
			const waiting = areWaiting && acquirePermit(account, ADD, 'free');
			await useOthers(300);
			expect(await free(account)).toBe(0);
			if (waiting) end(await settled(waiting));
			for (const permit of permits) end(permit);
		},
	);

	it('is remembered where all the others are in use', async () => {
		const account = newAccount();
		const held = [];
		for (let n = 0; n < 250; n++) held.push(...(await take(1, `${account}-held-${n}`)));
		for (const permit of await take(4, account)) end(permit);
		expect(await free(account)).toBe(0);
		for (const permit of held) end(permit);
	});

	it.each([
		['added somebody', 'Pro', 10, ADD, 'done'],
		// Three more, and two probes.
		['read a meeting', 'Free', 5, GET, 'done'],
		["couldn't add anybody", 'Free', 5, ADD, 'zoomDown'],
	] as const)('that %s may be on the plan %s, of which %i are let out', async (...row) => {
		const [, , count, call, kind] = row;
		const account = newAccount();
		const [permit] = await take(1, account, call, 'auto');
		end(permit, kind, call);
		expect(await free(account, 'auto', GET)).toBe(count);
	});

	it.each([
		['that is one', { 'x-ratelimit-type': 'QPS', 'x-ratelimit-limit': '1' }, 0],
		['without its kind', { 'x-ratelimit-limit': '1' }, 10],
		['of another kind', { 'x-ratelimit-type': 'Daily', 'x-ratelimit-limit': '1' }, 10],
	])('goes by a limit in a header %s', async (_, headers, expected) => {
		const account = newAccount();
		const [permit] = await take(1, account, ADD, 'pro');
		releasePermit(permit as Permit, ADD, { headers, kind: 'done', waitMs: 0 });
		expect(await free(account, 'pro')).toBe(expected);
	});
});

it('remembers no more accounts and endpoints than it uses', async () => {
	const sizes = new Set<number>();
	const { set } = Map.prototype;
	const spy = jest.spyOn(Map.prototype, 'set').mockImplementation(function (
		this: Map<unknown, unknown>,
		key,
		value,
	) {
		set.call(this, key, value);
		if (String(key).startsWith('bound-')) sizes.add(this.size);
		return this;
	});
	for (let n = 0; n < 10_000; n++) {
		const permit = await acquirePermit(`bound-${n}`, ADD, 'business');
		permit?.sent();
		end(permit);
	}
	spy.mockRestore();
	expect(Math.max(...sizes)).toBeLessThanOrEqual(201);
});
