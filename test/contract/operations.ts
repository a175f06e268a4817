import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { QUESTION_STATES, STANDARD_QUESTIONS, WEEKDAYS, WEEKS } from '../../nodes/Zoom/api/choices';
import { locator } from '../unit/support/fakeN8n';

const meetingId = locator('id', '85746065432');
const occurrenceId = '1648194360000';
const registrant = locator('id', '9tboDiHUQAeOnbmudzWa5g');

/** One operation of the node, and Zoom's names for what it sends. */
export interface OperationContract {
	resource: string;
	operation: string;
	/** All that can be filled in. Collections that `fill` can fill are filled by it. */
	parameters: IDataObject;
	/** Further input items, each with parameters of its own. */
	further?: IDataObject[];
	/** Collections of the operation's fields, to be filled in every way. */
	collections: string[];
	/** Parameters whose parts depend on each other, with what they can hold. */
	wholes?: Record<string, unknown[]>;
	endpoint: string;
	/** Names of types in @zoom/rivet/meetings. */
	body?: string;
	query?: string;
}

const times = 10;
/**
 * Ways to repeat, each of Zoom's choices among them. Weekly ones have a single day here, as in
 * Zoom's types; lists of days are what Zoom's reference tells in words.
 */
const RECURRENCES: IDataObject[] = [
	{ repeats: 1, times },
	{ repeats: 1, interval: 99, until: '2027-03-05T10:00:00' },
	...WEEKDAYS.map(({ value }) => ({ repeats: 2, weekdays: [value], times })),
	{ repeats: 3, interval: 10, dayOfMonth: 31, times: 60 },
	...WEEKS.flatMap(({ value: week }) =>
		WEEKDAYS.map(({ value: weekday }) => ({ repeats: 3, week, weekday, times })),
	),
];

