import { omit } from 'lodash';
import { DEFAULT_SCOPES, SEED } from '../../../sandbox';
import { errorOf, invalid, useSandbox } from './client';

const { sandbox, call, newToken } = useSandbox({ scopes: 'all' });

const DAY_MS = 86_400_000;
const HOUR_AGO = Date.now() - 3_600_000;
const zoomTime = (ms: number) => `${new Date(ms).toISOString().slice(0, 19)}Z`;
const stay = (name: string, more: object = {}, from = 0, to = 30) => ({
	name,
	join_time: zoomTime(HOUR_AGO + from * 60_000),
	leave_time: zoomTime(HOUR_AGO + to * 60_000),
	...more,
});
const WORKSHOP = `/report/meetings/${SEED.workshopOver}`;
const WEBINAR = `/past_webinars/${SEED.webinarOver}`;
type Rows = Array<Record<string, unknown>>;
const rowsOf = async (path: string, key: string) => (await call('GET', path)).body[key] as Rows;
const encoded = (uuid: unknown) => encodeURIComponent(encodeURIComponent(String(uuid)));

describe('the participants report', () => {
	it('has a row for each stay, with breakout rooms and the waiting room', async () => {
		const rows = await rowsOf(`${WORKSHOP}/participants?page_size=300`, 'participants');
		expect(rows).toHaveLength(11);
		expect(rows[3]).toEqual({
			id: '',
			user_id: expect.stringMatching(/^\d+$/),
			name: 'Nora Lind',
			user_email: 'nora@example.org',
			join_time: expect.any(String),
			leave_time: expect.any(String),
			duration: 1800,
			failover: false,
			status: 'in_meeting',
			customer_key: '',
			participant_user_id: '',
			bo_mtg_id: expect.any(String),
		});
		expect(rows.filter(({ status }) => status === 'in_waiting_room')).toHaveLength(2);
	});

	it('names registrant IDs only when asked for them, and takes no other value', async () => {
		const path = `${WORKSHOP}/participants`;
		const asked = await rowsOf(`${path}?include_fields=registrant_id`, 'participants');
		const ids = sandbox()
			.registrants(SEED.workshopOver)
			.map(({ id }) => id);
		expect(ids).toContain(asked[1]?.registrant_id);
		expect((await rowsOf(path, 'participants'))[1]).not.toHaveProperty('registrant_id');
		expect(await call('GET', `${path}?include_fields=email`)).toMatchObject(
			invalid('include_fields'),
		);
	});

	it('needs the :admin scope of reports', async () => {
		sandbox().configure({ scopes: DEFAULT_SCOPES.filter((one) => !one.startsWith('report:')) });
		for (const path of [`${WORKSHOP}/participants`, `/report/webinars/${SEED.webinarOver}`]) {
			expect((await call('GET', path)).body.code).toBe(4711);
		}
		sandbox().configure({ scopes: ['report:read:admin'] });
		const token = await newToken();
		expect((await call('GET', `${WORKSHOP}/participants`, { token })).status).toBe(200);
	});

	it.each([
		['meetings', () => SEED.meeting, 'Meeting 85746065432 not found or has expired.'],
		['webinars', () => SEED.webinar, 'Webinar "85746065490" not found or has expired'],
		['meetings', () => '99999999999', 'Meeting 99999999999 not found or has expired.'],
	])('of %s that are not over, or unknown', async (root, idOf, message) => {
		for (const below of ['', '/participants']) {
			const reply = await call('GET', `/report/${root}/${idOf()}${below}`);
			expect(errorOf(reply)).toEqual({ status: 404, code: 3001, message });
		}
	});

	it.each([
		['meetings', 366, 'Can not access meeting a year ago.'],
		['webinars', 184, 'Can not access a webinar a year ago.'],
	])('of %s from %p days ago', async (root, days, message) => {
		const add = (age: number) => {
			const fields = { startsAt: Date.now() - age * DAY_MS, duration: 30 };
			return root === 'meetings' ? sandbox().addMeeting(fields) : sandbox().addWebinar(fields);
		};
		const reply = await call('GET', `/report/${root}/${add(days).id}/participants`);
		expect(errorOf(reply)).toEqual({ status: 400, code: 12702, message });
		expect((await call('GET', `/report/${root}/${add(days - 3).id}`)).status).toBe(200);
	});
});

