import type {
	ICredentialDataDecryptedObject,
	ICredentialsDecrypted,
	ICredentialTestFunctions,
} from 'n8n-workflow';
import { ZoomServerToServerOAuth2Api } from '../../credentials/ZoomServerToServerOAuth2Api.credentials';
import { zoomAppTest } from '../../nodes/Zoom/methods/credentialTest';
import { newApp } from './support/fakeN8n';
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
	/** Presses it with n8n's legacy helper, the only one that n8n offers there. */
	async function press(data: ICredentialDataDecryptedObject | undefined, answer: unknown) {
		const request = jest.fn(async () => await Promise.resolve(answer));
		const result = await zoomAppTest.call(
			{ helpers: { request } } as unknown as ICredentialTestFunctions,
			{ id: '1', name: 'Zoom', type: type.name, data } as ICredentialsDecrypted,
		);
		return { result, request };
	}
	const token = (scope: string) => ({
		statusCode: 200,
		body: { access_token: 'pressed', expires_in: 3600, scope },
	});

	it('fetches a token with what is in the form', async () => {
		const app = newApp();
		const { result, request } = await press(
			app,
			token('meeting:write meeting:read webinar:write webinar:read user:read'),
		);
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

	it('says yes whatever the scopes are, and names those that are missing', async () => {
		const { result } = await press(
			newApp(),
			token('meeting:write meeting:read webinar:write webinar:read'),
		);
		expect(result).toEqual({
			status: 'OK',
			message:
				'Connection successful. For some operations the app lacks scopes: user:read:list_users:admin (Choosing a host from the list)',
		});
		const two = await press(
			newApp(),
			token('meeting:write user:read meeting:read:meeting meeting:read:registrant'),
		);
		expect(two.result.message).toEqual(
			expect.stringContaining('meeting:read:list_registrants:admin (Meeting Registrant: Get Many)'),
		);
	});

	it('says in words what is wrong', async () => {
		const { result } = await press(newApp(), {
			statusCode: 400,
			body: { error: 'invalid_client' },
		});
		expect(result).toEqual({
			status: 'Error',
			message:
				"Zoom does not accept this Client ID and Client Secret. Copy both again from the app's App Credentials page; they belong together.",
		});
	});

	it('says what is missing in the form, without a request', async () => {
		const { result, request } = await press(undefined, token(''));
		expect(result).toEqual({
			status: 'Error',
			message:
				'Account ID is empty in the Zoom credential. Copy it from the App Credentials page of your Server-to-Server OAuth app.',
		});
		expect(request).not.toHaveBeenCalled();
	});

	it('tells a wrong secret although a token of the right one is stored', async () => {
		const app = newApp();
		await press(app, token(''));
		const { result } = await press(
			{ ...app, clientSecret: 'wrong' },
			{ statusCode: 400, body: { error: 'invalid_client' } },
		);
		expect(result.status).toBe('Error');
	});
});