/** Every operation; `npm test -- completeness` says where one is missing. */
export const OPERATIONS: OperationContract[] = [
	{
		resource: 'meeting',
		operation: 'create',
		parameters: {
			topic: 'T',
			startTime: '2027-03-05T10:00:00',
			additionalFields: { duration: 30 },
		},
		collections: ['additionalFields', 'settings'],
		wholes: { recurrence: RECURRENCES },
		endpoint: 'POST /users/{}/meetings',
		body: 'MeetingsCreateMeetingRequestBody',
	},
	{
		resource: 'meeting',
		operation: 'delete',
		parameters: { meetingId, occurrenceId },
		collections: ['additionalFields'],
		endpoint: 'DELETE /meetings/{}',
		query: 'MeetingsDeleteMeetingQueryParams',
	},
	{
		resource: 'meeting',
		operation: 'end',
		parameters: { meetingId },
		collections: [],
		endpoint: 'PUT /meetings/{}/status',
		body: 'MeetingsUpdateMeetingStatusRequestBody',
	},
	{
		resource: 'meeting',
		operation: 'get',
		parameters: { meetingId },
		collections: ['additionalFields'],
		endpoint: 'GET /meetings/{}',
		query: 'MeetingsGetMeetingQueryParams',
	},
	{
		resource: 'meeting',
		operation: 'getAll',
		parameters: { limit: 7 },
		collections: ['filters'],
		endpoint: 'GET /users/{}/meetings',
		query: 'MeetingsListMeetingsQueryParams',
	},
	{
		resource: 'meeting',
		operation: 'getInvitation',
		parameters: { meetingId },
		collections: [],
		endpoint: 'GET /meetings/{}/invitation',
	},
	{
		resource: 'meeting',
		operation: 'getRegistrationLink',
		parameters: { meetingId },
		collections: [],
		endpoint: 'GET /meetings/{}',
	},
	{
		resource: 'meeting',
		operation: 'update',
		parameters: { meetingId },
		collections: ['settings', 'updateFields'],
		wholes: { recurrence: RECURRENCES },
		endpoint: 'PATCH /meetings/{}',
		body: 'MeetingsUpdateMeetingRequestBody',
		query: 'MeetingsUpdateMeetingQueryParams',
	},
	{
		resource: 'pastMeeting',
		operation: 'get',
		parameters: { meetingId },
		collections: [],
		endpoint: 'GET /past_meetings/{}',
	},
	{
		resource: 'pastMeeting',
		operation: 'getParticipants',
		parameters: { meetingId, limit: 7 },
		collections: [],
		endpoint: 'GET /past_meetings/{}/participants',
		query: 'MeetingsGetPastMeetingParticipantsQueryParams',
	},
	{
		resource: 'meetingRegistrant',
		operation: 'add',
		parameters: { meetingId, email: 'ann@example.com', firstName: 'Ann', lastName: 'Lee' },
		collections: ['additionalFields'],
		endpoint: 'POST /meetings/{}/registrants',
		body: 'MeetingsAddMeetingRegistrantRequestBody',
		query: 'MeetingsAddMeetingRegistrantQueryParams',
	},
	{
		resource: 'meetingRegistrant',
		operation: 'addMany',
		parameters: { meetingId, email: 'ann@example.com', firstName: 'Ann', lastName: 'Lee' },
		further: [{ email: 'ben@example.com', firstName: 'Ben', lastName: '' }],
		collections: ['additionalFields'],
		wholes: { confirmationEmail: [true, false] },
		endpoint: 'POST /meetings/{}/batch_registrants',
		body: 'MeetingsPerformBatchRegistrationRequestBody',
	},
	...['approve', 'cancel', 'deny'].map((operation) => ({
		resource: 'meetingRegistrant',
		operation,
		parameters: { meetingId, registrant, occurrenceId },
		collections: [],
		endpoint: 'PUT /meetings/{}/registrants/status',
		body: 'MeetingsUpdateRegistrantsStatusRequestBody',
		query: 'MeetingsUpdateRegistrantsStatusQueryParams',
	})),
	{
		resource: 'meetingRegistrant',
		operation: 'delete',
		parameters: { meetingId, registrant, occurrenceId },
		collections: [],
		endpoint: 'DELETE /meetings/{}/registrants/{}',
		query: 'MeetingsDeleteMeetingRegistrantQueryParams',
	},
	{
		resource: 'meetingRegistrant',
		operation: 'get',
		parameters: { meetingId, registrant },
		collections: [],
		endpoint: 'GET /meetings/{}/registrants/{}',
	},
	{
		resource: 'meetingRegistrant',
		operation: 'getAll',
		parameters: { meetingId, limit: 7 },
		collections: ['filters'],
		endpoint: 'GET /meetings/{}/registrants',
		query: 'MeetingsListMeetingRegistrantsQueryParams',
	},
	{
		resource: 'meeting',
		operation: 'getRegistrationForm',
		parameters: { meetingId },
		collections: [],
		endpoint: 'GET /meetings/{}/registrants/questions',
	},
	{
		resource: 'meeting',
		operation: 'updateRegistrationForm',
		parameters: { meetingId, removedQuestions: 'Old question' },
		collections: [],
		wholes: {
			standardQuestions: STANDARD_QUESTIONS.flatMap(({ value: question }) =>
				QUESTION_STATES.map(({ value: state }) => ({ question: [{ question, state }] })),
			),
			customQuestions: [
				{ question: [{ title: 'Why?', type: 'short', required: true }] },
				{ question: [{ title: 'Which?', type: 'single', answers: 'This\nThat' }] },
			],
		},
		endpoint: 'PATCH /meetings/{}/registrants/questions',
		body: 'MeetingsUpdateRegistrationQuestionsRequestBody',
	},
];

/** Values for fields whose property does not tell what they take. */
const SPECIAL: Record<string, unknown> = {
	contactEmail: 'ann@example.com',
	customQuestions: { question: [{ title: 'Why?', value: 'Because' }] },
	from: '2027-03-05T00:00:00',
	meetingInvitees: 'ann@example.com, ben@example.com',
	occurrenceId,
	occurrenceIds: `${occurrenceId}, 1648799160000`,
	otherFields: '{"recurrence":{"type":1,"end_times":3}}',
	customQuestionsJson: '{"How?":"By train"}',
	globalDialInCountries: 'US, Germany',
	startTime: '2027-03-05T10:00:00',
	timezone: 'Europe/Berlin',
	to: '2027-03-06T00:00:00',
	trackingFields: { trackingField: [{ field: 'Team', value: 'Sales' }] },
};

/** Every value that a field of the panel can have in a test: each choice, both switches, bounds. */
export function valuesOf({ name, type, options, typeOptions }: INodeProperties): unknown[] {
	if (name in SPECIAL) return [SPECIAL[name]];
	if (type === 'boolean') return [true, false];
	if (type === 'number') return [typeOptions?.minValue ?? 0, typeOptions?.maxValue ?? 9];
	if (type === 'options') return (options ?? []).map((option) => 'value' in option && option.value);
	return ['abc'];
}
