import type { IDataObject } from 'n8n-workflow';
import { QUESTION_STATES, STANDARD_QUESTIONS, WEEKDAYS, WEEKS } from '../../nodes/Zoom/api/choices';
import { locator } from '../unit/support/fakeN8n';

const meetingId = locator('id', '85746065432');
const recordedEventId = locator('id', '4444AAAiAAAAAiAiAiiAii==');
export const occurrenceId = '1648194360000';
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
 * Ways to repeat, each of Zoom's choices among them, with the longest intervals in days and months. Weekly ones have a single day here, as in
 * Zoom's types; lists of days are what Zoom's reference tells in words.
 */
const recurrences = (days: number, months: number): IDataObject[] => [
	{ repeats: 1, times },
	{ repeats: 1, interval: days, ends: 'by', until: '2027-03-05T10:00:00' },
	...WEEKDAYS.map(({ value }) => ({ repeats: 2, weekdays: [value], times })),
	{ repeats: 3, interval: months, monthlyBy: 'dayOfMonth', dayOfMonth: 31, times: 60 },
	...WEEKS.flatMap(({ value: week }) =>
		WEEKDAYS.map(({ value: weekday }) => ({
			repeats: 3,
			monthlyBy: 'dayOfWeek',
			week,
			weekday,
			times,
		})),
	),
];

/** What Zoom's kinds of event have in common, under the names of one of them. */
function ofEvents(
	label: 'Meeting' | 'Webinar',
	series: IDataObject[],
	customQuestions: IDataObject[],
): OperationContract[] {
	const resource = label.toLowerCase();
	const root = `${resource}s`;
	const type = (name: string) => `${label}s${name}`;
	const eventId = { [`${resource}Id`]: locator('id', '85746065432') };
	const groups = GROUPS[label];
	const of = (operation: string, more: Partial<OperationContract>): OperationContract => ({
		resource,
		operation,
		parameters: eventId,
		collections: [],
		endpoint: `GET /${root}/{}`,
		...more,
	});
	return [
		of('create', {
			parameters: {
				topic: 'T',
				startTime: '2027-03-05T10:00:00',
				timezone: 'Europe/Berlin',
				additionalFields: { duration: 30 },
			},
			collections: ['additionalFields', ...groups],
			wholes: { recurrence: series.map((rule) => ({ rule })) },
			endpoint: `POST /users/{}/${root}`,
			body: type(`Create${label}RequestBody`),
		}),
		of('delete', {
			parameters: { ...eventId, occurrenceId },
			collections: ['additionalFields'],
			endpoint: `DELETE /${root}/{}`,
			query: type(`Delete${label}QueryParams`),
		}),
		of('end', {
			endpoint: `PUT /${root}/{}/status`,
			body: type(`Update${label}StatusRequestBody`),
		}),
		of('get', { collections: ['additionalFields'], query: type(`Get${label}QueryParams`) }),
		of('getAll', {
			parameters: { limit: 7 },
			collections: ['filters'],
			endpoint: `GET /users/{}/${root}`,
			query: type(`List${label}sQueryParams`),
		}),
		of('getRegistrationForm', { endpoint: `GET /${root}/{}/registrants/questions` }),
		of('getRegistrationLink', {}),
		of('update', {
			collections: ['updateFields', ...groups],
			wholes: { recurrence: series.map((rule) => ({ rule })) },
			endpoint: `PATCH /${root}/{}`,
			body: type(`Update${label}RequestBody`),
			query: type(`Update${label}QueryParams`),
		}),
		of('updateRegistrationForm', {
			parameters: { ...eventId, removedQuestions: 'Old question' },
			wholes: {
				standardQuestions: STANDARD_QUESTIONS.flatMap(({ value: question }) =>
					QUESTION_STATES.map(({ value: state }) => ({ question: [{ question, state }] })),
				),
				customQuestions: customQuestions.map((question) => ({ question: [question] })),
			},
			endpoint: `PATCH /${root}/{}/registrants/questions`,
			body: type('UpdateRegistrationQuestionsRequestBody'),
		}),
	];
}

/** What Zoom has of events that are over, under the names of one kind. */
function ofPastEvents(
	label: 'Meeting' | 'Webinar',
	details: string,
	participants: string,
): OperationContract[] {
	const name = label.toLowerCase();
	const past = `GET /past_${name}s/{}`;
	const of = (
		operation: string,
		endpoint: string,
		more: Partial<OperationContract> = {},
	): OperationContract => ({
		resource: `past${label}`,
		operation,
		parameters: { [`${name}Id`]: locator('id', '85746065432'), limit: 7 },
		collections: [],
		endpoint,
		...more,
	});
	return [
		of('get', details),
		of('getAll', `${past}/instances`),
		of('getAttendance', `GET /report/${name}s/{}/participants`, {
			collections: ['additionalFields'],
			query: `ReportsGet${label}ParticipantReportsQueryParams`,
		}),
		of('getParticipants', `${past}/participants`, { query: `${participants}QueryParams` }),
		of('getPollResults', `${past}/polls`),
		of('getQuestionsAndAnswers', `${past}/qa`),
	];
}

