import { OperationalError, UserError } from 'n8n-workflow';
import { requestToken } from '../../credentials/token/request';
import type { HttpSend } from '../../credentials/token/request';
import { readSettings } from '../../credentials/token/settings';
import { rejectionOf } from './support/thrown';

const SECRET = 'tHe-sEcReT';
const TOKEN = 'eyJ-ThE-tOkEn';
const APP = readSettings({
	accountId: 'my+account=',
	clientId: 'client',
	clientSecret: SECRET,
	environment: 'zoom',
});
const GOV = readSettings({
	accountId: 'a',
	clientId: 'c',
	clientSecret: 's',
	environment: 'zoomGov',
});
const CUSTOM = readSettings({
	accountId: 'a',
	clientId: 'c',
	clientSecret: 's',
	environment: 'custom',
	oauthBaseUrl: 'http://127.0.0.1:4010/oauth-proxy',
	apiBaseUrl: 'http://127.0.0.1:4010/api/v2',
});
const NOW = Date.parse('2027-03-05T10:00:00Z');

const answering =
	(statusCode: number, body: unknown): HttpSend =>
	async () => ({ statusCode, body });
const failing =
	(error: unknown): HttpSend =>
	async () =>
		await Promise.reject(error);

beforeEach(() => jest.useFakeTimers({ now: NOW }));
afterEach(() => jest.useRealTimers());

describe('requestToken', () => {
	it('sends one form body with a Basic header', async () => {
		const send = jest.fn(answering(200, { access_token: TOKEN }));
		await requestToken(APP, send);
		expect(send.mock.calls).toEqual([
			[
				{
					url: 'https://zoom.us/oauth/token',
					headers: {
						// base64 of client:tHe-sEcReT
						Authorization: 'Basic Y2xpZW50OnRIZS1zRWNSZVQ=',
						'Content-Type': 'application/x-www-form-urlencoded',
						Accept: 'application/json',
					},
					body: 'grant_type=account_credentials&account_id=my%2Baccount%3D',
					abortSignal: expect.any(AbortSignal),
				},
			],
		]);
	});

	it.each([
		[GOV, 'https://zoomgov.com/oauth/token'],
		[CUSTOM, 'http://127.0.0.1:4010/oauth-proxy/oauth/token'],
	])('asks the environment, case %#', async (settings, url) => {
		const send = jest.fn(answering(200, { access_token: TOKEN }));
		await requestToken(settings, send);
		expect(send).toHaveBeenCalledWith(expect.objectContaining({ url }));
	});

	it("makes the token's times absolute", async () => {
		const body = {
			access_token: TOKEN,
			token_type: 'bearer',
			expires_in: 3599,
			scope: 'meeting:write:meeting:admin meeting:read:meeting:admin',
			api_url: 'https://api-us.zoom.us',
		};
		const expected = {
			accessToken: TOKEN,
			mintedAt: NOW,
			expiresAt: NOW + 3_599_000,
			apiBaseUrl: 'https://api-us.zoom.us/v2',
			scope: 'meeting:write:meeting:admin meeting:read:meeting:admin',
		};
		expect(await requestToken(APP, answering(200, body))).toEqual(expected);
		expect(await requestToken(APP, answering(200, JSON.stringify(body)))).toEqual(expected);
	});

	it.each([
		[60, 60_000],
		['120', 120_000],
		[2, 2_000],
	])('a token of %p seconds ends after %i ms', async (expires_in, end) => {
		const token = await requestToken(APP, answering(200, { access_token: TOKEN, expires_in }));
		expect(token).toMatchObject({ mintedAt: NOW, expiresAt: NOW + end });
	});

	it.each([undefined, null, 0, -1, 'soon', {}])(
		'takes a life of %p for an hour, and no scope for none',
		async (expires_in) => {
			const body = { access_token: TOKEN, expires_in, scope: null };
			expect(await requestToken(APP, answering(200, body))).toEqual({
				accessToken: TOKEN,
				mintedAt: NOW,
				expiresAt: NOW + 3_600_000,
				apiBaseUrl: 'https://api.zoom.us/v2',
				scope: '',
			});
		},
	);

	it.each([
		['https://api-eu.zoom.us', 'https://api-eu.zoom.us/v2'],
		['https://vanity.zoom.us/anything', 'https://vanity.zoom.us/v2'],
		['https://user:word@api-eu.zoom.us', 'https://api-eu.zoom.us/v2'],
		['http://api-eu.zoom.us', 'https://api.zoom.us/v2'],
		['https://api.evil.com', 'https://api.zoom.us/v2'],
		['https://evilzoom.us', 'https://api.zoom.us/v2'],
		['https://api.zoomgov.com', 'https://api.zoom.us/v2'],
		['api-eu.zoom.us', 'https://api.zoom.us/v2'],
		['', 'https://api.zoom.us/v2'],
		[5, 'https://api.zoom.us/v2'],
		[['https://api-eu.zoom.us'], 'https://api.zoom.us/v2'],
	])('takes the region %p for %p', async (api_url, apiBaseUrl) => {
		const token = await requestToken(APP, answering(200, { access_token: TOKEN, api_url }));
		expect(token.apiBaseUrl).toBe(apiBaseUrl);
	});

	it('keeps to the base URL of a custom environment', async () => {
		for (const api_url of ['https://api-eu.zoom.us', 'http://127.0.0.1:4010']) {
			const token = await requestToken(CUSTOM, answering(200, { access_token: TOKEN, api_url }));
			expect(token.apiBaseUrl).toBe('http://127.0.0.1:4010/api/v2');
		}
	});
});

