import { NodeApiError, OperationalError, UserError } from 'n8n-workflow';
import { eventEndpoints, webinarEndpoints } from '../../nodes/Zoom/api/endpoints';
import { pastEndpoints } from '../../nodes/Zoom/api/pastEndpoints';
import type { Endpoint } from '../../nodes/Zoom/api/endpoints';
import { MEETING } from '../../nodes/Zoom/api/eventKinds';
import { excerptOf, isProven, readZoomError } from '../../nodes/Zoom/transport/answer';
import type { ZoomAnswer } from '../../nodes/Zoom/transport/answer';
import {
	detailsOf,
	failureOf,
	mayBeDone,
	noAnswerFailure,
	notReachedFailure,
	readThrown,
	refusedFailure,
	toNodeError,
} from '../../nodes/Zoom/transport/errors';
import { NODE } from './support/fakeN8n';

const EVENT = eventEndpoints(MEETING);
const { addRegistrant: CHANGE, get: READ } = EVENT;
const refusedError = (answer: ZoomAnswer, endpoint: Endpoint, itemIndex?: number) =>
	toNodeError(NODE, refusedFailure(answer, endpoint), itemIndex);
const noAnswerError = (endpoint: Endpoint, itemIndex?: number) =>
	toNodeError(NODE, noAnswerFailure(endpoint), itemIndex);

describe('readZoomError', () => {
	it("reads Zoom's envelope", () => {
		const errors = [{ field: 'email', message: 'Invalid field.' }, { field: 'country' }, 'x', null];
		expect(readZoomError({ code: 300, message: 'Validation Failed.', errors })).toEqual({
			code: 300,
			message: 'Validation Failed.',
			fields: [
				{ field: 'email', message: 'Invalid field.' },
				{ field: 'country', message: '' },
				{ field: '', message: '' },
				{ field: '', message: '' },
			],
		});
	});

	it.each([undefined, null, '', '<html>', 5, [], [{ code: 1, message: 'x' }], {}])(
		'finds nothing in %j',
		(body) => {
			expect(readZoomError(body)).toEqual({ message: '', fields: [] });
		},
	);

	it('takes only what has the right type', () => {
		expect(readZoomError({ code: true, message: 5, errors: {} })).toEqual({
			message: '',
			fields: [],
		});
		for (const code of ['E300', '300E']) {
			expect(readZoomError({ code, message: 'x' })).toEqual({ message: 'x', fields: [] });
		}
		expect(readZoomError({ code: -1, message: 'x' })).toEqual({ message: 'x', fields: [] });
	});

	it('takes a code as text', () => {
		expect(readZoomError({ code: '3001', message: 'x' })).toMatchObject({ code: 3001 });
	});

	it.each([
		['<?xml version="1.0"?><error><code>300</code><message>Not valid.</message></error>', 300],
		['<error>\n <code> 3001 </code>\n <message>\n Not valid. </message></error>', 3001],
	])("reads the XML of Zoom's gateway", (body, code) => {
		expect(readZoomError(body)).toEqual({ code, message: 'Not valid.', fields: [] });
	});
});

