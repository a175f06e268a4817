import { UserError } from 'n8n-workflow';
import {
	hasUsableToken,
	renewalWait,
	reportRejected,
	testSettings,
} from '../../credentials/token/session';
import { readSettings } from '../../credentials/token/settings';
import { newApp } from './support/fakeN8n';
import { settled } from './support/settled';
import { useTokenEndpoint } from './support/tokenEndpoint';
import { bearer, HOUR, NOW, storedRow } from './support/tokens';

const { zoom, prepare } = useTokenEndpoint();

describe('the first request', () => {
	it('fetches a token and gives n8n the row to store', async () => {
		const app = newApp();
		const row = await prepare(app);
		expect(row).toEqual({ sessionGate: '', sessionToken: expect.any(String) });
		expect(JSON.parse(String(row.sessionToken))).toEqual({
			accessToken: zoom().tokens[0],
			mintedAt: NOW,
			expiresAt: NOW + HOUR,
			apiBaseUrl: 'https://api-us.zoom.us/v2',
			scope: '',
			fingerprint: readSettings(app).fingerprint,
		});
		expect(zoom().requests).toEqual([
			{
				method: 'POST',
				url: 'https://zoom.us/oauth/token',
				headers: expect.objectContaining({ 'Content-Type': 'application/x-www-form-urlencoded' }),
				body: `grant_type=account_credentials&account_id=${String(app.accountId)}`,
				ignoreHttpStatusErrors: true,
				returnFullResponse: true,
				disableFollowRedirect: true,
				abortSignal: expect.any(AbortSignal),
			},
		]);
		expect(bearer(app)).toBe(zoom().tokens[0]);
	});

	it('costs one token for 50 at once, and one write', async () => {
		zoom().state.latency = 100;
		const app = newApp();
		const fifty = Array.from({ length: 50 }, () => ({ ...app }));
		const rows = await settled(Promise.all(fifty.map(prepare)));
		expect(zoom().mints()).toBe(1);
		expect(rows.filter(({ sessionToken }) => sessionToken !== undefined)).toHaveLength(1);
		expect(rows.filter((row) => Object.keys(row).length === 0)).toHaveLength(49);
		expect(new Set(fifty.map(bearer))).toEqual(new Set(zoom().tokens));
	});

	it('fetches none for settings that are none', async () => {
		await expect(prepare(newApp({ clientSecret: '' }))).rejects.toBeInstanceOf(UserError);
		expect(zoom().mints()).toBe(0);
	});
});

describe('later requests', () => {
	it('use the token that this process knows', async () => {
		const app = newApp();
		await prepare(app);
		const later = { ...app };
		expect(hasUsableToken(later)).toBe(true);
		expect(await prepare(later)).toEqual({});
		expect(bearer(later)).toBe(zoom().tokens[0]);
		expect(zoom().mints()).toBe(1);
	});

	it('use the token that another process stored', async () => {
		const row = storedRow(newApp(), 'stored-by-another');
		expect(hasUsableToken(row)).toBe(true);
		expect(await prepare(row)).toEqual({});
		expect(bearer(row)).toBe('stored-by-another');
		expect(zoom().mints()).toBe(0);
	});

	it('use the newest of the tokens known and stored', async () => {
		const app = newApp();
		await prepare(storedRow(app, 'older', NOW - 2_000));
		const newer = storedRow(app, 'newer', NOW - 1_000);
		await prepare(newer);
		expect(bearer(newer)).toBe('newer');
		const behind = storedRow(app, 'older', NOW - 2_000);
		await prepare(behind);
		expect(bearer(behind)).toBe('newer');
		const cold = { ...app };
		await prepare(cold);
		expect(bearer(cold)).toBe('newer');
	});

	it('fall back on the one before the newest where Zoom refuses that', async () => {
		const app = newApp();
		await prepare(app);
		const of = (name: string, mintedAt: number) => storedRow(app, name, mintedAt);
		const other = of('of-another-process', NOW + 5);
		await prepare(other);
		expect(bearer(other)).toBe('of-another-process');
		await prepare({ ...other });
		reportRejected(other);
		expect(renewalWait(other)).toBe(0);
		const again = { ...other };
		expect(await prepare(again)).toEqual({});
		expect(bearer(again)).toBe(zoom().tokens[0]);
		reportRejected(again);
		// Refused ones take no place away from one that the clock takes for older.
		const older = of('older-by-the-clock', NOW - 5);
		expect(await prepare(older)).toEqual({});
		expect(bearer(older)).toBe('older-by-the-clock');
		expect(zoom().mints()).toBe(1);
	});

	it.each(['', '{', 'null', '5', '[]', '{}', '__n8n_BLANK_VALUE_', 7])(
		'do not stumble over %p in the row',
		async (sessionToken) => {
			const app = newApp({ sessionToken });
			expect(hasUsableToken(app)).toBe(false);
			await prepare(app);
			expect(bearer(app)).toBe(zoom().tokens[0]);
		},
	);

	it('never use a token of other settings', async () => {
		const app = newApp();
		const row = storedRow(app, 'of-the-old-secret');
		const edited = { ...row, clientSecret: 'another' };
		expect(hasUsableToken(edited)).toBe(false);
		await prepare(edited);
		expect(bearer(edited)).toBe(zoom().tokens[0]);
		expect(zoom().mints()).toBe(1);
	});

	it('know an app as long as one of its tokens lives, whatever others fetch', async () => {
		const app = newApp();
		await prepare(storedRow(app, 'the-elder', NOW - HOUR / 2));
		await prepare(storedRow(app, 'the-younger'));
		await prepare(newApp());
		expect(bearer({ ...app })).toBe('the-younger');
		await jest.advanceTimersByTimeAsync((3 / 4) * HOUR);
		await prepare(newApp());
		expect(bearer({ ...app })).toBe('the-younger');
	});

	it('never share a token between two apps', async () => {
		const [one, two] = [newApp(), newApp()];
		await prepare(one);
		await prepare(two);
		expect([bearer(one), bearer(two)]).toEqual(zoom().tokens);
		expect(zoom().tokens).toHaveLength(2);
	});
});