const NOT_ACTIVATED = {
	message: "The Zoom app isn't activated",
	description:
		'Open the app in the Zoom App Marketplace (Manage → your app → Activation) and activate it.',
};
const NO_JSON = {
	description:
		"Check the credential's Environment, and whether a proxy or firewall responds instead of Zoom.",
};
const NO_TOKEN = {
	message: "Zoom's sign-in response doesn't contain an access_token",
	description:
		"Check the credential's Environment. zoom.us responded, but not like Zoom's sign-in service.",
};
const UNREACHABLE = {
	message: "Zoom's sign-in service couldn't be reached at zoom.us",
	description:
		"Check that this n8n can open connections to the internet, and the credential's Environment.",
};

/** Each way to fail: what Zoom or the network does, the sentence, whether trying again may help. */
const FAILURES: Array<
	[
		string,
		HttpSend,
		{ message: string; description?: string },
		typeof UserError | typeof OperationalError,
	]
> = [
	[
		'a wrong ID or secret',
		answering(400, { reason: 'Invalid client_id or client_secret', error: 'invalid_client' }),
		{
			message: 'Zoom rejected the Client ID and Client Secret',
			description: "Copy both again from the app's App Credentials page. They belong together.",
		},
		UserError,
	],
	[
		'a wrong account ID',
		answering(400, { reason: 'Bad Request', error: 'invalid_request' }),
		{
			message: 'Zoom rejected the Account ID',
			description:
				"Copy the Account ID again from the app's App Credentials page. It isn't the account number in your Zoom profile.",
		},
		UserError,
	],
	[
		'an app of another type',
		answering(400, { reason: 'unsupported grant type', error: 'unsupported_grant_type' }),
		{
			message: "This Zoom app isn't a Server-to-Server OAuth app",
			description:
				'Create an app of the type "Server-to-Server OAuth" in the Zoom App Marketplace and use its credentials.',
		},
		UserError,
	],
	...[
		{ reason: 'The app has been disabled', error: 'invalid_client' },
		{ reason: 'App deactivated' },
		{ reason: 'This app is not activated.' },
		{ reason: 'Inactive app' },
		{ code: 4717 },
		{ errorCode: '4738' },
	].map((body): (typeof FAILURES)[number] => [
		`an app that is not activated (${JSON.stringify(body)})`,
		answering(400, body),
		NOT_ACTIVATED,
		UserError,
	]),
	...([{ code: 14717 }, { code: 47380 }, { code: 4718 }, { reason: 5 }] as object[]).map(
		(body): (typeof FAILURES)[number] => [
			`a refusal without a reason (${JSON.stringify(body)})`,
			answering(403, body),
			{ message: "Zoom rejected the app's sign-in (HTTP 403)" },
			UserError,
		],
	),
	[
		'a refusal that is not known',
		answering(401, { reason: `No luck with ${SECRET} ${'x'.repeat(400)}`, error: 'other' }),
		{
			message: "Zoom rejected the app's sign-in (HTTP 401)",
			description: 'Zoom says: No luck with … '.padEnd(311, 'x'),
		},
		UserError,
	],
	[
		'a refusal with an error only',
		answering(400, { error: `odd ${SECRET}` }),
		{ message: "Zoom rejected the app's sign-in (HTTP 400)", description: 'Zoom says: odd …' },
		UserError,
	],
	...[400, 407, 200, 302].map((status): (typeof FAILURES)[number] => [
		`no JSON with HTTP ${status}`,
		answering(status, '<html>Sign in to the proxy</html>'),
		{
			message: `zoom.us didn't respond like Zoom's sign-in service (HTTP ${status}, no JSON)`,
			...NO_JSON,
		},
		UserError,
	]),
	...['', null, undefined, [], '[]', '5', 'null'].map((body): (typeof FAILURES)[number] => [
		`no JSON object but ${JSON.stringify(body)}`,
		answering(200, body),
		{
			message: "zoom.us didn't respond like Zoom's sign-in service (HTTP 200, no JSON)",
			...NO_JSON,
		},
		UserError,
	]),
	...[{}, { access_token: '' }, { access_token: 5 }, { access_token: { a: TOKEN } }].map(
		(body): (typeof FAILURES)[number] => [
			`an answer without a token (${JSON.stringify(body)})`,
			answering(200, body),
			NO_TOKEN,
			UserError,
		],
	),
	[
		'a refusal that repeats what was sent to it',
		answering(400, { reason: 'Authorization: Basic Y2xpZW50OnRIZS1zRWNSZVQ= is not known' }),
		{
			message: "Zoom rejected the app's sign-in (HTTP 400)",
			description: 'Zoom says: Authorization: Basic … is not known',
		},
		UserError,
	],
	['no connection', failing(new Error(`socket hang up ${SECRET}`)), UNREACHABLE, OperationalError],
	[
		'a connection that is refused',
		failing(Object.assign(new Error(SECRET), { code: 'ECONNREFUSED' })),
		{
			...UNREACHABLE,
			description: `The connection was refused. ${UNREACHABLE.description}`,
		},
		OperationalError,
	],
	[
		'a certificate that nobody knows',
		failing(new Error('x', { cause: { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' } })),
		{
			...UNREACHABLE,
			description: expect.stringMatching(
				/^This n8n doesn't trust the certificate there\. .* Check that this n8n/,
			),
		},
		OperationalError,
	],
	[
		'something thrown that is no error',
		failing('Domain not allowed'),
		UNREACHABLE,
		OperationalError,
	],
	[
		'a host that the credential does not allow',
		failing(new Error('Domain not allowed: zoom.us')),
		{
			message: "The credential's 'Allowed Domains' don't include zoom.us",
			description: 'Add zoom.us, where tokens are requested.',
		},
		UserError,
	],
	...[500, 503].map((status): (typeof FAILURES)[number] => [
		`HTTP ${status}`,
		answering(status, '<html>'),
		{
			message: `Zoom's sign-in service responded with HTTP ${status}`,
			description: 'Zoom seems to be having trouble. Try again in a few minutes.',
		},
		OperationalError,
	]),
	[
		'too many token requests',
		answering(429, '<html>'),
		{
			message: "Zoom's sign-in service rejects further token requests for now",
			description: 'Too many tokens were requested in a short time. Try again in a minute.',
		},
		OperationalError,
	],
];

describe('a sign-in that takes long', () => {
	const never: HttpSend = async () => await new Promise(() => undefined);
	const TOO_LONG = {
		message: "Zoom's sign-in service at zoom.us took too long",
		description: "Its response wasn't complete after 30 seconds. Try again in a few minutes.",
	};
	let deadline: AbortController;

	beforeEach(() => {
		deadline = new AbortController();
		jest.spyOn(AbortSignal, 'timeout').mockReturnValue(deadline.signal);
	});
	afterEach(() => jest.restoreAllMocks());

	it('is given up after 30 seconds, whether the helper stops or not', async () => {
		for (const send of [never, failing(new Error('canceled'))]) {
			const attempt = requestToken(APP, send);
			deadline.abort();
			await expect(attempt).rejects.toBeInstanceOf(OperationalError);
			expect(await rejectionOf(attempt)).toEqual(TOO_LONG);
		}
		expect(AbortSignal.timeout).toHaveBeenCalledWith(30_000);
	});

	it('hands the deadline to the helper', async () => {
		const send = jest.fn(answering(200, { access_token: TOKEN }));
		await requestToken(APP, send);
		expect(send.mock.calls[0]?.[0].abortSignal).toBe(deadline.signal);
	});
});

describe('a sign-in that fails', () => {
	it.each(FAILURES)('%s', async (_, send, said, type) => {
		const attempt = requestToken(APP, send);
		await expect(attempt).rejects.toBeInstanceOf(type);
		const thrown = await rejectionOf(attempt);
		expect(thrown).toEqual(said);
		expect(JSON.stringify(thrown)).not.toContain(SECRET);
		expect(JSON.stringify(thrown)).not.toContain(TOKEN);
	});

	it('keeps secret and token out of everything that the error carries', async () => {
		for (const [, send] of FAILURES) {
			const error: Error = await requestToken(APP, send).then(
				() => new Error('Nothing was thrown'),
				(thrown: Error) => thrown,
			);
			expect(error.message).not.toBe('Nothing was thrown');
			const all = [error.stack, JSON.stringify(error), String(error.cause)].join();
			expect(all).not.toContain(SECRET);
			expect(all).not.toContain('Y2xpZW50');
			expect(all).not.toContain(TOKEN);
		}
	});

	it('has a sentence of its own for each cause', () => {
		const sentences = FAILURES.map(([, , { message }]) => message);
		expect(new Set(sentences).size).toBe(17);
	});
});
