/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, never inside n8n */
import { getEventListeners } from 'node:events';
import { OperationalError } from 'n8n-workflow';
import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import { followRequests } from '../../credentials/token/followers';
import { signRequest } from '../../credentials/token/session';
import { newApp, refusal } from './support/fakeN8n';
import { settled } from './support/settled';
import { rejectionOf } from './support/thrown';
import { useTokenEndpoint } from './support/tokenEndpoint';
import { bearer, GET, HOUR } from './support/tokens';

const { zoom, prepare } = useTokenEndpoint();
const CANCELLED = { message: 'The run was canceled' };
const UNAVAILABLE = { statusCode: 503, body: '' };

/** Credentials of a run, and what cancels it. */
function inRun(app: ICredentialDataDecryptedObject) {
	const run = new AbortController();
	const credentials = { ...app };
	followRequests(credentials, { signal: run.signal });
	return { credentials, cancel: () => run.abort(), signal: run.signal };
}

describe('a run that is cancelled while it waits to be signed in', () => {
	/** Each wait, with how long it has lasted when the run is cancelled. */
	const waits: Array<[string, number, (app: ICredentialDataDecryptedObject) => Promise<void>]> = [
		[
			"for Zoom's answer",
			1_000,
			async () => {
				zoom().state.latency = 20_000;
			},
		],
		[
			'for the next try',
			3_000,
			async () => {
				zoom().state.mint = () => UNAVAILABLE;
			},
		],
		[
			'for requests with the old token',
			100,
			async (app) => {
				await prepare({ ...app });
				await jest.advanceTimersByTimeAsync(HOUR - 1_000);
			},
		],
		[
			"for another item's request",
			1_000,
			async (app) => {
				zoom().state.latency = 20_000;
				void prepare({ ...app });
				await jest.advanceTimersByTimeAsync(1_000);
			},
		],
	];

	it.each(waits)('%s ends at once', async (_, after, begin) => {
		const app = newApp();
		await begin(app);
		const { credentials, cancel } = inRun(app);
		const failing = rejectionOf(prepare(credentials));
		await jest.advanceTimersByTimeAsync(after);
		const before = performance.now();
		cancel();
		expect(await failing).toEqual(CANCELLED);
		expect(performance.now()).toBe(before);
		await jest.runAllTimersAsync();
	});

	it('for whether its token lives ends at once', async () => {
		const { credentials, cancel } = inRun(newApp());
		await prepare(credentials);
		zoom().state.latency = 5_000;
		const failing = rejectionOf(prepare(credentials));
		cancel();
		expect(await failing).toEqual(CANCELLED);
		await jest.runAllTimersAsync();
	});

	it('throws what is told from a refusal', async () => {
		zoom().state.latency = 100;
		const { credentials, cancel } = inRun(newApp());
		const waiting = prepare(credentials);
		cancel();
		await expect(waiting).rejects.toBeInstanceOf(OperationalError);
		await jest.runAllTimersAsync();
	});

	it('does not end the request that others wait for', async () => {
		zoom().state.latency = 1_000;
		const app = newApp();
		const { credentials, cancel } = inRun(app);
		const other = { ...app };
		const failing = rejectionOf(prepare(credentials));
		const waiting = prepare(other);
		cancel();
		expect(await failing).toEqual(CANCELLED);
		// Whoever began it is gone, so the other one has n8n store the token.
		expect(await settled(waiting)).toHaveProperty('sessionToken');
		expect(bearer(other)).toBe(zoom().tokens[0]);
		expect(zoom().mints()).toBe(1);
	});

	it('leaves the token to whoever comes next, where nobody waits for it any more', async () => {
		zoom().state.latency = 1_000;
		const app = newApp();
		const { credentials, cancel } = inRun(app);
		const failing = rejectionOf(prepare(credentials));
		cancel();
		await failing;
		await jest.runAllTimersAsync();
		const rows = [await prepare({ ...app }), await prepare({ ...app })];
		expect(rows).toEqual([{ sessionGate: '', sessionToken: expect.any(String) }, {}]);
		expect(zoom().mints()).toBe(1);
	});

	it('leaves a failure to whoever comes next, too', async () => {
		zoom().state.latency = 1_000;
		zoom().state.mint = () => refusal(400, 0, '');
		const app = newApp();
		const { credentials, cancel } = inRun(app);
		const failing = rejectionOf(prepare(credentials));
		cancel();
		await failing;
		await jest.advanceTimersByTimeAsync(1_000);
		expect(await rejectionOf(prepare({ ...app }))).toEqual({
			message: "Zoom rejected the app's sign-in (HTTP 400)",
		});
		expect(zoom().mints()).toBe(1);
	});

	it('asks for no token after it was cancelled', async () => {
		const { credentials, cancel } = inRun(newApp());
		cancel();
		expect(await rejectionOf(prepare(credentials))).toEqual(CANCELLED);
		expect(zoom().requests).toEqual([]);
	});

	it('does not cancel another run', async () => {
		zoom().state.latency = 1_000;
		const app = newApp();
		const [one, two] = [inRun(app), inRun(app)];
		const waiting = [prepare(one.credentials), prepare(two.credentials)];
		one.cancel();
		await expect(waiting[0]).rejects.toThrow('The run was canceled');
		await settled(Promise.resolve(waiting[1]));
		expect(bearer(two.credentials)).toBe(zoom().tokens[0]);
	});
});

