import { NodeApiError, OperationalError, UserError } from 'n8n-workflow';
import { eventEndpoints } from '../../nodes/Zoom/api/endpoints';
import type { Endpoint } from '../../nodes/Zoom/api/endpoints';
import { MEETING } from '../../nodes/Zoom/api/eventKinds';
import { isSuccess, readZoomError } from '../../nodes/Zoom/transport/answer';
import type { ZoomAnswer } from '../../nodes/Zoom/transport/answer';
import {
	detailsOf,
	failureOf,
	noAnswerFailure,
	readThrown,
	refusedFailure,
	toNodeError,
} from '../../nodes/Zoom/transport/errors';
import { NODE } from './support/fakeN8n';

const { addRegistrant: CHANGE, get: READ } = eventEndpoints(MEETING);
const refusedError = (answer: ZoomAnswer, endpoint: Endpoint, itemIndex?: number) =>
	toNodeError(NODE, refusedFailure(answer, endpoint), itemIndex);
const noAnswerError = (endpoint: Endpoint, sent: boolean, itemIndex?: number) =>
	toNodeError(NODE, noAnswerFailure(endpoint, sent), itemIndex);

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
		expect(readZoomError({ code: '300', message: 5, errors: {} })).toEqual({
			message: '',
			fields: [],
		});
	});
});

describe('isSuccess', () => {
	it.each([
		[200, { id: 1 }],
		[299, {}],
		[204, ''],
		[204, undefined],
		[200, { code: 0, message: 'ok' }],
		[200, { message: 'Welcome' }],
	])('HTTP %i with %j', (status, body) => {
		expect(isSuccess({ status, headers: {}, body })).toBe(true);
	});

	it.each([
		[199, {}],
		[300, {}],
		[302, ''],
		[400, {}],
		[500, {}],
		// Zoom answers 2xx with a failure here and there: a missing webinar plan, for example.
		[200, { code: 200, message: 'Webinar plan is missing.' }],
		[200, { code: 200, message: '' }],
	])('not HTTP %i with %j', (status, body) => {
		expect(isSuccess({ status, headers: {}, body })).toBe(false);
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
			'Correct the fields named below. For a registrant, also look whether the meeting asks questions that must be answered.';
		expect(error).toBeInstanceOf(NodeApiError);
		expect(error.message).toBe('Zoom does not accept a value');
		expect(error.description).toBe(
			`${hint} Zoom says: "Validation Failed." · email: Invalid field. · country: Unknown. (code 300, HTTP 400, tracking ID v=2.0;clid=us02)`,
		);
		expect(error.httpCode).toBe('400');
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
		const error = refusedError({ status: 502, headers: {}, body: '<html>' }, READ);
		const hint =
			'Zoom answered that it can not serve requests now. See status.zoom.us and try again later.';
		expect(error.message).toBe('Zoom is having trouble');
		expect(error.description).toBe(`${hint} (HTTP 502)`);
		expect(detailsOf(error)).toEqual({ hint, httpCode: 502 });
		expect(error.context.itemIndex).toBeUndefined();
	});

	it('says that the outcome is unknown where Zoom failed while something was to be changed', () => {
		const hint =
			'Zoom answered that it can not serve requests now. See status.zoom.us and try again later. It may have been done. Look it up before you send the row again: this node does not, so that nothing happens twice.';
		const details = (status: number, endpoint: Endpoint) =>
			detailsOf(refusedError({ status, headers: {}, body: '' }, endpoint));
		expect(details(500, CHANGE)).toEqual({ hint, unknown: true, httpCode: 500 });
		expect(details(500, READ)).not.toHaveProperty('unknown');
		expect(details(499, CHANGE)).not.toHaveProperty('unknown');
	});

	it("keeps its words where Zoom's look like a system's", () => {
		const error = refusedError(
			{ status: 400, headers: {}, body: { code: 1, message: 'ECONNREFUSED' } },
			CHANGE,
			0,
		);
		expect(error.message).toBe('Zoom refuses the request');
		expect(error.description).toBe(
			'Zoom\'s reason is below. Zoom says: "ECONNREFUSED" (code 1, HTTP 400)',
		);
		expect(error.context.itemIndex).toBe(0);
	});
});

describe('noAnswerError', () => {
	it('says that nothing was done where nothing was sent', () => {
		const error = noAnswerError(CHANGE, false, 2);
		const hint =
			"Check that this n8n can open connections to Zoom's API. Nothing was done: the row can be sent again.";
		expect(error.message).toBe('Zoom could not be reached');
		expect(error.description).toBe(hint);
		expect(error.context.itemIndex).toBe(2);
		expect(detailsOf(error)).toEqual({ hint });
	});

	it('says to try again where something was only to be read', () => {
		const error = noAnswerError(READ, true);
		expect(error.message).toBe("Zoom's answer did not arrive");
		expect(detailsOf(error)).toEqual({
			hint: 'The connection broke several times. Try again later.',
		});
	});

	it('says that the outcome is unknown where something may have been changed', () => {
		const error = noAnswerError(CHANGE, true, 0);
		const hint =
			'It may have been done. Look it up before you send the row again: this node does not, so that nothing happens twice.';
		expect(error.message).toBe(
			"Zoom's answer did not arrive, so it is unknown whether this was done",
		);
		expect(error.description).toBe(hint);
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
		expect(readThrown(wrapped(signIn, 6))).toEqual({ sent: true });
	});

	it.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'])(
		'knows from %s that nothing was sent',
		(code) => {
			expect(readThrown({ code })).toEqual({ sent: false });
			expect(readThrown(wrapped({ code }, 2))).toEqual({ sent: false });
		},
	);

	it.each(['ECONNRESET', 'ETIMEDOUT', 'ECONNABORTED', 'EPIPE', 'XECONNREFUSED', 'ENOTFOUNDX', ''])(
		'must think after %p that it was sent',
		(code) => {
			expect(readThrown({ code })).toEqual({ sent: true });
		},
	);

	it.each([undefined, null, 'timeout', new Error('socket hang up')])(
		'must think after %p that it was sent',
		(error) => {
			expect(readThrown(error)).toEqual({ sent: true });
		},
	);

	it('ends where causes go round in a circle', () => {
		const circle: { cause?: unknown } = {};
		circle.cause = circle;
		expect(readThrown(circle)).toEqual({ sent: true });
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
