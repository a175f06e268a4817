import { SEED } from '../../../sandbox';
import { errorOf, invalid, missing, NOT_AN_OBJECT, useSandbox } from './client';

const { sandbox, call } = useSandbox();

const create = async (json: unknown, host = 'me') =>
	await call('POST', `/users/${host}/webinars`, { json });
const get = async (id: unknown, query = '') => await call('GET', `/webinars/${id}${query}`);
const update = async (id: unknown, json: object, query = '') =>
	await call('PATCH', `/webinars/${id}${query}`, { json });
const list = async (query = '', host = 'me') =>
	await call('GET', `/users/${host}/webinars${query}`);
const topicsIn = ({ body }: Awaited<ReturnType<typeof list>>) =>
	(body.webinars as Array<{ topic: string }>).map(({ topic }) => topic);

const PLAN =
	'Webinar plan is missing. You must subscribe to the webinar plan and enable webinars for';
const noPlan = (rest: string) => ({ status: 400, code: 200, message: `${PLAN} ${rest}` });
const RECURRENCE = { type: 1, end_times: 3 };

describe('creating', () => {
	it('makes a webinar with the defaults of the reference', async () => {
		const { status, body } = await create({});
		expect(status).toBe(201);
		expect(body).toMatchObject({
			topic: 'My Webinar',
			type: 5,
			host_id: SEED.host.id,
			duration: 60,
			is_simulive: false,
			settings: { approval_type: 2, audio: 'both', practice_session: false },
		});
		expect(body).not.toHaveProperty('status');
		expect(body).not.toHaveProperty('registration_url');
		expect((await get(body.id)).body).toMatchObject({ id: body.id, uuid: body.uuid });
		expect(sandbox().webinars()).toContainEqual(expect.objectContaining({ id: body.id }));
		expect(sandbox().meetings()).not.toContainEqual(expect.objectContaining({ id: body.id }));
	});

	it.each([0, 1])('gives a registration link with approval type %i', async (approval_type) => {
		const { body } = await create({ settings: { approval_type } });
		expect(body.registration_url).toMatch(
			/^https:\/\/us02web\.zoom\.us\/webinar\/register\/WN_[\w-]{22}$/,
		);
	});

	it.each([
		['no fixed time', { type: 6 }],
		['a Basic host', { schedule_for: SEED.secondHost.email, type: 6 }],
	])('keeps registration off, and says nothing, for %s', async (_, json) => {
		const { status, body } = await create({ ...json, settings: { approval_type: 0 } });
		expect([status, body.settings as object]).toMatchObject([201, { approval_type: 2 }]);
		expect(body).not.toHaveProperty('registration_url');
	});

	it('makes a series, and keeps its registration type', async () => {
		const settings = { approval_type: 0, registration_type: 3 };
		const { body } = await create({ type: 9, recurrence: RECURRENCE, settings });
		expect(body).toMatchObject({ type: 9, recurrence: RECURRENCE, settings });
		expect(body.occurrences).toHaveLength(3);
		expect(body).not.toHaveProperty('pre_schedule');
		const { body: single } = await create({ settings });
		expect(single.settings).not.toHaveProperty('registration_type');
	});

	it.each([
		[{ type: 2 }, 'type'],
		[{ type: 8, recurrence: RECURRENCE }, 'type'],
		[{ recurrence: RECURRENCE }, 'recurrence'],
		[{ type: 6, recurrence: RECURRENCE }, 'recurrence'],
		...[
			[1, 91],
			[2, 13],
			[3, 4],
		].map(([type, repeat_interval]): [object, string] => [
			{ type: 9, recurrence: { type, repeat_interval, end_times: 2 } },
			'recurrence.repeat_interval',
		]),
		[{ topic: 'x'.repeat(201) }, 'topic'],
		[{ settings: { registrants_restrict_number: 20_001 } }, 'settings.registrants_restrict_number'],
		[{ settings: { email_language: 'xx' } }, 'settings.email_language'],
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
			{ settings: { question_and_answer: { answer_questions: 'some' } } },
			'settings.question_and_answer.answer_questions',
		],
		[
			{ settings: { follow_up_absentees_email_notification: { enable: true, type: 8 } } },
			'settings.follow_up_absentees_email_notification.type',
		],
		[{ simulive_delay_start: { enable: true, time: 61 } }, 'simulive_delay_start.time'],
		[
			{ simulive_delay_start: { enable: true, time: 11, timeunit: 'minute' } },
			'simulive_delay_start.time',
		],
		[{ simulive_delay_start: { enable: true, time: 0 } }, 'simulive_delay_start.time'],
	])('refuses %j', async (json, field) => {
		expect(await create(json)).toMatchObject(invalid(field));
	});

	it.each([
		[1, 90],
		[2, 12],
		[3, 3],
	])('repeats a webinar of recurrence type %i after %i at most', async (type, repeat_interval) => {
		const recurrence = { type, repeat_interval, end_times: 2 };
		expect((await create({ type: 9, recurrence })).status).toBe(201);
	});

	it.each([
		[{ type: 9 }, 'recurrence'],
		[{ simulive_delay_start: { enable: true } }, 'simulive_delay_start.time'],
	])('tells what is missing in %j', async (json, field) => {
		expect(await create(json)).toMatchObject(missing(field));
	});

	it.each([
		{ pre_schedule: true },
		{ default_password: true },
		{ settings: { waiting_room: true } },
		{ settings: { join_before_host: true } },
		{ settings: { participant_video: true } },
	])('does not know what meetings have: %j', async (json) => {
		expect(errorOf(await create(json))).toEqual(NOT_AN_OBJECT);
	});

	it.each([
		{ default_passcode: true },
		{ is_simulive: false },
		{ settings: { practice_session: true } },
		{ settings: { panelists_video: true } },
	])('nor do meetings know what webinars have: %j', async (json) => {
		const reply = await call('POST', '/users/me/meetings', { json });
		expect(errorOf(reply)).toEqual(NOT_AN_OBJECT);
	});
});

