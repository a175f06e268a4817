import { randomBytes } from 'node:crypto';
import { DateTime } from 'luxon';
import type { Recurrence } from '../schemas/meeting';

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
	const start = DateTime.fromMillis(startsAt, { zone });
	// Without an end the reference's default for end_times holds, which is 1.
	const count = recurrence.end_date_time ? MAX_OCCURRENCES : (recurrence.end_times ?? 1);
	const end = recurrence.end_date_time
		? DateTime.fromISO(recurrence.end_date_time).toMillis()
		: Infinity;
	const occurrences: Occurrence[] = [];
	for (const date of dates(recurrence, start)) {
		const at = date.toMillis();
		if (at > end || occurrences.length >= count) break;
		if (at >= startsAt) {
			occurrences.push({
				id: String(at),
				uuid: newUuid(),
				startsAt: at,
				duration,
				status: 'available',
			});
		}
	}
	return occurrences;
}

/** All dates in order, without an end. */
function* dates(recurrence: Recurrence, start: DateTime): Generator<DateTime> {
	const interval = recurrence.repeat_interval ?? 1;
	for (let step = 0; ; step += interval) {
		if (recurrence.type === 1) yield start.plus({ days: step });
		else if (recurrence.type === 2) yield* week(recurrence, start.plus({ weeks: step }));
		else yield* month(recurrence, start, step);
	}
}

function week({ weekly_days: days }: Recurrence, date: DateTime): DateTime[] {
	if (!days) return [date];
	// Zoom's weeks begin on Sunday, which is 1; luxon's on Monday, and Sunday is 7.
	const sunday = date.minus({ days: date.weekday % 7 });
	const sorted = [...new Set(days.split(',').map(Number))].sort((a, b) => a - b);
	return sorted.map((day) => sunday.plus({ days: day - 1 }));
}

function month(recurrence: Recurrence, start: DateTime, step: number): DateTime[] {
	const first = start.startOf('month').plus({ months: step }).set({
		hour: start.hour,
		minute: start.minute,
		second: start.second,
	});
	const { monthly_week: nth, monthly_week_day: day } = recurrence;
	if (nth === undefined || day === undefined) {
		const wanted = recurrence.monthly_day ?? 1;
		return wanted <= first.daysInMonth! ? [first.set({ day: wanted })] : [];
	}
	const ahead = (day - 1 - (first.weekday % 7) + 7) % 7;
	const firstOfKind = first.plus({ days: ahead });
	if (nth > 0) return [firstOfKind.plus({ weeks: nth - 1 })];
	const fifth = firstOfKind.plus({ weeks: 4 });
	return [fifth.month === first.month ? fifth : firstOfKind.plus({ weeks: 3 })];
}