describe('isProven', () => {
	const { create, getRegistrant, listRegistrants, addRegistrants, getInvitation, remove } = EVENT;
	const { get: getPast } = pastEndpoints(MEETING);
	const { listPanelists, listTrackingSources } = webinarEndpoints;
	const eventId = '85746065432';
	const registrantId = 'abc';
	const proves = (endpoint: Endpoint, status: number, body: unknown, id = eventId) =>
		isProven({ status, headers: {}, body }, endpoint, { eventId: id, registrantId });

	it.each([
		['the UUID of what was made', create, 201, { id: 85746065432, uuid: 'u' }],
		// The node warns of it.
		['the registrant, beside another meeting', CHANGE, 201, { id: 1, registrant_id: 'r' }],
		['the registrant, and the meeting', CHANGE, 201, { id: 85746065432, registrant_id: 'r' }],
		['the registrant, without the meeting', CHANGE, 200, { registrant_id: 'r' }],
		['the meeting asked for', READ, 200, { id: 85746065432 }],
		['the same as text', READ, 200, { id: '85746065432' }],
		['a code of 0', READ, 200, { id: 85746065432, code: 0 }],
		['the registrant asked for', getRegistrant, 200, { id: 'abc' }],
		['the status of an answer without a body', remove, 204, ''],
		['the same', remove, 204, undefined],
		['the same', remove, 204, null],
		['a page', listRegistrants, 200, { registrants: [{ id: 'a' }] }],
		['an empty page', listRegistrants, 200, { registrants: [] }],
		['a list without entries', listRegistrants, 200, { total_records: 0 }],
		['the same', listRegistrants, 200, { total_records: 0, registrants: null }],
		['the same, of one that comes whole', listPanelists, 200, { total_records: 0 }],
		['the same', listTrackingSources, 200, { total_records: 0 }],
		['the people of a batch', addRegistrants, 201, { registrants: [{ email: 'a' }] }],
		['the text asked for', getInvitation, 200, { invitation: 'Join' }],
	] as Array<[string, Endpoint, number, unknown]>)('by %s', (_, endpoint, status, body) => {
		expect(proves(endpoint, status, body)).toBe(true);
	});

	it('takes any meeting for one that was asked for by its UUID', () => {
		expect(proves(getPast, 200, { id: 857460654 }, 'abc==')).toBe(true);
		expect(proves(getPast, 200, { id: 85746065 }, 'abc==')).toBe(false);
		for (const id of ['xyz', 'x857460654', '857460654x']) {
			expect(proves(getPast, 200, { id }, 'abc==')).toBe(false);
		}
	});

	it.each([
		['another meeting', READ, 200, { id: 85746065433 }],
		['an ID alone', create, 201, { id: 85746065432, topic: 'T' }],
		['another registrant', getRegistrant, 200, { id: 'abd' }],
		['a meeting for a registrant', getRegistrant, 200, { id: 85746065432 }],
		['a user for a meeting', create, 201, { id: 'KDcuGIm1QgePTO8WbOqwIQ', email: 'a@b.co' }],
		['an empty registrant ID', CHANGE, 201, { registrant_id: '' }],
		['null for one', CHANGE, 201, { registrant_id: null }],
		['an object for one', CHANGE, 201, { registrant_id: {} }],
		['true for one', CHANGE, 201, { registrant_id: true }],
		['nothing', CHANGE, 201, ''],
		['no content', CHANGE, 204, ''],
		['a code', CHANGE, 200, { code: 200, registrant_id: 'r' }],
		['a code as text', CHANGE, 200, { code: '200', registrant_id: 'r' }],
		['202', CHANGE, 202, { registrant_id: 'r' }],
		['206', READ, 206, { id: 85746065432 }],
		['400', READ, 400, { id: 85746065432 }],
		['200 instead of 204', remove, 200, ''],
		['204 with a body', remove, 204, '<html>'],
		['a list that is none', listRegistrants, 200, { registrants: {} }],
		['a list of nothing', listRegistrants, 200, { registrants: [null] }],
		['a list of something and nothing', listRegistrants, 200, { registrants: [{}, null] }],
		['text for a list', listRegistrants, 200, { registrants: 'none' }],
		['no list', listRegistrants, 200, {}],
		['no list, yet entries', listRegistrants, 200, { total_records: 3 }],
		['another list', listRegistrants, 200, { meetings: [] }],
		['a batch that is none', addRegistrants, 201, { registrants: {} }],
		['a batch of nothing', addRegistrants, 201, { registrants: [null] }],
		['a batch of something and nothing', addRegistrants, 201, { registrants: [{}, null] }],
		...[null, [], 0, '', 'text', '<html>', [{ id: 85746065432 }]].map(
			(body) => [JSON.stringify(body), READ, 200, body] as [string, Endpoint, number, unknown],
		),
	] as Array<[string, Endpoint, number, unknown]>)('not by %s', (_, endpoint, status, body) => {
		expect(proves(endpoint, status, body)).toBe(false);
	});
});