it('knows a meeting that was started again by each of its UUIDs', async () => {
	const uuid = '/again//pQmuoKj48548==';
	const { id, uuid: first } = sandbox().addMeeting({
		startsAt: HOUR_AGO,
		duration: 10,
		restarts: [{ uuid, startsAt: HOUR_AGO + 1_200_000 }],
		participants: [
			stay('A', {}, 0, 10),
			stay('B', {}, 0, 10),
			stay('A', {}, 20, 30),
			stay('C', {}, 20, 30),
		],
	});
	const instances = await rowsOf(`/past_meetings/${id}/instances`, 'meetings');
	expect(instances.map((one) => one.uuid)).toEqual([first, uuid]);
	const namesOf = async (of: unknown) =>
		(await rowsOf(`/past_meetings/${encoded(of)}/participants`, 'participants')).map(
			({ name }) => name,
		);
	expect(await namesOf(id)).toEqual(['A', 'C']);
	expect(await namesOf(uuid)).toEqual(['A', 'C']);
});

it('gives durations of 0 until it has reckoned them', async () => {
	sandbox().configure({ attendanceDelaySeconds: 3 * 86_400, tokenLifeSeconds: 1e9 });
	const durations = async () =>
		(await rowsOf(`${WORKSHOP}/participants`, 'participants')).map(({ duration }) => duration);
	expect(new Set(await durations())).toEqual(new Set([0]));
	sandbox().advanceClock(2 * 86_400);
	expect(await durations()).toContain(1800);
});

it('leaves out who was alone, unless the account shows one-person meetings', async () => {
	const { id } = sandbox().addMeeting({ startsAt: HOUR_AGO, participants: [stay('Ada')] });
	const path = `/report/meetings/${id}/participants`;
	expect(await rowsOf(path, 'participants')).toEqual([]);
	sandbox().configure({ showOnePerson: true });
	expect(await rowsOf(path, 'participants')).toHaveLength(1);
});

it('leaves out a time of leaving that it does not know, and lengths below 0', async () => {
	const open = omit(stay('Open'), 'leave_time');
	const { id } = sandbox().addMeeting({
		startsAt: HOUR_AGO,
		participants: [stay('Ada'), open, stay('Odd', {}, 20, 10)],
	});
	const rows = await rowsOf(`/past_meetings/${id}/participants`, 'participants');
	expect(rows[1]).not.toHaveProperty('leave_time');
	expect(rows.map(({ duration }) => duration)).toEqual([1800, 0, 0]);
});

