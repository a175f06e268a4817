import { SEED } from '../../../sandbox';
import type { MeetingFields } from '../../../sandbox/state/account';
import { errorOf, invalid, useSandbox } from './client';

const { sandbox, call } = useSandbox();

const DAY_MS = 86_400_000;
const zoomTime = (ms: number) => `${new Date(ms).toISOString().slice(0, 19)}Z`;
const pathOf = (id: string | number) => `/past_meetings/${id}`;
/** A UUID as it must stand in a path. */
const encoded = (uuid: string) => encodeURIComponent(encodeURIComponent(uuid));
const HOUR_AGO = Date.now() - 3_600_000;
const stay = (name: string, more: object = {}, minutes = 30) => ({
	name,
	join_time: zoomTime(HOUR_AGO),
	leave_time: zoomTime(HOUR_AGO + minutes * 60_000),
	...more,
});
const addPast = (fields: MeetingFields) =>
	sandbox().addMeeting({ startsAt: HOUR_AGO, duration: 30, ...fields });
const participantsOf = async (id: string | number, query = '') =>
	(await call('GET', `${pathOf(id)}/participants${query}`)).body.participants as Array<
		Record<string, unknown>
	>;
const meeting = (id: string) =>
	sandbox()
		.meetings()
		.find((one) => String(one.id) === id)!;

describe('details', () => {
	it('tell of a meeting that took place', async () => {
		const { start_time: start = '' } = meeting(SEED.over);
		expect(await call('GET', pathOf(SEED.over))).toMatchObject({ status: 200 });
		expect((await call('GET', pathOf(SEED.over))).body).toEqual({
			id: Number(SEED.over),
			uuid: meeting(SEED.over).uuid,
			topic: 'Last week’s webinar',
			type: 2,
			start_time: start,
			end_time: zoomTime(Date.parse(start) + 3_600_000),
			duration: 60,
			// The host all of it, one from minute 1 and one from minute 2 to minute 55.
			total_minutes: 60 + 54 + 53,
			participants_count: 3,
			host_id: SEED.host.id,
			user_email: SEED.host.email,
			user_name: 'Harriet Host',
			dept: '',
			source: 'Zoom',
			has_meeting_summary: false,
		});
	});

	it('count people, not stays, and take the time from them', async () => {
		const { id } = addPast({
			participants: [
				stay('Ada', { user_email: 'ada@example.com' }, 10),
				stay('Ada', { user_email: 'ada@example.com' }, 20),
				stay('Phone', {}, 40),
			],
		});
		expect((await call('GET', pathOf(id))).body).toMatchObject({
			participants_count: 2,
			total_minutes: 70,
			duration: 40,
		});
	});

	it('go by the plan where nobody came', async () => {
		const { id, start_time: start } = addPast({});
		expect((await call('GET', pathOf(id))).body).toMatchObject({
			start_time: start,
			duration: 30,
			participants_count: 0,
			total_minutes: 0,
		});
	});

	it('are of a meeting without a fixed time once people have been there', async () => {
		const { id } = sandbox().addMeeting({ type: 3 });
		expect((await call('GET', pathOf(id))).body.code).toBe(300);
		const { id: held } = sandbox().addMeeting({ type: 3, participants: [stay('Ada')] });
		expect((await call('GET', pathOf(held))).body).toMatchObject({ type: 3, duration: 30 });
	});

	it('are found by UUID too', async () => {
		const uuid = '/past//uuid==';
		const { id } = addPast({ uuid });
		expect((await call('GET', pathOf(encoded(uuid)))).body.id).toBe(id);
		expect((await call('GET', pathOf(encodeURIComponent(uuid)))).body.code).toBe(3001);
	});
});

describe('a meeting that has not ended', () => {
	const UNAVAILABLE = { status: 400, code: 300, message: 'Cannot access meeting information.' };

	it.each([
		['is to come', () => SEED.meeting],
		['is under way', () => addPast({ status: 'started' }).id],
		[
			'still has somebody in it',
			() => addPast({ participants: [stay('Ada'), stay('Bob', {}, 90)] }).id,
		],
	])('%s: no details, no participants, no instance', async (_, create) => {
		const id = create();
		expect(errorOf(await call('GET', pathOf(id)))).toEqual(UNAVAILABLE);
		expect(errorOf(await call('GET', `${pathOf(id)}/participants`))).toEqual({
			status: 404,
			code: 3001,
			message: `Meeting does not exist: ${id}.`,
		});
		expect((await call('GET', `${pathOf(id)}/instances`)).body).toEqual({ meetings: [] });
	});

	it('has ended when its time is over', async () => {
		sandbox().configure({ tokenLifeSeconds: 1e9 });
		const start = Date.parse(meeting(SEED.meeting).start_time!);
		sandbox().advanceClock((start - Date.now()) / 1000 + 3700);
		expect((await call('GET', pathOf(SEED.meeting))).status).toBe(200);
	});
});

