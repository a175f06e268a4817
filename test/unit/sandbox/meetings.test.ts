import { SEED } from '../../../sandbox';
import { zoomType, mismatches } from '../../contract/zoomTypes';
import { errorOf, invalid, missing, NOT_AN_OBJECT, useSandbox } from './client';

const { sandbox, call } = useSandbox();

const MEETINGS = '/users/me/meetings';
const create = async (json: unknown, host = 'me') =>
	await call('POST', `/users/${host}/meetings`, { json });

describe('creating', () => {
	it('fills in what was left out', async () => {
		const before = Date.now();
		const { status, body } = await create({});
		expect(status).toBe(201);
		expect(body).toMatchObject({
			type: 2,
			duration: 60,
			timezone: 'Europe/Berlin',
			host_id: SEED.host.id,
			host_email: SEED.host.email,
			status: 'waiting',
			join_url: expect.stringMatching(/^https:\/\/us02web\.zoom\.us\/j\/\d{11}\?pwd=/),
			start_url: expect.stringContaining('zak='),
			password: expect.stringMatching(/^.{6}$/),
			settings: { approval_type: 2, waiting_room: false, audio: 'both' },
		});
		expect(body).not.toHaveProperty('registration_url');
		expect(body.start_time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
		expect(Math.abs(Date.parse(String(body.start_time)) - before)).toBeLessThan(60_000);
	});

	it('keeps what was given', async () => {
		const given = {
			topic: 'Prüfung 🎓',
			agenda: 'All of it',
			duration: 1440,
			password: 'abc@123-_*',
			timezone: 'Asia/Tokyo',
			tracking_fields: [{ field: 'Team', value: 'Sales' }],
		};
		const settings = { waiting_room: true, join_before_host: true, jbh_time: 5 };
		const { body } = await create({ ...given, settings });
		const { body: got } = await call('GET', `/meetings/${body.id}`);
		expect(got).toMatchObject({
			...given,
			tracking_fields: [{ field: 'Team', value: 'Sales', visible: true }],
			settings,
		});
	});

	it.each([
		[{ topic: 'x'.repeat(201) }, 'topic'],
		[{ topic: 5 }, 'topic'],
		[{ agenda: 'x'.repeat(2001) }, 'agenda'],
		[{ duration: 0 }, 'duration'],
		[{ duration: 1441 }, 'duration'],
		[{ duration: 1.5 }, 'duration'],
		[{ duration: '60' }, 'duration'],
		[{ password: '12345678901' }, 'password'],
		[{ type: 4 }, 'type'],
		[{ timezone: 'Berlin' }, 'timezone'],
		[{ settings: { audio: 'radio' } }, 'settings.audio'],
		[{ settings: { approval_type: 3 } }, 'settings.approval_type'],
		[{ settings: { waiting_room: 'true' } }, 'settings.waiting_room'],
		[{ settings: { meeting_invitees: [{ email: 'x' }] } }, 'settings.meeting_invitees[0].email'],
		[
			{
				settings: {
					allow_host_control_participant_mute_state: true,
					request_permission_to_unmute_participants: true,
				},
			},
			'settings.request_permission_to_unmute_participants',
		],
		[
			{ settings: { support_participants_receive_summary: 'yes' } },
			'settings.support_participants_receive_summary',
		],
		[{ tracking_fields: [{ field: 5 }] }, 'tracking_fields[0].field'],
		[{ start_time: '2031-01-01T10:00:00.000Z' }, 'start_time'],
		[{ start_time: '2031-01-01T10:00:00+02:00' }, 'start_time'],
		[{ start_time: '2031-02-30T10:00:00Z' }, 'start_time'],
		[{ start_time: 'tomorrow' }, 'start_time'],
		[{ type: 2, recurrence: { type: 1 } }, 'recurrence'],
		[{ type: 8, recurrence: { type: 2, weekly_days: '8' } }, 'recurrence.weekly_days'],
		[{ type: 8, recurrence: { type: 1, repeat_interval: 100 } }, 'recurrence.repeat_interval'],
		[{ type: 8, recurrence: { type: 1, end_times: 61 } }, 'recurrence.end_times'],
		[
			{
				type: 8,
				recurrence: { type: 1, end_times: 2, end_date_time: '2031-01-01T10:00:00Z' },
			},
			'recurrence.end_times',
		],
	])('refuses %j', async (body, field) => {
		expect(await create(body)).toMatchObject(invalid(field));
		expect(sandbox().meetings()).toHaveLength(7);
	});

	it.each([
		[{ type: 8 }, 'recurrence'],
		[{ type: 8, recurrence: {} }, 'recurrence.type'],
		[{ type: 8, recurrence: { type: 3, monthly_week: 1 } }, 'recurrence.monthly_week_day'],
		[{ tracking_fields: [{ value: 'Sales' }] }, 'tracking_fields[0].field'],
		[
			{ settings: { waiting_room_options: { mode: 'custom' } } },
			'settings.waiting_room_options.who_goes_to_waiting_room',
		],
		[
			{ settings: { waiting_room_options: { who_goes_to_waiting_room: 'everyone' } } },
			'settings.waiting_room_options.mode',
		],
	])('tells what is missing in %j', async (body, field) => {
		expect(await create(body)).toMatchObject(missing(field));
		expect(sandbox().meetings()).toHaveLength(7);
	});

	it.each([
		{ topic: { en: 'Talk' } },
		{ settings: 'none' },
		{ settings: { meeting_invitees: ['ada@example.com'] } },
		{ settings: { language_interpretation: { interpreters: { email: 'ada@example.com' } } } },
		{ tracking_fields: [['Team', 'Sales']] },
	])('cannot read %j', async (body) => {
		expect(errorOf(await create(body))).toEqual(NOT_AN_OBJECT);
		expect(sandbox().meetings()).toHaveLength(7);
	});

	it('has words of its own for a wrong jbh_time', async () => {
		const { body } = await create({ settings: { jbh_time: 3 } });
		expect(body.errors).toEqual([
			{ field: 'settings.jbh_time', message: 'Invalid parameter: jbh_time.' },
		]);
	});

	it('names all fields that are wrong', async () => {
		expect(await create({ duration: 0, settings: { audio: 'radio' } })).toMatchObject(
			invalid('duration', 'settings.audio'),
		);
		const { body } = await create({ type: 8, duration: 0 });
		expect(body.errors).toEqual([
			{ field: 'duration', message: 'Invalid field.' },
			{ field: 'recurrence', message: 'Missing field.' },
		]);
	});

	// As recorded: github.com/airbytehq/airbyte, source-zoom, expected_records.jsonl.
	it('shows all settings that Zoom shows of a plain meeting', async () => {
		const { body } = await create({});
		expect(Object.keys(body.settings as object).sort()).toEqual(
			`allow_host_control_participant_mute_state allow_multiple_devices
			alternative_host_manage_cloud_recording alternative_host_manage_meeting_summary
			alternative_host_update_polls alternative_hosts alternative_hosts_email_notification
			approval_type approved_or_denied_countries_or_regions audio
			auto_add_recording_to_video_management auto_recording auto_start_ai_companion_questions
			auto_start_meeting_summary breakout_room close_registration cn_meeting
			continuous_meeting_chat device_testing email_in_attendee_report email_notification
			encryption_type enforce_login enforce_login_domains focus_mode global_dial_in_countries
			global_dial_in_numbers host_save_video_order host_video in_meeting internal_meeting
			jbh_time join_before_host meeting_authentication meeting_invitees mute_upon_entry
			participant_focused_meeting participant_video private_meeting push_change_to_calendar
			registrants_confirmation_email registrants_email_notification
			request_permission_to_unmute_participants resources show_join_info show_share_button
			sign_language_interpretation summary_template_id use_pmi waiting_room watermark`.split(/\s+/),
		);
		expect(mismatches(zoomType('MeetingsGetMeetingResponse'), body)).toEqual([
			'.settings.request_permission_to_unmute_participants is unknown to Zoom',
			'.settings.show_join_info is unknown to Zoom',
		]);
	});

	it('shows a registration type for series only', async () => {
		const settings = { approval_type: 0, registration_type: 2 };
		const recurrence = { type: 1, end_times: 2 };
		const { body: single } = await create({ settings });
		expect(single.settings).not.toHaveProperty('registration_type');
		const { body: series } = await create({ type: 8, recurrence, settings });
		expect(series.settings).toMatchObject(settings);
		const { body: plain } = await create({ type: 8, recurrence });
		expect(plain.settings).toMatchObject({ registration_type: 1 });
		await call('PATCH', `/meetings/${single.id}`, { json: { type: 8, recurrence } });
		const { body: changed } = await call('GET', `/meetings/${single.id}`);
		expect(changed.settings).toMatchObject({ registration_type: 1 });
	});

	it('refuses settings that Zoom does not have', async () => {
		expect(errorOf(await create({ settings: { waitingRoom: true } }))).toEqual(NOT_AN_OBJECT);
	});

	it.each([
		['2031-07-01T10:00:00Z', 'Asia/Tokyo', '2031-07-01T10:00:00Z'],
		['2031-07-01T10:00:00', 'Europe/Berlin', '2031-07-01T08:00:00Z'],
		['2031-01-01T10:00:00', 'Europe/Berlin', '2031-01-01T09:00:00Z'],
		// Without a zone it is local where the host is.
		['2031-01-01T10:00:00', undefined, '2031-01-01T09:00:00Z'],
	])('reads %s in %s', async (startTime, timezone, utc) => {
		const { body } = await create({ start_time: startTime, timezone });
		expect(body.start_time).toBe(utc);
	});

	it('starts now what would start in the past', async () => {
		const { body } = await create({ start_time: '2020-01-01T10:00:00Z' });
		expect(Date.parse(String(body.start_time))).toBeGreaterThan(Date.now() - 60_000);
	});

	it.each([0, 1])('turns registration on with approval type %i', async (approvalType) => {
		const settings = { approval_type: approvalType };
		const { body: first } = await create({ settings });
		const { body: second } = await create({ settings });
		for (const body of [first, second]) expect(body).toMatchObject({ settings });
		const links = [first, second].map((body) => String(body.registration_url)).sort();
		const codes = links.map((link) => /^https:.+\/meeting\/register\/([\w-]+)$/.exec(link)?.[1]);
		expect(codes.map((code) => code?.length).sort()).toEqual([22, 36]);
		expect(codes.find((code) => code?.length === 36)).toMatch(/^tJ/);
	});

	it.each([
		['without a fixed time', 'me', { type: 3 }],
		['on the personal meeting ID', 'me', { settings: { use_pmi: true } }],
		['of a Basic host', SEED.basicHost.email, {}],
		['that are instant', 'me', { type: 1 }],
	])('silently leaves registration off for meetings %s', async (_, host, body) => {
		const settings = { ...('settings' in body ? body.settings : {}), approval_type: 0 };
		const { status, body: created } = await create({ ...body, settings }, host);
		expect(status).toBe(201);
		expect(created).toMatchObject({ settings: { approval_type: 2 } });
		expect(created).not.toHaveProperty('registration_url');
		const change = { settings: { approval_type: 1 } };
		expect((await call('PATCH', `/meetings/${created.id}`, { json: change })).status).toBe(204);
		const { body: got } = await call('GET', `/meetings/${created.id}`);
		expect(got).toMatchObject({ settings: { approval_type: 2 } });
	});

	it('for another user', async () => {
		const { body } = await create({ schedule_for: SEED.secondHost.email });
		expect(body.host_id).toBe(SEED.secondHost.id);
		expect(errorOf(await create({ schedule_for: 'nobody@example.com' }))).toMatchObject({
			code: 300,
			message: expect.stringContaining('`schedule_for`'),
		});
		expect(errorOf(await create({ type: 1, schedule_for: 'x' }))).toMatchObject({ code: 3000 });
	});
});

describe('updating', () => {
	const patch = async (json: unknown, id: string = SEED.meeting) =>
		await call('PATCH', `/meetings/${id}`, { json });

	it('changes what is named and nothing else', async () => {
		const before = sandbox().meetings()[0];
		const { status, body } = await patch({ topic: 'New', settings: { waiting_room: true } });
		expect({ status, body }).toEqual({ status: 204, body: {} });
		const { body: after } = await call('GET', `/meetings/${SEED.meeting}`);
		expect(after).toMatchObject({
			topic: 'New',
			agenda: before?.agenda,
			start_time: before?.start_time,
			settings: { ...before?.settings, waiting_room: true },
		});
	});

	it('turns registration on', async () => {
		await patch({ settings: { approval_type: 1 } }, SEED.registrationOff);
		const { body } = await call('GET', `/meetings/${SEED.registrationOff}`);
		expect(body).toMatchObject({
			settings: { approval_type: 1 },
			registration_url: expect.any(String),
		});
	});

	it('takes false and empty text as values', async () => {
		await patch({ settings: { registrants_confirmation_email: false }, agenda: '' });
		const { body } = await call('GET', `/meetings/${SEED.meeting}`);
		expect(body).toMatchObject({
			agenda: '',
			settings: { registrants_confirmation_email: false },
		});
	});

	it('ignores a start in the past and takes one ahead', async () => {
		const { start_time: before } = sandbox().meetings()[0]!;
		await patch({ start_time: '2020-01-01T10:00:00Z' });
		expect(sandbox().meetings()[0]?.start_time).toBe(before);
		await patch({ start_time: '2031-01-01T10:00:00', timezone: 'Asia/Tokyo' });
		expect(sandbox().meetings()[0]?.start_time).toBe('2031-01-01T01:00:00Z');
	});

	it('refuses what creating refuses', async () => {
		expect(await patch({ duration: 0 })).toMatchObject(invalid('duration'));
		expect(errorOf(await patch({ subject: 'New' }))).toEqual(NOT_AN_OBJECT);
	});

	it('of what is not there is told', async () => {
		expect((await patch({ topic: 'New' }, '99999999999')).body.code).toBe(3001);
	});
});

describe('deleting and ending', () => {
	it('deletes once; "recover" brings it back', async () => {
		const path = `/meetings/${SEED.meeting}`;
		expect((await call('DELETE', `${path}?schedule_for_reminder=false`)).status).toBe(204);
		expect((await call('GET', path)).body.code).toBe(3001);
		expect((await call('DELETE', path)).body.code).toBe(3001);
		expect(await call('PUT', `${path}/status`, { json: { action: 'end' } })).toMatchObject({
			status: 404,
		});
		expect((await call('PUT', `${path}/status`, { json: { action: 'recover' } })).status).toBe(204);
		expect((await call('GET', path)).status).toBe(200);
	});

	it('refuses a reminder that is neither true nor false', async () => {
		const path = `/meetings/${SEED.meeting}?cancel_meeting_reminder=yes`;
		expect(await call('DELETE', path)).toMatchObject(invalid('cancel_meeting_reminder'));
	});

	it('ends one that is under way', async () => {
		const { id } = sandbox().addMeeting({ status: 'started' });
		const live = async () => (await call('GET', `${MEETINGS}?type=live`)).body.meetings;
		expect(await live()).toEqual([expect.objectContaining({ id })]);
		const path = `/meetings/${id}/status`;
		expect((await call('PUT', path, { json: { action: 'end' } })).status).toBe(204);
		expect(await live()).toEqual([]);
		expect(await call('PUT', path, { json: { action: 'stop' } })).toMatchObject(invalid('action'));
		expect(await call('PUT', path, { json: {} })).toMatchObject(missing('action'));
	});
});

describe('listing', () => {
	const ids = async (query: string, host = 'me') => {
		const { body } = await call('GET', `/users/${host}/meetings${query}`);
		return (body.meetings as Array<{ id: number }>).map(({ id }) => String(id));
	};

	it('gives the meetings of one host, without settings', async () => {
		const { id } = sandbox().addMeeting({ host_email: SEED.secondHost.email });
		expect(await ids('', 'anna%40example.com')).toEqual([String(id)]);
		expect(await ids('')).toEqual([
			SEED.meeting,
			SEED.manual,
			SEED.registrationOff,
			SEED.series,
			SEED.small,
			SEED.over,
			SEED.workshopOver,
		]);
		const { body } = await call('GET', MEETINGS);
		expect((body.meetings as object[])[0]).not.toHaveProperty('settings');
	});

	it('by kind: what is over, and what comes in the next six months', async () => {
		const soon = sandbox().addMeeting({ startsAt: Date.now() + 86_400_000 });
		expect(await ids('?type=previous_meetings')).toEqual([SEED.over, SEED.workshopOver]);
		expect(await ids('?type=upcoming')).toContain(String(soon.id));
		expect(await ids('?type=upcoming')).not.toContain(SEED.over);
		expect((await call('GET', `${MEETINGS}?type=all`)).body).toMatchObject({
			errors: [{ field: 'type' }],
		});
	});

	it('leaves out instant meetings', async () => {
		const { body } = await create({ type: 1 });
		expect(await ids('')).not.toContain(String(body.id));
	});
});
