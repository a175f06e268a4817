import type {
	MeetingsAddMeetingRegistrantQueryParams,
	MeetingsAddMeetingRegistrantRequestBody,
	MeetingsCreateMeetingRequestBody,
	MeetingsListMeetingsQueryParams,
	MeetingsListMeetingRegistrantsQueryParams,
	MeetingsUpdateMeetingRequestBody,
	MeetingsUpdateMeetingStatusRequestBody,
	MeetingsUpdateRegistrantsStatusRequestBody,
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

it('Meeting: Create', async () => {
	const body = {
		topic: 'Launch',
		agenda: 'All of it',
		type: 2,
		start_time: '2027-03-05T10:00:00',
		timezone: 'Europe/Berlin',
		duration: 45,
		password: 'abc',
		default_password: false,
		pre_schedule: false,
		schedule_for: 'ann@example.com',
		template_id: 'T1',
		tracking_fields: [{ field: 'Team', value: 'Sales' }],
		settings: {
			approval_type: 1,
			registration_type: 2,
			close_registration: true,
			alternative_hosts: 'a@example.com;b@example.com',
			audio: 'thirdParty',
			auto_recording: 'none',
			contact_email: 'events@example.com',
			contact_name: 'Events',
			encryption_type: 'e2ee',
			global_dial_in_countries: ['US', 'DE'],
			jbh_time: 0,
			meeting_invitees: [{ email: 'ben@example.com' }],
			registrants_confirmation_email: false,
			registrants_email_notification: true,
			waiting_room: false,
		},
	} satisfies MeetingsCreateMeetingRequestBody;
	const { body: sent } = await sentBy('meeting', 'create', {
		topic: 'Launch',
		startTime: '2027-03-05T10:00:00',
		duration: 45,
		registration: 'manual',
		additionalFields: {
			agenda: 'All of it',
			timezone: 'Europe/Berlin',
			password: 'abc',
			defaultPassword: false,
			preSchedule: false,
			scheduleFor: 'ann@example.com',
			templateId: 'T1',
			trackingFields: { trackingField: [{ field: 'Team', value: 'Sales' }] },
		},
		settings: {
			registrationType: 2,
			closeRegistration: true,
			alternativeHosts: 'a@example.com, b@example.com',
			audio: 'thirdParty',
			autoRecording: 'none',
			contactEmail: 'events@example.com',
			contactName: 'Events',
			encryptionType: 'e2ee',
			globalDialInCountries: 'US, DE',
			jbhTime: 0,
			meetingInvitees: 'ben@example.com',
			registrantsConfirmationEmail: false,
			registrantsEmailNotification: true,
			waitingRoom: false,
		},
	});
	expect(sent).toEqual(body);
});

it('Meeting: Update', async () => {
	const body = {
		topic: '',
		duration: 30,
		start_time: '2027-03-05T15:00:00Z',
		settings: { approval_type: 2, watermark: false },
	} satisfies MeetingsUpdateMeetingRequestBody;
	const { body: sent } = await sentBy('meeting', 'update', {
		meetingId,
		updateFields: {
			topic: '',
			duration: 30,
			startTime: '2027-03-05T10:00:00',
			registration: 'off',
		},
		settings: { watermark: false },
	});
	expect(sent).toEqual(body);
});

it('Meeting: End', async () => {
	const body = { action: 'end' } satisfies MeetingsUpdateMeetingStatusRequestBody;
	expect((await sentBy('meeting', 'end', { meetingId })).body).toEqual(body);
});

it('Meeting: Get Many', async () => {
	const query = {
		page_size: 20,
		type: 'upcoming_meetings',
		from: '2027-03-05',
		to: '2027-03-06',
		timezone: 'UTC',
	} satisfies MeetingsListMeetingsQueryParams;
	const filters = {
		type: 'upcoming_meetings',
		from: '2027-03-05',
		to: '2027-03-06',
		timezone: 'UTC',
	};
	expect((await sentBy('meeting', 'getAll', { limit: 20, filters })).qs).toEqual(query);
});

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
		no_of_employees: '500-1,000',
		org: 'ACME',
		purchasing_time_frame: 'No timeframe',
		role_in_purchase_process: 'Evaluator/Recommender',
		language: 'Tr-TR',
		auto_approve: true,
	} satisfies Required<MeetingsAddMeetingRegistrantRequestBody>;
	const query = {
		occurrence_ids: '1648194360000,1648799160000',
	} satisfies MeetingsAddMeetingRegistrantQueryParams;
	const sent = await sentBy('registrant', 'add', {
		meetingId,
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

it.each(['approve', 'cancel', 'deny'] as const)('Registrant: %s', async (action) => {
	const body = {
		action,
		registrants: [{ id: '9tboDiHUQAeOnbmudzWa5g' }],
	} satisfies MeetingsUpdateRegistrantsStatusRequestBody;
	expect((await sentBy('registrant', action, { meetingId, registrant })).body).toEqual(body);
});

it('Registrant: Get Many', async () => {
	const query = {
		page_size: 20,
		status: 'pending',
		occurrence_id: '1648194360000',
	} satisfies MeetingsListMeetingRegistrantsQueryParams;
	const filters = { status: 'pending', occurrenceId: '1648194360000' };
	expect((await sentBy('registrant', 'getAll', { meetingId, limit: 20, filters })).qs).toEqual(
		query,
	);
});
