import { eventEndpoints } from '../../nodes/Zoom/api/endpoints';
import { MEETING } from '../../nodes/Zoom/api/eventKinds';
import { classify, REFUSALS } from '../../nodes/Zoom/api/refusals';

const { addRegistrant, addRegistrants, get, getPast, listRegistrants, removeRegistrant } =
	eventEndpoints(MEETING);

type Answer = [status: number, code: number | undefined, message: string, kind: string];

/** Zoom's own texts, as its reference and people who measured them have them. */
const ANSWERS: Answer[] = [
	[
		400,
		4711,
		'Invalid access token, does not contain scopes:[meeting:write:registrant].',
		'missingScope',
	],
	[401, 4700, 'Invalid access token, does not contain scopes:[meeting:write].', 'missingScope'],
	[403, 201, 'Invalid access token, does not contain scopes:[user:read].', 'missingScope'],
	[401, 124, 'Invalid access token.', 'tokenRejected'],
	[401, 124, 'Access token is expired.', 'tokenRejected'],
	[401, 4700, 'Token cannot be empty.', 'tokenRejected'],
	[400, 124, 'Access token is expired. Invalid access token.', 'tokenRejected'],
	[401, 999, 'Something else.', 'tokenRejected'],
	[400, 1010, 'User does not belong to this account: abc.', 'otherAccount'],
	[404, 404, 'Registration has not been enabled for this meeting: 85746065432.', 'registrationOff'],
	[400, 300, 'Registration has not been enabled for this meeting: 85746065432.', 'registrationOff'],
	[
		400,
		3000,
		'Registration has not been enabled for this meeting: 85746065432.',
		'registrationOff',
	],
	[400, 300, 'This meeting has not registration required: 544993922', 'registrationOff'],
	[400, 3000, 'This meeting does not have registration as required: 1.', 'registrationOff'],
	[400, 3000, "This meeting doesn't have registration required: 1.", 'registrationOff'],
	[400, 200, 'Only available for paid users: abc.', 'planMissing'],
	[200, 200, 'Webinar plan is missing.', 'planMissing'],
	[400, 200, 'You must subscribe to the webinar plan.', 'planMissing'],
	[400, 200, 'No permission.', 'noPermission'],
	[400, 300, 'Request Body should be a valid JSON object.', 'badRequest'],
	[400, 300, 'The next page token is invalid or expired.', 'pageTokenExpired'],
	[400, 300, 'Invalid parameter: `occurrence_id`.', 'occurrenceUnknown'],
	[
		400,
		300,
		'The value that you entered for the Registrant ID field is invalid.',
		'registrantUnknown',
	],
	[
		400,
		300,
		'The value that you entered in the `schedule_for` field is invalid.',
		'schedulingRefused',
	],
	[400, 300, 'Validation Failed.', 'badValue'],
	[400, 300, 'Invalid meeting id.', 'badValue'],
	[400, 300, '', 'badValue'],
	[404, 1001, 'Meeting does not exist: 1.', 'eventUnknown'],
	[404, 1001, 'User does not exist: x.', 'userUnknown'],
	[400, 1120, 'A valid invitation was not found for this user.', 'userUnknown'],
	[400, 2300, 'This API endpoint is not recognized.', 'addressUnknown'],
	[403, 2306, 'Not allowed to view meetings scheduled for others.', 'eventsHidden'],
	[400, 3000, 'Cannot access webinar info.', 'otherKind'],
	[400, 3000, 'Cannot access webinar information.', 'otherKind'],
	[
		400,
		3000,
		"Users in 'example.com' have been blocked from joining meetings and webinars.",
		'domainBlocked',
	],
	[400, 3000, 'Cannot access meeting info.', 'eventRefused'],
	[400, 3000, 'The Zoom REST API does not support paid registration.', 'eventRefused'],
	[404, 3001, 'Meeting does not exist: 1.', 'eventUnknown'],
	[400, 3018, 'Not allowed to delete PMI.', 'personalRoom'],
	[400, 3037, 'Not allowed to delete PAC.', 'personalRoom'],
	[400, 3027, 'Host can not register', 'hostRegisters'],
	[400, 3034, 'If you have been invited, please input your work email address.', 'workEmailNeeded'],
	[400, 3035, 'Webinar has reached maximum attendee capacity.', 'full'],
	[400, 3043, 'Meeting has reached maximum attendee capacity.', 'full'],
	[400, 3038, 'Meeting is over, you can not register now.', 'over'],
	[400, 3063, "Can not end on-premise user's meeting: 1.", 'onPremise'],
	[400, 3079, 'This registrant does not exist: x.', 'registrantUnknown'],
	[
		400,
		3161,
		'Your user account is not allowed meeting hosting and scheduling capabilities.',
		'hostNotAllowed',
	],
	[
		429,
		429,
		'You have exceeded the daily rate limit (100) of Meeting Create/Update API requests permitted for this particular user. You may resume these requests at GMT 00:00:00.',
		'hostDailyLimit',
	],
	[
		429,
		429,
		'You have exceeded the daily rate limit of (3) for Add meeting registrant API requests for the registrant (x@y). You can resume these API requests at GMT 00:00:00.',
		'personDailyLimit',
	],
	[429, 429, 'You have reached the maximum daily rate limit for this API.', 'dailyLimit'],
	[429, 429, 'You may resume these requests at GMT 00:00:00.', 'dailyLimit'],
	[
		429,
		4001,
		'You have reached the maximum per-second rate limit for this API. Try again later.',
		'perSecondLimit',
	],
	[429, undefined, '', 'perSecondLimit'],
	[404, undefined, 'Not Found', 'notFound'],
	[404, 404, 'Meeting Poll not found', 'notFound'],
	[413, undefined, '', 'tooLarge'],
	[400, 99999, 'Something new.', 'refused'],
	[302, undefined, '', 'notZoom'],
	[499, undefined, '', 'refused'],
	[500, undefined, '', 'zoomDown'],
	[503, 99999, 'Service unavailable', 'zoomDown'],
	[400, 12702, 'Can not access a meeting a year ago.', 'tooOld'],
];