const COMMON_GROUPS = [
	'registrationSettings',
	'emails',
	'settings',
	'security',
	'videoAndAudio',
	'questionsAndAnswers',
	'interpretation',
];

/** The collections that hold an event's settings. */
const GROUPS = {
	Meeting: [...COMMON_GROUPS, 'recording', 'aiCompanion'],
	Webinar: [...COMMON_GROUPS, 'simulive'],
};

const webinarId = locator('id', '85746065432');
const SHORT = { title: 'Why?', type: 'short', required: true };
const choice = (type: string) => ({ title: 'Which?', type, answers: 'This\nThat' });

/** The people who register for a kind of event. */
function ofRegistrants(
	kind: 'meeting' | 'webinar',
	wholes: Record<string, unknown[]> = {},
): OperationContract[] {
	const label = kind === 'meeting' ? 'Meeting' : 'Webinar';
	const event = { [`${kind}Id`]: meetingId };
	const person = {
		...event,
		registrantFrom: 'define',
		email: 'ann@example.com',
		firstName: 'Ann',
		lastName: 'Lee',
	};
	const resource = `${kind}Registrant`;
	const path = `/${kind}s/{}/registrants`;
	const add = `${label}sAdd${label}Registrant`;
	const status = `${label}sUpdateRegistrantsStatus`;
	return [
		{
			resource,
			operation: 'add',
			parameters: person,
			collections: ['additionalFields'],
			endpoint: `POST ${path}`,
			body: `${add}RequestBody`,
			query: `${add}QueryParams`,
		},
		{
			resource,
			operation: 'addMany',
			parameters: person,
			further: [{ email: 'ben@example.com', firstName: 'Ben', lastName: '' }],
			collections: ['additionalFields'],
			wholes,
			endpoint: `POST /${kind}s/{}/batch_registrants`,
			body: `${label}sPerformBatchRegistrationRequestBody`,
		},
		...['approve', 'cancel', 'deny'].map((operation) => ({
			resource,
			operation,
			parameters: { ...event, registrant, occurrenceId },
			collections: [],
			endpoint: `PUT ${path}/status`,
			body: `${status}RequestBody`,
			query: `${status}QueryParams`,
		})),
		{
			resource,
			operation: 'delete',
			parameters: { ...event, registrant, occurrenceId },
			collections: [],
			endpoint: `DELETE ${path}/{}`,
			query: `${label}sDelete${label}RegistrantQueryParams`,
		},
		{
			resource,
			operation: 'get',
			parameters: { ...event, registrant, occurrenceId },
			collections: [],
			endpoint: `GET ${path}/{}`,
			...(kind === 'webinar' && { query: `${label}sGet${label}RegistrantQueryParams` }),
		},
		{
			resource,
			operation: 'getAll',
			parameters: { ...event, limit: 7 },
			collections: ['filters'],
			endpoint: `GET ${path}`,
			query: `${label}sList${label}RegistrantsQueryParams`,
		},
	];
}

