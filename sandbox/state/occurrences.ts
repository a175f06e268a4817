import { randomBytes } from 'node:crypto';
import { DateTime } from 'luxon';
import { RRule, Weekday } from 'rrule';
import type { Recurrence } from '../schemas/recurrence';

/** One date of a recurring meeting. Its ID is its first start in milliseconds, as Zoom's is. */
export interface Occurrence {
	id: string;
	/** Of the meeting that takes place on that date. */
	uuid: string;
	/** Milliseconds since 1970. */
	startsAt: number;
	/** Minutes. */
	duration: number;
	status: 'available' | 'deleted';
	agenda?: string;
	settings?: Record<string, unknown>;
}

/** 16 bytes as Zoom writes them, which may begin with a slash. */
export function newUuid(): string {
	return randomBytes(16).toString('base64');
}

// Zoom API reference, Create a meeting: `end_times` is 60 at most.
const MAX_OCCURRENCES = 60;

const FREQUENCIES = { 1: RRule.DAILY, 2: RRule.WEEKLY, 3: RRule.MONTHLY };

/** Zoom's days begin with Sunday, which is 1; rrule's with Monday, which is 0. */
const weekday = (day: number, nth?: number) => new Weekday((day + 5) % 7, nth);

/**
 * The dates of a recurring meeting, at the same wall clock time in its zone.
 *
 * @param startsAt milliseconds since 1970: no date is before it
 * @param duration minutes
 */
export function occurrencesOf(
	recurrence: Recurrence,
	startsAt: number,
	duration: number,
	zone: string,
): Occurrence[] {
	const { type, end_date_time: end } = recurrence;
	// rrule counts in UTC: it gets what the wall clock shows as if that were UTC.
	const shown = (at: DateTime) =>
		at.setZone(zone).setZone('utc', { keepLocalTime: true }).toJSDate();
	const rule = new RRule({
		freq: FREQUENCIES[type],
		interval: recurrence.repeat_interval ?? 1,
		dtstart: shown(DateTime.fromMillis(startsAt)),
		// Without an end the reference's default for end_times holds, which is 1.
		count: end ? MAX_OCCURRENCES : (recurrence.end_times ?? 1),
		until: end ? shown(DateTime.fromISO(end)) : null,
		wkst: RRule.SU,
		...(type === 2 && {
			byweekday: recurrence.weekly_days?.split(',').map((day) => weekday(+day)),
		}),
		...(type === 3 && daysOfMonth(recurrence)),
	});
	return rule.all().map((date) => {
		const at = DateTime.fromJSDate(date, { zone: 'utc' }).setZone(zone, { keepLocalTime: true });
		const start = at.toMillis();
		return { id: String(start), uuid: newUuid(), startsAt: start, duration, status: 'available' };
	});
}

function daysOfMonth({ monthly_week: nth, monthly_week_day: day, monthly_day: date }: Recurrence) {
	return day === undefined ? { bymonthday: date ?? 1 } : { byweekday: weekday(day, nth) };
}
