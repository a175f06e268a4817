import { classify } from '../../nodes/Zoom/api/refusals';
import { eventEndpoints } from '../../nodes/Zoom/api/endpoints';
import { MEETING } from '../../nodes/Zoom/api/eventKinds';
import { decide } from '../../nodes/Zoom/transport/retry';
import type { Outcome } from '../../nodes/Zoom/transport/retry';
import { retryAfterMs } from '../../nodes/Zoom/transport/retryAfter';

const NOW = Date.parse('2027-03-05T10:00:00Z');
const FIRST = { rateWaits: 0, renewals: 0, repeats: 0 };
const FINISH = { action: 'finish' };
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
const SCOPES = 'Invalid access token, does not contain scopes:[meeting:write:registrant:admin].';

const answer = (
	status: number,
	message = '',
	headers: Record<string, string> = {},
	code?: number,
): Outcome => {
	const endpoint = eventEndpoints(MEETING).addRegistrant;
	return { kind: classify({ status, code, message, headers }, endpoint).kind, headers };
};

describe('decide', () => {
	it.each([200, 201, 204, 302, 400, 403, 404, 409, 413])('is done after HTTP %i', (status) => {
		for (const method of METHODS) {
			expect(decide(method, answer(status, 'Validation Failed.'), FIRST, NOW, 0.5)).toEqual(FINISH);
		}
	});

	describe('without an answer', () => {
		const lost: Outcome = { kind: 'noAnswer' };
		const neverSent: Outcome = { kind: 'notReached' };

		it('never sends a POST again that may have reached Zoom', () => {
			expect(decide('POST', lost, FIRST, NOW, 0.5)).toEqual(FINISH);
		});

		it('repeats a POST that was never sent', () => {
			expect(decide('POST', neverSent, FIRST, NOW, 0)).toEqual({
				action: 'wait',
				ms: 500,
				counts: 'repeats',
			});
		});

		it.each(['GET', 'PUT', 'PATCH', 'DELETE'])('repeats a %s', (method) => {
			for (const outcome of [lost, neverSent]) {
				expect(decide(method, outcome, FIRST, NOW, 0)).toEqual({
					action: 'wait',
					ms: 500,
					counts: 'repeats',
				});
			}
		});

		it('waits twice as long each time, spread by chance, and stops after three', () => {
			const wait = (repeats: number, random: number) =>
				decide('GET', lost, { ...FIRST, repeats }, NOW, random);
			expect(wait(0, 1)).toEqual({ action: 'wait', ms: 1000, counts: 'repeats' });
			expect(wait(1, 0)).toEqual({ action: 'wait', ms: 1000, counts: 'repeats' });
			expect(wait(1, 0.5)).toEqual({
				action: 'wait',
				ms: 1500,
				counts: 'repeats',
			});
			expect(wait(2, 0)).toEqual({ action: 'wait', ms: 2000, counts: 'repeats' });
			expect(wait(2, 0.3333)).toEqual({
				action: 'wait',
				ms: 2667,
				counts: 'repeats',
			});
			expect(wait(3, 0)).toEqual(FINISH);
		});
	});

	describe('HTTP 5xx', () => {
		it.each([500, 502, 503, 504])('repeats all but a POST after HTTP %i', (status) => {
			for (const method of ['GET', 'PUT', 'PATCH', 'DELETE']) {
				expect(decide(method, answer(status), FIRST, NOW, 0)).toEqual({
					action: 'wait',
					ms: 500,
					counts: 'repeats',
				});
			}
			expect(decide('POST', answer(status), FIRST, NOW, 0)).toEqual(FINISH);
		});

		it('stops after three', () => {
			expect(decide('GET', answer(500), { ...FIRST, repeats: 3 }, NOW, 0)).toEqual(FINISH);
		});

		it('does not count other kinds of tries', () => {
			const tries = { rateWaits: 9, renewals: 9, repeats: 0 };
			expect(decide('GET', answer(500), tries, NOW, 0)).toMatchObject({ action: 'wait', ms: 500 });
		});
	});

	describe('HTTP 401', () => {
		it('renews the token for every method, at once the first time', () => {
			for (const method of METHODS) {
				expect(decide(method, answer(401, '', {}, 124), FIRST, NOW, 1)).toEqual({
					action: 'renewToken',
					ms: 0,
				});
			}
		});

		it('waits a little before the second to fourth, then gives up', () => {
			const renew = (renewals: number, random: number) =>
				decide('POST', answer(401), { ...FIRST, renewals }, NOW, random);
			expect(renew(1, 0)).toEqual({ action: 'renewToken', ms: 150 });
			expect(renew(1, 1)).toEqual({ action: 'renewToken', ms: 600 });
			expect(renew(2, 0.5)).toEqual({ action: 'renewToken', ms: 750 });
			expect(renew(2, 0.3333)).toEqual({ action: 'renewToken', ms: 600 });
			expect(renew(3, 0)).toEqual({ action: 'renewToken', ms: 450 });
			expect(renew(4, 0)).toEqual(FINISH);
		});
	});

	describe('a missing scope', () => {
		it.each([
			[400, 4711],
			[401, 4700],
			[403, 201],
		])('looks once for newly granted scopes after HTTP %i, code %i', (status, code) => {
			const outcome = answer(status, SCOPES, {}, code);
			expect(decide('POST', outcome, FIRST, NOW, 0)).toEqual({ action: 'renewScopes' });
			expect(decide('POST', outcome, { ...FIRST, renewals: 1 }, NOW, 0)).toEqual(FINISH);
		});
	});

	describe('HTTP 429', () => {
		const wait = (headers: Record<string, string>, random = 0, rateWaits = 0, message = '') =>
			decide('POST', answer(429, message, headers), { ...FIRST, rateWaits }, NOW, random);

		it('lets all calls of the run wait as long as Zoom asks, and a little longer', () => {
			for (const method of METHODS) {
				expect(decide(method, answer(429, '', { 'retry-after': '2' }), FIRST, NOW, 0)).toEqual({
					action: 'wait',
					ms: 2000,
					counts: 'rateWaits',
				});
			}
			expect(wait({ 'retry-after': '2' }, 1)).toEqual({
				action: 'wait',
				ms: 2250,
				counts: 'rateWaits',
			});
			expect(wait({ 'retry-after': '2' }, 0.3333)).toMatchObject({ ms: 2083 });
		});

		it('waits a quarter of a second, half, and then a second and a little where Zoom does not say', () => {
			expect(wait({}, 0)).toEqual({ action: 'wait', ms: 250, counts: 'rateWaits' });
			expect(wait({}, 0.3333)).toMatchObject({ ms: 271 });
			expect([0, 1, 2, 3, 9].map((waits) => wait({}, 0, waits))).toMatchObject(
				[250, 500, 1000, 1000, 1000].map((ms) => ({ ms })),
			);
			expect(wait({}, 1, 2)).toEqual({
				action: 'wait',
				ms: 1250,
				counts: 'rateWaits',
			});
			expect(wait({ 'retry-after': 'soon' }, 0, 2)).toMatchObject({ ms: 1000 });
		});

		it('waits a minute at most', () => {
			expect(wait({ 'retry-after': '60' })).toEqual({
				action: 'wait',
				ms: 60_000,
				counts: 'rateWaits',
			});
			expect(wait({ 'retry-after': '61' })).toEqual(FINISH);
			expect(wait({ 'retry-after': '2027-03-06T00:00:00Z' })).toEqual(FINISH);
		});

		it('gives up after twenty waits', () => {
			expect(wait({}, 0, 19)).toMatchObject({ action: 'wait' });
			expect(wait({}, 0, 20)).toEqual(FINISH);
		});

		it('does not wait for limits of the day', () => {
			expect(wait({ 'retry-after': '2', 'x-ratelimit-type': 'Daily-limit' })).toEqual(FINISH);
			expect(wait({ 'retry-after': '2' }, 0, 0, 'You have exceeded the daily rate limit')).toEqual(
				FINISH,
			);
		});
	});
});

