import type {
	ICredentialDataDecryptedObject,
	ICredentialsDecrypted,
	ICredentialTestFunctions,
} from 'n8n-workflow';
import { ZoomServerToServerOAuth2Api } from '../../credentials/ZoomServerToServerOAuth2Api.credentials';
import { zoomAppTest } from '../../nodes/Zoom/methods/credentialTest';
import { newApp } from './support/fakeN8n';
import { settled } from './support/settled';
import { tokenEndpoint } from './support/tokenEndpoint';

const type = new ZoomServerToServerOAuth2Api();
const property = (name: string) => type.properties.find((one) => one.name === name);

describe('the credential type', () => {
	it('masks everything secret, the stored token included', () => {
		for (const name of ['clientSecret', 'webhookSecretToken', 'sessionToken']) {
			expect(property(name)?.typeOptions).toEqual({ password: true });
		}
	});

	it('has one expirable field, hidden and empty, so that n8n asks before each request', () => {
		const expirable = type.properties.filter(({ typeOptions }) => typeOptions?.expirable);
		expect(expirable).toEqual([
			{
				displayName: 'Session Gate',
				name: 'sessionGate',
				type: 'hidden',
				typeOptions: { expirable: true },
				default: '',
			},
		]);
	});

	it('asks for base URLs in a custom environment only', () => {
		for (const name of ['oauthBaseUrl', 'apiBaseUrl']) {
			expect(property(name)?.displayOptions).toEqual({ show: { environment: ['custom'] } });
		}
		expect(property('environment')).toMatchObject({ default: 'zoom' });
	});

	it('prepares and signs with the same token', async () => {
		const zoom = tokenEndpoint();
		const app = newApp();
		const row = await type.preAuthentication.call(zoom.helper, app);
		expect(row).toMatchObject({ sessionGate: '' });
		const request = { method: 'GET' as const, url: 'https://api.zoom.us/v2/users' };
		expect(await type.authenticate(app, request)).toEqual({
			...request,
			headers: { authorization: `Bearer ${zoom.tokens[0]}` },
			sendCredentialsOnCrossOriginRedirect: false,
		});
	});
});

