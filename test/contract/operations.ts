import type { IDataObject, INodeProperties } from 'n8n-workflow';
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
	/** Collections of the operation's fields, to be filled in every way. */
	collections: string[];
	endpoint: string;
	/** Names of types in @zoom/rivet/meetings. */
	body?: string;
	query?: string;
}

/** Every operation: a test says so where one is missing. */
export const OPERATIONS: OperationContract[] = [
	{
		resource: 'meeting',
		operation: 'create',
		parameters: { topic: 'T', startTime: '2027-03-05T10:00:00', duration: 30 },
		collections: ['additionalFields', 'settings'],
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
		operation: 'update',
		parameters: { meetingId },
		collections: ['updateFields', 'settings'],
		endpoint: 'PATCH /meetings/{}',
		body: 'MeetingsUpdateMeetingRequestBody',
		query: 'MeetingsUpdateMeetingQueryParams',
	},
	{
		resource: 'registrant',
		operation: 'add',
		parameters: { meetingId, email: 'ann@example.com', firstName: 'Ann', lastName: 'Lee' },
		collections: ['additionalFields'],
		endpoint: 'POST /meetings/{}/registrants',
		body: 'MeetingsAddMeetingRegistrantRequestBody',
		query: 'MeetingsAddMeetingRegistrantQueryParams',
	},
	...['approve', 'cancel', 'deny'].map((operation) => ({
		resource: 'registrant',
		operation,
		parameters: { meetingId, registrant, occurrenceId },
		collections: [],
		endpoint: 'PUT /meetings/{}/registrants/status',
		body: 'MeetingsUpdateRegistrantsStatusRequestBody',
		query: 'MeetingsUpdateRegistrantsStatusQueryParams',
	})),
	{
		resource: 'registrant',
		operation: 'delete',
		parameters: { meetingId, registrant, occurrenceId },
		collections: [],
		endpoint: 'DELETE /meetings/{}/registrants/{}',
		query: 'MeetingsDeleteMeetingRegistrantQueryParams',
	},
	{
		resource: 'registrant',
		operation: 'get',
		parameters: { meetingId, registrant },
		collections: [],
		endpoint: 'GET /meetings/{}/registrants/{}',
	},
	{
		resource: 'registrant',
		operation: 'getAll',
		parameters: { meetingId, limit: 7 },
		collections: ['filters'],
		endpoint: 'GET /meetings/{}/registrants',
		query: 'MeetingsListMeetingRegistrantsQueryParams',
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
