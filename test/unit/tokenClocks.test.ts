import {
	hasUsableToken,
	isCurrent,
	renewalWait,
	reportMissingScope,
	reportRejected,
} from '../../credentials/token/session';
import { newApp, refusal } from './support/fakeN8n';
import { settled } from './support/settled';
import { rejectionOf } from './support/thrown';
import { useTokenEndpoint } from './support/tokenEndpoint';
import { bearer, HOUR, NOW, storedRow } from './support/tokens';

const { zoom, prepare } = useTokenEndpoint();
const MINUTE = 60_000;
const UNAVAILABLE = { statusCode: 503, body: '' };

describe.each([
	['back', -HOUR],
	['forward', HOUR],
])('a clock that is set %s by an hour', (_, shift) => {
	const setClock = () => jest.setSystemTime(Date.now() + shift);
	const pass = async (ms: number) => await jest.advanceTimersByTimeAsync(ms);

	it('has no token renewed sooner or later', async () => {
		const app = newApp();
		const row = { ...app, ...(await prepare(app)) };
		await pass(10 * MINUTE);
		setClock();
		for (const credentials of [{ ...app }, { ...row }]) {
			expect(await prepare(credentials)).toEqual({});
			expect(bearer(credentials)).toBe(zoom().tokens[0]);
		}
		await pass(49 * MINUTE - 1);
		expect(hasUsableToken({ ...row })).toBe(true);
		await pass(1);
		expect(hasUsableToken({ ...row })).toBe(false);
		expect(zoom().mints()).toBe(1);
	});

	it('has no token of another process renewed sooner or later, once it was seen', async () => {
		const row = storedRow(newApp(), 'of-another-process', NOW - 10 * MINUTE);
		expect(hasUsableToken({ ...row })).toBe(true);
		setClock();
		await pass(49 * MINUTE - 1);
		expect(hasUsableToken({ ...row })).toBe(true);
		await pass(1);
		expect(hasUsableToken({ ...row })).toBe(false);
	});

	it('makes no storm of token requests, however often it is set', async () => {
		const app = newApp();
		let row = { ...app };
		for (let i = 0; i < 100; i++) {
			jest.setSystemTime(Date.now() + (i % 2 === 0 ? shift : -shift));
			const credentials = { ...row };
			row = { ...row, ...(await prepare(credentials)) };
			expect(bearer(credentials)).toBe(zoom().tokens[0]);
		}
		expect(zoom().mints()).toBe(1);
	});

	it('does not change when a refused token may be replaced', async () => {
		const app = newApp();
		await prepare(app);
		reportRejected(app);
		const wait = renewalWait(app);
		const due = performance.now() + wait;
		setClock();
		expect(renewalWait(app)).toBe(wait);
		expect(isCurrent(app, due - 1)).toBe(false);
		expect(isCurrent(app, due)).toBe(true);
		await pass(wait);
		expect(renewalWait(app)).toBe(0);
	});

	it('does not change how long a failed sign-in is held against an app', async () => {
		zoom().state.mint = () => refusal(400, 0, '');
		const app = newApp();
		await rejectionOf(prepare({ ...app }));
		setClock();
		await pass(2_999);
		await rejectionOf(prepare({ ...app }));
		expect(zoom().mints()).toBe(1);
		await pass(1);
		await rejectionOf(prepare({ ...app }));
		expect(zoom().mints()).toBe(2);
	});

	it('does not change for how long, and how often, a sign-in is tried', async () => {
		zoom().state.mint = () => UNAVAILABLE;
		const start = performance.now();
		const failing = rejectionOf(prepare(newApp()));
		await pass(1_000);
		setClock();
		await pass(10_000);
		expect((await failing).message).toBe("Zoom's sign-in service responded with HTTP 503");
		expect(performance.now() - start).toBe(11_000);
		expect(zoom().mints()).toBe(5);
	});

	it('does not change how long requests with the old token are waited for', async () => {
		const app = newApp();
		await prepare(app);
		await pass(59 * MINUTE);
		const renewing = prepare({ ...app });
		await pass(100);
		setClock();
		await pass(149);
		expect(zoom().mints()).toBe(1);
		await pass(1);
		expect(await renewing).toHaveProperty('sessionToken');
		expect(zoom().mints()).toBe(2);
	});

	it('does not change whether a token is old enough to lack new scopes', async () => {
		const app = newApp();
		await prepare(app);
		setClock();
		await pass(29_999);
		expect(reportMissingScope(app)).toBe(false);
		await pass(1);
		expect(reportMissingScope(app)).toBe(true);
	});

	it('does not disturb the question whether a token lives', async () => {
		const app = newApp();
		await prepare(app);
		zoom().state.latency = 100;
		const asking = prepare(app);
		await pass(50);
		setClock();
		expect(await settled(asking)).toEqual({});
		expect(zoom().mints()).toBe(1);
	});
});

describe('a stored token that this process has not seen', () => {
	it('is used for the rest of its life', async () => {
		const row = storedRow(newApp(), 'half-an-hour-old', NOW - 30 * MINUTE);
		expect(hasUsableToken({ ...row })).toBe(true);
		await jest.advanceTimersByTimeAsync(29 * MINUTE - 1);
		expect(hasUsableToken({ ...row })).toBe(true);
		await jest.advanceTimersByTimeAsync(1);
		expect(hasUsableToken({ ...row })).toBe(false);
	});

	it('from the future is used for its life, from when it was first seen', async () => {
		const row = storedRow(newApp(), 'of-tomorrow', NOW + 24 * HOUR);
		expect(hasUsableToken({ ...row })).toBe(true);
		await jest.advanceTimersByTimeAsync(59 * MINUTE - 1);
		expect(hasUsableToken({ ...row })).toBe(true);
		await jest.advanceTimersByTimeAsync(1);
		expect(hasUsableToken({ ...row })).toBe(false);
		// It is not younger the next time, although the clock still says so.
		expect(await settled(prepare({ ...row }))).toHaveProperty('sessionToken');
	});

	it('is never believed to live longer than an hour', async () => {
		const app = newApp();
		const row = storedRow(app, 'of-a-year');
		const year = {
			...JSON.parse(String(row.sessionToken)),
			expiresAt: NOW + 1e11,
		};
		row.sessionToken = JSON.stringify(year);
		expect(hasUsableToken({ ...row })).toBe(true);
		await jest.advanceTimersByTimeAsync(59 * MINUTE);
		expect(hasUsableToken({ ...row })).toBe(false);
	});

	it('that has ended by the clock costs one token', async () => {
		const row = storedRow(newApp(), 'of-a-clock-behind', NOW - HOUR);
		const ten = Array.from({ length: 10 }, () => ({ ...row }));
		await settled(Promise.all(ten.map(prepare)));
		expect(new Set(ten.map(bearer))).toEqual(new Set(zoom().tokens));
		expect(zoom().mints()).toBe(1);
	});

	it.each([
		{ mintedAt: null },
		{ mintedAt: '2027' },
		{ expiresAt: undefined },
		{ expiresAt: NOW - 1 },
		{ accessToken: 5 },
	])('is not used with %j', async (odd) => {
		const row = storedRow(newApp(), 'odd');
		row.sessionToken = JSON.stringify({ ...JSON.parse(String(row.sessionToken)), ...odd });
		expect(hasUsableToken(row)).toBe(false);
		await prepare(row);
		expect(bearer(row)).toBe(zoom().tokens[0]);
	});
});
