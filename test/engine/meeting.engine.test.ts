import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { SEED } from '../../sandbox';
import { runZoom } from './run';
import { apiRequests, byEmail, byId, credentialsFor, meetingOf, useSandbox } from './world';

const YEAR = new Date().getUTCFullYear() + 1;

describe('Meeting, in n8n-core against the sandbox', () => {
	const sandbox = useSandbox();
	const run = async (operation: string, parameters: INodeParameters, rows?: IDataObject[]) =>
		await runZoom(
			{ resource: 'meeting', operation, options: {}, ...parameters },
			credentialsFor(sandbox()),
			rows,
		);
	const create = async (parameters: INodeParameters = {}) =>
		await run('create', {
			userId: byId('me'),
			topic: 'Launch',
			startTime: `${YEAR}-07-05T10:00:00`,
			registration: 'automatic',
			additionalFields: { duration: 45 },
			settings: {},
			simple: true,
			...parameters,
		});
	const lastBody = () => apiRequests(sandbox()).at(-1)?.body;
	it('creates one with registration on, in the zone of the workflow', async () => {
		const { items, error, hints } = await create();
		expect(error).toBeUndefined();
		expect(lastBody()).toEqual({
			topic: 'Launch',
			type: 2,
			duration: 45,
			start_time: `${YEAR}-07-05T10:00:00`,
			timezone: 'America/New_York',
			settings: { approval_type: 0 },
		});
		expect(items[0]?.json).toMatchObject({
			topic: 'Launch',
			start_time: `${YEAR}-07-05T14:00:00Z`,
			approval_type: 0,
			registration_url: expect.stringContaining('/register/'),
			join_url: expect.stringContaining('/j/'),
		});
		expect(items[0]?.json).not.toHaveProperty('start_url');
		expect(items[0]?.json).not.toHaveProperty('settings');
		expect(hints).toEqual([]);
	});

	it('means a wall time in the chosen zone and an offset as that instant', async () => {
		await create({ timezone: 'Asia/Tokyo' });
		expect(lastBody()).toMatchObject({
			start_time: `${YEAR}-07-05T10:00:00`,
			timezone: 'Asia/Tokyo',
		});
		await create({
			startTime: `${YEAR}-07-05T10:00:00.000+02:00`,
			timezone: 'Asia/Tokyo',
		});
		expect(lastBody()).toMatchObject({
			start_time: `${YEAR}-07-05T17:00:00`,
			timezone: 'Asia/Tokyo',
		});
	});

	it('takes the fields of n8n’s built-in node and more, false included', async () => {
		const { error, items } = await create({
			userId: byEmail('anna@example.com'),
			registration: 'manual',
			simple: false,
			additionalFields: {
				agenda: 'Talk',
				password: 'abc123',
				trackingFields: { trackingField: [{ field: 'Team', value: 'A' }] },
				otherFields: '{"settings":{"breakout_room":{"enable":true}}}',
			},
			settings: {
				alternativeHosts: 'host@example.com, basic@example.com',
				jbhTime: 0,
				joinBeforeHost: true,
				meetingInvitees: 'a@example.com, b@example.com',
			},
			emails: {
				alternativeHostsEmailNotification: false,
				contactEmail: 'events@example.com',
				contactName: 'Events',
				registrantsConfirmationEmail: false,
				registrantsEmailNotification: true,
			},
			videoAndAudio: { audio: 'voip', hostVideo: false, muteUponEntry: true },
			recording: { autoRecording: 'cloud' },
			registrationSettings: { closeRegistration: true, registrationType: 1 },
			security: { waitingRoom: true, watermark: false },
		});
		expect(error).toBeUndefined();
		expect(apiRequests(sandbox()).at(-1)?.path).toBe('/v2/users/anna%40example.com/meetings');
		expect(lastBody()).toMatchObject({
			agenda: 'Talk',
			password: 'abc123',
			tracking_fields: [{ field: 'Team', value: 'A' }],
			settings: {
				approval_type: 1,
				alternative_hosts: 'host@example.com;basic@example.com',
				alternative_hosts_email_notification: false,
				audio: 'voip',
				auto_recording: 'cloud',
				breakout_room: { enable: true },
				close_registration: true,
				contact_email: 'events@example.com',
				contact_name: 'Events',
				host_video: false,
				jbh_time: 0,
				join_before_host: true,
				meeting_invitees: [{ email: 'a@example.com' }, { email: 'b@example.com' }],
				mute_upon_entry: true,
				registrants_confirmation_email: false,
				registrants_email_notification: true,
				registration_type: 1,
				waiting_room: true,
				watermark: false,
			},
		});
		expect(items[0]?.json).toHaveProperty('settings.waiting_room', true);
	});

	it.each<[string, INodeParameters, string]>([
		['no fixed time', { additionalFields: { type: 3 } }, 'a type with fixed times'],
		['a personal ID', { settings: { usePmi: true } }, 'Use Personal Meeting ID'],
		['a Basic host', { userId: byEmail('basic@example.com') }, 'Basic'],
	])('warns when Zoom keeps registration off: %s', async (_, parameters, words) => {
		const { items, hints } = await create(parameters);
		expect(items[0]?.json.warning).toContain(
			"Zoom kept 'Registration' at 'Not Required' instead of 'Automatically Approve'.",
		);
		expect(items[0]?.json.warning).toContain(words);
		expect(hints).toEqual([items[0]?.json.warning]);
	});

	it('updates what was added and returns the meeting as it is then', async () => {
		const { error, items } = await run('update', {
			meetingId: byId(SEED.registrationOff),
			updateFields: { topic: 'New topic', agenda: '', registration: 'automatic' },
			settings: { joinBeforeHost: false },
			simple: true,
		});
		expect(error).toBeUndefined();
		expect(apiRequests(sandbox())[0]?.body).toEqual({
			topic: 'New topic',
			agenda: '',
			settings: { approval_type: 0, join_before_host: false },
		});
		expect(items[0]?.json).toMatchObject({ topic: 'New topic', approval_type: 0 });
	});

	it('moves a meeting without touching its zone', async () => {
		await run('update', {
			meetingId: byId(SEED.meeting),
			updateFields: { startTime: `${YEAR}-07-05T10:00:00` },
			settings: {},
			simple: true,
		});
		expect(apiRequests(sandbox())[0]?.body).toEqual({ start_time: `${YEAR}-07-05T14:00:00Z` });
		expect(meetingOf(sandbox(), SEED.meeting)).toMatchObject({
			start_time: `${YEAR}-07-05T14:00:00Z`,
			timezone: 'Europe/Berlin',
		});
	});

	it('has nothing to update without a field, and says so before any request', async () => {
		const { error } = await run('update', {
			meetingId: byId(SEED.meeting),
			updateFields: {},
			settings: {},
			simple: true,
		});
		expect(error?.message).toBe('There is nothing to update');
		expect(sandbox().counts().tokens).toBe(0);
	});

	it('gets a meeting, whole or simplified', async () => {
		const meetingId = byId(SEED.series);
		const simple = await run('get', { meetingId, additionalFields: {}, simple: true });
		expect(simple.items[0]?.json.occurrences).toHaveLength(4);
		expect(simple.items[0]?.json).not.toHaveProperty('start_url');
		const whole = await run('get', { meetingId, additionalFields: {}, simple: false });
		expect(whole.items[0]?.json).toHaveProperty('settings.registration_type', 2);
	});

	it('gets a meeting by a UUID that must be encoded twice', async () => {
		const uuids = ['/ajXp112QmuoKj4854875==', 'abc//p112QmuoKj4854875=='];
		for (const uuid of uuids) sandbox().addMeeting({ uuid });
		const { error, items } = await run(
			'get',
			{ meetingId: byId('={{ $json.uuid }}'), additionalFields: {}, simple: true },
			uuids.map((uuid) => ({ uuid })),
		);
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => json.uuid)).toEqual(uuids);
	});

	it('deletes a meeting, or one occurrence, with or without emails', async () => {
		const { items } = await run('delete', {
			meetingId: byId(SEED.meeting),
			occurrenceId: '',
			additionalFields: { scheduleForReminder: false, cancelMeetingReminder: true },
		});
		expect(items[0]?.json).toEqual({
			deleted: true,
			success: true,
			id: Number(SEED.meeting),
		});
		expect(apiRequests(sandbox())[0]?.query).toEqual({
			schedule_for_reminder: 'false',
			cancel_meeting_reminder: 'true',
		});
		const occurrence = meetingOf(sandbox(), SEED.series)?.occurrences?.[1];
		await run('delete', {
			meetingId: byId(SEED.series),
			occurrenceId: occurrence?.occurrence_id ?? '',
			additionalFields: {},
		});
		expect(meetingOf(sandbox(), SEED.series)?.occurrences).toHaveLength(4);
		expect(meetingOf(sandbox(), SEED.series)?.occurrences?.[1]?.status).toBe('deleted');
	});

	it('ends a meeting', async () => {
		const { items, error } = await run('end', { meetingId: byId(SEED.meeting) });
		expect(error).toBeUndefined();
		expect(items[0]?.json).toMatchObject({ success: true, ended: true });
		expect(lastBody()).toEqual({ action: 'end' });
	});

	describe('Get Many', () => {
		const list = async (parameters: INodeParameters) =>
			await run('getAll', {
				userId: byId('me'),
				returnAll: false,
				limit: 50,
				filters: {},
				simple: true,
				...parameters,
			});
		const fill = (count: number) => {
			for (let i = 0; i < count; i++) sandbox().addMeeting({ topic: `M${i}` });
		};
		const calls = () => sandbox().counts().byEndpoint['GET /users/{userId}/meetings'];

		it('follows all pages', async () => {
			fill(650);
			const { items } = await list({ returnAll: true });
			expect(items).toHaveLength(657);
			expect(new Set(items.map(({ json }) => json.id)).size).toBe(657);
			expect(calls()).toBe(3);
		});

		it('stops as soon as the limit is reached', async () => {
			fill(650);
			const { items } = await list({ limit: 10 });
			expect(items).toHaveLength(10);
			expect(apiRequests(sandbox())).toMatchObject([{ query: { page_size: '10' } }]);
			sandbox().resetCounts();
			expect((await list({ limit: 310 })).items).toHaveLength(310);
			expect(calls()).toBe(2);
		});

		it('pairs every meeting with its row', async () => {
			const { items } = await run(
				'getAll',
				{
					userId: byEmail('={{ $json.host }}'),
					returnAll: true,
					filters: { type: 'upcoming', from: `${YEAR}-01-02T03:04:05`, timezone: 'UTC' },
					simple: true,
				},
				[{ host: 'anna@example.com' }, { host: 'host@example.com' }],
			);
			expect(items.every(({ pairedItem }) => (pairedItem as { item: number }).item === 1)).toBe(
				true,
			);
			expect(apiRequests(sandbox())[0]?.query).toMatchObject({
				type: 'upcoming',
				from: `${YEAR}-01-02`,
				timezone: 'UTC',
			});
		});

		it.each([0, -1, 1.5, 'many'])('refuses the limit %s', async (limit) => {
			const { error } = await list({ limit });
			expect(error?.message).toContain("'Limit'");
			expect(sandbox().counts().tokens).toBe(0);
		});
	});

	it.each<[string, INodeParameters, string]>([
		['a time that is none', { startTime: 'soon' }, "'Start Time' isn't a valid date and time"],
		['a zone that is none', { timezone: 'Mars' }, "isn't a time zone"],
		['a topic that is too long', { topic: 'x'.repeat(201) }, "'Topic' is 201 characters"],
		['a duration of 0', { additionalFields: { duration: 0 } }, "'Duration (Minutes)' is 0"],
		['an invitee that is none', { settings: { meetingInvitees: 'a@x.co, bob' } }, 'valid email'],
		[
			'a start time that is not there',
			{ startTime: '={{ $json.start.dateTime }}' },
			"The expression in 'Start Time' found nothing",
		],
		[
			'a host that is not there',
			{ userId: byId('={{ $json.host }}') },
			"The expression in 'Host' found nothing",
		],
		['an abbreviation as zone', { timezone: 'BST' }, "isn't a time zone"],
		['JSON that is none', { additionalFields: { otherFields: '[' } }, "isn't a valid JSON object"],
		['a series without recurrence', { additionalFields: { type: 8 } }, "requires 'Recurrence'"],
		['a host that is none', { userId: byId('../me') }, "'Host' isn't an email address or user ID"],
	])('refuses %s before any request', async (_, parameters, message) => {
		const { error } = await create(parameters);
		expect(error?.message).toContain(message);
		expect(sandbox().counts().tokens).toBe(0);
	});
});
