import { eventEndpoints, webinarEndpoints } from '../../nodes/Zoom/api/endpoints';
import { EVENT_KINDS, MEETING, WEBINAR } from '../../nodes/Zoom/api/eventKinds';
import { listAbsentees, pastEndpoints } from '../../nodes/Zoom/api/pastEndpoints';
import { classify } from '../../nodes/Zoom/api/refusals';
import { REFUSALS } from '../../nodes/Zoom/api/refusalTable';
import { RECORDING_ANSWERS, WEBINAR_ANSWERS, ZOOM_ANSWERS } from './support/zoomAnswers';

const { addRegistrant, addRegistrants, get, list, listRegistrants, removeRegistrant } =
	eventEndpoints(MEETING);
const past = pastEndpoints(MEETING);
const pastWebinar = pastEndpoints(WEBINAR);

const ask = (status: number, code: number | undefined, message: string, headers = {}) =>
	classify({ status, code, message, headers }, get);

it.each(ZOOM_ANSWERS)('HTTP %p, code %p, %p is %s', (status, code, message, kind) => {
	expect(ask(status, code, message).kind).toBe(kind);
});

it.each([
	[addRegistrants, 400, 303, 'The API only supports scheduled meetings.', 'batchUnsupported'],
	[past.get, 400, 300, 'Cannot access meeting information.', 'notYetOver'],
	[past.get, 404, 3001, 'Meeting does not exist: 85746065432.', 'notOverOrUnknown'],
	[past.getQuestionsAndAnswers, 404, 3001, 'Meeting ID is invalid or not end.', 'notOverOrUnknown'],
	[
		past.listReportedParticipants,
		404,
		3001,
		'Meeting 85746065432 not found or has expired.',
		'notOverOrUnknown',
	],
	[past.listReportedParticipants, 400, 12702, 'Can not access meeting a year ago.', 'tooOld'],
	[pastWebinar.listParticipants, 404, 3001, 'Webinar does not exist.', 'notOverOrUnknown'],
	[pastWebinar.getPollResults, 404, 3001, 'Webinar ID is invalid or not end.', 'notOverOrUnknown'],
	[pastWebinar.listInstances, 400, 300, 'Invalid webinar ID.', 'eventUnknown'],
	[
		listAbsentees,
		400,
		3000,
		"This webinar doesn't have registration required: abc==.",
		'registrationOff',
	],
	[
		listAbsentees,
		400,
		300,
		'The request could not be completed because you have provided an invalid occurrence ID: 1.',
		'occurrenceUnknown',
	],
	[listRegistrants, 404, 404, "L'inscription n'a pas été activée.", 'registrationOff'],
	[addRegistrant, 404, 404, 'この会議では登録が有効になっていません', 'registrationOff'],
	[webinarEndpoints.addPanelists, 400, 300, 'Validation Failed.', 'panelistRefused'],
	[webinarEndpoints.addPanelists, 400, 300, 'Invalid webinar ID.', 'eventUnknown'],
	// Not what is told of a meeting, or of one of its registrants.
	[get, 404, 404, 'Introuvable', 'notFound'],
	[removeRegistrant, 404, 404, 'Introuvable', 'notFound'],
	[get, 400, 303, 'Something else.', 'refused'],
	[list, 404, 1001, 'L’utilisateur n’existe pas.', 'userUnknown'],
	[addRegistrant, 204, undefined, '', 'unproven'],
	[removeRegistrant, 302, undefined, '', 'unproven'],
	[listRegistrants, 204, undefined, '', 'notZoom'],
] as const)('%j: HTTP %p, code %p, %p is %s', (endpoint, status, code, message, kind) => {
	expect(classify({ status, code, message, headers: {} }, endpoint).kind).toBe(kind);
});

it.each([
	['Daily-limit', 'dailyLimit'],
	['QPS', 'perSecondLimit'],
	[undefined, 'perSecondLimit'],
])('goes by the limit that a header names: %p', (type, kind) => {
	expect(ask(429, 429, '', { 'x-ratelimit-type': type }).kind).toBe(kind);
});

it.each(WEBINAR_ANSWERS)('of a webinar: HTTP %p, code %p, %p is %s at %s', (...answer) => {
	const [status, code, message, kind, name] = answer;
	const endpoint = eventEndpoints(WEBINAR)[name as 'get'];
	const found = classify({ status, code, message, headers: {} }, endpoint);
	expect(found.kind).toBe(kind);
	expect([found.title, found.hint].filter((text) => /[{}]/.test(text))).toEqual([]);
});

it.each(RECORDING_ANSWERS)('HTTP %p, code %p, %p is %s at %j', (...answer) => {
	const [status, code, message, kind, endpoint] = answer;
	expect(classify({ status, code, message, headers: {} }, endpoint).kind).toBe(kind);
});

