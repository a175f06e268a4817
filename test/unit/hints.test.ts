import { hintFor } from '../../nodes/Zoom/transport/hints';

const TOKEN = 'Zoom does not accept the token of this credential';
const SCOPE = 'The Zoom app lacks a scope for this operation';
const NO_REGISTRATION = 'This meeting takes no registrations';
const PLAN = 'The Zoom plan of this host does not include this';
const PERMISSION = 'Zoom gives no permission for this';
const NOT_ACCEPTED = 'Zoom does not accept the request';
const UNKNOWN_MEETING = 'Zoom does not know this meeting';
const UNKNOWN_USER = 'Zoom does not know this user';
const UNKNOWN_REGISTRANT = 'Zoom does not know this registrant';
const REFUSED = 'Zoom refuses this for the meeting';
const FULL = 'The meeting is full';
const PMI = 'A personal meeting room can not be deleted';
const PER_PERSON = "Zoom's daily limit for this person is used up";
const PER_ACCOUNT = "Zoom's daily limit for this account is used up";
const PER_HOST = "The host's daily limit of 100 created or updated meetings is used up";
const PER_SECOND = "Zoom's limit of requests per second is reached";
const FALLBACK = 'Zoom refuses the request';
const DOWN = 'Zoom is having trouble';

/** Zoom's own texts, as its reference and people who measured them have them. */
const ANSWERS: Array<[status: number, code: number | undefined, message: string, title: string]> = [
	[400, 4711, 'Invalid access token, does not contain scopes:[meeting:write:registrant].', SCOPE],
	[401, 4700, 'Invalid access token, does not contain scopes:[meeting:write].', SCOPE],
	[403, 201, 'Invalid access token, does not contain scopes:[user:read].', SCOPE],
	[401, 124, 'Invalid access token.', TOKEN],
	[401, 124, 'Access token is expired.', TOKEN],
	[401, 4700, 'Token cannot be empty.', TOKEN],
	// Zoom's reference of GET /users gives 124 with HTTP 400.
	[400, 124, 'Access token is expired. Invalid access token.', TOKEN],
	[401, 999, 'Something else.', FALLBACK],
	[
		400,
		1010,
		'User does not belong to this account: abc.',
		'This user belongs to another Zoom account',
	],
	[404, 404, 'Registration has not been enabled for this meeting: 85746065432.', NO_REGISTRATION],
	[400, 300, 'Registration has not been enabled for this meeting: 85746065432.', NO_REGISTRATION],
	[400, 3000, 'Registration has not been enabled for this meeting: 85746065432.', NO_REGISTRATION],
	[400, 300, 'This meeting has not registration required: 544993922', NO_REGISTRATION],
	[400, 3000, 'This meeting does not have registration as required: 1.', NO_REGISTRATION],
	[400, 3000, "This meeting doesn't have registration required: 1.", NO_REGISTRATION],
	[400, 200, 'Only available for paid users: abc.', PLAN],
	[200, 200, 'Webinar plan is missing.', PLAN],
	[400, 200, 'You must subscribe to the webinar plan.', PLAN],
	[400, 200, 'No permission.', PERMISSION],
	[
		400,
		300,
		'Request Body should be a valid JSON object.',
		'Zoom could not read the data of the request',
	],
	[400, 300, 'The next page token is invalid or expired.', 'The list took too long to read'],
	[
		400,
		300,
		'Invalid parameter: `occurrence_id`.',
		'Zoom does not know this occurrence of the meeting',
	],
	[
		400,
		300,
		'The value that you entered for the Registrant ID field is invalid.',
		UNKNOWN_REGISTRANT,
	],
	[
		400,
		300,
		'The value that you entered in the `schedule_for` field is invalid.',
		'Zoom does not let this user schedule for the chosen one',
	],
	[400, 300, 'Validation Failed.', 'Zoom does not accept a value'],
	[400, 300, 'Invalid meeting id.', NOT_ACCEPTED],
	[400, 300, '', NOT_ACCEPTED],
	[404, 1001, 'Meeting does not exist: 1.', UNKNOWN_MEETING],
	[404, 1001, 'User does not exist: x.', UNKNOWN_USER],
	[400, 1120, 'A valid invitation was not found for this user.', UNKNOWN_USER],
	[400, 2300, 'This API endpoint is not recognized.', 'Zoom does not know this address of its API'],
	[
		403,
		2306,
		'Not allowed to view meetings scheduled for others.',
		'Zoom does not show the meetings of other users here',
	],
	[400, 3000, 'Cannot access webinar info.', 'This is the ID of a webinar, not of a meeting'],
	[
		400,
		3000,
		'Cannot access webinar information.',
		'This is the ID of a webinar, not of a meeting',
	],
	[
		400,
		3000,
		"Users in 'example.com' have been blocked from joining meetings and webinars.",
		'Zoom blocks people of this email domain',
	],
	[400, 3000, 'Cannot access meeting info.', REFUSED],
	[400, 3000, 'The Zoom REST API does not support paid registration.', REFUSED],
	[404, 3001, 'Meeting does not exist: 1.', UNKNOWN_MEETING],
	[400, 3018, 'Not allowed to delete PMI.', PMI],
	[400, 3037, 'Not allowed to delete PAC.', PMI],
	[400, 3027, 'Host can not register', 'The host of a meeting can not register for it'],
	[
		400,
		3034,
		'If you have been invited, please input your work email address.',
		'Zoom asks for a work email address here',
	],
	[400, 3035, 'Webinar has reached maximum attendee capacity.', FULL],
	[400, 3043, 'Meeting has reached maximum attendee capacity.', FULL],
	[
		400,
		3038,
		'Meeting is over, you can not register now.',
		'The meeting is over and takes no more registrations',
	],
	[
		400,
		3063,
		"Can not end on-premise user's meeting: 1.",
		"A meeting on the company's own Zoom servers can not be ended from outside",
	],
	[400, 3079, 'This registrant does not exist: x.', UNKNOWN_REGISTRANT],
	[
		400,
		3161,
		'Your user account is not allowed meeting hosting and scheduling capabilities.',
		'This user may not host or schedule meetings',
	],
	[
		429,
		429,
		'You have exceeded the daily rate limit (100) of Meeting Create/Update API requests permitted for this particular user. You may resume these requests at GMT 00:00:00.',
		PER_HOST,
	],
	[
		429,
		429,
		'You have exceeded the daily rate limit of (3) for Add meeting registrant API requests for the registrant (x@y). You can resume these API requests at GMT 00:00:00.',
		PER_PERSON,
	],
	[429, 429, 'You have reached the maximum daily rate limit for this API.', PER_ACCOUNT],
	[429, 429, 'You may resume these requests at GMT 00:00:00.', PER_ACCOUNT],
	[
		429,
		4001,
		'You have reached the maximum per-second rate limit for this API. Try again later.',
		PER_SECOND,
	],
	[429, undefined, '', PER_SECOND],
	[404, undefined, 'Not Found', 'Zoom does not know what was asked for'],
	[404, 404, 'Meeting Poll not found', 'Zoom does not know what was asked for'],
	[413, undefined, '', 'The request is too large for Zoom'],
	[400, 99999, 'Something new.', FALLBACK],
	[302, undefined, '', "This is not an answer of Zoom's API"],
	[499, undefined, '', FALLBACK],
	[500, undefined, '', DOWN],
	[503, 99999, 'Service unavailable', DOWN],
];