describe('excerptOf', () => {
	const excerpt = (body: unknown, headers: Record<string, string> = {}) =>
		excerptOf({ status: 200, headers, body });

	it('gives the words of a page', () => {
		const page =
			'<html><head><style>b{}</style><script>let x = "<b>"</script><title>Blocked</title></head>\n<body>by <b>policy</b></body></html>';
		expect(excerpt(page)).toBe('Blocked by policy');
		expect(excerpt('<p>a</p><p>b<script>x</script>c</p>')).toBe('a b c');
	});

	it('gives at most 200 characters, in one line', () => {
		expect(excerpt(`a\u0000\r\n\tb ${'x'.repeat(300)}`)).toBe(`a b ${'x'.repeat(196)}`);
	});

	it('names the host of a redirect, without what may be secret', () => {
		const headers = { location: 'https://login.example.com/in?token=abc#d' };
		expect(excerpt('<html>Moved</html>', headers)).toBe('a redirect to https://login.example.com');
		expect(excerpt('Moved', { location: '/in' })).toBe('Moved');
	});

	it.each([undefined, null, {}, [], 5, '', ' ', '<br>'])('is empty for %j', (body) => {
		expect(excerpt(body)).toBe('');
	});
});

describe('refusedError', () => {
	it('tells all that Zoom says', () => {
		const error = refusedError(
			{
				status: 400,
				headers: { 'x-zm-trackingid': 'v=2.0;clid=us02' },
				body: {
					code: 300,
					message: 'Validation Failed.',
					errors: [
						{ field: 'email', message: 'Invalid field.' },
						{ field: 'country', message: 'Unknown.' },
					],
				},
			},
			CHANGE,
			3,
		);
		const hint =
			'Correct the fields named below. For a registrant, also check whether the meeting has required questions.';
		expect(error).toBeInstanceOf(NodeApiError);
		expect(error.message).toBe('Zoom rejected a value');
		expect(error.description).toBe(
			`${hint} Zoom says: "Validation Failed." · email: Invalid field. · country: Unknown. (Zoom code 300)`,
		);
		expect(error.httpCode).toBe('400');
		expect(error.messages).toEqual(['HTTP status 400', "Zoom's tracking ID v=2.0;clid=us02"]);
		expect(error.context.itemIndex).toBe(3);
		expect(detailsOf(error)).toEqual({
			hint,
			httpCode: 400,
			code: 300,
			zoomMessage: 'Validation Failed.',
			fields: [
				{ field: 'email', message: 'Invalid field.' },
				{ field: 'country', message: 'Unknown.' },
			],
			trackingId: 'v=2.0;clid=us02',
		});
	});

	it('tells what there is of an answer without an envelope', () => {
		const error = refusedError({ status: 502, headers: {}, body: '<h1>Bad Gateway</h1>' }, READ);
		const hint =
			"Zoom reported that it can't handle requests right now. Check status.zoom.us and try again later.";
		expect(error.message).toBe('Zoom is having trouble');
		expect(error.description).toBe(`${hint} The response begins: "Bad Gateway"`);
		expect(detailsOf(error)).toEqual({ hint, httpCode: 502, excerpt: 'Bad Gateway' });
		expect(error.context.itemIndex).toBeUndefined();
	});

	it('says that the outcome is unknown where Zoom failed while something was to be changed', () => {
		const hint =
			"Zoom reported that it can't handle requests right now. Check status.zoom.us and try again later. It may have succeeded. Look it up before you send the item again. This node doesn't send it again, so that nothing happens twice.";
		const details = (status: number, endpoint: Endpoint) =>
			detailsOf(refusedError({ status, headers: {}, body: '' }, endpoint));
		expect(details(500, CHANGE)).toEqual({ hint, unknown: true, httpCode: 500 });
		expect(details(500, READ)).not.toHaveProperty('unknown');
		expect(details(499, CHANGE)).not.toHaveProperty('unknown');
	});

	it('shows no secret that the answer repeats, wherever it does', () => {
		const body = {
			code: 4711,
			message: 'Bad secret: does not contain scopes:[secret]',
			errors: [{ field: 'secret', message: 'a secret' }],
		};
		const headers = { 'x-zm-trackingid': 'secret' };
		const clean = (text: string) => text.replaceAll('secret', '…');
		const failure = refusedFailure({ status: 400, headers, body }, CHANGE, clean);
		expect(JSON.stringify(failure)).not.toContain('secret');
		const page = refusedFailure({ status: 400, headers: {}, body: '<b>secret' }, CHANGE, clean);
		expect(page.details.excerpt).toBe('…');
	});

	it.each([
		[200, {}],
		[204, ''],
		[200, '<html>'],
		[302, ''],
		[200, { code: 99_999, message: 'Who knows.' }],
	])('says so too where HTTP %i with %j does not show that it was done', (status, body) => {
		const failure = refusedFailure({ status, headers: {}, body }, CHANGE);
		expect(failure).toMatchObject({ kind: 'unproven', details: { unknown: true } });
		expect(failure.title).toBe("Zoom's response doesn't show whether this succeeded");
		const read = refusedFailure({ status, headers: {}, body }, READ);
		expect(read).toMatchObject({ kind: 'notZoom' });
		expect(read.details).not.toHaveProperty('unknown');
	});

	it("takes Zoom's own refusal for one, whatever its status", () => {
		const body = { code: '200', message: 'Only available for paid users.' };
		const failure = refusedFailure({ status: 200, headers: {}, body }, CHANGE);
		expect(failure).toMatchObject({ kind: 'planMissing', details: { code: 200 } });
		expect(failure.details).not.toHaveProperty('unknown');
	});

	it('promises no reason that is not there', () => {
		for (const status of [400, 403, 409, 422]) {
			const error = refusedError({ status, headers: {}, body: '<p>No.</p>' }, CHANGE);
			expect(error.message).toBe('The request was rejected without a reason');
			expect(error.description).not.toContain('below');
			expect(detailsOf(error)).toMatchObject({ excerpt: 'No.' });
			expect(detailsOf(error)).not.toHaveProperty('unknown');
		}
	});

	it("keeps its words where Zoom's look like a system's", () => {
		const error = refusedError(
			{ status: 400, headers: {}, body: { code: 1, message: 'ECONNREFUSED' } },
			CHANGE,
			0,
		);
		expect(error.message).toBe('Zoom rejected the request');
		expect(error.description).toBe(
			'Zoom\'s reason is below. Zoom says: "ECONNREFUSED" (Zoom code 1)',
		);
		expect(error.messages).toEqual(['HTTP status 400']);
		expect(error.context.itemIndex).toBe(0);
	});
});

