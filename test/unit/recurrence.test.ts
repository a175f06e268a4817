import type { IDataObject } from 'n8n-workflow';
import { MEETING } from '../../nodes/Zoom/api/eventKinds';
import { toRecurrence } from '../../nodes/Zoom/mapping/recurrence';
import { thrownBy } from './support/thrown';

const NEW_YORK = { workflow: 'America/New_York' };
const times = 10;
const rules = (values: IDataObject) => toRecurrence(values, NEW_YORK, MEETING.maxInterval);
const refusal = (values: unknown) => thrownBy(() => rules(values as IDataObject));

describe('toRecurrence', () => {
	it.each<[IDataObject, IDataObject]>([
		[
			{ repeats: 1, times },
			{ type: 1, repeat_interval: 1, end_times: 10 },
		],
		[
			{ repeats: 'Daily', interval: '99', times: '60' },
			{ type: 1, repeat_interval: 99, end_times: 60 },
		],
		[
			{ repeats: 2, interval: 2, weekdays: [2, 4], times },
			{ type: 2, repeat_interval: 2, weekly_days: '2,4', end_times: 10 },
		],
		[
			{ repeats: 'weekly', interval: 50, weekdays: [1], times: 1 },
			{ type: 2, repeat_interval: 50, weekly_days: '1', end_times: 1 },
		],
		[
			{ repeats: 3, interval: 10, dayOfMonth: 31, times },
			{ type: 3, repeat_interval: 10, monthly_day: 31, end_times: 10 },
		],
		[
			{ repeats: 3, dayOfMonth: 1, times },
			{ type: 3, repeat_interval: 1, monthly_day: 1, end_times: 10 },
		],
		[
			{ repeats: 3, monthlyBy: 'dayOfWeek', week: -1, weekday: 6, times },
			{ type: 3, repeat_interval: 1, monthly_week: -1, monthly_week_day: 6, end_times: 10 },
		],
		[
			{ repeats: 'Monthly', monthlyBy: 'Day of the Week', week: 'Last', weekday: 'Friday', times },
			{ type: 3, repeat_interval: 1, monthly_week: -1, monthly_week_day: 6, end_times: 10 },
		],
	])('writes %j as Zoom does', (values, expected) => {
		expect(rules(values)).toEqual(expected);
	});

	it('repeats weekly unless told otherwise', () => {
		expect(rules({ weekdays: [2], times })).toMatchObject({ type: 2, weekly_days: '2' });
	});

	it('has each day of the week once, in the order of the week from Sunday', () => {
		expect(rules({ weekdays: [7, 2, 1, 7, 4], times }).weekly_days).toBe('1,2,4,7');
		expect(rules({ weekdays: ['Wednesday', 'monday', '2'], times }).weekly_days).toBe('2,4');
	});

	it('takes a single day that is no list', () => {
		expect(rules({ weekdays: 'Friday', times }).weekly_days).toBe('6');
	});

	it.each([
		['Monday, Wednesday', '2,4'],
		['Mon;Wed', '2,4'],
		['MO/WE', '2,4'],
		['monday and friday', '2,6'],
		['Mon, Wed, and Fri', '2,4,6'],
		['Tues Thurs', '3,5'],
		['2,4', '2,4'],
		[['Mon', 'Wed'], '2,4'],
		[['Monday, Tuesday', 'Fri'], '2,3,6'],
	])('takes days as %j', (weekdays, days) => {
		expect(rules({ weekdays, times }).weekly_days).toBe(days);
	});

	it('lists the days by their names', () => {
		const { message, description } = refusal({ weekdays: 'Mon, Holiday', times });
		expect(message).toBe("'Occurs On' must be one of Zoom's choices, but is \"Holiday\"");
		expect(description).toBe(
			'Choose one of: Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday.',
		);
	});

	it('counts the days of the week as Zoom does', () => {
		const names = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
		for (const [index, name] of names.entries()) {
			expect(rules({ weekdays: [name], times }).weekly_days).toBe(String(index + 1));
		}
	});

	it('means the first week, or Monday, where only the other one is said', () => {
		expect(rules({ repeats: 3, monthlyBy: 'dayOfWeek', weekday: 4, times })).toMatchObject({
			monthly_week: 1,
			monthly_week_day: 4,
		});
		expect(rules({ repeats: 3, monthlyBy: 'dayOfWeek', week: 3, times })).toMatchObject({
			monthly_week: 3,
			monthly_week_day: 2,
		});
	});

	it('means the first day of the month where none is said', () => {
		expect(rules({ repeats: 3, times })).toEqual({
			type: 3,
			repeat_interval: 1,
			monthly_day: 1,
			end_times: 10,
		});
	});

	it('goes by the day of the week where a day of the month is left over', () => {
		expect(
			rules({ repeats: 3, monthlyBy: 'dayOfWeek', dayOfMonth: 5, week: 2, weekday: 3, times }),
		).toEqual({
			type: 3,
			repeat_interval: 1,
			monthly_week: 2,
			monthly_week_day: 3,
			end_times: 10,
		});
	});

	it('leaves out what belongs to other repetitions', () => {
		const all = { weekdays: [2], dayOfMonth: 5, times };
		expect(rules({ ...all, repeats: 1 })).toEqual({ type: 1, repeat_interval: 1, end_times: 10 });
		expect(rules({ ...all, repeats: 2 })).not.toHaveProperty('monthly_day');
		expect(rules({ ...all, repeats: 3 })).not.toHaveProperty('weekly_days');
	});

	it.each([
		['2027-03-05T10:00:00', undefined, '2027-03-05T15:00:00Z'],
		// After the clocks have changed in New York.
		['2027-03-15T10:00:00', undefined, '2027-03-15T14:00:00Z'],
		['2027-03-05T10:00:00', 'Asia/Tokyo', '2027-03-05T01:00:00Z'],
		['2027-03-05T10:00:00+02:00', undefined, '2027-03-05T08:00:00Z'],
		['2027-03-05T10:00:00.000Z', 'Asia/Tokyo', '2027-03-05T10:00:00Z'],
	])('ends until %s, in the zone %s, at %s', (until, chosen, end) => {
		const zones = { ...NEW_YORK, ...(chosen && { chosen }) };
		expect(toRecurrence({ repeats: 1, ends: 'by', until }, zones, MEETING.maxInterval)).toEqual({
			type: 1,
			repeat_interval: 1,
			end_date_time: end,
		});
	});

	it.each([
		['2027-03-05', '2027-03-06T04:59:59Z'],
		['2027-03-05T00:00:00', '2027-03-06T04:59:59Z'],
		['2027-03-05T00:00:00.000', '2027-03-06T04:59:59Z'],
		['2027-03-05T00:00', '2027-03-06T04:59:59Z'],
		// Midnight in New York, whatever zone tells it.
		['2027-03-05T00:00:00-05:00', '2027-03-06T04:59:59Z'],
		['2027-03-05T05:00:00Z', '2027-03-06T04:59:59Z'],
		// Another instant or time of day is what it says.
		['2027-03-05T00:00:00Z', '2027-03-05T00:00:00Z'],
		['2027-03-05T00:00:01', '2027-03-05T05:00:01Z'],
	])('means the whole last day where %s names one: %s', (until, end) => {
		expect(rules({ repeats: 1, ends: 'by', until })).toMatchObject({ end_date_time: end });
	});

	it.each([
		[
			{ ends: 'by', until: '2027-03-05T10:00:00Z', times: 3 },
			{ end_date_time: '2027-03-05T10:00:00Z' },
		],
		[{ ends: 'after', until: '2027-03-05T10:00:00Z', times }, { end_times: 10 }],
		[{ until: null, times }, { end_times: 10 }],
	])('takes %j as one end', (end, expected) => {
		expect(rules({ repeats: 1, ...end })).toEqual({ type: 1, repeat_interval: 1, ...expected });
	});

	it.each<[object, string]>([
		[{}, 'End After (Occurrences)'],
		[{ ends: 'after', times: '', until: '2027-03-05T10:00:00' }, 'End After (Occurrences)'],
		[{ ends: 'by', times }, 'End By'],
		[{ ends: 'by', times, until: '' }, 'End By'],
	])('refuses %j: "%s" is needed', (end, label) => {
		expect(refusal({ repeats: 1, ...end }).message).toBe(`'${label}' is required`);
	});

	it('refuses an end of another kind', () => {
		expect(refusal({ repeats: 1, times, ends: 'never' }).message).toBe(
			"'End Date' must be one of Zoom's choices, but is \"never\"",
		);
		expect(refusal({ repeats: 3, times, monthlyBy: 'moon' }).message).toBe(
			"'Occurs On The' must be one of Zoom's choices, but is \"moon\"",
		);
	});

	it.each([{}, { weekdays: [] }, { weekdays: null }])('refuses %j: weekly on no day', (values) => {
		expect(refusal({ repeats: 2, times, ...values })).toEqual({
			message: "'Occurs On' is required",
			description: 'A weekly series needs at least one day of the week.',
		});
	});

	it.each([
		[{ repeats: 4, times }, "'Repeat' must be one of Zoom's choices, but is \"4\""],
		[{ repeats: 1, interval: 0, times }, "'Repeat Every' is 0, but must be between 1 and 99"],
		[{ repeats: 1, interval: 100, times }, "'Repeat Every' is 100, but must be between 1 and 99"],
		[{ weekdays: [2], interval: 51, times }, "'Repeat Every' is 51, but must be between 1 and 50"],
		[{ repeats: 3, interval: 11, times }, "'Repeat Every' is 11, but must be between 1 and 10"],
		[{ repeats: 1, interval: 1.5, times }, '\'Repeat Every\' must be a whole number, but is "1.5"'],
		[{ weekdays: [2, 8], times }, "'Occurs On' must be one of Zoom's choices, but is \"8\""],
		[{ weekdays: [0], times }, "'Occurs On' must be one of Zoom's choices, but is \"0\""],
		[{ repeats: 3, dayOfMonth: 0, times }, "'Day of the Month' is 0, but must be between 1 and 31"],
		[
			{ repeats: 3, dayOfMonth: 32, times },
			"'Day of the Month' is 32, but must be between 1 and 31",
		],
		[
			{ repeats: 3, monthlyBy: 'dayOfWeek', week: 5, times },
			"'Week of the Month' must be one of Zoom's choices, but is \"5\"",
		],
		[
			{ repeats: 3, monthlyBy: 'dayOfWeek', weekday: 'Someday', times },
			"'Day of the Week' must be one of Zoom's choices, but is \"Someday\"",
		],
		[{ repeats: 1, times: 0 }, "'End After (Occurrences)' is 0, but must be between 1 and 60"],
		[{ repeats: 1, times: 61 }, "'End After (Occurrences)' is 61, but must be between 1 and 60"],
		[
			{ repeats: 1, times: 'often' },
			'\'End After (Occurrences)\' must be a whole number, but is "often"',
		],
		[{ repeats: 1, ends: 'by', until: 'soon' }, "'End By' isn't a valid date and time: \"soon\""],
	])('refuses %j', (values, message) => {
		expect(refusal(values).message).toBe(message);
	});
});
