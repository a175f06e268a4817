import { DEFAULT_SCOPES, SEED, startSandbox } from '../../../sandbox';
import { basic, useSandbox } from './client';

const { sandbox, send, askForToken, newToken, call } = useSandbox();

const control = async (path: string, json?: unknown) =>
	await send(`/__sandbox${path}`, {
		method: json === undefined ? 'GET' : 'POST',
		body: json === undefined ? undefined : JSON.stringify(json),
	});
const add = async (firstName: string, more: object = {}) =>
	await call('POST', `/meetings/${SEED.meeting}/registrants`, {
		json: { email: 'ada@example.com', first_name: firstName, ...more },
	});
const page = async (query = '') => await (await fetch(`${sandbox().url}/__sandbox${query}`)).text();

it('tells over HTTP what it tells in the process', async () => {
	await add('Ada');
	expect((await control('/counts')).body).toEqual({ ...sandbox().counts() });
	expect((await control('/requests')).body).toEqual(sandbox().requests());
	const path = `/meetings/${SEED.meeting}/registrants`;
	expect((await control(path)).body).toEqual(sandbox().registrants(SEED.meeting));
	expect((await control('/meetings')).body).toHaveLength(7);
	expect((await control('/meetings/99999999999/registrants')).status).toBe(400);
});

it('changes options', async () => {
	expect((await control('/configure', { scopes: [], tokenLifeSeconds: 9 })).status).toBe(204);
	expect((await askForToken()).body).toMatchObject({ scope: '', expires_in: 9 });
	expect((await control('/configure', { scope: [] })).status).toBe(400);
	expect(await control('/configure', { plan: 'gold' })).toMatchObject({
		status: 400,
		body: { message: expect.stringMatching(/^plan: /) },
	});
	const init = { method: 'POST', body: '{"latencyMs":' };
	expect((await send('/__sandbox/configure', init)).status).toBe(400);
});

it.each([
	['/revoke-tokens', {}, 'Invalid access token.'],
	['/expire-tokens', {}, 'Access token is expired.'],
	['/advance-clock', { seconds: 3600 }, 'Access token is expired.'],
])('%s', async (path, json, message) => {
	const token = await newToken();
	expect((await control(path, json)).status).toBe(204);
	expect((await call('GET', '/users/me', { token })).body).toMatchObject({ code: 124, message });
});

it('adds meetings and apps', async () => {
	const app = { accountId: 'a2', clientId: 'c2', clientSecret: 's2', scopes: ['x'] };
	expect((await control('/apps', app)).status).toBe(204);
	const { body } = await askForToken({
		headers: { Authorization: basic('c2', 's2') },
		body: new URLSearchParams({ grant_type: 'account_credentials', account_id: 'a2' }),
	});
	expect(body.scope).toBe('x');
	const { body: meeting } = await control('/meetings', { topic: 'Mine' });
	expect(sandbox().meetings().at(-1)).toMatchObject({ id: meeting.id, topic: 'Mine' });
});

it('starts counting again, and starts all over', async () => {
	await add('Ada');
	sandbox().configure({ scopes: ['x'] });
	await control('/reset-counts', {});
	expect(sandbox().counts()).toEqual({
		tokens: 0,
		tokenFailures: 0,
		unauthorized: 0,
		tooMany: 0,
		mostInFlight: 0,
		byEndpoint: {},
	});
	expect(sandbox().registrants(SEED.meeting)).toHaveLength(1);
	expect(sandbox().requests()).toHaveLength(2);
	const token = await newToken();
	await control('/reset', {});
	expect(sandbox().registrants(SEED.meeting)).toEqual([]);
	expect(sandbox().requests()).toEqual([]);
	expect((await call('GET', '/users/me', { token })).status).toBe(401);
	expect((await askForToken()).body.scope).toBe(DEFAULT_SCOPES.join(' '));
});

