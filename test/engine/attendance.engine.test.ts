import { omit } from 'lodash';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { errorMessage, errorOf } from '../failedRow';
import { DEFAULT_SCOPES, SEED } from '../../sandbox';
import { runZoom } from './run';
import { apiRequests, byId, byUrl, credentialsFor, eventOf, useSandbox } from './world';

const HOUR_AGO = Date.now() - 3_600_000;
const DAY_MS = 86_400_000;
const zoomTime = (ms: number) => `${new Date(ms).toISOString().slice(0, 19)}Z`;
const stay = (
	name: string,
	from: number,
	to: number,
	more: IDataObject = {},
	start = HOUR_AGO,
) => ({
	name,
	join_time: zoomTime(start + from * 60_000),
	leave_time: zoomTime(start + to * 60_000),
	...more,
});
const without = (...parts: string[]) =>
	DEFAULT_SCOPES.filter((scope) => !parts.some((part) => scope.includes(part)));

const sandbox = useSandbox();
const run = async (parameters: INodeParameters, rows?: IDataObject[]) =>
	await runZoom(
		{ operation: 'getAttendance', options: {}, ...parameters },
		credentialsFor(sandbox()),
		rows,
		{ onError: 'continueErrorOutput' },
	);
const ofMeeting = async (id: string | number, more: INodeParameters = {}) =>
	await run({ resource: 'pastMeeting', meetingId: byId(id), ...more });
const ofWebinar = async (id: string | number, more: INodeParameters = {}) =>
	await run({ resource: 'pastWebinar', webinarId: byId(id), ...more });
const byName = (items: Array<{ json: IDataObject }>) =>
	Object.fromEntries(items.map(({ json }) => [String(json.name), json]));
const askedFor = () => apiRequests(sandbox()).map(({ path }) => path.replace('/v2', ''));

