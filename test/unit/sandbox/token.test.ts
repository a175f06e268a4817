/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs on a developer's machine, never inside n8n */
import { basic, errorOf, useSandbox } from './client';

const { sandbox, askForToken, newToken, call, send } = useSandbox();

const UNSUPPORTED = {
	status: 400,
	body: { reason: 'unsupported grant type', error: 'unsupported_grant_type' },
};
const INVALID_CLIENT = {
	status: 400,
	body: { reason: 'Invalid client_id or client_secret', error: 'invalid_client' },
};
const INVALID_TOKEN = { status: 401, code: 124, message: 'Invalid access token.' };
const EXPIRED_TOKEN = { status: 401, code: 124, message: 'Access token is expired.' };

describe('POST /oauth/token', () => {
	it('answers a form body with a token, its life, scopes and the region', async () => {
		const { status, body } = await askForToken();
		expect(status).toBe(200);
		expect(body).toEqual({
			access_token: expect.stringMatching(/^eyJ[\w-]+\.[\w-]{200,}\.[\w-]+$/),
			token_type: 'bearer',
			expires_in: 3599,
			scope: expect.stringContaining('meeting:write:registrant:admin'),
			api_url: 'https://api-us.zoom.us',
		});
	});

	it('leaves the region out when told so', async () => {
		sandbox().configure({ apiUrlInToken: false, tokenLifeSeconds: 60 });
		const { body } = await askForToken();
		expect(body).not.toHaveProperty('api_url');
		expect(body.expires_in).toBe(60);
	});

	it.each([
		['parameters in the query', (id: string) => ({ path: query(id), body: undefined })],
		[
			'parameters as JSON',
			(id: string) => ({
				body: JSON.stringify({ grant_type: 'account_credentials', account_id: id }),
				headers: { 'Content-Type': 'application/json' },
			}),
		],
		['no parameters', () => ({ body: undefined })],
		[
			'another grant',
			(id: string) => ({
				body: new URLSearchParams({ grant_type: 'client_credentials', account_id: id }),
			}),
		],
	])('refuses %s', async (_, changes) => {
		expect(await askForToken(changes(sandbox().accountId))).toMatchObject(UNSUPPORTED);
	});

	it.each([
		['a wrong secret', () => basic(sandbox().clientId, 'wrong')],
		['a wrong ID', () => basic('wrong', sandbox().clientSecret)],
		['a secret with a line end', () => basic(sandbox().clientId, `${sandbox().clientSecret}\n`)],
		['no Basic header', () => ''],
		['a Bearer header', () => `Bearer ${sandbox().clientSecret}`],
	])('refuses %s', async (_, authorization) => {
		const reply = await askForToken({ headers: { Authorization: authorization() } });
		expect(reply).toMatchObject(INVALID_CLIENT);
	});

	it('refuses credentials in the form', async () => {
		const form = new URLSearchParams({
			grant_type: 'account_credentials',
			account_id: sandbox().accountId,
			client_id: sandbox().clientId,
			client_secret: sandbox().clientSecret,
		});
		const reply = await askForToken({ body: form, headers: { Authorization: '' } });
		expect(reply).toMatchObject(INVALID_CLIENT);
		expect(JSON.stringify(sandbox().requests())).not.toContain(sandbox().clientSecret);
	});

	it.each(['wrong', ''])('refuses the account ID "%s"', async (accountId) => {
		const body = new URLSearchParams({
			grant_type: 'account_credentials',
			account_id: accountId,
		});
		expect(await askForToken({ body })).toMatchObject({
			status: 400,
			body: { reason: 'Bad Request', error: 'invalid_request' },
		});
	});

	it('refuses an app of the wrong type and one that is not activated', async () => {
		sandbox().configure({ appState: 'wrongType' });
		expect(await askForToken()).toMatchObject(UNSUPPORTED);
		sandbox().configure({ appState: 'deactivated' });
		expect(await askForToken()).toMatchObject({
			status: 400,
			body: { reason: 'The app has been disabled', code: 4717 },
		});
	});

	it('takes POST only', async () => {
		expect(await send('/oauth/token', { method: 'GET' })).toMatchObject({ status: 405 });
	});

	it('counts what it gave out and what it refused', async () => {
		await askForToken();
		await askForToken({ headers: { Authorization: basic('wrong', 'wrong') } });
		await askForToken();
		expect(sandbox().counts()).toMatchObject({ tokens: 2, tokenFailures: 1, byEndpoint: {} });
	});
});

