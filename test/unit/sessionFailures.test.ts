import {
	hasUsableToken,
	isCurrent,
	reportMissingScope,
	renewalWait,
	reportRejected,
	testSettings,
} from '../../credentials/token/session';
import { newApp, ok, refusal } from './support/fakeN8n';
import { settled } from './support/settled';
import { rejectionOf } from './support/thrown';
import { useTokenEndpoint } from './support/tokenEndpoint';
import { bearer, NOW, storedRow } from './support/tokens';

const { zoom, prepare } = useTokenEndpoint();

describe('a second call with the same object, which says that the request failed', () => {
	it.each([
		ok(),
		refusal(404, 1001, 'User does not exist'),
		refusal(400, 4711, 'scopes'),
		refusal(500, 0, ''),
		// An app with classic scopes that lacks the one for this.
		refusal(401, 4700, 'Invalid access token, does not contain scopes:[user:read:admin].'),
		refusal(401, 4711, 'Le jeton est invalide'),
		{ statusCode: 401, body: '{"code":4711}' },
	])('keeps a token that Zoom still knows, case %#', async (answer) => {
		zoom().state.probe = () => answer;
		const app = newApp();
		await prepare(app);
		expect(await prepare(app)).toEqual({});
		expect(zoom().requests[1]).toEqual({
			method: 'GET',
			url: 'https://api-us.zoom.us/v2/users/me',
			headers: { Authorization: `Bearer ${zoom().tokens[0]}` },
			ignoreHttpStatusErrors: true,
			returnFullResponse: true,
			disableFollowRedirect: true,
			timeout: 10_000,
			abortSignal: expect.any(AbortSignal),
		});
		expect(zoom().mints()).toBe(1);
		expect(bearer(app)).toBe(zoom().tokens[0]);
	});

	it('keeps the token where Zoom cannot be asked', async () => {
		zoom().state.probe = () => {
			throw new Error('socket hang up');
		};
		const app = newApp();
		await prepare(app);
		expect(await prepare(app)).toEqual({});
		expect(zoom().mints()).toBe(1);
	});

	it("asks the general host where the credential's Allowed Domains lack the region", async () => {
		zoom().state.probe = () => {
			if (zoom().requests.at(-1)?.url.startsWith('https://api-us.')) {
				throw new Error('Domain not allowed: This credential is restricted');
			}
			return refusal(401, 124, 'Invalid access token.');
		};
		const app = newApp();
		await prepare(app);
		expect(await prepare(app)).toHaveProperty('sessionToken');
		expect(zoom().requests.slice(1, 3)).toEqual([
			expect.objectContaining({ url: 'https://api-us.zoom.us/v2/users/me' }),
			expect.objectContaining({ url: 'https://api.zoom.us/v2/users/me' }),
		]);
		expect(zoom().probes()).toBe(2);
	});

	it('keeps the token where no host may be asked, and asks none but those two', async () => {
		zoom().state.probe = () => {
			throw new Error('Domain not allowed');
		};
		const app = newApp();
		await prepare(app);
		expect(await prepare(app)).toEqual({});
		expect(zoom().probes()).toBe(2);
	});

	it('waits ten seconds for all of the answer', async () => {
		const timeout = jest.spyOn(AbortSignal, 'timeout');
		const app = newApp();
		await prepare(app);
		timeout.mockClear();
		await prepare(app);
		expect(timeout.mock.calls).toEqual([[10_000]]);
		expect(zoom().requests[1]?.abortSignal).toBe(timeout.mock.results[0]?.value);
		timeout.mockRestore();
	});

	it.each([
		refusal(401, 124, 'Invalid access token.'),
		refusal(401, 4700, 'Token cannot be empty'),
		{ statusCode: 401, body: '<html>' },
		{ statusCode: 401 },
	])('renews a token that Zoom no longer knows, case %#', async (answer) => {
		zoom().state.probe = () => answer;
		const app = newApp();
		await prepare(app);
		expect(await prepare(app)).toHaveProperty('sessionToken');
		expect(bearer(app)).toBe(zoom().tokens[1]);
		expect(zoom().probes()).toBe(1);
		// Nobody uses the dead one again, from whatever row it comes.
		const row = storedRow(app, String(zoom().tokens[0]), NOW + 1);
		expect(await prepare(row)).toEqual({});
		expect(bearer(row)).toBe(zoom().tokens[1]);
	});

	it('asks Zoom once for requests that failed together, and again for a later one', async () => {
		const app = newApp();
		const [one, two, three] = [{ ...app }, { ...app }, { ...app }];
		await Promise.all([one, two, three].map(prepare));
		zoom().state.latency = 100;
		await settled(Promise.all([prepare(one), prepare(two)]));
		expect(zoom().probes()).toBe(1);
		zoom().state.probe = () => refusal(401, 124, 'Invalid access token.');
		expect(await settled(prepare(three))).toHaveProperty('sessionToken');
		expect(zoom().probes()).toBe(2);
	});

	it('asks about each token by itself', async () => {
		const [one, two] = [newApp(), newApp()];
		await prepare(one);
		await prepare(two);
		await prepare(one);
		await prepare(two);
		expect(zoom().probes()).toBe(2);
	});

	it('does not ask about a token that Zoom is known to refuse', async () => {
		const app = newApp();
		await prepare(app);
		reportRejected(app);
		expect(await prepare(app)).toHaveProperty('sessionToken');
		expect(zoom().probes()).toBe(0);
		expect(zoom().mints()).toBe(2);
	});
});