it('mayBeDone adds what is to be done, once', () => {
	const once = mayBeDone(notReachedFailure('No network route leads there.'));
	expect(once.details.unknown).toBe(true);
	expect(once.details.hint).toMatch(/can be sent again\. It may have succeeded\. Look it up/);
	expect(mayBeDone(once)).toEqual(once);
});

it('notReachedFailure says why, and that nothing was done', () => {
	expect(notReachedFailure('The certificate there has expired.')).toEqual({
		kind: 'notReached',
		concerns: 'account',
		title: "Zoom couldn't be reached",
		details: {
			hint: 'The certificate there has expired. Nothing was done, so the item can be sent again.',
		},
	});
});

describe('noAnswerError', () => {
	it('says to try again where something was only to be read', () => {
		const error = noAnswerError(READ);
		expect(error.message).toBe("Zoom's response was lost");
		expect(detailsOf(error)).toEqual({
			hint: 'The connection broke several times. Try again later.',
		});
	});

	it('says that the outcome is unknown where something may have been changed', () => {
		const error = noAnswerError(CHANGE, 0);
		const hint =
			"It may have succeeded. Look it up before you send the item again. This node doesn't send it again, so that nothing happens twice.";
		expect(error.message).toBe("Zoom's response was lost, so it's unknown whether this succeeded");
		expect(error.description).toBe(hint);
		expect(error.messages).toEqual([]);
		expect(detailsOf(error)).toEqual({ hint, unknown: true });
	});
});

