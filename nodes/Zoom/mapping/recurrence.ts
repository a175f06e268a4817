import type { IDataObject } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';
import { ENDS, MONTHLY_BY, REPEATS, WEEKDAYS, WEEKS } from '../api/choices';
import { toLastMoment } from './time';
import { isEmpty, toChoice, toInteger, toRequiredText } from './values';

const MAX_TIMES = 60;

/**
 * Zoom's recurrence from the panel's fields.
 * https://developers.zoom.us/docs/api/meetings/#tag/meetings/POST/users/{userId}/meetings
 *
 * @param values `repeats` 1 daily, 2 weekly, 3 monthly; `interval`; `weekdays` for weekly; for
 *   monthly `monthlyBy` with `dayOfMonth`, or with `week` and `weekday`; and `ends` with `times`, or
 *   with `until` (ISO 8601)
 * @param zones as for start times: the last day is told in UTC
 * @param maxInterval the longest interval for each kind of repetition
 * @throws UserError that names the field
 */
export function toRecurrence(
	values: IDataObject,
	zones: { chosen?: string; workflow: string },
	maxInterval: Readonly<Record<number, number>>,
): IDataObject {
	const type = Number(toChoice(values.repeats ?? 2, 'Repeat', REPEATS));
	return {
		type,
		repeat_interval: toInteger(values.interval ?? 1, 'Repeat Every', 1, maxInterval[type]),
		...(type === 2 && toWeekly(values)),
		...(type === 3 && toMonthly(values)),
		...toEnd(values, zones),
	};
}

/** Days by their first letters, as calendars write them: MO, Tue, Thurs. */
const DAYS = new Map(
	WEEKDAYS.flatMap(({ name, value }) =>
		[2, 3, 4, 5].map((length) => [name.slice(0, length).toLowerCase(), value]),
	),
);

function toWeekly({ weekdays }: IDataObject): IDataObject {
	const given: unknown[] = [weekdays].flat();
	const parts = given.flatMap((one): unknown[] =>
		typeof one === 'string' ? one.split(/[,;/&\s]+(?:and\s+)?/) : [one],
	);
	const days = parts
		.filter((one) => !isEmpty(one))
		.map((day) => Number(toChoice(day, 'Occurs On', WEEKDAYS, DAYS)));
	if (days.length === 0) {
		throw new UserError("'Occurs On' is required", {
			description: 'A weekly series needs at least one day of the week.',
		});
	}
	return { weekly_days: [...new Set(days)].sort((a, b) => a - b).join(',') };
}

function toMonthly({ monthlyBy, dayOfMonth, week, weekday }: IDataObject): IDataObject {
	if (toChoice(monthlyBy ?? 'dayOfMonth', 'Occurs On The', MONTHLY_BY) === 'dayOfMonth') {
		return { monthly_day: toInteger(dayOfMonth ?? 1, 'Day of the Month', 1, 31) };
	}
	return {
		monthly_week: toChoice(week ?? 1, 'Week of the Month', WEEKS),
		monthly_week_day: toChoice(weekday ?? 2, 'Day of the Week', WEEKDAYS, DAYS),
	};
}

function toEnd(
	{ ends, times, until }: IDataObject,
	zones: { chosen?: string; workflow: string },
): IDataObject {
	if (toChoice(ends ?? 'after', 'End Date', ENDS) === 'after') {
		const label = 'End After (Occurrences)';
		return { end_times: toInteger(toRequiredText(times, label), label, 1, MAX_TIMES) };
	}
	return { end_date_time: toLastMoment(until, 'End By', zones.chosen ?? zones.workflow) };
}
