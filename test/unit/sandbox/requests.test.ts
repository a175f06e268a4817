/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, never inside n8n */
import { request } from 'node:http';
import { SEED } from '../../../sandbox';
import { errorOf, invalid, NOT_AN_OBJECT, useSandbox } from './client';

const { sandbox, call, newToken, send } = useSandbox();

const REGISTRANTS = `/meetings/${SEED.meeting}/registrants`;
const PERSON = { email: 'ada@example.com', first_name: 'Ada' };
const JSON_TYPE = { 'Content-Type': 'application/json' };

describe('a body', () => {
	it.each([
		['data in the query', '?email=ada@example.com&first_name=Ada', {}],
		['data in the query with an empty body', '?email=ada@example.com', { headers: JSON_TYPE }],
		['a list', '', { json: [PERSON] }],
		['a JSON string', '', { json: JSON.stringify(PERSON) }],
		['null', '', { json: null }],
		['broken JSON', '', { text: '{"email":', headers: JSON_TYPE }],
		[
			'a form',
			'',
			{
				text: 'email=ada%40example.com&first_name=Ada',
				headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
			},
		],
		[
			'JSON without its content type',
			'',
			{ text: JSON.stringify(PERSON), headers: { 'Content-Type': 'text/plain' } },
		],
		['a property that Zoom does not know', '', { json: { ...PERSON, firstname: 'Ada' } }],
		['occurrences in the body', '', { json: { ...PERSON, occurrence_ids: '1' } }],
	])('that is %s is refused', async (_, query, options) => {
		expect(errorOf(await call('POST', REGISTRANTS + query, options))).toEqual(NOT_AN_OBJECT);
		expect(sandbox().registrants(SEED.meeting)).toEqual([]);
	});

	it.each(['PATCH', 'PUT'])('is needed by %s too', async (method) => {
		const path = `/meetings/${SEED.meeting}${method === 'PUT' ? '/status' : ''}`;
		expect(errorOf(await call(method, path))).toEqual(NOT_AN_OBJECT);
	});

	it('is taken with a charset in its content type', async () => {
		const headers = { 'Content-Type': 'application/json; charset=utf-8' };
		const reply = await call('POST', REGISTRANTS, { text: JSON.stringify(PERSON), headers });
		expect(reply.status).toBe(201);
	});

	it('that comes with a DELETE must be an object as well', async () => {
		const path = `/meetings/${SEED.meeting}`;
		expect(errorOf(await call('DELETE', path, { json: [] }))).toEqual(NOT_AN_OBJECT);
		expect((await call('DELETE', path, { json: {} })).status).toBe(204);
	});

	it('of more than a megabyte is refused', async () => {
		const json = { ...PERSON, comments: 'x'.repeat(1_000_000) };
		expect((await call('POST', REGISTRANTS, { json })).status).toBe(413);
	});
});

describe('a path', () => {
	it.each([
		['GET', '/nothing'],
		['POST', `/meetings/${SEED.meeting}`],
		['GET', '/meetings/'],
		['GET', `/meetings/${SEED.meeting}/`],
	])('%s %s is not recognized', async (method, path) => {
		const json = method === 'GET' ? undefined : {};
		expect(errorOf(await call(method, path, { json }))).toEqual({
			status: 400,
			code: 2300,
			message: 'This API endpoint is not recognized.',
		});
	});

	it('outside the API says where the API is', async () => {
		expect((await send('/meetings', {})).body.message).toContain('/v2');
	});

	// fetch would resolve the dots before it sends them.
	it('with dots in it stays where it is', async () => {
		const token = await newToken();
		const status = await new Promise((resolve, reject) => {
			const url = new URL(sandbox().url);
			const path = `/v2/meetings/../users/me`;
			const headers = { Authorization: `Bearer ${token}` };
			request({ host: url.hostname, port: url.port, path, headers }, (response) => {
				response.resume();
				resolve(response.statusCode);
			})
				.on('error', reject)
				.end();
		});
		expect(status).toBe(400);
	});
});

describe('the order of checks', () => {
	it('is token, scope, path, body, then what is asked for', async () => {
		const broken = { json: [] };
		sandbox().configure({ scopes: ['user:read:user:admin'] });
		const path = '/meetings/99999999999/registrants';
		expect((await call('POST', path, { ...broken, token: 'wrong' })).body.code).toBe(124);
		expect((await call('POST', path, broken)).body.code).toBe(4711);
		expect((await call('POST', '/nothing', { ...broken, token: 'wrong' })).body.code).toBe(124);
		expect((await call('POST', '/nothing', broken)).body.code).toBe(2300);
		sandbox().configure({ scopes: 'all' });
		const token = await newToken();
		expect((await call('POST', path, { ...broken, token })).body.code).toBe(300);
		expect(await call('POST', path, { json: {}, token })).toMatchObject(
			invalid('email', 'first_name'),
		);
		expect((await call('POST', path, { json: PERSON, token })).body.code).toBe(3001);
	});
});

it('an answer carries the category and a tracking ID', async () => {
	const { headers } = await call('GET', '/users/me/meetings');
	expect(headers.get('x-ratelimit-category')).toBe('Medium');
	expect(headers.get('x-zm-trackingid')).toMatch(/^v=2\.0;/);
});