describe('renewal', () => {
	it('comes shortly before the end and no sooner', async () => {
		const app = newApp();
		await prepare(app);
		await jest.advanceTimersByTimeAsync(HOUR - 120_000);
		const before = { ...app };
		expect(hasUsableToken(before)).toBe(true);
		expect(await prepare(before)).toEqual({});
		await jest.advanceTimersByTimeAsync(90_000);
		expect(hasUsableToken({ ...app })).toBe(false);
		const after = { ...app };
		expect(await settled(prepare(after))).toHaveProperty('sessionToken');
		expect(bearer(after)).toBe(zoom().tokens[1]);
		expect(zoom().mints()).toBe(2);
	});

	it('waits a moment while the old token lives, for requests that carry it', async () => {
		const app = newApp();
		await prepare(app);
		await jest.advanceTimersByTimeAsync(HOUR - 30_000);
		const renewing = prepare({ ...app });
		await jest.advanceTimersByTimeAsync(50);
		expect(zoom().mints()).toBe(1);
		await settled(renewing);
		expect(zoom().mints()).toBe(2);
	});

	it('does not wait for a token that has ended', async () => {
		const app = newApp();
		await prepare(app);
		await jest.advanceTimersByTimeAsync(HOUR);
		await prepare({ ...app });
		expect(zoom().mints()).toBe(2);
	});

	it('does not wait for a token that Zoom has refused', async () => {
		const app = newApp();
		await prepare(app);
		reportRejected(app);
		await prepare({ ...app });
		expect(zoom().mints()).toBe(2);
	});

	it('costs one token for 50 at once', async () => {
		const app = newApp();
		await prepare(app);
		await jest.advanceTimersByTimeAsync(HOUR - 1);
		zoom().state.latency = 100;
		const fifty = Array.from({ length: 50 }, () => ({ ...app }));
		await settled(Promise.all(fifty.map(prepare)));
		expect(zoom().mints()).toBe(2);
		expect(new Set(fifty.map(bearer))).toEqual(new Set([zoom().tokens[1]]));
	});
});

describe('testSettings', () => {
	it('fetches a token and keeps it for the workflows to come', async () => {
		const app = newApp();
		const send = jest.fn(
			async () => await Promise.resolve({ statusCode: 200, body: { access_token: 'tested' } }),
		);
		expect(await testSettings(app, send)).toMatchObject({ accessToken: 'tested', mintedAt: NOW });
		expect(await prepare(app)).toEqual({});
		expect(bearer(app)).toBe('tested');
		expect(zoom().mints()).toBe(0);
		// Each press of the button asks Zoom, or a wrong secret typed over a right one would pass.
		await testSettings(app, send);
		expect(send).toHaveBeenCalledTimes(2);
	});

	it('throws what the sign-in throws', async () => {
		const body = { error: 'invalid_client' };
		await expect(
			testSettings(newApp(), async () => await Promise.resolve({ statusCode: 400, body })),
		).rejects.toThrow('Zoom rejected the Client ID and Client Secret');
	});
});
