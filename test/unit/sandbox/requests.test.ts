/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, never inside n8n */
import { request } from 'node:http';
import { SEED } from '../../../sandbox';
import { errorOf, missing, NOT_AN_OBJECT, useSandbox } from './client';

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

describe('an error', () => {
	/** Nothing is sent as Accept unless told; fetch would send that anything will do. */
	const ask = async (headers: Record<string, string>, body = '[]') => {
		const token = await newToken();
		const { hostname: host, port } = new URL(sandbox().url);
		return await new Promise<{ type?: string; text: string }>((resolve, reject) => {
			const options = {
				method: 'POST',
				host,
				port,
				path: `/v2${REGISTRANTS}`,
				headers: { Authorization: `Bearer ${token}`, ...JSON_TYPE, ...headers },
			};
			request(options, (response) => {
				let text = '';
				response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
				response.on('end', () => resolve({ type: response.headers['content-type'], text }));
			})
				.on('error', reject)
				.end(body);
		});
	};
	const XML = 'application/xml;charset=UTF-8';
	const JSON_ERROR = '{"code":300,"message":"Request Body should be a valid JSON object."}';

	it.each([{}, { Accept: 'application/xml' }, { Accept: 'text/html' }])(
		'is XML for who does not ask for JSON: %j',
		async (headers) => {
			const { type, text } = await ask(headers as Record<string, string>);
			expect(type).toBe(XML);
			// As long as the one in developer forum thread 55790.
			expect(text).toHaveLength(148);
			expect(text).toBe(
				'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><error><code>300</code><message>Request Body should be a valid JSON object.</message></error>',
			);
		},
	);

	it.each(['application/json', 'text/plain, application/json;q=0.5', '*/*'])(
		'is JSON for %s',
		async (accept) => {
			const { type, text } = await ask({ Accept: accept });
			expect([type, text]).toEqual(['application/json;charset=UTF-8', JSON_ERROR]);
		},
	);

	it('that repeats what was sent stays XML', async () => {
		const { id } = sandbox().addMeeting({
			settings: { approval_type: 0 },
			questions: { custom_questions: [{ title: '<b>A & B', type: 'short', required: true }] },
		});
		const path = `/meetings/${id}/registrants`;
		const headers = { Accept: 'application/xml', ...JSON_TYPE };
		const response = await fetch(`${sandbox().url}/v2${path}`, {
			method: 'POST',
			headers: { Authorization: `Bearer ${await newToken()}`, ...headers },
			body: JSON.stringify(PERSON),
		});
		expect(await response.text()).toContain(
			'<message>The parameter is required in custom_questions: &#60;b&#62;A &#38; B.</message>',
		);
	});

	it('does not change what is done', async () => {
		const { type, text } = await ask({}, JSON.stringify(PERSON));
		expect(type).toBe('application/json;charset=UTF-8');
		expect(JSON.parse(text)).toMatchObject({ topic: 'Product webinar' });
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
			missing('email', 'first_name'),
		);
		expect((await call('POST', path, { json: PERSON, token })).body.code).toBe(3001);
	});
});

it('an answer carries the category and a tracking ID', async () => {
	const { headers } = await call('GET', '/users/me/meetings');
	expect(headers.get('x-ratelimit-category')).toBe('Medium');
	expect(headers.get('x-zm-trackingid')).toMatch(/^v=2\.0;/);
});
