import type {
	MeetingsAddMeetingRegistrantQueryParams,
	MeetingsAddMeetingRegistrantRequestBody,
	MeetingsListMeetingRegistrantsQueryParams,
	MeetingsGetPastMeetingParticipantsQueryParams,
	MeetingsPerformBatchRegistrationRequestBody,
	MeetingsUpdateRegistrantsStatusRequestBody,
	MeetingsUpdateRegistrationQuestionsRequestBody,
	WebinarsAddWebinarRegistrantQueryParams,
	WebinarsAddWebinarRegistrantRequestBody,
	WebinarsListWebinarRegistrantsQueryParams,
	WebinarsPerformBatchRegistrationRequestBody,
	WebinarsUpdateRegistrantsStatusRequestBody,
} from '@zoom/rivet/meetings/meetings';
import type { INodeParameters } from 'n8n-workflow';
import { locator, ok, runNode } from '../unit/support/fakeN8n';

/*
 * What the node sends, written down as values of Zoom's own types: the type check of the tests
 * holds them against Zoom, the tests hold the node against them.
 */

const meetingId = locator('id', '85746065432');
const registrant = locator('id', '9tboDiHUQAeOnbmudzWa5g');

async function sentBy(resource: string, operation: string, parameters: INodeParameters) {
	const { requests } = await runNode({
		parameters: { resource, operation, ...parameters },
		respond: () => ok({}),
	});
	return { body: requests[0]?.body, qs: requests[0]?.qs };
}

/** Zoom's types have 500-1,000 where its API takes what its answers have. */
type Body = Required<Omit<MeetingsAddMeetingRegistrantRequestBody, 'no_of_employees'>> & {
	no_of_employees: '501-1,000';
};

it('Registrant: Add', async () => {
	const body = {
		email: 'ann@example.com',
		first_name: 'Ann',
		last_name: 'Lee',
		address: '1 Main St',
		city: 'Berlin',
		state: 'BE',
		zip: '10115',
		country: 'DE',
		phone: '+49 30 1',
		comments: 'None',
		custom_questions: [{ title: 'Why?', value: 'Because' }],
		industry: 'Food',
		job_title: 'Cook',
		no_of_employees: '501-1,000',
		org: 'ACME',
		purchasing_time_frame: 'No timeframe',
		role_in_purchase_process: 'Evaluator/Recommender',
		language: 'Tr-TR',
		auto_approve: true,
	} satisfies Body;
	const query = {
		occurrence_ids: '1648194360000,1648799160000',
	} satisfies MeetingsAddMeetingRegistrantQueryParams;
	const sent = await sentBy('meetingRegistrant', 'add', {
		meetingId,
		registrantFrom: 'define',
		email: 'ann@example.com',
		firstName: 'Ann',
		lastName: 'Lee',
		additionalFields: {
			address: '1 Main St',
			city: 'Berlin',
			state: 'BE',
			zip: '10115',
			country: 'DE',
			phone: '+49 30 1',
			comments: 'None',
			customQuestions: { question: [{ title: 'Why?', value: 'Because' }] },
			industry: 'Food',
			jobTitle: 'Cook',
			noOfEmployees: '500-1,000',
			org: 'ACME',
			purchasingTimeFrame: 'No timeframe',
			roleInPurchaseProcess: 'Evaluator/Recommender',
			language: 'Tr-TR',
			autoApprove: true,
			occurrenceIds: '1648194360000, 1648799160000',
		},
	});
	expect(sent).toEqual({ body, qs: query });
});

it('Registrant: Add Many', async () => {
	const body = {
		auto_approve: true,
		registrants_confirmation_email: false,
		registrants: [
			{ email: 'ann@example.com', first_name: 'Ann', last_name: 'Lee' },
			{ email: 'ben@example.com', first_name: 'Ben' },
		],
	} satisfies Required<MeetingsPerformBatchRegistrationRequestBody>;
	const people = [
		{ email: 'ann@example.com', firstName: 'Ann', lastName: 'Lee' },
		{ email: 'ben@example.com', firstName: 'Ben', lastName: '' },
	];
	const { requests } = await runNode({
		parameters: {
			resource: 'meetingRegistrant',
			operation: 'addMany',
			meetingId,
			registrantFrom: 'define',
			confirmationEmail: false,
			additionalFields: { autoApprove: true },
		},
		rows: people,
		perItem: (index) => people[index] ?? {},
		respond: () =>
			ok({ registrants: body.registrants.map((one) => ({ ...one, registrant_id: 'r' })) }),
	});
	expect(requests.map(({ body: sent, qs }) => ({ sent, qs }))).toEqual([
		{ sent: body, qs: undefined },
	]);
});

it('Registration Form: Update', async () => {
	const body = {
		questions: [
			{ field_name: 'city', required: true },
			{ field_name: 'no_of_employees', required: false },
		],
		custom_questions: [
			{ title: 'Why?', type: 'short', required: true },
			{ title: 'Which?', type: 'single', required: false, answers: ['This', 'That'] },
		],
	} satisfies Required<MeetingsUpdateRegistrationQuestionsRequestBody>;
	const { requests } = await runNode({
		parameters: {
			resource: 'meeting',
			operation: 'updateRegistrationForm',
			meetingId,
			standardQuestions: {
				question: [
					{ question: 'city', state: 'required' },
					{ question: 'no_of_employees', state: 'optional' },
				],
			},
			customQuestions: {
				question: [
					{ title: 'Why?', type: 'short', required: true },
					{ title: 'Which?', type: 'single', required: false, answers: 'This\nThat' },
				],
			},
		},
		respond: () => ok({}),
	});
	expect(requests.map(({ method, body: sent }) => ({ method, sent }))).toEqual([
		{ method: 'GET', sent: undefined },
		{ method: 'PATCH', sent: body },
		{ method: 'GET', sent: undefined },
	]);
});