describe('detailsOf', () => {
	it.each([undefined, null, 'x', new Error('x'), { context: null }, { context: {} }])(
		'finds nothing in %p',
		(error) => {
			expect(detailsOf(error)).toBeUndefined();
		},
	);
});

describe('readThrown', () => {
	const wrapped = (cause: unknown, times: number): unknown =>
		times === 0 ? cause : wrapped(Object.assign(new Error('outer'), { cause }), times - 1);

	it.each([
		['UserError', new UserError('Sign-in refused')],
		['OperationalError', new OperationalError('Sign-in unreachable')],
	])('finds a sign-in that failed with %s, however n8n wraps it', (_, signIn) => {
		expect(readThrown(signIn)).toEqual({ signIn });
		expect(readThrown(wrapped(signIn, 1))).toEqual({ signIn });
		expect(readThrown(wrapped(signIn, 5))).toEqual({ signIn });
		expect(readThrown(wrapped(signIn, 6))).toEqual({ neverSent: undefined });
	});

	it.each([
		'ECONNREFUSED',
		'ENOTFOUND',
		'EAI_AGAIN',
		'EHOSTUNREACH',
		'ENETUNREACH',
		'EPROTO',
		'CERT_HAS_EXPIRED',
		'DEPTH_ZERO_SELF_SIGNED_CERT',
		'SELF_SIGNED_CERT_IN_CHAIN',
		'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
		'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
		'ERR_TLS_CERT_ALTNAME_INVALID',
		'ERR_SSL_WRONG_VERSION_NUMBER',
	])('knows from %s that nothing was sent', (code) => {
		expect(readThrown({ code })).toEqual({ neverSent: expect.stringMatching(/[.]$/) });
		expect(readThrown(wrapped({ code }, 2))).toEqual({ neverSent: expect.stringMatching(/[.]$/) });
	});

	it.each(['ECONNRESET', 'ETIMEDOUT', 'ECONNABORTED', 'EPIPE', 'XECONNREFUSED', 'ENOTFOUNDX', ''])(
		'must think after %p that it was sent',
		(code) => {
			expect(readThrown({ code })).toEqual({ neverSent: undefined });
		},
	);

	it.each([undefined, null, 'timeout', new Error('socket hang up')])(
		'must think after %p that it was sent',
		(error) => {
			expect(readThrown(error)).toEqual({ neverSent: undefined });
		},
	);

	it('ends where causes go round in a circle', () => {
		const circle: { cause?: unknown } = {};
		circle.cause = circle;
		expect(readThrown(circle)).toEqual({ neverSent: undefined });
	});
});

it('knows a daily limit that only a header names', () => {
	const answer = {
		status: 429,
		headers: { 'x-ratelimit-type': 'Daily-limit' },
		body: { code: 429, message: 'Too many.' },
	};
	const error = refusedError(answer, CHANGE, 0);
	expect(error.message).toBe("Zoom's daily limit for this account is used up");
	expect(failureOf(error)).toMatchObject({ kind: 'dailyLimit', concerns: 'account' });
	expect(detailsOf(error)).toMatchObject({ zoomMessage: 'Too many.' });
});