it.each([
	['GET /users/{userId}/webinars', 'Medium'],
	['POST /users/{userId}/webinars', 'Light'],
	['GET /webinars/{webinarId}', 'Light'],
	['PATCH /webinars/{webinarId}', 'Light'],
	['DELETE /webinars/{webinarId}', 'Light'],
	['PUT /webinars/{webinarId}/status', 'Light'],
	['POST /webinars/{webinarId}/registrants', 'Light'],
	['GET /webinars/{webinarId}/registrants', 'Medium'],
	['GET /webinars/{webinarId}/registrants/{registrantId}', 'Light'],
	['DELETE /webinars/{webinarId}/registrants/{registrantId}', 'Light'],
	['PUT /webinars/{webinarId}/registrants/status', 'Medium'],
	['POST /webinars/{webinarId}/batch_registrants', 'Heavy'],
	['GET /webinars/{webinarId}/registrants/questions', 'Light'],
	['PATCH /webinars/{webinarId}/registrants/questions', 'Light'],
	['GET /webinars/{webinarId}/panelists', 'Medium'],
	['POST /webinars/{webinarId}/panelists', 'Medium'],
	['DELETE /webinars/{webinarId}/panelists', 'Light'],
	['DELETE /webinars/{webinarId}/panelists/{panelistId}', 'Light'],
	['GET /webinars/{webinarId}/tracking_sources', 'Medium'],
])('%s counts as %s', async (operation, category) => {
	const [method = '', path = ''] = operation.split(' ');
	const { headers } = await call(method, path.replaceAll(/[{}]/g, ''));
	expect(headers.get('x-ratelimit-category')).toBe(category);
});