describe('the one signal of a long run', () => {
	it('keeps nothing of what waited, whatever came of it', async () => {
		zoom().state.latency = 100;
		const app = newApp();
		const { credentials, signal } = inRun(app);
		const items = Array.from({ length: 200 }, () => {
			const copy = { ...app };
			followRequests(copy, { signal });
			return copy;
		});
		const waiting = Promise.all(items.map(prepare));
		// Node warns of a leak where there are more than ten.
		expect(getEventListeners(signal, 'abort').length).toBeLessThanOrEqual(10);
		await settled(waiting);
		expect(getEventListeners(signal, 'abort')).toEqual([]);
		await settled(prepare(credentials));
		zoom().state.mint = () => refusal(400, 0, '');
		const failing = newApp();
		followRequests(failing, { signal });
		await expect(settled(prepare(failing))).rejects.toThrow("Zoom rejected the app's sign-in");
		expect(getEventListeners(signal, 'abort')).toEqual([]);
	});
});

describe('a failure that several wait for', () => {
	it('is an error of its own for each, which n8n may add to', async () => {
		zoom().state.latency = 100;
		zoom().state.mint = () => refusal(400, 0, 'x', {});
		const app = newApp();
		const waiting = [1, 2].map(
			async () => await prepare({ ...app }).catch((error: Error) => error),
		);
		const [one, two] = await settled(Promise.all(waiting));
		const held = await prepare({ ...app }).catch((error: Error) => error);
		expect(one).toEqual(two);
		expect(held).toEqual(one);
		expect(new Set([one, two, held]).size).toBe(3);
	});
});

describe('a signed request of a run', () => {
	const signedIn = async () => {
		const run = inRun(newApp());
		await prepare(run.credentials);
		return run;
	};

	it('ends with the run', async () => {
		const { credentials, cancel, signal } = await signedIn();
		expect(signRequest(credentials, GET).abortSignal).toBe(signal);
		const { abortSignal } = signRequest(credentials, { ...GET, timeout: 60_000 });
		expect(abortSignal?.aborted).toBe(false);
		cancel();
		expect(abortSignal?.aborted).toBe(true);
	});

	it('ends with its own signal and after its time as well', async () => {
		const { credentials } = await signedIn();
		const own = new AbortController();
		const request = { ...GET, abortSignal: own.signal };
		const { abortSignal } = signRequest(credentials, request);
		own.abort();
		expect(abortSignal?.aborted).toBe(true);
		const timeout = jest.spyOn(AbortSignal, 'timeout').mockReturnValue(AbortSignal.abort());
		expect(signRequest(credentials, { ...GET, timeout: 5 }).abortSignal?.aborted).toBe(true);
		timeout.mockRestore();
	});

	it('takes one signal where the run and the request have the same', async () => {
		const { credentials, signal } = await signedIn();
		const request = { ...GET, abortSignal: signal };
		expect(signRequest(credentials, request).abortSignal).toBe(signal);
	});

	it('ends with the run where it is a stream, which has no time', async () => {
		const { credentials, signal } = await signedIn();
		const request: IHttpRequestOptions = { ...GET, timeout: 5, encoding: 'stream' };
		expect(signRequest(credentials, request).abortSignal).toBe(signal);
	});

	it("takes no signal with n8n's older helper, which knows none", async () => {
		const { credentials } = await signedIn();
		const request = { ...GET, url: '', uri: GET.url, timeout: 5 };
		expect(signRequest(credentials, request)).not.toHaveProperty('abortSignal');
	});

	it('is as it was where no signal is given', async () => {
		const credentials = newApp();
		followRequests(credentials, {});
		await prepare(credentials);
		expect(signRequest(credentials, GET)).not.toHaveProperty('abortSignal');
	});
});