it.each(['', '/participants', '/instances'])('"%s" of an unknown meeting', async (below) => {
	for (const id of ['99999999999', SEED.webinar]) {
		const { code } = (await call('GET', pathOf(id) + below)).body;
		expect(code).toBe(id === SEED.webinar ? 3000 : 3001);
	}
});

it.each([
	['', 'Cannot access a meeting a year ago.'],
	['/participants', 'Can not access a meeting a year ago.'],
])('more than a year ago: "%s"', async (below, message) => {
	const old = addPast({ startsAt: Date.now() - 366 * DAY_MS });
	const reply = await call('GET', pathOf(old.id) + below);
	expect(errorOf(reply)).toEqual({ status: 400, code: 12702, message });
	const younger = addPast({ startsAt: Date.now() - 364 * DAY_MS });
	expect((await call('GET', pathOf(younger.id) + below)).status).toBe(200);
});

describe('participants', () => {
	it('of the seed: the host and two of three who registered', async () => {
		const registrants = sandbox().registrants(SEED.over);
		expect(registrants.map(({ email, status }) => [email, status])).toEqual(
			[...SEED.attendance.came, SEED.attendance.stayedAway].map((email) => [email, 'approved']),
		);
		const query = '?include_fields=registrant_id';
		const participants = await participantsOf(SEED.over, query);
		const idsOfThoseWhoCame = registrants.slice(0, 2).map(({ id }) => id);
		expect(participants.map((one) => one.registrant_id)).toEqual(['', ...idsOfThoseWhoCame]);
		expect(participants.map((one) => one.user_email)).toEqual([
			SEED.host.email,
			...SEED.attendance.came,
		]);
	});

	it('show email addresses of the account and of registrants only', async () => {
		const { id } = addPast({
			participants: [
				stay('Anna', { user_email: SEED.secondHost.email }),
				stay('Reg', { user_email: 'reg@example.org', registrant_id: 'abc' }),
				stay('Outsider', { user_email: 'out@example.org' }),
				stay('Phone'),
			],
		});
		const participants = await participantsOf(id);
		const of = (index: number) => participants[index];
		expect(of(0)).toEqual({
			id: SEED.secondHost.id,
			user_id: expect.stringMatching(/^\d+$/),
			name: 'Anna',
			user_email: SEED.secondHost.email,
			join_time: stay('').join_time,
			leave_time: stay('').leave_time,
			duration: 1800,
			failover: false,
			status: 'in_meeting',
			groupId: '',
			internal_user: true,
		});
		expect(of(1)).toMatchObject({ id: '', user_email: 'reg@example.org', internal_user: false });
		expect(of(2)).toMatchObject({ id: '', user_email: '', internal_user: false });
		expect(of(3)).toMatchObject({ name: 'Phone', user_email: '' });
		expect(new Set(participants.map((one) => one.user_id)).size).toBe(4);
	});

	it('name registrant IDs only when asked for them', async () => {
		const { id } = addPast({ participants: [stay('A', { registrant_id: 'x' }), stay('B')] });
		expect((await participantsOf(id))[0]).not.toHaveProperty('registrant_id');
		const asked = await participantsOf(id, '?include_fields=registrant_id');
		expect(asked.map((one) => one.registrant_id)).toEqual(['x', '']);
	});

	it('are not shown of somebody who was alone', async () => {
		const { id } = addPast({ participants: [stay('Ada'), stay('Ada')] });
		expect(await participantsOf(id)).toEqual([]);
	});

	it('come in pages', async () => {
		const everybody = Array.from({ length: 301 }, (_, i) => stay(`P${i}`));
		const { id } = addPast({ participants: everybody });
		const path = `${pathOf(id)}/participants`;
		const { body: first } = await call('GET', `${path}?page_size=300`);
		expect(first).toMatchObject({ page_count: 2, page_size: 300, total_records: 301 });
		expect(first).not.toHaveProperty('page_number');
		const token = encodeURIComponent(String(first.next_page_token));
		const { body: rest } = await call('GET', `${path}?page_size=300&next_page_token=${token}`);
		expect(rest.next_page_token).toBe('');
		const names = [first, rest].flatMap(({ participants }) =>
			(participants as Array<{ name: string }>).map(({ name }) => name),
		);
		expect(names).toEqual(everybody.map(({ name }) => name));
		expect((await call('GET', path)).body.page_size).toBe(30);
		expect(await call('GET', `${path}?page_size=301`)).toMatchObject(invalid('page_size'));
		const other = await call('GET', `${path}?page_size=200&next_page_token=${token}`);
		expect(other.body.message).toBe('The next page token is invalid or expired.');
	});
});