describe('a request to the API', () => {
	const getUser = async (token: string, path = '/users/me') => await call('GET', path, { token });

	it('works with the token as it was given', async () => {
		expect((await getUser(await newToken())).status).toBe(200);
	});

	it('needs an Authorization header', async () => {
		expect(errorOf(await getUser(''))).toEqual({
			status: 401,
			code: 124,
			message: 'Requires an access token.',
		});
		expect(sandbox().counts().unauthorized).toBe(1);
	});

	it.each([
		['quotes', (token: string) => `"${token}"`],
		['"Bearer" twice', (token: string) => `Bearer ${token}`],
		['the whole token answer', (token: string) => `{"access_token":"${token}"}`],
		['a cut end', (token: string) => token.slice(0, -1)],
		['two spaces', (token: string) => ` ${token}`],
		['a comma', (token: string) => `${token},`],
	])('refuses a token with %s', async (_, spoil) => {
		expect(errorOf(await getUser(spoil(await newToken())))).toEqual(INVALID_TOKEN);
	});

	it('refuses another scheme', async () => {
		const token = await newToken();
		const headers = { Authorization: `Basic ${token}` };
		const reply = await call('GET', '/users/me', { token: '', headers });
		expect(errorOf(reply)).toEqual(INVALID_TOKEN);
	});

	it('refuses a token in the query, and does not write it down', async () => {
		const token = await newToken();
		const reply = await getUser('', `/users/me?access_token=${token}`);
		expect(errorOf(reply)).toEqual(INVALID_TOKEN);
		expect(JSON.stringify(sandbox().requests())).not.toContain(token);
	});

	it('refuses a token that ran out', async () => {
		const token = await newToken();
		sandbox().advanceClock(3598);
		expect((await getUser(token)).status).toBe(200);
		sandbox().advanceClock(1);
		expect(errorOf(await getUser(token))).toEqual(EXPIRED_TOKEN);
	});

	it('refuses tokens that were expired or revoked, and takes newer ones', async () => {
		const expired = await newToken();
		sandbox().expireTokens();
		expect(errorOf(await getUser(expired))).toEqual(EXPIRED_TOKEN);
		const revoked = await newToken();
		sandbox().revokeTokens();
		expect(errorOf(await getUser(revoked))).toEqual(INVALID_TOKEN);
		expect((await getUser(await newToken())).status).toBe(200);
	});

	it('refuses the tokens of an app that was deactivated since', async () => {
		const token = await newToken();
		sandbox().configure({ appState: 'deactivated' });
		expect(errorOf(await getUser(token))).toEqual(INVALID_TOKEN);
	});

	it('takes several tokens at once, and in strict mode only the newest', async () => {
		const [first, second] = [await newToken(), await newToken()];
		expect((await getUser(first)).status).toBe(200);
		expect((await getUser(second)).status).toBe(200);
		sandbox().configure({ newTokenKillsOld: true });
		const third = await newToken();
		expect(errorOf(await getUser(second))).toEqual(INVALID_TOKEN);
		expect((await getUser(third)).status).toBe(200);
	});

	it('with a token of another app sees that account only', async () => {
		const other = { accountId: 'acc2', clientId: 'client2', clientSecret: 'secret2' };
		sandbox().configure({ newTokenKillsOld: true });
		const own = await newToken();
		sandbox().addApp(other);
		const { body } = await askForToken({
			headers: { Authorization: basic(other.clientId, other.clientSecret) },
			body: new URLSearchParams({ grant_type: 'account_credentials', account_id: 'acc2' }),
		});
		const token = String(body.access_token);
		// The other app's new token has not killed this app's.
		const { body: created } = await call('POST', '/users/me/meetings', { token: own, json: {} });
		expect((await call('GET', `/meetings/${created.id}`, { token: own })).status).toBe(200);
		expect(errorOf(await call('GET', `/meetings/${created.id}`, { token }))).toMatchObject({
			status: 404,
			code: 3001,
		});
		expect(sandbox().meetings('acc2')).toHaveLength(7);
		expect(sandbox().meetings()).toHaveLength(8);
		expect(sandbox().requests().at(-1)).toMatchObject({ clientId: 'client2', status: 404 });
	});

	it('is judged by the token as it was when it arrived', async () => {
		sandbox().configure({ latencyMs: 300 });
		const token = await newToken();
		const pending = getUser(token);
		while (sandbox().counts().mostInFlight === 0) {
			await new Promise((resolve) => setTimeout(resolve, 5));
		}
		sandbox().revokeTokens();
		expect((await pending).status).toBe(200);
	});
});

function query(accountId: string): string {
	return `/oauth/token?grant_type=account_credentials&account_id=${accountId}`;
}
