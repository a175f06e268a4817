import { SEED } from '../../../sandbox';
import { PerSecondLimits } from '../../../sandbox/limits';
import { settingsFrom } from '../../../sandbox/options';
import { basic, errorOf, useSandbox, useStoppedSecond } from './client';

const { sandbox, askForToken, newToken, call } = useSandbox();

const REGISTRANTS = `/meetings/${SEED.meeting}/registrants`;
const add = async (name: string, meetingId: string = SEED.meeting) =>
	await call('POST', `/meetings/${meetingId}/registrants`, {
		json: { email: `${name}@example.com`, first_name: name },
	});
const names = (count: number) => Array.from({ length: count }, (_, index) => `p${index}`);

describe('requests per second', () => {
	const pass = useStoppedSecond();

	it('over the limit are refused with headers and did nothing', async () => {
		sandbox().configure({ limits: { light: 5 } });
		await newToken();
		const replies = await Promise.all(names(8).map(async (name) => await add(name)));
		const refused = replies.filter(({ status }) => status !== 201);
		expect(refused).toHaveLength(3);
		for (const reply of refused) {
			expect(errorOf(reply)).toEqual({
				status: 429,
				code: 429,
				message:
					'You have reached the maximum per-second rate limit for this API. Try again later.',
			});
			const header = (name: string) => reply.headers.get(name);
			expect({
				category: header('X-RateLimit-Category'),
				type: header('X-RateLimit-Type'),
				limit: header('X-RateLimit-Limit'),
				remaining: header('X-RateLimit-Remaining'),
				retryAfter: header('Retry-After'),
			}).toEqual({
				category: 'Light',
				type: 'QPS',
				limit: '5',
				remaining: '0',
				retryAfter: null,
			});
		}
		expect(sandbox().registrants(SEED.meeting)).toHaveLength(5);
		expect(sandbox().counts()).toMatchObject({
			tooMany: 3,
			byEndpoint: { 'POST /meetings/{meetingId}/registrants': 8 },
		});
	});

	it('are counted in a window that slides', async () => {
		sandbox().configure({ limits: { light: 2 } });
		await newToken();
		expect((await add('one')).status).toBe(201);
		pass(700);
		expect((await add('two')).status).toBe(201);
		pass(400);
		// The first is more than a second ago, the second is not.
		expect((await add('three')).status).toBe(201);
		expect((await add('four')).status).toBe(429);
	});

	it('have a limit for each category', async () => {
		sandbox().configure({ limits: { light: 1 } });
		expect((await add('one')).status).toBe(201);
		expect((await call('GET', REGISTRANTS)).status).toBe(200);
		expect((await add('two')).status).toBe(429);
	});

	it.each([
		['free', [4, 2, 1]],
		['pro', [30, 20, 10]],
		['business', [80, 60, 40]],
	] as const)('on the %s plan are %j', (plan, limits) => {
		const settings = settingsFrom({ plan });
		const taken = (['Light', 'Medium', 'Heavy'] as const).map((category) => {
			const perSecond = new PerSecondLimits(() => settings);
			for (let count = 0; ; count++) {
				try {
					perSecond.take('account', category, 429);
				} catch {
					return count;
				}
			}
		});
		expect(taken).toEqual(limits);
	});

	it('have code 4001 where the reference says so', async () => {
		sandbox().configure({ limits: { light: 1 } });
		const path = `/meetings/${SEED.meeting}`;
		await call('GET', path);
		expect((await call('GET', path)).body.code).toBe(429);
		expect((await call('PATCH', path, { json: { topic: 'New' } })).body.code).toBe(4001);
	});

	it('come before the token in the order of checks', async () => {
		sandbox().configure({ limits: { light: 1 } });
		const token = await newToken();
		sandbox().revokeTokens();
		expect((await call('GET', '/users/me', { token })).status).toBe(401);
		expect((await call('GET', '/users/me', { token })).status).toBe(429);
	});

	it("are an account's own", async () => {
		sandbox().configure({ limits: { light: 1 } });
		sandbox().addApp({ accountId: 'a2', clientId: 'c2', clientSecret: 's2' });
		const { body } = await askForToken({
			headers: { Authorization: basic('c2', 's2') },
			body: new URLSearchParams({ grant_type: 'account_credentials', account_id: 'a2' }),
		});
		expect((await call('GET', '/users/me')).status).toBe(200);
		expect((await call('GET', '/users/me', { token: String(body.access_token) })).status).toBe(200);
		expect((await call('GET', '/users/me')).status).toBe(429);
	});
});

