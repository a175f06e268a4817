import { OperationalError } from 'n8n-workflow';
import type { IHttpRequestOptions } from 'n8n-workflow';
import { signRequest } from '../../credentials/token/session';
import { newApp } from './support/fakeN8n';
import { thrownBy } from './support/thrown';
import { useTokenEndpoint } from './support/tokenEndpoint';
import { bearer, GET, storedRow } from './support/tokens';

const { zoom, prepare } = useTokenEndpoint();

describe('signRequest', () => {
	it('adds the token and leaves the rest of the request as it is', async () => {
		const app = newApp();
		await prepare(app);
		const request: IHttpRequestOptions = {
			...GET,
			qs: { page_size: 1 },
			headers: { Accept: 'application/json', Authorization: 'Basic x' },
		};
		expect(signRequest(app, request)).toEqual({
			...request,
			headers: { Accept: 'application/json', authorization: `Bearer ${zoom().tokens[0]}` },
			sendCredentialsOnCrossOriginRedirect: false,
		});
		expect(request.headers).toEqual({ Accept: 'application/json', Authorization: 'Basic x' });
		expect(signRequest(app, GET)).not.toHaveProperty('baseURL');
	});

	it("sends requests relative to the default host to the account's region", async () => {
		const app = newApp();
		await prepare(app);
		const base = (baseURL: string) =>
			signRequest(app, { method: 'GET', url: '/users', baseURL }).baseURL;
		expect(base('https://api.zoom.us/v2')).toBe('https://api-us.zoom.us/v2');
		expect(base('https://api-eu.zoom.us/v2')).toBe('https://api-eu.zoom.us/v2');
	});

	it('signs with a token that is at hand although it was not prepared for this object', () => {
		expect(bearer(storedRow(newApp(), 'at-hand'))).toBe('at-hand');
	});

	it('does not sign without a token', () => {
		const sign = () => signRequest(newApp(), GET);
		expect(sign).toThrow(OperationalError);
		expect(sign).toThrow('No Zoom token is available for this request');
	});

	it.each([
		[{ url: 'https://evil.com/v2/users' }, 'evil.com'],
		[{ url: 'https://api.zoom.us.evil.com/' }, 'api.zoom.us.evil.com'],
		[{ url: 'https://api.zoom.us@evil.com/' }, 'evil.com'],
		[{ url: 'http://api.zoom.us/v2/users' }, 'api.zoom.us'],
		[{ url: '//evil.com/users', baseURL: 'https://api.zoom.us/v2' }, 'evil.com'],
		[{ url: 'https://evil.com/users', baseURL: 'https://api.zoom.us/v2' }, 'evil.com'],
		[{ url: '/\\evil.com/users', baseURL: 'https://api.zoom.us/v2' }, 'evil.com'],
		[{ url: '/users', baseURL: 'https://evil.com' }, 'evil.com'],
		[{ url: '', uri: 'https://evil.com/x' }, 'evil.com'],
		[{ url: '/users' }, 'another host'],
		[{ url: '' }, 'another host'],
		[{ url: '/users', baseURL: 'nonsense' }, 'another host'],
		[{ url: 'data:text/plain,x' }, ''],
	])('never takes the token elsewhere: %j', async (request, host) => {
		const app = newApp();
		await prepare(app);
		const thrown = thrownBy(() => signRequest(app, { method: 'GET', ...request }));
		expect(thrown).toEqual({
			message: 'This credential works with Zoom only',
			description: `A Zoom token is never sent to ${host}. Use a URL of Zoom's API.`,
		});
		expect(JSON.stringify(thrown)).not.toContain(zoom().tokens[0]);
	});

	it("reads the legacy helper's name of the URL", async () => {
		const app = newApp();
		await prepare(app);
		const legacy = { method: 'GET', uri: 'https://api.zoom.us/v2/users' };
		expect(signRequest(app, legacy as unknown as IHttpRequestOptions).headers).toEqual({
			authorization: `Bearer ${zoom().tokens[0]}`,
		});
	});

	it.each(['Authorization', 'authorization', 'AUTHORIZATION'])(
		'puts its own header in the place of one spelt %s, also when it signs a second time',
		async (name) => {
			const app = newApp();
			await prepare(app);
			const headers = { authorization: `Bearer ${zoom().tokens[0]}` };
			const request = { ...GET, headers: { [name]: 'Bearer of somebody' } };
			expect(signRequest(app, request).headers).toEqual(headers);
			expect(signRequest(app, signRequest(app, request)).headers).toEqual(headers);
		},
	);

	it('lets no redirect take the token along, whatever the request says', async () => {
		const app = newApp();
		await prepare(app);
		const request = { ...GET, sendCredentialsOnCrossOriginRedirect: true };
		expect(signRequest(app, request).sendCredentialsOnCrossOriginRedirect).toBe(false);
	});

	describe("makes a request's timeout hold for its whole answer", () => {
		it('by a signal of that time', async () => {
			const app = newApp();
			await prepare(app);
			const timeout = jest.spyOn(AbortSignal, 'timeout');
			const { abortSignal } = signRequest(app, { ...GET, timeout: 60_000 });
			expect(timeout.mock.calls).toEqual([[60_000]]);
			expect(abortSignal?.aborted).toBe(false);
			timeout.mockReturnValue(AbortSignal.abort());
			expect(signRequest(app, { ...GET, timeout: 60_000 }).abortSignal?.aborted).toBe(true);
			timeout.mockRestore();
		});

		it('beside the signal that the request has', async () => {
			const app = newApp();
			await prepare(app);
			const stop = new AbortController();
			const request = { ...GET, timeout: 60_000, abortSignal: stop.signal };
			const { abortSignal } = signRequest(app, request);
			expect(abortSignal?.aborted).toBe(false);
			stop.abort();
			expect(abortSignal?.aborted).toBe(true);
		});

		it.each([
			{},
			{ timeout: 0 },
			{ timeout: 5, encoding: 'stream' },
			{ timeout: 5, url: '', uri: GET.url },
		])('but not where there is none, or no answer to wait for: %j', async (more) => {
			const app = newApp();
			await prepare(app);
			const { signal: abortSignal } = new AbortController();
			const request = { ...GET, abortSignal, ...more } as IHttpRequestOptions;
			expect(signRequest(app, request).abortSignal).toBe(abortSignal);
		});
	});

	it("keeps to a custom environment's host, which may be plain http", async () => {
		const app = newApp({
			environment: 'custom',
			oauthBaseUrl: 'http://127.0.0.1:4010',
			apiBaseUrl: 'http://127.0.0.1:4010/v2',
		});
		await prepare(app);
		const request: IHttpRequestOptions = {
			method: 'GET',
			url: '/users',
			baseURL: 'http://127.0.0.1:4010/v2',
		};
		expect(signRequest(app, request)).toMatchObject(request);
		expect(() => signRequest(app, GET)).toThrow('This credential works with Zoom only');
	});
});
