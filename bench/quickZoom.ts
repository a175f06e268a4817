/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, never inside n8n */
import { createServer, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import type { AddressInfo } from 'node:net';
import { omit } from 'lodash';

/*
 * Says yes to everything, in the form of Zoom's answers. The sandbox looks each person up among all
 * who registered before, which takes too long for 50,000.
 */

const PAGE = 300;

/** One person of a list. */
const listed = (number: number, status: string) => ({
	...registered(`p${number}@example.com`),
	first_name: `First${number}`,
	last_name: `Last${number}`,
	address: '',
	city: '',
	country: '',
	org: '',
	phone: '',
	comments: '',
	custom_questions: [],
	create_time: '2027-03-05T10:00:00Z',
	status,
});

/** What Zoom says of a registration. */
function registered(email: string) {
	const id = Buffer.from(email).toString('base64url').slice(0, 22).padStart(22, 'R');
	const key = id.repeat(3);
	return {
		registrant_id: id,
		id,
		email,
		participant_pin_code: 123456,
		join_url: `https://us02web.zoom.us/w/85746065999?tk=${key}&pwd=${id}.1`,
	};
}

interface Body {
	email?: string;
	registrants?: Array<{ email: string }>;
}

function answer(request: IncomingMessage, body: Body, people: number, standing: string) {
	const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost');
	if (pathname === '/oauth/token') {
		return { status: 200, json: { access_token: 'token', token_type: 'bearer', expires_in: 3599 } };
	}
	if (request.method === 'PUT') return { status: 204 };
	if (request.method === 'GET') {
		const from = Number(searchParams.get('next_page_token'));
		const until = searchParams.get('status') === standing ? Math.min(from + PAGE, people) : 0;
		const registrants = [];
		for (let number = from; number < until; number++) registrants.push(listed(number, standing));
		const next = until > 0 && until < people ? String(until) : '';
		return { status: 200, json: { registrants, next_page_token: next, total_records: people } };
	}
	if (body.registrants) {
		const registrants = body.registrants.map(({ email }) => omit(registered(email), 'id'));
		return { status: 201, json: { registrants } };
	}
	const person = omit(registered(body.email ?? ''), 'email');
	const meeting = { topic: 'Quarterly review', start_time: '2027-03-05T10:00:00Z' };
	return { status: 201, json: { ...person, id: 85746065999, ...meeting } };
}

/**
 * @param people how many its lists hold: p0@example.com and on
 * @param standing their status
 * @returns its URL, once it listens
 */
export async function startQuickZoom(people: number, standing: string): Promise<string> {
	const server = createServer((request, response) => {
		void text(request).then((sent) => {
			const isJson = request.headers['content-type']?.includes('json') ?? false;
			const body = (isJson && sent !== '' ? JSON.parse(sent) : {}) as Body;
			const { status, json } = answer(request, body, people, standing);
			response.writeHead(status, { 'content-type': 'application/json' });
			response.end(json === undefined ? '' : JSON.stringify(json));
		});
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
