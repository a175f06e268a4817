import fc from 'fast-check';
import { eventEndpoints } from '../../nodes/Zoom/api/endpoints';
import { MEETING } from '../../nodes/Zoom/api/eventKinds';
import { REFUSALS } from '../../nodes/Zoom/api/refusalTable';
import { toPath } from '../../nodes/Zoom/transport/path';
import { detailsOf, refusedFailure, toNodeError } from '../../nodes/Zoom/transport/errors';
import { decide } from '../../nodes/Zoom/transport/retry';
import { retryAfterMs } from '../../nodes/Zoom/transport/retryAfter';
import type { Outcome } from '../../nodes/Zoom/transport/retry';
import { NODE } from '../unit/support/fakeN8n';

const BASE = 'https://api.zoom.us/v2';
/** Pieces that have broken paths before, among any others. */
const segment = fc.oneof(
	fc.string({ unit: 'grapheme' }),
	fc
		.array(
			fc.oneof(
				fc.constantFrom(
					'../',
					'..',
					'.',
					'/',
					'//',
					'\\',
					'%2e',
					'%2f',
					'%',
					'?',
					'#',
					'@',
					':',
					';',
				),
				fc.string({ unit: 'grapheme', maxLength: 4 }),
			),
			{ minLength: 1 },
		)
		.map((parts) => parts.join('')),
);
const isRefused = (text: string) => ['', '.', '..'].includes(text) || /\p{Surrogate}/u.test(text);

const fillIn = (segments: string[]) =>
	toPath(
		segments.map((_, i) => `/{s${i}}`).join(''),
		Object.fromEntries(segments.map((one, i) => [`s${i}`, one])),
	);

describe('toPath', () => {
	it('never lets a segment leave its place, and decodes back to the input', () => {
		fc.assert(
			fc.property(fc.array(segment, { minLength: 1 }), (segments) => {
				fc.pre(!segments.some(isRefused));
				const path = fillIn(segments);
				// As HTTP clients do: resolved as a URL, nothing moves.
				const url = new URL(`${BASE}${path}`);
				expect(url.origin + url.pathname).toBe(`${BASE}${path}`);
				expect([url.search, url.hash, url.username]).toEqual(['', '', '']);
				const parts = path.split('/').slice(1);
				expect(parts).toHaveLength(segments.length);
				const decoded = parts.map((part, i) => {
					const once = decodeURIComponent(part);
					const twice = segments[i]?.startsWith('/') || segments[i]?.includes('//');
					return twice ? decodeURIComponent(once) : once;
				});
				expect(decoded).toEqual(segments);
			}),
		);
	});

	it('refuses what would climb or vanish', () => {
		fc.assert(
			fc.property(
				fc.array(segment),
				fc.constantFrom('', '.', '..', '\ud800', 'a\udfff'),
				(segments, bad) => {
					expect(() => fillIn([...segments, bad])).toThrow("can't be part of a Zoom URL");
				},
			),
		);
	});
});

const NOW = Date.parse('2027-03-05T10:00:00Z');
const tries = fc.record({
	rateWaits: fc.nat({ max: 12 }),
	renewals: fc.nat({ max: 6 }),
	repeats: fc.nat({ max: 6 }),
});
const random = fc.double({ min: 0, max: 1, noNaN: true });
const retryAfter = fc.oneof(
	fc.constant(undefined),
	fc.integer().map(String),
	fc.double().map(String),
	fc.string(),
	fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
	fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
);
const outcome: fc.Arbitrary<Outcome> = fc.record({
	kind: fc.constantFrom(
		...REFUSALS.map(({ kind }) => kind),
		...(['endlessList', 'noAnswer', 'notReached', 'heldBack', 'longWait', 'signIn'] as const),
	),
	headers: retryAfter.map(
		(value): Record<string, string | undefined> => ({ 'retry-after': value }),
	),
});
/** Where Zoom has refused a request for one of these, it has surely done nothing. */
const NOTHING_DONE = [
	'concurrentLimit',
	'missingScope',
	'notReached',
	'perSecondLimit',
	'someLimit',
	'tokenRejected',
];

describe('decide', () => {
	it('never repeats a POST that may have done its work', () => {
		fc.assert(
			fc.property(outcome, tries, random, (one, before, chance) => {
				fc.pre(!NOTHING_DONE.includes(one.kind));
				expect(decide('POST', one, before, NOW, chance)).toEqual({ action: 'finish' });
			}),
		);
	});

	it('waits for a bounded time, never a negative one', () => {
		const method = fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE');
		fc.assert(
			fc.property(method, outcome, tries, random, (verb, one, before, chance) => {
				const decision = decide(verb, one, before, NOW, chance);
				if (!('ms' in decision)) return;
				expect(Number.isInteger(decision.ms)).toBe(true);
				expect(decision.ms).toBeGreaterThanOrEqual(0);
				// A minute, and what chance adds to it.
				expect(decision.ms).toBeLessThanOrEqual(61_000);
			}),
		);
	});

	it('comes to an end, whatever Zoom answers', () => {
		const method = fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE');
		const answers = fc.array(outcome, { minLength: 1, maxLength: 20 });
		fc.assert(
			fc.property(method, answers, random, (verb, outcomes, chance) => {
				const count = { rateWaits: 0, renewals: 0, repeats: 0 };
				for (let i = 0; ; i++) {
					const one = outcomes[i % outcomes.length] as Outcome;
					const decision = decide(verb, one, count, NOW, chance);
					if (decision.action === 'finish') return;
					expect(i).toBeLessThan(100);
					if (decision.action !== 'wait') count.renewals++;
					else count[decision.counts]++;
				}
			}),
		);
	});
});

describe('retryAfterMs', () => {
	it('is never negative nor no number', () => {
		fc.assert(
			fc.property(retryAfter, fc.integer({ min: 0, max: 4e12 }), (value, now) => {
				const ms = retryAfterMs(value, now);
				if (ms === undefined) return;
				expect(Number.isNaN(ms)).toBe(false);
				expect(ms).toBeGreaterThanOrEqual(0);
			}),
		);
	});
});

describe('an error for what Zoom refused', () => {
	it("always holds Zoom's message and code", () => {
		const status = fc.integer({ min: 300, max: 599 });
		const code = fc.integer({ min: 1, max: 99_999 });
		const endpoint = fc.constantFrom(...Object.values(eventEndpoints(MEETING)));
		fc.assert(
			fc.property(
				status,
				code,
				fc.string({ minLength: 1 }),
				endpoint,
				(http, zoom, text, asked) => {
					const body = { code: zoom, message: text };
					const failure = refusedFailure({ status: http, headers: {}, body }, asked);
					const error = toNodeError(NODE, failure);
					expect(error.description).toContain(`Zoom says: "${text}"`);
					expect(error.description).toContain(`(Zoom code ${zoom})`);
					expect(detailsOf(error)).toMatchObject({ zoomMessage: text, code: zoom, httpCode: http });
					expect(error.message).not.toBe('');
				},
			),
		);
	});
});