describe('hintFor', () => {
	it.each(ANSWERS)('HTTP %p, code %p, %p: %s', (status, code, message, title) => {
		const found = hintFor(status, code, message);
		expect(found).toEqual({ title, hint: expect.any(String) });
		expect(found.hint.length).toBeGreaterThan(15);
	});

	it('says what to do in every hint, in a sentence that is not the title', () => {
		const said = ANSWERS.map(([status, code, message]) => hintFor(status, code, message));
		for (const { title, hint } of said) {
			expect(hint).toMatch(/^[A-Z"].*[.]$/);
			expect(hint).not.toBe(title);
			// n8n's guidelines for error texts: https://docs.n8n.io/integrations/creating-nodes/build/reference/ux-guidelines/
			expect(title).not.toMatch(/\b(error|problem|failure|failed|mistake)\b/i);
		}
	});

	it.each([
		[
			404,
			404,
			'Registration has not been enabled for this meeting: 1.',
			'Meeting → Update → Registration',
		],
		[400, 4711, 'does not contain scopes:[x]', 'Manage → your app → Scopes'],
		[400, 300, 'The next page token is invalid or expired.', '15 minutes'],
		[429, 429, 'daily rate limit (100) of Meeting Create/Update', '00:00 UTC'],
		[429, 429, 'for the registrant (x)', '3 registrations a day'],
		[404, 3001, 'Meeting does not exist: 1.', 'deleted, expired 30 days after its last use'],
		[400, 300, 'Validation Failed.', 'fields named below'],
	])('HTTP %p, code %p, %p: names %p', (status, code, message, part) => {
		expect(hintFor(status, code, message).hint).toContain(part);
	});

	it.each([
		[
			'does not contain scopes:[meeting:write:registrant, meeting:write:registrant:admin].',
			'meeting:write:registrant:admin',
		],
		['does not contain scopes:[a:admin,b:admin, c].', 'a:admin or b:admin'],
		['does not contain scopes:[a:admin:x, b].', 'a:admin:x or b'],
		['does not contain scopes:[].', 'the scope named below'],
		['does not contain scopes', 'the scope named below'],
	])('tells which scope to add, in the form that this kind of app takes: %p', (message, scopes) => {
		expect(hintFor(400, 4711, message).hint).toBe(
			`Add ${scopes} to the app: Zoom App Marketplace → Manage → your app → Scopes. Save, and activate the app again if Zoom asks. The next run uses it.`,
		);
	});
});
