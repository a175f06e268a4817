import type { IDataObject } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';
import { REPEATS, WEEKDAYS, WEEKS } from '../api/choices';
import { toLastMoment } from './time';
import { isEmpty, isMissing, toChoice, toInteger } from './values';

const MAX_TIMES = 60;

/**
 * Zoom's recurrence from the panel's fields.
 * https://developers.zoom.us/docs/api/meetings/#tag/meetings/POST/users/{userId}/meetings
 *
 * @param values `repeats` 1 daily, 2 weekly, 3 monthly; `interval`; `weekdays` for weekly; for
 *   monthly `dayOfMonth`, or `week` and `weekday`; and `times` or `until` (ISO 8601), not both
 * @param zones as for start times: the last day is told in UTC
 * @param maxInterval the longest interval for each kind of repetition
 * @throws UserError that names the field
 */
export function toRecurrence(
	values: IDataObject,
	zones: { chosen?: string; workflow: string },
	maxInterval: Readonly<Record<number, number>>,
): IDataObject {
	const type = Number(toChoice(values.repeats ?? 2, 'Repeats', REPEATS));
	return {
		type,
		repeat_interval: toInteger(values.interval ?? 1, 'Every', 1, maxInterval[type]),
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
		.map((day) => Number(toChoice(day, 'On Days', WEEKDAYS, DAYS)));
	if (days.length === 0) {
		throw new UserError("'On Days' is required", {
			description: 'A weekly meeting needs at least one day of the week.',
		});
	}
	return { weekly_days: [...new Set(days)].sort((a, b) => a - b).join(',') };
}

function toMonthly({ dayOfMonth, week, weekday }: IDataObject): IDataObject {
	if (!isMissing(week) || !isMissing(weekday)) {
		return {
			monthly_week: toChoice(week ?? 1, 'Week', WEEKS),
			monthly_week_day: toChoice(weekday ?? 2, 'Weekday', WEEKDAYS, DAYS),
		};
	}
	return { monthly_day: toInteger(dayOfMonth ?? 1, 'Day of Month', 1, 31) };
}

function toEnd(
	{ times, until }: IDataObject,
	zones: { chosen?: string; workflow: string },
): IDataObject {
	const hasUntil = !isEmpty(until);
	if (isEmpty(times) === !hasUntil) {
		throw new UserError("A recurrence needs one end: 'Number of Times' or 'Until'", {
			description: 'Add one of the two fields, not both.',
		});
	}
	if (!hasUntil) return { end_times: toInteger(times, 'Number of Times', 1, MAX_TIMES) };
	return { end_date_time: toLastMoment(until, 'Until', zones.chosen ?? zones.workflow) };
}