describe('daily limits', () => {
	it("stop all of an account's requests, until midnight GMT", async () => {
		sandbox().configure({ dailyLimits: { callsPerAccount: 2 }, tokenLifeSeconds: 1e6 });
		expect((await add('ada')).status).toBe(201);
		expect((await call('GET', '/users/me')).status).toBe(200);
		const reply = await add('bob');
		expect(errorOf(reply)).toEqual({
			status: 429,
			code: 429,
			message:
				'You have reached the maximum daily rate limit for this API. Refer to the response header for details on when you can make another request.',
		});
		expect(reply.headers.get('Retry-After')).toMatch(/^\d{4}-\d\d-\d\dT00:00:00Z$/);
		expect(sandbox().registrants(SEED.meeting)).toHaveLength(1);
		sandbox().advanceClock(86_400);
		expect((await add('bob')).status).toBe(201);
	});

	it('refuse the same person a fourth time in a day, until midnight GMT', async () => {
		for (let time = 1; time <= 3; time++) expect((await add('ada')).status).toBe(201);
		const reply = await add('ADA');
		expect(errorOf(reply)).toEqual({
			status: 429,
			code: 429,
			message:
				'You have exceeded the daily rate limit of (3) for Add meeting registrant API requests for the registrant (ADA@example.com). You can resume these API requests at GMT 00:00:00.',
		});
		const midnight = reply.headers.get('Retry-After') ?? '';
		expect(midnight).toMatch(/^\d{4}-\d\d-\d\dT00:00:00Z$/);
		expect(reply.headers.get('X-RateLimit-Type')).toBe('Daily-limit');
		// Others, and the same person elsewhere, are not affected.
		expect((await add('bob')).status).toBe(201);
		expect((await add('ada', SEED.small)).status).toBe(201);
		sandbox().configure({ tokenLifeSeconds: 1e6 });
		sandbox().advanceClock((Date.parse(midnight) - Date.now()) / 1000 + 1);
		sandbox().expireTokens();
		const token = await newToken();
		const json = { email: 'ada@example.com', first_name: 'Ada' };
		expect((await call('POST', REGISTRANTS, { token, json })).status).toBe(201);
	});

	it('count adds that were refused for the meeting, not those that were no valid request', async () => {
		for (let time = 1; time <= 3; time++) await add('ada', SEED.over);
		expect((await add('ada', SEED.over)).status).toBe(429);
		const json = { email: 'bob@example.com' };
		for (let time = 1; time <= 4; time++) await call('POST', REGISTRANTS, { json });
		expect((await add('bob')).status).toBe(201);
	});

	it('count creating and updating together, for each host', async () => {
		sandbox().configure({ dailyLimits: { createUpdatePerHost: 2 } });
		const create = async (host: string) =>
			await call('POST', `/users/${host}/meetings`, { json: {} });
		expect((await create('me')).status).toBe(201);
		const path = `/meetings/${SEED.meeting}`;
		expect((await call('PATCH', path, { json: { topic: 'New' } })).status).toBe(204);
		const reply = await call('PATCH', path, { json: { topic: 'Newer' } });
		expect(errorOf(reply)).toMatchObject({
			status: 429,
			message: expect.stringContaining('daily rate limit (2) of Meeting Create/Update'),
		});
		// Recorded so: nothing tells it from the account's own limit, which is not reached.
		const headers = [...reply.headers].filter(([name]) => /^x-ratelimit|^retry-after$/.test(name));
		expect(Object.fromEntries(headers)).toEqual({
			'x-ratelimit-category': 'Light',
			'x-ratelimit-limit': '6000',
			'x-ratelimit-remaining': '5893',
		});
		expect((await call('GET', path)).body.topic).toBe('New');
		expect((await create('me')).status).toBe(429);
		expect((await create('anna%40example.com')).status).toBe(201);
	});

	it('refuse the eleventh change of one registrant, with nothing done to others', async () => {
		for (const name of ['ada', 'bob']) await add(name, SEED.manual);
		const change = async (action: string, emails: string[]) =>
			await call('PUT', `/meetings/${SEED.manual}/registrants/status`, {
				json: { action, registrants: emails.map((email) => ({ email })) },
			});
		for (let time = 1; time <= 10; time++) {
			expect((await change('approve', ['ada@example.com'])).status).toBe(204);
		}
		const reply = await change('deny', ['bob@example.com', 'ada@example.com']);
		expect(errorOf(reply)).toMatchObject({
			status: 429,
			message: expect.stringContaining('(10) for Update meeting registrant'),
		});
		const statuses = sandbox()
			.registrants(SEED.manual)
			.map(({ status }) => status);
		expect(statuses).toEqual(['approved', 'pending']);
		expect((await change('deny', ['bob@example.com'])).status).toBe(204);
	});
});

describe('delays', () => {
	it('hold API answers back, and show how many are under way', async () => {
		const token = await newToken();
		sandbox().configure({ latencyMs: 120 });
		const started = Date.now();
		const paths = names(4).map(async () => await call('GET', '/users/me', { token }));
		await Promise.all(paths);
		expect(Date.now() - started).toBeGreaterThanOrEqual(115);
		expect(sandbox().counts().mostInFlight).toBe(4);
	});

	it('hold tokens back', async () => {
		sandbox().configure({ tokenLatencyMs: 80 });
		const started = Date.now();
		await newToken();
		expect(Date.now() - started).toBeGreaterThanOrEqual(75);
	});
});
