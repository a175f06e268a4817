/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, never inside n8n */
import { gzipSync } from 'node:zlib';
import { SEED } from '../../sandbox';
import type { FaultWish } from '../../sandbox';

/** What an answer leaves open about a change. */
export type Leaves = 'unknown' | 'refused';

/** An answer that proves nothing. */
export interface HostileAnswer {
	name: string;
	fault: Omit<FaultWish, 'on'>;
	/** Of a change; who reads is told that there is no answer of Zoom's. */
	leaves: Leaves;
}

const REASONS: Record<number, string> = { 200: 'OK', 201: 'Created', 204: 'No Content' };

interface Raw {
	status?: number;
	type?: string;
	headers?: Record<string, string>;
	body?: string | Buffer;
	/** The Content-Length, if it is not the body's; null leaves it out. */
	length?: number | null;
	ending?: FaultWish['ending'];
}

/** The bytes of an HTTP answer. */
function raw({ status = 200, type = 'application/json', headers, body = '', ...more }: Raw) {
	const bytes = Buffer.from(body);
	const length = more.length === undefined ? bytes.length : more.length;
	const head = [
		`HTTP/1.1 ${status} ${REASONS[status] ?? 'Whatever'}`,
		'Connection: close',
		...(bytes.length > 0 ? [`Content-Type: ${type}`] : []),
		...(length === null || status === 204 ? [] : [`Content-Length: ${length}`]),
		...Object.entries(headers ?? {}).map(([name, value]) => `${name}: ${value}`),
		'',
		'',
	].join('\r\n');
	return {
		bytes: Buffer.concat([Buffer.from(head), bytes]).toString('base64'),
		ending: more.ending ?? 'end',
	};
}

/** Zoom has done the work, or may have. */
const unknown = (name: string, answer: Raw): HostileAnswer => ({
	name,
	fault: { kind: 'rawAfter', ...raw(answer) },
	leaves: 'unknown',
});

/** Zoom, or who stands before it, has refused. */
const refused = (name: string, answer: Raw): HostileAnswer => ({
	name,
	fault: { kind: 'rawBefore', ...raw(answer) },
	leaves: 'refused',
});

const HTML = '<html><head><title>Sign in</title></head><body>Sign in to the network</body></html>';
const XML = '<?xml version="1.0"?><error><code>300</code><message>Not valid.</message></error>';
const JSON_TEXT = JSON.stringify({
	id: Number(SEED.meeting),
	registrant_id: 'abc',
	registrants: [],
	topic: 'x'.repeat(200),
});
const USER = { id: 'KDcuGIm1QgePTO8WbOqwIQ', email: 'ada@example.com', dept: '' };
const refusal = (code: unknown) =>
	JSON.stringify({ code, message: 'No permission.', registrant_id: 'abc' });

export const HOSTILE_ANSWERS: HostileAnswer[] = [
	unknown('an empty 201', { status: 201 }),
	...['{}', 'null', '[]', '0', '""', 'true', '[null]', '{"id":null}'].map((body) =>
		unknown(body, { body }),
	),
	unknown('text', { type: 'text/plain', body: 'OK' }),
	unknown('HTML', { type: 'text/html', body: HTML }),
	unknown('HTML that claims to be JSON', { body: HTML }),
	unknown('XML', { type: 'application/xml', body: '<registrant><id>5</id></registrant>' }),
	unknown("another operation's JSON", { body: JSON.stringify(USER) }),
	unknown('a wrong ID', { body: '{"id":1,"registrant_id":"","topic":"T"}' }),
	unknown('an object for a list', {
		body: '{"registrants":{},"meetings":{},"participants":{},"users":{},"custom_questions":{},"webinars":{},"panelists":{},"tracking_sources":{},"questions":{},"summaries":{}}',
	}),
	unknown('lists of null', {
		body: '{"registrants":[null],"meetings":[null],"participants":[null],"users":[null],"custom_questions":[null],"webinars":[null],"panelists":[null],"tracking_sources":[null],"questions":[null],"summaries":[null]}',
	}),
	unknown('JSON cut with its length', { body: JSON_TEXT.slice(0, 150), length: 300 }),
	unknown('JSON cut without a length', { body: JSON_TEXT.slice(0, 150), length: null }),
	unknown('broken gzip', {
		headers: { 'Content-Encoding': 'gzip' },
		body: gzipSync(JSON_TEXT).subarray(0, 40),
	}),
	unknown('UTF-16', { body: Buffer.from(JSON_TEXT, 'utf16le') }),
	unknown('202', { status: 202, body: JSON_TEXT }),
	unknown('206', { status: 206, body: JSON_TEXT }),
	unknown('a redirect to another host', {
		status: 302,
		headers: { Location: 'http://login.invalid/?token=abc' },
	}),
	unknown('JSON with 500', { status: 500, body: refusal(500) }),
	unknown('an empty 503', { status: 503 }),
	{ name: 'a reset before the answer', fault: { kind: 'resetAfter' }, leaves: 'unknown' },
	unknown('a reset after the head', { body: '', length: 100, ending: 'reset' }),
	unknown('a reset in the body', { body: JSON_TEXT.slice(0, 50), length: 300, ending: 'reset' }),
	refused('200 with a code', { body: refusal(200) }),
	refused('200 with a code as text', { body: refusal('200') }),
	refused('an empty 400', { status: 400 }),
	refused('HTML with 403', { status: 403, type: 'text/html', body: HTML }),
	refused('XML with 400', { status: 400, type: 'application/xml', body: XML }),
	refused('JSON without a code, with 422', { status: 422, body: '{"error":"no"}' }),
	refused('an empty 404', { status: 404 }),
];
/** What Zoom's own answers without a body have: it proves nothing where there should be one. */
export const EMPTY_200 = unknown('an empty 200', {});
export const EMPTY_204 = unknown('an empty 204', { status: 204 });

/** Never silent for long, and yet without end in sight. */
export const DRIP: HostileAnswer = {
	name: 'a drip',
	fault: { kind: 'drip', ms: 2_000 },
	leaves: 'unknown',
};
