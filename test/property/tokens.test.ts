import fc from 'fast-check';
import { AppTokens } from '../../credentials/token/appTokens';
import { RecentMap } from '../../credentials/token/recentMap';
import { toKnown } from '../../credentials/token/token';
import type { StoredToken } from '../../credentials/token/token';

const HOUR = 3_600_000;
const NOW = Date.parse('2027-03-05T10:00:00Z');

/** How long a token of so many milliseconds is used before it is renewed. */
const usefulLife = (life: number) => Math.max(life - 60_000, life / 2);

const storedAt = (mintedAt: number, life: number, accessToken = 'token'): StoredToken => ({
	accessToken,
	mintedAt,
	expiresAt: mintedAt + life,
	apiBaseUrl: 'https://api.zoom.us/v2',
	scope: '',
	fingerprint: 'app',
});

describe('toKnown', () => {
	const anyTime = fc.integer({ min: 0, max: 2 * NOW });
	const anyLife = fc.integer({ min: -HOUR, max: 100 * HOUR });
	const ownNow = fc.integer({ min: 0, max: 1_000 * HOUR });

	it('believes in no more than an hour, and in no more than the life of the token', () => {
		fc.assert(
			fc.property(anyTime, anyLife, anyTime, ownNow, (mintedAt, life, time, now) => {
				const { fetchedAt, renewAt, endsAt } = toKnown(storedAt(mintedAt, life), time, now);
				expect(fetchedAt).toBeLessThanOrEqual(now);
				expect(endsAt).toBeLessThanOrEqual(now + Math.min(Math.max(0, life), HOUR));
				expect(renewAt).toBeGreaterThanOrEqual(fetchedAt);
				expect(renewAt).toBeLessThanOrEqual(endsAt);
			}),
		);
	});

	it('takes a clock that agrees at its word', () => {
		const life = fc.integer({ min: 1, max: HOUR });
		const age = fc.integer({ min: 0, max: 2 * HOUR });
		fc.assert(
			fc.property(life, age, ownNow, (its, since, now) => {
				const known = toKnown(storedAt(NOW - since, its), NOW, now);
				expect(known.fetchedAt).toBe(now - since);
				expect(known.renewAt > now).toBe(since < usefulLife(its));
				expect(known.endsAt - now).toBe(its - since);
			}),
		);
	});
});

describe('AppTokens', () => {
	beforeEach(() => jest.useFakeTimers({ now: NOW }));
	afterEach(() => jest.useRealTimers());

	// No more than a process remembers the texts of.
	const name = fc.constantFrom('a', 'b', 'c', 'd');
	const step = fc.oneof(
		fc.record({ what: fc.constantFrom('fetched', 'stored', 'rejected'), name }),
		fc.record({ what: fc.constant('passed'), ms: fc.integer({ min: 1, max: HOUR / 2 }) }),
		fc.record({ what: fc.constant('clockSet'), ms: fc.integer({ min: -HOUR, max: HOUR }) }),
	);

	/** Plays steps; after each, tells the token that is used, and those seen with the moment of it. */
	function play(
		steps: Array<{ what: string; name?: string; ms?: number }>,
		check: (used: string | undefined, seen: Map<string, number>, rejected: Set<string>) => void,
	) {
		const app = new AppTokens('app');
		const [seen, rejected] = [new Map<string, number>(), new Set<string>()];
		const texts = new Map<string, string>();
		for (const { what, name: which = '', ms = 0 } of steps) {
			jest.advanceTimersByTime(what === 'passed' ? ms : 1);
			if (what === 'clockSet') jest.setSystemTime(Date.now() + ms);
			const accessToken = `${what} ${which}`;
			const token = storedAt(Date.now(), HOUR, accessToken);
			const text = texts.get(accessToken) ?? JSON.stringify(token);
			if (what === 'fetched' && !seen.has(accessToken)) app.keep(token);
			if (what === 'stored') texts.set(accessToken, text);
			if ((what === 'fetched' || what === 'stored') && !seen.has(accessToken)) {
				seen.set(accessToken, performance.now());
			}
			const used = app.usable(what === 'stored' ? text : '');
			if (what === 'rejected' && used) {
				app.reject(used);
				rejected.add(used.stored.accessToken);
			}
			check(app.usable('')?.stored.accessToken, seen, rejected);
		}
	}

	const isOver = (seenAt = 0) => performance.now() >= seenAt + usefulLife(HOUR);

	it('never gives a rejected token, nor one that is due, whatever the clock says', () => {
		fc.assert(
			fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
				play(steps, (used, seen, rejected) => {
					if (used === undefined) return;
					expect(rejected.has(used)).toBe(false);
					expect(isOver(seen.get(used))).toBe(false);
				});
			}),
		);
	});

	it('gives the one that it saw last, as long as that is good', () => {
		fc.assert(
			fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
				play(steps, (used, seen, rejected) => {
					const [last, at] = [...seen].at(-1) ?? [];
					if (last !== undefined && !rejected.has(last) && !isOver(at)) expect(used).toBe(last);
				});
			}),
		);
	});
});

describe('RecentMap', () => {
	const key = fc.integer({ min: 0, max: 9 });
	const uses = fc.array(fc.record({ key, isSet: fc.boolean() }), { maxLength: 60 });

	it('holds the entries that were used last', () => {
		fc.assert(
			fc.property(uses, fc.integer({ min: 1, max: 5 }), (steps, most) => {
				const map = new RecentMap<number, { key: number }>(most);
				let model: number[] = [];
				for (const { key: one, isSet } of steps) {
					if (isSet) map.set(one, { key: one });
					else expect(map.get(one)).toEqual(model.includes(one) ? { key: one } : undefined);
					if (!isSet && !model.includes(one)) continue;
					model = [...model.filter((other) => other !== one), one].slice(-most);
				}
				for (const one of model) expect(map.get(one)).toEqual({ key: one });
				for (let one = 0; one <= 9; one++) {
					if (!model.includes(one)) expect(map.get(one)).toBeUndefined();
				}
			}),
		);
	});

	it('never drops what it cannot spare, and nothing else when there is room', () => {
		fc.assert(
			fc.property(fc.array(fc.boolean(), { maxLength: 20 }), (spared) => {
				const map = new RecentMap<number, { mayGo: boolean }>(3, ({ mayGo }) => mayGo);
				spared.forEach((mayGo, one) => map.set(one, { mayGo }));
				const held = spared.map((_, one) => map.get(one) !== undefined);
				spared.forEach((mayGo, one) => {
					if (!mayGo) expect(held[one]).toBe(true);
				});
				const fixed = spared.filter((mayGo) => !mayGo).length;
				// The one that was set last stays, too.
				const last = spared.at(-1) ? 1 : 0;
				const most = Math.max(3, fixed + last);
				expect(held.filter(Boolean)).toHaveLength(Math.min(spared.length, most));
			}),
		);
	});
});
