import type {
	MeetingsCreateMeetingRequestBody,
	MeetingsListMeetingsQueryParams,
	MeetingsUpdateMeetingRequestBody,
	MeetingsUpdateMeetingStatusRequestBody,
} from '@zoom/rivet/meetings/meetings';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { locator, ok, runNode } from '../unit/support/fakeN8n';

/*
 * What the node sends, written down as values of Zoom's own types: the type check of the tests
 * holds them against Zoom, the tests hold the node against them.
 */

const meetingId = locator('id', '85746065432');

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
		timezone: 'Europe/Berlin',
		registration: 'manual',
		additionalFields: {
			duration: 45,
			agenda: 'All of it',
			password: 'abc',
			defaultPassword: false,
			preSchedule: false,
			scheduleFor: 'ann@example.com',
			templateId: 'T1',
			trackingFields: { trackingField: [{ field: 'Team', value: 'Sales' }] },
		},
		registrationSettings: { registrationType: 2, closeRegistration: true },
		settings: {
			alternativeHosts: 'a@example.com, b@example.com',
			jbhTime: 0,
			meetingInvitees: 'ben@example.com',
		},
		videoAndAudio: { audio: 'thirdParty', globalDialInCountries: 'US, DE' },
		recording: { autoRecording: 'none' },
		emails: {
			contactEmail: 'events@example.com',
			contactName: 'Events',
			registrantsConfirmationEmail: false,
			registrantsEmailNotification: true,
		},
		security: { encryptionType: 'e2ee', waitingRoom: false },
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
		security: { watermark: false },
	});
	expect(sent).toEqual(body);
});

describe('the recurrence of a meeting', () => {
	type Recurrence = NonNullable<MeetingsCreateMeetingRequestBody['recurrence']> &
		NonNullable<MeetingsUpdateMeetingRequestBody['recurrence']>;
	const until = '2027-12-31T23:00:00+01:00';
	const cases: Array<[IDataObject, Recurrence]> = [
		[
			{ repeats: 1, interval: 2, times: 5 },
			{ type: 1, repeat_interval: 2, end_times: 5 },
		],
		[
			{ repeats: 2, weekdays: [2], ends: 'by', until },
			{ type: 2, repeat_interval: 1, weekly_days: '2', end_date_time: '2027-12-31T22:00:00Z' },
		],
		[
			{ repeats: 3, dayOfMonth: 31, times: 3 },
			{ type: 3, repeat_interval: 1, monthly_day: 31, end_times: 3 },
		],
		[
			{ repeats: 3, monthlyBy: 'dayOfWeek', week: -1, weekday: 6, times: 3 },
			{ type: 3, repeat_interval: 1, monthly_week: -1, monthly_week_day: 6, end_times: 3 },
		],
	];

	it.each(cases)('%j', async (rules, recurrence) => {
		const created = await sentBy('meeting', 'create', {
			recurrence: { rule: rules },
		} as INodeParameters);
		expect(created.body).toMatchObject({ type: 8, recurrence });
		const updated = await sentBy('meeting', 'update', {
			meetingId,
			recurrence: { rule: rules },
		} as INodeParameters);
		expect(updated.body).toEqual({ type: 8, recurrence });
	});

	it('on several days, a list that only the words of the reference know', async () => {
		const recurrence = { rule: { repeats: 2, weekdays: [4, 2], times: 5 } };
		const { body } = await sentBy('meeting', 'create', { recurrence });
		expect(body).toMatchObject({ recurrence: { weekly_days: '2,4' } });
	});
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