it('logs requests without secrets', async () => {
	const { body } = await askForToken();
	await add('Ada');
	const log = JSON.stringify(sandbox().requests());
	expect(sandbox().requests()).toEqual([
		expect.objectContaining({ method: 'POST', path: '/oauth/token', status: 200 }),
		expect.objectContaining({ method: 'POST', path: '/oauth/token', status: 200 }),
		{
			at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
			method: 'POST',
			path: `/v2/meetings/${SEED.meeting}/registrants`,
			query: {},
			body: { email: 'ada@example.com', first_name: 'Ada' },
			clientId: sandbox().clientId,
			status: 201,
		},
	]);
	expect(log).not.toContain(String(body.access_token));
	expect(log).not.toContain('Basic ');
	expect(log).not.toContain('Bearer ');
});

it('logs an error with its code, and what is sent as it is', async () => {
	await call('POST', `/meetings/${SEED.meeting}/registrants?email=x`, {
		text: 'email=x',
		headers: { 'Content-Type': 'text/plain' },
	});
	expect(sandbox().requests().at(-1)).toMatchObject({
		query: { email: 'x' },
		body: 'email=x',
		status: 400,
		code: 300,
	});
});

it('shows people who is registered, and takes no markup from them', async () => {
	expect(await page()).toMatch(/ 12\s+people are registered/);
	await add('<script>alert("1")</script>', { last_name: "& 'Co'" });
	const html = await page('/');
	expect(html).toMatch(/ 13\s+people are registered/);
	expect(html).toContain('Product webinar');
	expect(html).toContain('ada@example.com');
	expect(html).toContain('&#60;script&#62;alert(&#34;1&#34;)&#60;/script&#62; &#38; &#39;Co&#39;');
	expect(html).not.toContain('<script');
	expect(html).toContain('https://us02web.zoom.us/w/');
});

it('has webinars beside the meetings', async () => {
	const topic = 'Town hall for everybody';
	const { id } = (await control('/webinars', { topic, settings: { approval_type: 0 } }))
		.body as unknown as { id: number };
	const json = { email: 'ada@example.org', first_name: 'Ada' };
	await call('POST', `/webinars/${id}/registrants`, { json });
	expect(JSON.stringify((await control('/webinars')).body)).toContain(topic);
	expect(JSON.stringify((await control('/meetings')).body)).not.toContain(topic);
	expect((await control(`/webinars/${id}/registrants`)).body).toMatchObject([json]);
	expect(await page()).toContain(`Webinar ${id}`);
	expect((await control('/webinars', { type: 8 })).status).toBe(400);
});

it('counts one person as one', async () => {
	const everybody = [
		`/meetings/${SEED.over}`,
		`/meetings/${SEED.workshopOver}`,
		`/webinars/${SEED.webinarOver}`,
	].flatMap((path) =>
		sandbox()
			.registrants(path.split('/')[2] ?? '')
			.map(({ id }) => `${path}/registrants/${id}`),
	);
	for (const path of everybody.slice(1)) await call('DELETE', path);
	expect(await page()).toMatch(/ 1\s+person is registered/);
});

it('finds nothing elsewhere', async () => {
	expect((await send('/', {})).status).toBe(404);
	expect((await send('/__sandboxes', {})).status).toBe(404);
	expect((await control('/nothing')).status).toBe(404);
});

it('a sandbox of its own may start empty, on a port that is asked for', async () => {
	const other = await startSandbox({ seed: 'empty' });
	const port = Number(new URL(other.url).port);
	expect(other.meetings()).toEqual([]);
	expect(other.webinars()).toEqual([]);
	await expect(startSandbox({ port })).rejects.toThrow('EADDRINUSE');
	await other.close();
	const again = await startSandbox({ port });
	expect(again.url).toBe(other.url);
	await again.close();
	// Closing once more does no harm.
	await again.close();
	await expect(fetch(again.url)).rejects.toThrow();
});