/** Every operation; `npm test -- completeness` says where one is missing. */
export const OPERATIONS: OperationContract[] = [
	...ofEvents('Meeting', recurrences(99, 10), [SHORT, choice('single')]),
	...ofEvents('Webinar', recurrences(90, 3), [
		SHORT,
		...['single_radio', 'single_dropdown', 'multiple'].map(choice),
	]),
	{
		resource: 'meeting',
		operation: 'getInvitation',
		parameters: { meetingId },
		collections: [],
		endpoint: 'GET /meetings/{}/invitation',
	},
	{
		resource: 'webinar',
		operation: 'getTrackingSources',
		parameters: { webinarId },
		collections: [],
		endpoint: 'GET /webinars/{}/tracking_sources',
	},
	{
		resource: 'panelist',
		operation: 'add',
		parameters: {
			webinarId,
			panelistFrom: 'define',
			email: 'ann@example.com',
			name: 'Ann Lee',
		},
		collections: ['additionalFields'],
		endpoint: 'POST /webinars/{}/panelists',
		body: 'WebinarsAddPanelistsRequestBody',
	},
	{
		resource: 'panelist',
		operation: 'addMany',
		parameters: {
			webinarId,
			panelistFrom: 'define',
			email: 'ann@example.com',
			name: 'Ann Lee',
		},
		further: [{ email: 'ben@example.com', name: 'Ben' }],
		collections: ['additionalFields'],
		endpoint: 'POST /webinars/{}/panelists',
		body: 'WebinarsAddPanelistsRequestBody',
	},
	{
		resource: 'panelist',
		operation: 'getAll',
		parameters: { webinarId, limit: 7 },
		collections: [],
		endpoint: 'GET /webinars/{}/panelists',
	},
	{
		resource: 'panelist',
		operation: 'remove',
		parameters: { webinarId, panelist: locator('email', 'ann@example.com') },
		collections: [],
		endpoint: 'DELETE /webinars/{}/panelists/{}',
	},
	{
		resource: 'panelist',
		operation: 'removeAll',
		parameters: { webinarId },
		collections: [],
		endpoint: 'DELETE /webinars/{}/panelists',
	},
	...ofPastEvents('Meeting', 'GET /past_meetings/{}', 'MeetingsGetPastMeetingParticipants'),
	...ofPastEvents('Webinar', 'GET /report/webinars/{}', 'WebinarsListWebinarParticipants'),
	{
		resource: 'pastWebinar',
		operation: 'getAbsentees',
		parameters: { webinarId: locator('id', '85746065432'), limit: 7 },
		collections: [],
		endpoint: 'GET /past_webinars/{}/absentees',
		query: 'WebinarsGetWebinarAbsenteesQueryParams',
	},
	{
		resource: 'recording',
		operation: 'delete',
		parameters: { recordedEventId },
		collections: [],
		wholes: { deletion: ['trash', 'delete'] },
		endpoint: 'DELETE /meetings/{}/recordings',
		query: 'CloudRecordingDeleteMeetingOrWebinarRecordingsQueryParams',
	},
	{
		resource: 'recording',
		operation: 'download',
		parameters: { recordedEventId },
		collections: ['additionalFields'],
		endpoint: 'GET /meetings/{}/recordings',
		query: 'CloudRecordingGetMeetingRecordingsQueryParams',
	},
	{
		resource: 'recording',
		operation: 'get',
		parameters: { recordedEventId },
		collections: [],
		endpoint: 'GET /meetings/{}/recordings',
	},
	{
		resource: 'recording',
		operation: 'getAll',
		parameters: { limit: 7 },
		collections: ['filters'],
		endpoint: 'GET /users/{}/recordings',
		query: 'CloudRecordingListAllRecordingsQueryParams',
	},
	{
		resource: 'recording',
		operation: 'getTranscript',
		parameters: { recordedEventId },
		collections: [],
		endpoint: 'GET /meetings/{}/transcript',
	},
	{
		resource: 'recording',
		operation: 'recover',
		parameters: { recordedEventId },
		collections: [],
		endpoint: 'PUT /meetings/{}/recordings/status',
		body: 'CloudRecordingRecoverMeetingRecordingsRequestBody',
	},
	{
		resource: 'meetingSummary',
		operation: 'get',
		parameters: { recordedEventId },
		collections: [],
		endpoint: 'GET /meetings/{}/meeting_summary',
	},
	{
		resource: 'meetingSummary',
		operation: 'getAll',
		parameters: { limit: 7 },
		collections: ['filters'],
		endpoint: 'GET /meetings/meeting_summaries',
		query: 'MeetingsListAccountsMeetingOrWebinarSummariesQueryParams',
	},
	...ofRegistrants('meeting', { confirmationEmail: [true, false] }),
	...ofRegistrants('webinar'),
];

/**
 * In Zoom's reference or changelog and not in the types of its SDK, or only in those of Update:
 * https://developers.zoom.us/docs/api/meetings/#tag/webinars/POST/users/{userId}/webinars
 */
export const ONLY_IN_REFERENCE = [
	'sensitivity_label_downgrade_reason',
	'sensitivity_label_id',
	'settings.additional_data_center_regions',
	'settings.allow_participants_to_transcribe_meetings_with_my_notes',
	'settings.auto_start_deepfake_detection',
	'settings.host_pause_stop_recording',
	'settings.registrants_confirmation_email',
	'settings.request_permission_to_unmute_participants',
	'settings.show_join_info',
	'settings.support_participants_receive_summary',
];

/** The same of a choice. */
export const CHOICE_ONLY_IN_REFERENCE = {
	to: 'settings.waiting_room_options.who_goes_to_waiting_room',
	value: 'users_not_in_org',
};
