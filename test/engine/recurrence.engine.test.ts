import { DateTime } from 'luxon';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { SEED } from '../../sandbox';
import { runZoom } from './run';
import { apiRequests, byId, credentialsFor, meetingOf, useSandbox } from './world';

const YEAR = new Date().getUTCFullYear() + 1;
const BERLIN = 'Europe/Berlin';
const NEW_YORK = 'America/New_York';
/** The clocks of the European Union go forward on this day, at 01:00 UTC. */
const CHANGE = lastSundayOfMarch();
/** A day so many days before or after that one, `yyyy-MM-dd`. */
const day = (fromChange: number) => CHANGE.plus({ days: fromChange }).toISODate() ?? '';

function lastSundayOfMarch(): DateTime {
	const end = DateTime.utc(YEAR, 3, 31);
	return end.minus({ days: end.weekday % 7 });
}

interface Occurrence {
	occurrence_id: string;
	start_time: string;
	status: string;
}

describe('the recurrence of meetings, in n8n-core against the sandbox', () => {
	const sandbox = useSandbox();
	const run = async (operation: string, parameters: INodeParameters, rows?: IDataObject[]) =>
		await runZoom(
			{
				resource: 'meeting',
				operation,
				settings: {},
				simple: true,
				options: {},
				...parameters,
			},
			credentialsFor(sandbox()),
			rows,
		);
	const create = async (recurrence: INodeParameters, more: INodeParameters = {}) =>
		await run('create', {
			userId: byId('me'),
			topic: 'Course',
			startTime: `${day(-6)}T10:00:00`,
			registration: 'off',
			timezone: BERLIN,
			additionalFields: { duration: 45 },
			recurrence: { rule: recurrence },
			...more,
		});
	const update = async (recurrence: INodeParameters, updateFields: INodeParameters = {}) =>
		await run('update', {
			meetingId: byId(SEED.series),
			updateFields,
			recurrence: { rule: recurrence },
		});
	const lastBody = () =>
		apiRequests(sandbox()).findLast(({ method }) => method !== 'GET')?.body as IDataObject;
	type Run = Awaited<ReturnType<typeof run>>;
	const starts = ({ items, error }: Run) => {
		expect(error).toBeUndefined();
		return (items[0]?.json.occurrences as Occurrence[]).map((one) => one.start_time);
	};
	const wallClocks = (times: string[], zone: string) =>
		new Set(times.map((time) => DateTime.fromISO(time, { zone }).toFormat('HH:mm')));
	const daysOfWeek = (times: string[], zone: string) =>
		times.map((time) => DateTime.fromISO(time, { zone }).toFormat('ccc'));

	describe('Create', () => {
		it('every week on Monday and Wednesday, 4 times, over the change of the clocks', async () => {
			const result = await create({ repeats: 2, weekdays: [4, 2], times: 4 });
			expect(lastBody()).toMatchObject({
				type: 8,
				start_time: `${day(-6)}T10:00:00`,
				timezone: BERLIN,
				recurrence: { type: 2, repeat_interval: 1, weekly_days: '2,4', end_times: 4 },
			});
			// 10:00 in Berlin on each of them.
			expect(starts(result)).toEqual([
				`${day(-6)}T09:00:00Z`,
				`${day(-4)}T09:00:00Z`,
				`${day(1)}T08:00:00Z`,
				`${day(3)}T08:00:00Z`,
			]);
			expect(result.items[0]?.json.type).toBe(8);
		});

		it('every other week until a time of the chosen zone', async () => {
			const recurrence = { repeats: 2, interval: 2, weekdays: [2] };
			const result = await create({ ...recurrence, ends: 'by', until: `${day(22)}T10:00:00` });
			expect(lastBody().recurrence).toEqual({
				type: 2,
				repeat_interval: 2,
				weekly_days: '2',
				end_date_time: `${day(22)}T08:00:00Z`,
			});
			expect(starts(result)).toEqual([
				`${day(-6)}T09:00:00Z`,
				`${day(8)}T08:00:00Z`,
				`${day(22)}T08:00:00Z`,
			]);
			const before = await create({ ...recurrence, ends: 'by', until: `${day(22)}T09:59:59` });
			expect(starts(before)).toHaveLength(2);
		});

		it('until a time of the workflow’s zone where none is chosen', async () => {
			await create(
				{ repeats: 1, ends: 'by', until: `${YEAR}-12-24T18:00:00` },
				{ startTime: `${YEAR}-12-01T18:00:00`, timezone: '' },
			);
			expect(lastBody()).toMatchObject({
				timezone: NEW_YORK,
				recurrence: { type: 1, repeat_interval: 1, end_date_time: `${YEAR}-12-24T23:00:00Z` },
			});
		});

		it('every month on the last Friday, at the same wall clock all year', async () => {
			const times = starts(
				await create(
					{ repeats: 3, monthlyBy: 'dayOfWeek', week: -1, weekday: 6, times: 12 },
					{ startTime: `${YEAR}-01-01T09:30:00`, timezone: NEW_YORK },
				),
			);
			expect(lastBody().recurrence).toEqual({
				type: 3,
				repeat_interval: 1,
				monthly_week: -1,
				monthly_week_day: 6,
				end_times: 12,
			});
			expect(times).toHaveLength(12);
			const dates = times.map((time) => DateTime.fromISO(time, { zone: NEW_YORK }));
			expect(dates.map(({ month }) => month)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
			expect(new Set(daysOfWeek(times, NEW_YORK))).toEqual(new Set(['Fri']));
			expect(dates.filter((date) => date.plus({ weeks: 1 }).month === date.month)).toEqual([]);
			expect(wallClocks(times, NEW_YORK)).toEqual(new Set(['09:30']));
			// In UTC there are two, since New York changes its clocks twice.
			expect(wallClocks(times, 'UTC')).toEqual(new Set(['14:30', '13:30']));
		});

		it('every day for some days, and every month on a day', async () => {
			const days = starts(await create({ repeats: 1, interval: 3, times: 3 }));
			expect(days).toEqual([`${day(-6)}T09:00:00Z`, `${day(-3)}T09:00:00Z`, `${day(0)}T08:00:00Z`]);
			const months = await create(
				{ repeats: 3, dayOfMonth: 31, times: 3 },
				{ startTime: `${YEAR}-01-31T12:00:00`, timezone: 'UTC' },
			);
			expect(starts(months)).toEqual([
				`${YEAR}-01-31T12:00:00Z`,
				`${YEAR}-03-31T12:00:00Z`,
				`${YEAR}-05-31T12:00:00Z`,
			]);
		});

		it('takes rules from expressions, for each item its own', async () => {
			const { items, error } = await run(
				'create',
				{
					userId: byId('me'),
					topic: 'Course',
					startTime: `${day(-6)}T10:00:00`,
					registration: 'off',
					timezone: BERLIN,
					additionalFields: { duration: 45 },
					recurrence: {
						rule: {
							repeats: '={{ $json.repeats }}',
							weekdays: '={{ $json.days }}',
							times: '={{ $json.times }}',
						},
					},
				},
				[
					{ repeats: 'Weekly', days: ['Monday', 'Friday'], times: '2' },
					{ repeats: 'Daily', days: null, times: 3 },
				],
			);
			expect(error).toBeUndefined();
			expect(items.map(({ json }) => (json.occurrences as Occurrence[]).length)).toEqual([2, 3]);
		});
	});

	describe('Update', () => {
		it('gives a series new rules and keeps its wall clock in its own zone', async () => {
			const result = await update({ repeats: 2, weekdays: [2], times: 40 });
			expect(lastBody()).toEqual({
				type: 8,
				recurrence: { type: 2, repeat_interval: 1, weekly_days: '2', end_times: 40 },
			});
			const times = starts(result);
			expect(times).toHaveLength(40);
			expect(new Set(daysOfWeek(times, BERLIN))).toEqual(new Set(['Mon']));
			expect(wallClocks(times, BERLIN)).toEqual(new Set(['14:00']));
			expect(wallClocks(times, 'UTC')).toEqual(new Set(['12:00', '13:00']));
		});

		it('moves a series, which then keeps the wall clock of its own zone', async () => {
			const result = await update(
				{ repeats: 1, interval: 2, times: 3 },
				{ startTime: `${day(-1)}T11:00:00+01:00` },
			);
			expect(lastBody()).toMatchObject({ start_time: `${day(-1)}T10:00:00Z` });
			expect(starts(result)).toEqual([
				`${day(-1)}T10:00:00Z`,
				`${day(1)}T09:00:00Z`,
				`${day(3)}T09:00:00Z`,
			]);
			expect(meetingOf(sandbox(), SEED.series)?.timezone).toBe(BERLIN);
		});

		it('makes a series of a single meeting', async () => {
			const { items, error } = await run('update', {
				meetingId: byId(SEED.meeting),
				updateFields: {},
				recurrence: { rule: { repeats: 1, times: 2 } },
			});
			expect(error).toBeUndefined();
			expect(items[0]?.json).toMatchObject({ type: 8, approval_type: 0 });
			expect(items[0]?.json.occurrences).toHaveLength(2);
		});

		it('leaves the rules alone where none are given', async () => {
			const before = meetingOf(sandbox(), SEED.series)?.occurrences;
			await run('update', {
				meetingId: byId(SEED.series),
				updateFields: { topic: 'New name' },
				recurrence: {},
			});
			expect(lastBody()).toEqual({ topic: 'New name' });
			expect(meetingOf(sandbox(), SEED.series)?.occurrences).toEqual(before);
		});
	});

	const times = 3;
	it.each<[string, INodeParameters, string]>([
		['no number of times', { repeats: 1, times: '' }, "'End After (Occurrences)' is required"],
		['no last day', { repeats: 1, times, ends: 'by' }, "'End By' is required"],
		[
			"an end that isn't a time",
			{ repeats: 1, ends: 'by', until: 'Christmas' },
			"'End By' isn't a valid date and time",
		],
		['no day of the week', { repeats: 2, weekdays: [], times }, "'Occurs On' is required"],
		['61 times', { repeats: 1, times: 61 }, "'End After (Occurrences)' is 61"],
		['every 51 weeks', { repeats: 2, weekdays: [2], interval: 51, times }, "'Repeat Every' is 51"],
		['day 32', { repeats: 3, dayOfMonth: 32, times }, "'Day of the Month' is 32"],
	])('refuses %s before any request', async (_, recurrence, message) => {
		for (const { error } of [await create(recurrence), await update(recurrence)]) {
			expect(error?.message).toContain(message);
		}
		expect(sandbox().counts().tokens).toBe(0);
	});
});