describe('a series', () => {
	/** Three dates are over and three are to come; people were on the first and the third. */
	const EVERY_DAYS = 10;
	const addSeries = () => {
		const start = (Math.floor(Date.now() / DAY_MS) + 0.5 - 25) * DAY_MS;
		const dateOf = (index: number) => start + index * EVERY_DAYS * DAY_MS;
		const on = (index: number) => ({
			join_time: zoomTime(dateOf(index) - 60_000),
			leave_time: zoomTime(dateOf(index) + 1_740_000),
		});
		const { id } = addPast({
			type: 8,
			timezone: 'UTC',
			startsAt: start,
			recurrence: { type: 1, repeat_interval: EVERY_DAYS, end_times: 6 },
			participants: [
				{ name: 'Ada', ...on(0) },
				{ name: 'Bob', ...on(0) },
				{ name: 'Ada', ...on(2) },
				{ name: 'Cid', ...on(2) },
			],
		});
		return { id, dateOf };
	};
	const instancesOf = async (id: number, query = '') =>
		(await call('GET', `${pathOf(id)}/instances${query}`)).body.meetings as Array<{
			uuid: string;
			start_time: string;
		}>;

	it('has an instance for each date that is over', async () => {
		const { id, dateOf } = addSeries();
		const instances = await instancesOf(id);
		expect(instances.map((one) => one.start_time)).toEqual([
			zoomTime(dateOf(0) - 60_000),
			zoomTime(dateOf(1)),
			zoomTime(dateOf(2) - 60_000),
		]);
		expect(new Set(instances.map(({ uuid }) => uuid)).size).toBe(3);
	});

	it('shows by its ID the latest instance, by UUID each', async () => {
		const { id } = addSeries();
		const names = async (of: string | number) => (await participantsOf(of)).map(({ name }) => name);
		expect(await names(id)).toEqual(['Ada', 'Cid']);
		const [first, second] = await instancesOf(id);
		expect(await names(encoded(first!.uuid))).toEqual(['Ada', 'Bob']);
		expect(await names(encoded(second!.uuid))).toEqual([]);
		const { body } = await call('GET', pathOf(encoded(first!.uuid)));
		expect(body).toMatchObject({ id, uuid: first!.uuid, start_time: first!.start_time });
	});

	it('filters instances by day, with both ends or not at all', async () => {
		const { id, dateOf } = addSeries();
		const day = zoomTime(dateOf(1)).slice(0, 10);
		expect(await instancesOf(id, `?from=${day}&to=${day}`)).toHaveLength(1);
		expect(await instancesOf(id, `?from=${day}`)).toHaveLength(3);
		expect(await instancesOf(id, `?to=2020-01-01`)).toHaveLength(3);
		const reply = await call('GET', `${pathOf(id)}/instances?from=yesterday&to=${day}`);
		expect(reply).toMatchObject(invalid('from'));
	});

	it('has none for a date that was deleted', async () => {
		const { id, dateOf } = addSeries();
		await call('DELETE', `/meetings/${id}?occurrence_id=${dateOf(1)}`);
		expect(await instancesOf(id)).toHaveLength(2);
	});

	it('forgets instances after 15 months', async () => {
		const age = (days: number) => addPast({ startsAt: Date.now() - days * DAY_MS }).id;
		expect(await instancesOf(age(450))).toHaveLength(1);
		expect(await instancesOf(age(460))).toEqual([]);
	});

	it('that was deleted tells nothing any more', async () => {
		const { id } = addSeries();
		const [first] = await instancesOf(id);
		await call('DELETE', `/meetings/${id}`);
		expect((await call('GET', pathOf(encoded(first!.uuid)))).body.code).toBe(3001);
	});
});