describe('Get Attendance, in n8n-core against the sandbox', () => {
	it('tells of each person once, with devices, rooms and rejoins united', async () => {
		const { items, errors } = await ofMeeting(SEED.workshopOver);
		expect(errors).toEqual([]);
		const people = byName(items);
		expect(
			Object.values(people).map(({ name, minutes, percent, stays, group, attended }) => [
				name,
				minutes,
				percent,
				stays,
				group,
				attended,
			]),
		).toEqual([
			['Nora Lind', 95, 95, 3, 'fullAttendance', true],
			['Paul Meyer', 85, 85, 2, 'fullAttendance', true],
			['Rita Sousa', 30, 30, 1, 'partial', true],
			['Sven Olsen', 0, 0, 0, 'noShow', false],
			['Tara Quinn', 0, 0, 0, 'noShow', false],
			['Uma Rao', 90, 90, 1, 'fullAttendance', true],
			['Viktor Held', 85, 85, 1, 'walkIn', true],
		]);
		const start = eventOf(sandbox(), SEED.workshopOver)?.start_time ?? '';
		const at = (minute: number) => zoomTime(Date.parse(start) + minute * 60_000);
		const { id } = sandbox().registrants(SEED.workshopOver)[0]!;
		expect(people['Nora Lind']).toEqual({
			name: 'Nora Lind',
			email: 'nora@example.org',
			registrant_id: id,
			status: 'approved',
			registered: true,
			attended: true,
			group: 'fullAttendance',
			minutes: 95,
			percent: 95,
			stays: 3,
			first_join: at(2),
			last_leave: at(97),
			matched_by: 'registrantId',
			answers: { [SEED.questions.companySize]: '50' },
			source: 'report',
		});
		expect(people['Uma Rao']).toMatchObject({
			matched_by: 'name',
			warning: expect.stringContaining('matched by name'),
		});
		expect(people['Sven Olsen']?.warning).toContain('waiting room only');
		expect(people['Tara Quinn']).toMatchObject({ first_join: null, last_leave: null });
	});

	it('asks for each page once, by the UUID of the latest time', async () => {
		await ofMeeting(SEED.workshopOver);
		const uuid = encodeURIComponent(String(eventOf(sandbox(), SEED.workshopOver)?.uuid));
		const asked = askedFor();
		expect(asked.slice(0, 2)).toEqual([
			`/past_meetings/${SEED.workshopOver}/instances`,
			expect.stringMatching(/^\/past_meetings\/[^/]+$/),
		]);
		expect(asked.slice(2).sort()).toEqual([
			...Array.from({ length: 3 }, () => `/meetings/${SEED.workshopOver}/registrants`),
			expect.stringMatching(/^\/report\/meetings\/[^/]+\/participants$/),
		]);
		if (!/%2F/.test(uuid)) expect(asked).toContain(`/past_meetings/${uuid}`);
	});

	it('is the same for webinars, with the report on their length', async () => {
		const { items, errors } = await ofWebinar(SEED.webinarOver);
		expect(errors).toEqual([]);
		expect(items.map(({ json }) => [json.name, json.minutes, json.group])).toEqual([
			['Bela Nagy', 60, 'fullAttendance'],
			['Cara Diaz', 20, 'partial'],
			['Dave Ross', 0, 'noShow'],
			['Elio Conti', 55, 'walkIn'],
		]);
	});

	it('does without the reports where the app may not read them, and says so', async () => {
		sandbox().configure({ scopes: without('report:') });
		const meeting = await ofMeeting(SEED.workshopOver);
		expect(meeting.errors).toEqual([]);
		expect(byName(meeting.items)['Nora Lind']).toMatchObject({
			minutes: 95,
			source: 'pastParticipants',
		});
		const webinar = await ofWebinar(SEED.webinarOver);
		expect(webinar.errors).toEqual([]);
		expect(webinar.items.map(({ json }) => [json.name, json.minutes])).toEqual([
			// Zoom tells nobody who the host is.
			['Bela Nagy', 60],
			['Cara Diaz', 20],
			['Dave Ross', 0],
			['Harriet Host', 60],
			['Elio Conti', 55],
		]);
		expect(webinar.items[0]?.json.warning).toContain('from the first join to the last leave');
		const { uuid } = sandbox()
			.webinars()
			.find(({ id }) => String(id) === SEED.webinarOver)!;
		const byUuid = await ofWebinar(String(uuid));
		expect(errorOf(byUuid.errors[0])?.hint).toContain("Enter the webinar's ID under 'Webinar'");
	});

	it('takes the thresholds, leaves answers out and includes the host when told to', async () => {
		const { items } = await ofMeeting(SEED.workshopOver, {
			additionalFields: {
				fullAttendanceFrom: 90,
				attendedFrom: 31,
				answers: false,
				includeHost: true,
			},
		});
		const people = byName(items);
		expect(people['Harriet Host']).toMatchObject({ group: 'walkIn', minutes: 100 });
		expect(people['Paul Meyer']?.group).toBe('partial');
		expect(people['Rita Sousa']).toMatchObject({ attended: false, group: 'noShow', minutes: 30 });
		expect(items.every(({ json }) => !('answers' in json))).toBe(true);
	});

	it('gives totals as one item', async () => {
		const { items } = await ofMeeting(SEED.workshopOver, { additionalFields: { totals: true } });
		const workshop = eventOf(sandbox(), SEED.workshopOver);
		expect(items.map(({ json }) => json)).toEqual([
			{
				id: SEED.workshopOver,
				uuid: workshop?.uuid,
				topic: 'Certificate workshop',
				start_time: workshop?.start_time,
				end_time: zoomTime(Date.parse(workshop?.start_time ?? '') + 6_000_000),
				minutes: 100,
				registered: 6,
				attended: 5,
				fullAttendance: 3,
				partial: 1,
				noShow: 2,
				walkIn: 1,
				average_minutes: 77,
				average_percent: 77,
				source: 'report',
			},
		]);
	});

	it('finds the event by registration link, and pairs each person with the row', async () => {
		const rows = [{ link: eventOf(sandbox(), SEED.over)?.registration_url }, { link: '5' }];
		const { items, errors } = await run(
			{ resource: 'pastMeeting', meetingId: byUrl('={{ $json.link }}') },
			rows as IDataObject[],
		);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 0 },
			{ item: 0 },
		]);
		expect(errors).toHaveLength(1);
	});

	it('has no no-shows and walk-ins where there was no registration', async () => {
		const { id } = sandbox().addMeeting({
			startsAt: HOUR_AGO,
			participants: [stay('Ada', 0, 30), stay('Bo', 0, 10), stay('Ada', 20, 40)],
		});
		const { items, errors } = await ofMeeting(id ?? 0);
		expect(errors).toEqual([]);
		expect(items.map(({ json }) => [json.name, json.registered, json.group])).toEqual([
			['Ada', false, 'fullAttendance'],
			['Bo', false, 'partial'],
		]);
	});

	it('tells a time without an end, and one that ends before it begins', async () => {
		const open = omit(stay('Open', 10, 0), 'leave_time');
		const { id } = sandbox().addMeeting({
			startsAt: HOUR_AGO,
			participants: [stay('Ada', 0, 40), open, stay('Odd', 20, 10)],
		});
		const people = byName((await ofMeeting(id ?? 0)).items);
		expect(people.Open).toMatchObject({ minutes: 30, warning: expect.stringContaining('until') });
		expect(people.Odd).toMatchObject({ minutes: 0, warning: expect.stringContaining('0 minutes') });
		expect(people.Ada).not.toHaveProperty('warning');
	});
});