describe("Zoom's clock", () => {
	const instant = { 'retry-after': '2027-03-05T11:00:02Z' };
	const wait = (headers: Record<string, string>) =>
		decide('POST', answer(429, '', headers), FIRST, NOW, 0);

	it('is what an instant in Retry-After is counted from', () => {
		const headers = { ...instant, date: 'Fri, 05 Mar 2027 11:00:00 GMT' };
		expect(wait(headers)).toEqual({
			action: 'wait',
			ms: 2000,
			counts: 'rateWaits',
		});
	});

	it.each<Record<string, string>>([{}, { date: 'soon' }])(
		"is this machine's where the answer does not tell: %j",
		(date) => {
			expect(wait({ ...instant, ...date })).toEqual(FINISH);
		},
	);
});

describe('retryAfterMs', () => {
	it.each([
		['0', 0],
		['3', 3000],
		[' 3 ', 3000],
		['0.5', 500],
		['2.25', 2250],
		['2027-03-05T10:00:05Z', 5000],
		['2027-03-05T09:59:00Z', 0],
		['Fri, 05 Mar 2027 10:01:00 GMT', 60_000],
	])('reads %p as %i ms', (value, ms) => {
		expect(retryAfterMs(value, NOW)).toBe(ms);
	});

	it.each([undefined, '', '  ', 'soon', '3 seconds from now', 'x3'])(
		'finds nothing in %p',
		(value) => {
			expect(retryAfterMs(value, NOW)).toBeUndefined();
		},
	);
});

it('takes code 124 for a refused token, whatever the HTTP status', () => {
	const outcome = answer(400, 'Access token is expired. Invalid access token.', {}, 124);
	expect(decide('POST', outcome, FIRST, 0, 0)).toEqual({ action: 'renewToken', ms: 0 });
});