describe('a host without the add-on', () => {
	const { id } = SEED.basicHost;
	const theirs = () => sandbox().addWebinar({ host_email: SEED.basicHost.email }).id;

	it('creates none, and none is created for them', async () => {
		const refused = noPlan(`user ${id} in order to perform this action.`);
		expect(errorOf(await create({}, id))).toEqual(refused);
		expect(errorOf(await create({ schedule_for: SEED.basicHost.email }))).toEqual(refused);
		expect(errorOf(await list('', id))).toEqual(
			noPlan('this user in order to perform this action.'),
		);
	});

	it('is told on reading and changing one that is there', async () => {
		const webinar = theirs();
		expect(errorOf(await get(webinar))).toEqual(noPlan(`user ${id} to perform this action.`));
		const onUpdate = noPlan(`this user in order to perform this action: ${id}.`);
		expect(errorOf(await update(webinar, { topic: 'x' }))).toEqual(onUpdate);
		expect(errorOf(await update(SEED.webinar, { schedule_for: id }))).toEqual(onUpdate);
	});

	it.each([
		['DELETE', ''],
		['GET', '/registrants'],
		['GET', '/registrants/questions'],
		['GET', '/panelists'],
		['DELETE', '/panelists'],
		['GET', '/tracking_sources'],
	])('is told on %s %s', async (method, path) => {
		const reply = await call(method, `/webinars/${theirs()}${path}`);
		expect(errorOf(reply)).toEqual(noPlan('this user in order to perform this action.'));
	});

	it('has meetings all the same', async () => {
		expect((await call('POST', `/users/${id}/meetings`, { json: {} })).status).toBe(201);
	});
});

describe('a role that may do nothing with webinars', () => {
	const refused = { status: 400, code: 200, message: 'No permission.' };

	it.each([
		['GET', '/users/me/webinars'],
		['POST', '/users/me/webinars'],
		['GET', `/webinars/${SEED.webinar}`],
		['DELETE', `/webinars/${SEED.webinar}/panelists`],
		['GET', `/webinars/${SEED.webinar}/registrants`],
		['GET', `/past_webinars/${SEED.webinarOver}/instances`],
		['GET', `/report/webinars/${SEED.webinarOver}/participants`],
	])('is told on %s %s', async (method, path) => {
		sandbox().configure({ managesWebinars: false });
		expect(errorOf(await call(method, path, method === 'POST' ? { json: {} } : {}))).toEqual(
			refused,
		);
	});

	it('has meetings all the same', async () => {
		sandbox().configure({ managesWebinars: false });
		expect((await call('GET', `/meetings/${SEED.meeting}`)).status).toBe(200);
	});
});

describe('the ID of a path', () => {
	const notThere = (id: string) => ({
		status: 404,
		code: 3001,
		message: `Webinar does not exist: ${id}.`,
	});

	it.each([
		['of nothing', '99999999999'],
		['of a meeting', SEED.meeting],
		['of a series of meetings', SEED.series],
	])('%s is not found', async (_, id) => {
		expect(errorOf(await get(id))).toEqual(notThere(id));
		expect(errorOf(await call('GET', `/webinars/${id}/registrants`))).toEqual(notThere(id));
		expect(errorOf(await call('GET', `/webinars/${id}/panelists`))).toEqual(notThere(id));
	});

	it.each(['857-4606-5490', '857%204606%205490', 'WN_juM2BGyLQMyQ_ZrqiqRRLg'])(
		'%s can be of none',
		async (id) => {
			expect(errorOf(await get(id))).toEqual({
				status: 400,
				code: 300,
				message: 'Invalid webinar ID.',
			});
		},
	);

	it.each(['', '/registrants', '/registrants/questions', '/invitation'])(
		'of a webinar is told apart where a meeting is asked for: %s',
		async (path) => {
			expect(errorOf(await call('GET', `/meetings/${SEED.webinar}${path}`))).toEqual({
				status: 400,
				code: 3000,
				message: 'Cannot access webinar info.',
			});
		},
	);

	it('may be a UUID', async () => {
		const { id } = sandbox().addWebinar({ uuid: '/webinar//uuid==' });
		const twice = encodeURIComponent(encodeURIComponent('/webinar//uuid=='));
		expect((await get(twice)).body.id).toBe(id);
	});
});