describe('Get Attendance of a certain time', () => {
	const everyTenDays = () => {
		const first = (Math.floor(Date.now() / DAY_MS) + 0.5 - 25) * DAY_MS;
		const on = (index: number) => first + index * 10 * DAY_MS;
		const { id } = sandbox().addMeeting({
			type: 8,
			timezone: 'UTC',
			startsAt: first,
			settings: { approval_type: 0, registration_type: 2 },
			recurrence: { type: 1, repeat_interval: 10, end_times: 6 },
			participants: [0, 1].flatMap((index) => [
				stay('Ada', 0, 60, {}, on(index)),
				stay(`Only ${index}`, 0, 30, {}, on(index)),
			]),
		});
		return { id: String(id), on };
	};
	const instancesOf = async (meetingId: string) =>
		(
			await runZoom(
				{
					resource: 'pastMeeting',
					operation: 'getAll',
					meetingId: byId(meetingId),
					returnAll: true,
				},
				credentialsFor(sandbox()),
			)
		).items.map(({ json }) => json);

	it('is of the latest by default, and says how often it took place', async () => {
		const { id } = everyTenDays();
		const [latest, middle, first] = await instancesOf(id);
		expect([latest, middle, first].map((one) => String(one?.start_time))).toEqual(
			[latest, middle, first]
				.map((one) => String(one?.start_time))
				.sort()
				.reverse(),
		);
		const { items, hints } = await ofMeeting(id, { instanceId: String(middle?.uuid) });
		expect(items.map(({ json }) => json.name)).toEqual(['Ada', 'Only 1']);
		expect(hints ?? []).toEqual([]);
		const oldest = await ofMeeting(String(first?.uuid));
		expect(oldest.items.map(({ json }) => json.name)).toEqual(['Ada', 'Only 0']);
		const byDefault = await ofMeeting(id);
		// Nobody came to the latest.
		expect(byDefault.items).toEqual([]);
		const asked = apiRequests(sandbox()).at(-1);
		expect(asked?.path).toContain('registrants');
	});

	it('counts only who registered for that occurrence', async () => {
		const { id } = everyTenDays();
		const [, middle] = await instancesOf(id);
		await ofMeeting(id, { instanceId: String(middle?.uuid) });
		const lists = apiRequests(sandbox()).filter(({ path }) => path.endsWith('/registrants'));
		expect(lists.map(({ query }) => query.occurrence_id)).toEqual(
			Array.from({ length: 3 }, () => middle?.occurrence_id),
		);
	});

	it('warns where a meeting was started again, since that time alone counts', async () => {
		const { id } = sandbox().addMeeting({
			startsAt: HOUR_AGO,
			duration: 20,
			restarts: [{ uuid: 'abc//efGHIJklMNopqrsT==', startsAt: HOUR_AGO + 1_800_000 }],
			participants: [
				stay('Ada', 0, 10),
				stay('Bo', 0, 10),
				stay('Ada', 30, 50),
				stay('Cy', 30, 50),
			],
		});
		const { items } = await ofMeeting(id ?? 0);
		expect(items.map(({ json }) => json.name)).toEqual(['Ada', 'Cy']);
		expect(items[0]?.json.warning).toContain('took place 2 times');
	});

	it.each([
		['not a UUID', "isn't the UUID of an instance"],
		['={{ $json.nothing }}', "'Instance Name or ID' found nothing"],
	])('refuses %p before any request', async (instanceId, message) => {
		const { errors } = await ofMeeting(SEED.over, { instanceId });
		expect(errorMessage(errors[0])).toContain(message);
		expect(apiRequests(sandbox())).toEqual([]);
	});
});