describe('polls and Q&A', () => {
	it('come by person', async () => {
		const path = `/past_meetings/${SEED.workshopOver}`;
		const polls = await call('GET', `${path}/polls`);
		expect(polls.body).toMatchObject({
			id: Number(SEED.workshopOver),
			uuid: expect.any(String),
			start_time: expect.any(String),
		});
		expect(polls.body.questions).toMatchObject([
			{
				name: 'Nora Lind',
				email: 'nora@example.org',
				question_details: [
					{ question: 'Was the pace right?', answer: 'Yes', polling_id: expect.any(String) },
				],
			},
			{ name: 'Paul Meyer' },
			{ name: 'Anonymous Attendee', email: '' },
		]);
		const qa = await call('GET', `${path}/qa`);
		expect(qa.body.questions).toEqual([
			{
				name: 'Rita Sousa',
				email: 'rita@example.org',
				question_details: [{ question: 'Will there be a recording?', answer: 'Yes, tomorrow.' }],
			},
			expect.objectContaining({
				question_details: [{ question: 'Where are the slides?', answer: '' }],
			}),
		]);
	});

	it.each(['polls', 'qa'])('%s of one that is not over', async (below) => {
		expect(errorOf(await call('GET', `/past_meetings/${SEED.meeting}/${below}`))).toEqual({
			status: 404,
			code: 3001,
			message: 'Meeting ID is invalid or not end.',
		});
		expect(errorOf(await call('GET', `/past_webinars/${SEED.webinar}/${below}`))).toEqual({
			status: 404,
			code: 3001,
			message: 'Webinar ID is invalid or not end.',
		});
	});

	it('are of their own instance, and none of an instant meeting', async () => {
		const at = zoomTime(HOUR_AGO);
		const poll = { name: 'Ada', question: 'Q', answer: 'A', at };
		const { id } = sandbox().addMeeting({
			startsAt: HOUR_AGO - DAY_MS,
			duration: 10,
			restarts: [{ uuid: 'secondTimeKj48548750==', startsAt: HOUR_AGO }],
			pollResults: [poll, { ...poll, question: 'Earlier', at: zoomTime(HOUR_AGO - DAY_MS) }],
		});
		const { body } = await call('GET', `/past_meetings/${id}/polls`);
		expect(JSON.stringify(body)).not.toContain('Earlier');
		const instant = sandbox().addMeeting({
			type: 1,
			participants: [stay('Ada'), stay('Bo')],
			pollResults: [poll],
		});
		expect((await call('GET', `/past_meetings/${instant.id}/polls`)).body.questions).toEqual([]);
	});
});

describe('absentees', () => {
	it('are approved registrants who did not come', async () => {
		const rows = await rowsOf(`${WEBINAR}/absentees`, 'registrants');
		expect(rows.map(({ email }) => email)).toEqual(['dave@example.org']);
		expect((await call('GET', `${WEBINAR}/absentees`)).body).toMatchObject({ total_records: 1 });
	});

	it('are refused without registration, for one to come, and for a wrong occurrence', async () => {
		const { id, uuid } = sandbox().addWebinar({ startsAt: HOUR_AGO, duration: 10 });
		expect(errorOf(await call('GET', `/past_webinars/${id}/absentees`))).toEqual({
			status: 400,
			code: 3000,
			message: `This webinar doesn't have registration required: ${uuid}.`,
		});
		expect(errorOf(await call('GET', `/past_webinars/${SEED.webinar}/absentees`))).toEqual({
			status: 404,
			code: 3001,
			message: 'Webinar 85746065490 not found or expired.',
		});
		expect((await call('GET', `${WEBINAR}/absentees?occurrence_id=5`)).body).toMatchObject({
			code: 300,
			message: expect.stringContaining('invalid occurrence ID: 5'),
		});
	});
});

describe('past webinars', () => {
	it('have instances, and participants without what only meetings have', async () => {
		expect(await rowsOf(`${WEBINAR}/instances`, 'webinars')).toHaveLength(1);
		const [host] = await rowsOf(`${WEBINAR}/participants`, 'participants');
		expect(host).toMatchObject({ name: 'Harriet Host', internal_user: true });
		expect(host).not.toHaveProperty('groupId');
	});

	it('have no details but in the report', async () => {
		expect((await call('GET', WEBINAR)).body.code).toBe(2300);
		expect((await call('GET', `/report/webinars/${SEED.webinarOver}`)).body).toMatchObject({
			topic: 'Summer recap',
			type: 5,
			duration: 60,
			participants_count: 4,
			user_email: SEED.host.email,
		});
	});

	it('are not found while they are to come', async () => {
		expect(errorOf(await call('GET', `/past_webinars/${SEED.webinar}/participants`))).toEqual({
			status: 404,
			code: 3001,
			message: 'Webinar does not exist.',
		});
	});
});