describe('a list', () => {
	it('has the webinars of its host, and none of the meetings', async () => {
		const reply = await list();
		expect(topicsIn(reply)).toEqual([
			'Autumn launch',
			'Partner briefing',
			'Company town hall',
			'Security masterclass',
			'Summer recap',
		]);
		expect(reply.body).toMatchObject({ total_records: 5, page_size: 30, next_page_token: '' });
		expect((reply.body.webinars as object[])[0]).not.toHaveProperty('settings');
		const { body } = await call('GET', '/users/me/meetings');
		expect(JSON.stringify(body.meetings)).not.toContain('Autumn launch');
		expect(topicsIn(await list('', SEED.secondHost.id))).toEqual([]);
	});

	it('comes in pages', async () => {
		const { body } = await list('?page_size=3');
		const rest = await list(`?page_size=3&next_page_token=${String(body.next_page_token)}`);
		expect(topicsIn(rest)).toEqual(['Security masterclass', 'Summer recap']);
		const other = await call(
			'GET',
			`/users/me/meetings?page_size=3&next_page_token=${String(body.next_page_token)}`,
		);
		expect(other.body.code).toBe(300);
	});

	it('of those to come leaves out what is over', async () => {
		sandbox().addWebinar({ topic: 'Over', startsAt: Date.now() - 86_400_000 });
		expect(topicsIn(await list())).toContain('Over');
		expect(topicsIn(await list('?type=upcoming'))).not.toContain('Over');
	});

	it.each(['live', 'previous_meetings', 'upcoming_meetings'])('has no type %s', async (type) => {
		expect(await list(`?type=${type}`)).toMatchObject(invalid('type'));
	});
});

describe('updating', () => {
	it('changes what is named and keeps the rest', async () => {
		const { status } = await update(SEED.webinar, {
			topic: 'Winter launch',
			settings: { practice_session: true, notify_registrants: true },
		});
		expect(status).toBe(204);
		expect((await get(SEED.webinar)).body).toMatchObject({
			topic: 'Winter launch',
			agenda: 'All that is new, live',
			settings: { practice_session: true, approval_type: 0 },
		});
	});

	it('of one date takes what a date can have', async () => {
		const { body } = await get(SEED.webinarSeries);
		const [first] = body.occurrences as Array<{ occurrence_id: string }>;
		const query = `?occurrence_id=${first?.occurrence_id}`;
		const settings = { panelists_video: true, hd_video: true };
		expect((await update(SEED.webinarSeries, { duration: 30, settings }, query)).status).toBe(204);
		expect((await get(SEED.webinarSeries, query)).body).toMatchObject({ duration: 30, settings });
		expect((await get(SEED.webinarSeries)).body).toMatchObject({ duration: 60 });
		const wrong = { topic: 'x', settings: { practice_session: true } };
		expect(await update(SEED.webinarSeries, wrong, query)).toMatchObject(
			invalid('topic', 'settings.practice_session'),
		);
	});

	it('of a date that is not there is refused', async () => {
		const refused = { status: 400, code: 3000, message: 'Webinar occurrence does not exist.' };
		const query = '?occurrence_id=1';
		expect(errorOf(await update(SEED.webinarSeries, {}, query))).toEqual(refused);
		expect(errorOf(await get(SEED.webinarSeries, query))).toEqual(refused);
		const deleted = await call('DELETE', `/webinars/${SEED.webinarSeries}${query}`);
		expect(errorOf(deleted)).toEqual(refused);
	});

	it('moves it to another host, who must be known', async () => {
		await update(SEED.webinar, { schedule_for: SEED.secondHost.email });
		expect((await get(SEED.webinar)).body.host_id).toBe(SEED.secondHost.id);
		expect(errorOf(await update(SEED.webinar, { schedule_for: 'nobody@example.com' }))).toEqual({
			status: 400,
			code: 300,
			message:
				'The value that you entered for the `schedule_for` field is invalid. Enter a valid value and try again.',
		});
	});

	it('shares the host’s 100 a day with meetings', async () => {
		sandbox().configure({ dailyLimits: { createUpdatePerHost: 2 } });
		await create({});
		await call('POST', '/users/me/meetings', { json: {} });
		expect(errorOf(await update(SEED.webinar, { topic: 'x' }))).toMatchObject({
			status: 429,
			message: expect.stringContaining('(2) of Meeting Create/Update API requests'),
		});
	});
});