const ask = (status: number, code: number | undefined, message: string, headers = {}) =>
	classify({ status, code, message, headers }, get);

it.each(ANSWERS)('HTTP %p, code %p, %p is %s', (status, code, message, kind) => {
	expect(ask(status, code, message).kind).toBe(kind);
});

it.each([
	[addRegistrants, 400, 303, 'The API only supports scheduled meetings.', 'batchUnsupported'],
	[getPast, 400, 300, 'Cannot access meeting information.', 'notYetOver'],
	[listRegistrants, 404, 404, "L'inscription n'a pas été activée.", 'registrationOff'],
	[addRegistrant, 404, 404, 'この会議では登録が有効になっていません', 'registrationOff'],
	// Not what is told of a meeting, or of one of its registrants.
	[get, 404, 404, 'Introuvable', 'notFound'],
	[removeRegistrant, 404, 404, 'Introuvable', 'notFound'],
	[get, 400, 303, 'Something else.', 'refused'],
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

it.each(['nondailyish', 'Too many concurrent requests. Please resume later.'])(
	'takes %p for a limit per second',
	(message) => {
		expect(ask(429, 429, message).kind).toBe('perSecondLimit');
	},
);

it('has an answer of Zoom here for each of its rows', () => {
	const kinds = new Set([...ANSWERS.map(([, , , kind]) => kind), 'batchUnsupported', 'notYetOver']);
	expect(REFUSALS.map(({ kind }) => kind).filter((kind) => !kinds.has(kind))).toEqual([]);
});

it('says what to do in every hint, in a sentence that is not the title', () => {
	for (const { title, hint } of REFUSALS) {
		expect(hint).toMatch(/^[A-Z"].*[.]$/);
		expect(hint.length).toBeGreaterThan(15);
		expect(hint).not.toBe(title);
		// n8n's guidelines for error texts: https://docs.n8n.io/integrations/creating-nodes/build/reference/ux-guidelines/
		expect(title).not.toMatch(/\b(error|problem|failure|failed|mistake)\b/i);
	}
});

it.each([
	['person', [400, 3027, 'Host can not register']],
	['person', [400, 3000, "Users in 'example.com' have been blocked from joining meetings."]],
	['person', [400, 3043, 'Meeting has reached maximum attendee capacity.']],
	['person', [429, 429, 'daily rate limit of (3) for the registrant (x@y)']],
	['item', [400, 300, 'Validation Failed.']],
	['item', [403, undefined, '']],
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