it('tells a webinar where a meeting is asked for, by either code of Zoom', () => {
	for (const code of [300, 3000]) {
		expect(ask(400, code, 'Cannot access webinar info.')).toMatchObject({
			kind: 'otherKind',
			title: 'This is the ID of a webinar, not a meeting',
		});
	}
	const known = classify(
		{ status: 400, code: 3000, message: 'Cannot access webinar info.', headers: {} },
		eventEndpoints(WEBINAR).get,
	);
	expect(known.kind).toBe('eventRefused');
});

it('speaks of the kind of event that was asked for', () => {
	const allowed =
		/meetings and webinars|Meeting and Meeting Registrant|the ID of a meeting|scheduled for others/g;
	for (const kind of EVENT_KINDS) {
		const other = EVENT_KINDS.find((one) => one !== kind)?.name ?? '';
		const ofOne = kind === MEETING ? ZOOM_ANSWERS : WEBINAR_ANSWERS;
		for (const [status, code, message, meant, name = 'get'] of ofOne) {
			const endpoint = eventEndpoints(kind)[name as 'get'];
			const { title, hint } = classify({ status, code, message, headers: {} }, endpoint);
			if (meant === 'otherKind' || meant === 'addOnMissing') continue;
			const said = `${title}. ${hint}`.replace(allowed, '');
			expect([meant, said]).toEqual([meant, expect.not.stringMatching(new RegExp(other, 'i'))]);
		}
	}
});

it('has an answer of Zoom here for each of its rows', () => {
	const kinds = new Set([
		...[...ZOOM_ANSWERS, ...WEBINAR_ANSWERS, ...RECORDING_ANSWERS].map(([, , , kind]) => kind),
		...['batchUnsupported', 'notYetOver', 'notOverOrUnknown', 'unproven', 'panelistRefused'],
	]);
	expect(REFUSALS.map(({ kind }) => kind).filter((kind) => !kinds.has(kind))).toEqual([]);
});

it('says what to do in every hint, in a sentence that is not the title', () => {
	for (const { title, hint } of REFUSALS) {
		expect(hint).toMatch(/^[A-Z"'].*[.]$/);
		expect(hint.length).toBeGreaterThan(15);
		expect(hint).not.toBe(title);
		// n8n's guidelines for error texts: https://docs.n8n.io/integrations/creating-nodes/build/reference/ux-guidelines/
		expect(title).not.toMatch(/\b(error|problem|failure|failed|mistake)\b/i);
	}
});

it.each([
	['person', [400, 3027, 'Host can not register']],
	['person', [400, 3000, "Users in 'example.com' have been blocked from joining meetings."]],
	['event', [400, 3000, 'The Zoom REST API does not support paid registration.']],
	['person', [400, 3034, 'If you have been invited, please input your work email address.']],
	['person', [400, 3043, 'Meeting has reached maximum attendee capacity.']],
	['person', [429, 429, 'daily rate limit of (3) for the registrant (x@y)']],
	['item', [400, 300, 'Validation Failed.']],
	['item', [403, undefined, '']],
	['item', [400, 3000, "L'accès est refusé."]],
	['person', [429, 429, 'Vous avez dépassé la limite quotidienne.']],
	['event', [400, 3000, 'Cannot access meeting info.']],
	['event', [404, 3001, 'Meeting does not exist: 1.']],
	['event', [400, 3038, 'Meeting is over, you can not register now.']],
	['host', [400, 3161, 'Your user account is not allowed meeting hosting.']],
	['account', [400, 4711, 'does not contain scopes:[x]']],
	['account', [429, 4001, 'You have reached the maximum per-second rate limit for this API.']],
	['account', [502, undefined, '']],
] as Array<[string, [number, number | undefined, string]]>)(
	'knows that it is about the %s: %j',
	(concerns, answer) => {
		expect(ask(...answer).concerns).toBe(concerns);
	},
);

it.each([
	[
		'does not contain scopes:[meeting:write:registrant, meeting:write:registrant:admin].',
		'meeting:write:registrant:admin',
	],
	['does not contain scopes:[a:admin,b:admin, c].', 'a:admin or b:admin'],
	['does not contain scopes:[a:admin:x, b].', 'a:admin:x or b'],
	['does not contain scopes:[].', 'the scope named below'],
	['does not contain scopes', 'the scope named below'],
	['Ce jeton ne contient pas les champs :[a:admin].', 'a:admin'],
])('tells which scope to add, in the form that this kind of app takes: %p', (message, scopes) => {
	expect(ask(400, 4711, message).hint).toContain(`Add ${scopes} to the app`);
});