describe('deleting and ending', () => {
	it('takes one date or all of it', async () => {
		const { body } = await get(SEED.webinarSeries);
		const [first] = body.occurrences as Array<{ occurrence_id: string }>;
		const path = `/webinars/${SEED.webinarSeries}`;
		await call('DELETE', `${path}?occurrence_id=${first?.occurrence_id}`);
		expect((await get(SEED.webinarSeries)).body.occurrences).toContainEqual(
			expect.objectContaining({ ...first, status: 'deleted' }),
		);
		expect((await call('DELETE', `${path}?cancel_webinar_reminder=true`)).status).toBe(204);
		expect((await get(SEED.webinarSeries)).status).toBe(404);
		expect((await call('DELETE', path)).body.code).toBe(3001);
	});

	it('ends it, which is answered with 200 and nothing', async () => {
		const { id } = sandbox().addWebinar({ status: 'started' });
		const reply = await call('PUT', `/webinars/${id}/status`, { json: { action: 'end' } });
		expect({ status: reply.status, body: reply.body }).toEqual({ status: 200, body: {} });
	});

	it.each([{ action: 'recover' }, { action: 'start' }])('does not know %j', async (json) => {
		expect(await call('PUT', `/webinars/${SEED.webinar}/status`, { json })).toMatchObject(
			invalid('action'),
		);
	});
});

describe('a simulive webinar', () => {
	const SIMULIVE = { is_simulive: true, record_file_id: SEED.recordingFile };
	const refusal = (message: string, code = 300) => ({ status: 400, code, message });
	const noRecord = refusal('Record file does not exist.');

	it('plays a recording of the account', async () => {
		const json = {
			...SIMULIVE,
			transition_to_live: true,
			simulive_delay_start: { enable: true, time: 10, timeunit: 'second' },
		};
		const { status, body } = await create(json);
		expect([status, body]).toMatchObject([201, json]);
		const { body: listed } = await list();
		expect((listed.webinars as object[]).at(-1)).toMatchObject({ is_simulive: true });
	});

	it.each([
		['without a recording', { is_simulive: true }, noRecord],
		['with an unknown one', { ...SIMULIVE, record_file_id: 'x' }, noRecord],
		[
			'for another host',
			{ ...SIMULIVE, schedule_for: SEED.secondHost.email },
			refusal('Can not schedule simulive webinar for others.'),
		],
		[
			'without a fixed time',
			{ ...SIMULIVE, type: 6 },
			refusal("Simulive can't select `No Fixed Time`.", 4505),
		],
	])('is refused %s', async (_, json, refused) => {
		expect(errorOf(await create(json))).toEqual(refused);
		const { schedule_for: other, ...rest } = json as Record<string, unknown>;
		if (!other) expect(errorOf(await update(SEED.webinar, rest))).toEqual(refused);
	});

	it('needs the account’s setting', async () => {
		sandbox().configure({ simulive: false });
		expect(errorOf(await create(SIMULIVE))).toEqual(
			refusal("Account hasn't enabled simulive webinar."),
		);
		expect((await create({})).status).toBe(201);
	});

	it.each([
		[{ record_file_id: SEED.recordingFile }, 'record_file_id'],
		[{ transition_to_live: true }, 'transition_to_live'],
	])('must be said to be one: %j', async (json, field) => {
		expect(await create(json)).toMatchObject(invalid(field));
		expect(await update(SEED.webinar, json)).toMatchObject(invalid(field));
	});

	it('stays one while it is updated', async () => {
		const start_time = '2099-03-05T10:00:00Z';
		const { body } = await create({ ...SIMULIVE, start_time });
		expect((await update(body.id, { transition_to_live: true })).status).toBe(204);
		expect((await get(body.id)).body).toMatchObject({ ...SIMULIVE, transition_to_live: true });
	});

	it('is not touched once it has begun', async () => {
		const startsAt = Date.now() - 60_000;
		const { id } = sandbox().addWebinar({ ...SIMULIVE, startsAt });
		const refused = refusal(
			'You cannot update or delete simulive webinars that have started using this method.',
			3000,
		);
		expect(errorOf(await update(id, { topic: 'x' }))).toEqual(refused);
		expect(errorOf(await call('DELETE', `/webinars/${id}`))).toEqual(refused);
	});
});