it('Past Meeting: Get Participants', async () => {
	const query = { page_size: 20 } satisfies MeetingsGetPastMeetingParticipantsQueryParams;
	const { qs } = await sentBy('pastMeeting', 'getParticipants', { meetingId, limit: 20 });
	// Zoom's reference tells of include_fields with registrant_id, in words only.
	expect(qs).toEqual({ ...query, include_fields: 'registrant_id' });
});

it.each(['approve', 'cancel', 'deny'] as const)('Registrant: %s', async (action) => {
	const body = {
		action,
		registrants: [{ id: '9tboDiHUQAeOnbmudzWa5g' }],
	} satisfies MeetingsUpdateRegistrantsStatusRequestBody;
	const people = [{ id: '9tboDiHUQAeOnbmudzWa5g', email: 'ann@example.com' }];
	const { requests } = await runNode({
		parameters: { resource: 'meetingRegistrant', operation: action, meetingId, registrant },
		respond: ({ method }) => ok(method === 'GET' ? { registrants: people } : {}),
	});
	expect(requests.find(({ method }) => method === 'PUT')?.body).toEqual(body);
});

it('Registrant: Get Many', async () => {
	const query = {
		page_size: 20,
		status: 'pending',
		occurrence_id: '1648194360000',
	} satisfies MeetingsListMeetingRegistrantsQueryParams;
	const filters = { status: 'pending', occurrenceId: '1648194360000' };
	expect(
		(await sentBy('meetingRegistrant', 'getAll', { meetingId, limit: 20, filters })).qs,
	).toEqual(query);
});

const webinarId = meetingId;
const SOURCES = { tracking_sources: [{ id: '5516482804110', source_name: 'Newsletter' }] };

async function sentToWebinar(operation: string, parameters: INodeParameters) {
	const { requests } = await runNode({
		parameters: { resource: 'webinarRegistrant', operation, webinarId, ...parameters },
		respond: ({ url, body }) => {
			const { registrants } = (body ?? {}) as { registrants?: object[] };
			const named = registrants?.map((one) => ({ ...one, registrant_id: 'r' }));
			return ok(url.endsWith('/tracking_sources') ? SOURCES : named ? { registrants: named } : {});
		},
	});
	const { body, qs } = requests.find(({ url }) => !url.endsWith('/tracking_sources')) ?? {};
	return { body, qs };
}

it('Webinar Registrant: Add', async () => {
	const body = {
		email: 'ann@example.com',
		first_name: 'Ann',
		last_name: 'Lee',
		custom_questions: [{ title: 'Why?', value: 'Because' }],
		language: 'jp-JP',
		source_id: '5516482804110',
	} satisfies WebinarsAddWebinarRegistrantRequestBody;
	const query = {
		occurrence_ids: '1648194360000,1648799160000',
	} satisfies WebinarsAddWebinarRegistrantQueryParams;
	const sent = await sentToWebinar('add', {
		registrantFrom: 'define',
		email: 'ann@example.com',
		firstName: 'Ann',
		lastName: 'Lee',
		additionalFields: {
			customQuestions: { question: [{ title: 'Why?', value: 'Because' }] },
			language: 'Japanese',
			sourceId: 'Newsletter',
			occurrenceIds: '1648194360000, 1648799160000',
		},
	});
	expect(sent).toEqual({ body, qs: query });
});

it('Webinar Registrant: Add Many', async () => {
	const body = {
		auto_approve: true,
		registrants: [{ email: 'ann@example.com', first_name: 'Ann', last_name: 'Lee' }],
	} satisfies Required<WebinarsPerformBatchRegistrationRequestBody>;
	const sent = await sentToWebinar('addMany', {
		registrantFrom: 'define',
		email: 'ann@example.com',
		firstName: 'Ann',
		lastName: 'Lee',
		additionalFields: { autoApprove: true },
	});
	expect(sent).toEqual({ body, qs: undefined });
});

it.each(['approve', 'cancel', 'deny'] as const)('Webinar Registrant: %s', async (action) => {
	const body = {
		action,
		registrants: [{ id: '9tboDiHUQAeOnbmudzWa5g' }],
	} satisfies WebinarsUpdateRegistrantsStatusRequestBody;
	const people = [{ id: '9tboDiHUQAeOnbmudzWa5g', email: 'ann@example.com' }];
	const { requests } = await runNode({
		parameters: { resource: 'webinarRegistrant', operation: action, webinarId, registrant },
		respond: ({ method }) => ok(method === 'GET' ? { registrants: people } : {}),
	});
	expect(requests.find(({ method }) => method === 'PUT')?.body).toEqual(body);
});

it('Webinar Registrant: Get Many', async () => {
	const query = {
		page_size: 20,
		status: 'pending',
		occurrence_id: '1648194360000',
		tracking_source_id: '5516482804110',
	} satisfies WebinarsListWebinarRegistrantsQueryParams;
	const filters = {
		status: 'pending',
		occurrenceId: '1648194360000',
		trackingSourceId: 'Newsletter',
	};
	expect((await sentToWebinar('getAll', { limit: 20, filters })).qs).toEqual(query);
});
