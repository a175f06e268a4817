import { DEFAULT_SCOPES, SEED } from '../../../sandbox';
import { ENDPOINTS } from '../../../sandbox/routes';
import { errorOf, useSandbox } from './client';

const { sandbox, askForToken, newToken, call } = useSandbox();

const add = async (token?: string) =>
	await call('POST', `/meetings/${SEED.meeting}/registrants`, {
		token,
		json: { email: 'ada@example.com', first_name: 'Ada' },
	});

it('a missing scope is refused with the names of those that would do', async () => {
	sandbox().configure({ scopes: ['meeting:read:meeting:admin'] });
	expect(errorOf(await add())).toEqual({
		status: 400,
		code: 4711,
		message:
			'Invalid access token, does not contain scopes:[meeting:write:registrant, meeting:write:registrant:admin].',
	});
	expect(sandbox().registrants(SEED.meeting)).toEqual([]);
});

it.each(['meeting:write:registrant:admin', 'meeting:write:registrant', 'meeting:write:admin'])(
	'%s alone is enough to add',
	async (scope) => {
		sandbox().configure({ scopes: [scope] });
		expect((await add()).status).toBe(201);
	},
);

it.each([
	['webinar:write:registrant:admin', 201],
	['webinar:write:registrant', 201],
	['webinar:write:admin', 201],
	['webinar:write', 201],
	['meeting:write:registrant:admin', 400],
	['meeting:write:admin', 400],
	['webinar:read:admin', 400],
])('%s alone gets %i when somebody is added to a webinar', async (scope, status) => {
	sandbox().configure({ scopes: [scope] });
	const json = { email: 'ada@example.com', first_name: 'Ada' };
	const reply = await call('POST', `/webinars/${SEED.webinar}/registrants`, { json });
	expect(reply.status).toBe(status);
	if (status === 400) expect(reply.body.message).toContain('[webinar:write:registrant, ');
});

it('creating a meeting does not include updating it', async () => {
	sandbox().configure({ scopes: ['meeting:write:meeting:admin'] });
	const { body } = await call('POST', '/users/me/meetings', { json: {} });
	const reply = await call('PATCH', `/meetings/${body.id}`, { json: { topic: 'New' } });
	expect(reply.body.message).toContain('[meeting:update:meeting:admin, meeting:update:meeting]');
});

it('a scope that was added needs a new token', async () => {
	sandbox().configure({ scopes: [] });
	const old = await newToken();
	sandbox().configure({ scopes: 'all' });
	expect((await add(old)).body.code).toBe(4711);
	expect((await add(await newToken())).status).toBe(201);
});

it('the token answer lists what was granted', async () => {
	sandbox().configure({ scopes: ['b:two', 'a:one'] });
	expect((await askForToken()).body.scope).toBe('b:two a:one');
	sandbox().configure({ scopes: 'all' });
	const all = String((await askForToken()).body.scope).split(' ');
	expect(all).toEqual(expect.arrayContaining(DEFAULT_SCOPES));
	expect(new Set(all).size).toBe(all.length);
});

it.each(ENDPOINTS.map(({ method, path, granular }) => ({ method, path, granular })))(
	'$method $path is refused without scopes and names its own',
	async ({ method, path, granular }) => {
		sandbox().configure({ scopes: [] });
		const url = path.replace('{meetingId}', SEED.meeting).replace('{userId}', 'me');
		const reply = await call(method, url.replace('{registrantId}', 'x'));
		expect(reply.body).toMatchObject({
			code: 4711,
			message: expect.stringContaining(`[${granular.join(', ')}]`),
		});
	},
);