describe('reportRejected', () => {
	it('has all who need a token wait until the same moment, within three seconds', async () => {
		jest.spyOn(Math, 'random').mockReturnValueOnce(0.5).mockReturnValue(0.9);
		const app = newApp();
		const [one, another] = [{ ...app }, { ...app }];
		await prepare(one);
		await prepare(another);
		expect(renewalWait(one)).toBe(0);
		reportRejected(one);
		const moment = Date.now() + renewalWait(one);
		expect(moment).toBeGreaterThan(Date.now());
		expect(moment).toBeLessThanOrEqual(Date.now() + 3_000);
		await jest.advanceTimersByTimeAsync(100);
		reportRejected(another);
		expect(Date.now() + renewalWait({ ...app })).toBe(moment);
		await jest.advanceTimersByTimeAsync(moment - Date.now());
		expect(renewalWait(another)).toBe(0);
	});

	it('lets nobody ask for a token with what was read before that moment', async () => {
		const app = newApp();
		expect(isCurrent(app, 0)).toBe(true);
		await prepare(app);
		reportRejected(app);
		const due = performance.now() + renewalWait(app);
		expect(isCurrent(app, due - 1)).toBe(false);
		expect(isCurrent(app, due)).toBe(true);
		expect(isCurrent(storedRow(app, 'of-a-third-process'), 0)).toBe(true);
	});

	it('has nobody wait who finds another token', async () => {
		const app = newApp();
		await prepare(app);
		reportRejected(app);
		expect(renewalWait(app)).toBeGreaterThan(0);
		expect(renewalWait(storedRow(app, 'stored-meanwhile'))).toBe(0);
		expect(renewalWait(newApp())).toBe(0);
	});

	it('takes the token from all who hold it', async () => {
		const app = newApp();
		const [one, two] = [{ ...app }, { ...app }];
		await prepare(one);
		await prepare(two);
		reportRejected(one);
		expect(hasUsableToken(two)).toBe(false);
		await prepare({ ...app });
		expect(zoom().mints()).toBe(2);
	});

	it('does nothing for credentials that no token was given for', async () => {
		const app = newApp();
		await prepare(app);
		reportRejected({ ...app });
		expect(hasUsableToken({ ...app })).toBe(true);
	});

	it('remembers the last 200 tokens', async () => {
		const rowOf = (i: number) => storedRow(app, `refused-${i}`);
		const app = newApp();
		for (let i = 0; i < 201; i++) {
			const row = rowOf(i);
			await prepare(row);
			reportRejected(row);
		}
		expect(zoom().mints()).toBe(0);
		expect(hasUsableToken(rowOf(1))).toBe(false);
		expect(hasUsableToken(rowOf(200))).toBe(false);
		expect(hasUsableToken(rowOf(0))).toBe(true);
	});
});