describe("the credential's test button", () => {
	type Answer = { statusCode: number; body: unknown };
	/** Presses it with n8n's legacy helper, the only one that n8n offers there. */
	async function press(
		data: ICredentialDataDecryptedObject | undefined,
		answer: (asked: { uri: string }, index: number) => Answer,
	) {
		let asks = 0;
		const request = jest.fn(
			async (asked: { uri: string }) => await Promise.resolve(answer(asked, asks++)),
		);
		const result = await settled(
			zoomAppTest.call(
				{ helpers: { request } } as unknown as ICredentialTestFunctions,
				{ id: '1', name: 'Zoom', type: type.name, data } as ICredentialsDecrypted,
			),
		);
		return { result, request };
	}
	const token = (scope?: string): Answer => ({
		statusCode: 200,
		body: { access_token: 'pressed', expires_in: 3600, scope },
	});
	const refused: Answer = { statusCode: 400, body: { error: 'invalid_client', reason: 'Invalid' } };
	const fails = (sentence: string | RegExp) => ({
		status: 'Error',
		message: expect.stringMatching(sentence),
	});

	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	it('fetches a token with what is in the form', async () => {
		const app = newApp();
		const { result, request } = await press(app, () => token('meeting:write'));
		expect(result).toEqual({ status: 'OK', message: 'Connection successful' });
		expect(request.mock.calls).toEqual([
			[
				{
					method: 'POST',
					uri: 'https://zoom.us/oauth/token',
					headers: expect.objectContaining({
						'Content-Type': 'application/x-www-form-urlencoded',
					}),
					body: `grant_type=account_credentials&account_id=${String(app.accountId)}`,
					resolveWithFullResponse: true,
					simple: false,
					followRedirect: false,
					timeout: 30_000,
				},
			],
		]);
	});

	it.each([
		'meeting:read:meeting:admin',
		'webinar:write:registrant',
		'webinar:read:admin user:read',
	])('says yes where one operation can be done: %s', async (scope) => {
		const { result, request } = await press(newApp(), () => token(scope));
		expect(result.status).toBe('OK');
		expect(request).toHaveBeenCalledTimes(1);
	});

	it('says no where none can be done, and what to add where', async () => {
		const { result, request } = await press(newApp(), () => token('user:read:user:admin'));
		expect(result).toEqual(fails(/none of the scopes .* Scopes → Add Scopes\b/));
		for (const scope of ['meeting:read:list_meetings:admin', 'meeting:write:registrant:admin']) {
			expect(result.message).toContain(scope);
		}
		expect(request).toHaveBeenCalledTimes(1);
	});

	it.each(['meeting:write', 'user:read:user:admin'])(
		'asks once more after 15 seconds where Zoom names no scopes, and goes by the second: %s',
		async (scope) => {
			const began = performance.now();
			const at: number[] = [];
			const { result } = await press(newApp(), (_, index) => {
				at.push(performance.now() - began);
				return token(index === 0 ? undefined : scope);
			});
			expect(result.status).toBe(scope === 'meeting:write' ? 'OK' : 'Error');
			expect(at).toEqual([0, 15_000]);
		},
	);

	it.each([undefined, '', ' '])('says that Zoom still names no scopes: %j', async (scope) => {
		const { result, request } = await press(newApp(), () => token(scope));
		expect(result).toEqual(fails(/doesn't name any scopes .*wait a minute .*Add Scopes/));
		expect(request).toHaveBeenCalledTimes(2);
	});

	it('says in words what is wrong', async () => {
		const { result } = await press(newApp(), () => refused);
		expect(result).toEqual({
			status: 'Error',
			message:
				"Zoom rejected the Client ID and Client Secret. Copy both again from the app's App Credentials page. They belong together.",
		});
	});

	it('says what is missing in the form, without a request', async () => {
		const { result, request } = await press(undefined, () => token('meeting:write'));
		expect(result).toEqual({
			status: 'Error',
			message:
				"'Account ID' is required in the Zoom credential. Copy it from the App Credentials page of your Server-to-Server OAuth app.",
		});
		expect(request).not.toHaveBeenCalled();
	});

	it('tells a wrong secret although a token of the right one is stored', async () => {
		const app = newApp();
		await press(app, () => token('meeting:write'));
		const { result } = await press({ ...app, clientSecret: 'wrong' }, () => refused);
		expect(result.status).toBe('Error');
	});

	describe('with base URLs of its own', () => {
		const custom = () =>
			newApp({
				environment: 'custom',
				oauthBaseUrl: 'https://zoom.example.com',
				apiBaseUrl: 'https://api.example.com/v2',
			});
		const withApi = (api: () => Answer) =>
			press(custom(), ({ uri }) => (uri.endsWith('/oauth/token') ? token('meeting:write') : api()));

		it.each<[string, Answer]>([
			['the owner', { statusCode: 200, body: { id: 'u1', email: 'a@example.com' } }],
			['the owner as text', { statusCode: 200, body: '{"id":"u1"}' }],
			['a lack of scopes', { statusCode: 400, body: { code: 4711, message: 'scopes' } }],
			[
				'a lack of classic scopes',
				{
					statusCode: 401,
					body: { code: 4700, message: 'Invalid access token, does not contain scopes:[x]' },
				},
			],
			['a limit', { statusCode: 429, body: '{"code":429000,"message":"Slow down"}' }],
		])('says yes where Zoom answers with %s', async (_, answer) => {
			const { result, request } = await withApi(() => answer);
			expect(result.status).toBe('OK');
			expect(request.mock.calls[1]).toEqual([
				{
					method: 'GET',
					uri: 'https://api.example.com/v2/users/me',
					headers: { Authorization: 'Bearer pressed', Accept: 'application/json' },
					resolveWithFullResponse: true,
					simple: false,
					followRedirect: false,
					timeout: 30_000,
				},
			]);
		});

		it.each<[string, Answer]>([
			['a page', { statusCode: 200, body: '<html>Welcome</html>' }],
			['nothing', { statusCode: 204, body: '' }],
			['other JSON', { statusCode: 200, body: { hello: 'world' } }],
			['a redirect', { statusCode: 302, body: '' }],
			['no such page', { statusCode: 404, body: { code: 404, message: 'Not found' } }],
			['no such endpoint', { statusCode: 400, body: { code: 2300, message: 'Not recognized' } }],
			['a broken proxy', { statusCode: 502, body: 'Bad Gateway' }],
		])('says that the API Base URL is wrong where there is %s', async (_, answer) => {
			const { result } = await withApi(() => answer);
			expect(result).toEqual(fails(`^api.example.com didn't respond like Zoom's API .* /v2`));
		});

		it('says that the base URLs do not belong together', async () => {
			const { result } = await withApi(() => ({ statusCode: 401, body: { code: 124 } }));
			expect(result).toEqual(fails('rejected the token. .*belong together'));
		});

		it('says that nothing is there, and shows no token', async () => {
			const { result } = await withApi(() => {
				throw Object.assign(new Error('Bearer pressed'), { code: 'ECONNREFUSED' });
			});
			expect(result).toEqual({
				status: 'Error',
				message:
					"Zoom's API couldn't be reached at api.example.com. The connection was refused. Check the API Base URL.",
			});
		});

		it.each<[string, unknown]>([
			['an error like that of OAuth', { error: 'invalid_request', error_description: 'x' }],
			['its own error', { message: 'Not found' }],
			["the code of Zoom's API", { code: 124, message: 'Invalid access token.' }],
		])('says that another server answers in place of the sign-in: %s', async (_, body) => {
			const { result } = await press(custom(), () => ({ statusCode: 400, body }));
			expect(result).toEqual(
				fails('^zoom.example.com didn.t respond .* OAuth Base URL. .*https://zoom.us$'),
			);
		});

		it("tells Zoom's own refusals as such", async () => {
			const { result } = await press(custom(), () => refused);
			expect(result).toEqual(fails('^Zoom rejected the Client ID'));
			const { result: inactive } = await press(custom(), () => ({
				statusCode: 400,
				body: { code: 4717 },
			}));
			expect(inactive).toEqual(fails('isn.t activated'));
		});
	});
});