describe('Get Attendance where Zoom has none', () => {
	it('is told that Zoom has not reckoned it yet', async () => {
		sandbox().configure({ attendanceDelaySeconds: 3 * 86_400 });
		for (const { errors, items } of [
			await ofMeeting(SEED.workshopOver),
			await ofWebinar(SEED.webinarOver),
		]) {
			expect(items).toEqual([]);
			expect(errorMessage(errors[0])).toContain('still working out who was in the');
			expect(errorOf(errors[0])?.hint).toContain('Retry On Fail');
		}
	});

	it.each([
		['still to come', () => SEED.meeting, 300, "isn't over yet"],
		[
			'under way',
			() => sandbox().addMeeting({ startsAt: HOUR_AGO, participants: [stay('Ada', 0, 90)] }).id,
			300,
			"isn't over yet",
		],
		[
			'of a year ago',
			() => sandbox().addMeeting({ startsAt: Date.now() - 400 * DAY_MS, duration: 30 }).id,
			12702,
			'more than a year ago',
		],
		['a webinar', () => SEED.webinarOver, 3000, 'ID of a webinar'],
		['unknown', () => '99999999999', 3001, 'no past meeting with this ID'],
	])('is told of a meeting that is %s', async (_, idOf, code, title) => {
		const { items, errors } = await ofMeeting(idOf() ?? 0);
		expect(items).toEqual([]);
		expect(errorOf(errors[0])?.code).toBe(code);
		expect(errorMessage(errors[0])).toContain(title);
	});

	it.each([
		['still to come', () => SEED.webinar],
		['a meeting', () => SEED.over],
	])('is told of a webinar that is %s', async (_, idOf) => {
		const { errors } = await ofWebinar(idOf());
		expect(errorMessage(errors[0])).toContain('no past webinar with this ID');
	});

	it('says that an account setting leaves meetings of one person out', async () => {
		const { id } = sandbox().addMeeting({
			startsAt: HOUR_AGO,
			settings: { approval_type: 0 },
			participants: [stay('Harriet Host', 0, 30, { user_email: SEED.host.email })],
		});
		const { items } = await ofMeeting(id ?? 0, { additionalFields: { totals: true } });
		expect(items[0]?.json).toMatchObject({
			attended: 0,
			warning: expect.stringContaining('one-person meetings'),
		});
		sandbox().configure({ showOnePerson: true });
		const shown = await ofMeeting(id ?? 0, { additionalFields: { includeHost: true } });
		expect(shown.items.map(({ json }) => json.name)).toEqual(['Harriet Host']);
	});

	it('goes by the past participants where a report is no longer there', async () => {
		const { id } = sandbox().addWebinar({
			startsAt: Date.now() - 200 * DAY_MS,
			participants: [
				stay('Ada', 0, 30, {}, Date.now() - 200 * DAY_MS),
				stay('Bo', 0, 60, {}, Date.now() - 200 * DAY_MS),
			],
		});
		const { items, errors } = await ofWebinar(id);
		expect(errors).toEqual([]);
		expect(items.map(({ json }) => [json.name, json.percent, json.source])).toEqual([
			['Ada', 50, 'pastParticipants'],
			['Bo', 100, 'pastParticipants'],
		]);
	});

	it.each([
		[{ fullAttendanceFrom: 101 }, "'Full Attendance From (%)' is 101"],
		[{ attendedFrom: -1 }, "'Minimum Stay (Minutes)' is -1"],
		[{ totals: 'maybe' }, "'Totals Only'"],
	])('refuses %j before any request', async (additionalFields, message) => {
		const { errors } = await ofMeeting(SEED.over, { additionalFields } as INodeParameters);
		expect(errorMessage(errors[0])).toContain(message);
		expect(sandbox().counts().tokens).toBe(0);
	});
});