describe('a token endpoint that fails', () => {
	it('is not asked again for a moment', async () => {
		zoom().state.mint = () => refusal(400, 0, '');
		const app = newApp();
		const first = await rejectionOf(prepare({ ...app }));
		expect(first.message).toBe("Zoom rejected the app's sign-in (HTTP 400)");
		await jest.advanceTimersByTimeAsync(2_900);
		expect(await rejectionOf(prepare({ ...app }))).toEqual(first);
		expect(zoom().mints()).toBe(1);
		await jest.advanceTimersByTimeAsync(100);
		zoom().state.mint = undefined;
		await prepare({ ...app });
		expect(zoom().mints()).toBe(2);
	});

	it('fails once for 50 at once', async () => {
		zoom().state.mint = () => refusal(400, 0, '');
		zoom().state.latency = 50;
		const app = newApp();
		const fifty = Array.from({ length: 50 }, async () => await rejectionOf(prepare({ ...app })));
		expect(new Set((await settled(Promise.all(fifty))).map(({ message }) => message)).size).toBe(1);
		expect(zoom().mints()).toBe(1);
	});

	it('does not hold up another app', async () => {
		zoom().state.mint = () => refusal(400, 0, '');
		await rejectionOf(prepare(newApp()));
		zoom().state.mint = undefined;
		expect(await prepare(newApp())).toHaveProperty('sessionToken');
	});

	it('is asked five times where trying again may help, less and less often', async () => {
		const asked: number[] = [];
		zoom().state.mint = () => {
			asked.push(Date.now());
			return { statusCode: 503, body: '' };
		};
		const failing = rejectionOf(prepare(newApp()));
		await jest.runAllTimersAsync();
		const pauses = asked.slice(1).map((at, index) => at - Number(asked[index]));
		expect(pauses).toEqual([...new Set(pauses)].sort((a, b) => a - b));
		// docs/large-lists.md: "waits up to 11 seconds if Zoom's sign-in service is away".
		expect(Math.round((Date.now() - NOW) / 1000)).toBeLessThanOrEqual(11);
		expect((await failing).message).toBe("Zoom's sign-in service responded with HTTP 503");
		expect(zoom().mints()).toBe(5);
	});

	it('is not asked again where its answers take too long', async () => {
		zoom().state.latency = 7_000;
		zoom().state.mint = () => ({ statusCode: 503, body: '' });
		const failing = rejectionOf(prepare(newApp()));
		await jest.runAllTimersAsync();
		await failing;
		expect(zoom().mints()).toBe(2);
	});

	it('is forgiven once it gives a token', async () => {
		zoom().state.mint = () => ({ statusCode: 429, body: '' });
		const app = newApp();
		const row = prepare(app);
		await jest.advanceTimersByTimeAsync(100);
		zoom().state.mint = undefined;
		expect(await settled(row)).toHaveProperty('sessionToken');
		expect(zoom().mints()).toBe(2);
		reportRejected(app);
		expect(await prepare(app)).toHaveProperty('sessionToken');
	});

	it('forgets an earlier failure when the credential test succeeds', async () => {
		zoom().state.mint = () => refusal(400, 0, '');
		const app = newApp();
		await rejectionOf(prepare({ ...app }));
		const body = { access_token: 'from-the-test-button', expires_in: 3600 };
		await testSettings(app, async () => await Promise.resolve({ statusCode: 200, body }));
		zoom().state.mint = undefined;
		const next = { ...app };
		await prepare(next);
		reportRejected(next);
		expect(await prepare({ ...app })).toHaveProperty('sessionToken');
	});
});

describe('reportMissingScope', () => {
	it('gives up a token that is not new, so that the next holds new scopes', async () => {
		const app = newApp();
		await prepare(app);
		await jest.advanceTimersByTimeAsync(10_000);
		expect(reportMissingScope(app)).toBe(false);
		expect(hasUsableToken(app)).toBe(true);
		await jest.advanceTimersByTimeAsync(50_000);
		expect(reportMissingScope(app)).toBe(true);
		expect(hasUsableToken(app)).toBe(false);
		await prepare({ ...app });
		expect(zoom().mints()).toBe(2);
	});

	it('says that it is of no use where no token was given', () => {
		expect(reportMissingScope(newApp())).toBe(false);
	});
});
