import { DateTime } from 'luxon';
import { UserError } from 'n8n-workflow';

/** Days of UTC as `yyyy-MM-dd`, both inclusive. */
export interface DateRange {
	from: string;
	to: string;
}

/** Zoom's lists take a month at a time: the shortest that every month is, and two days. */
const DAYS = 30;
const FIRST_DAY = '2011-01-01';

/**
 * The ranges that Zoom is asked for to list what was between two days, the latest first.
 *
 * @param given `from` and `to` as `yyyy-MM-dd`; without the first, the last 30 days until the second
 * @param now milliseconds since 1970
 * @throws UserError where they are the wrong way round
 */
export function dateRanges(given: { from?: unknown; to?: unknown }, now: number): DateRange[] {
	const today = DateTime.fromMillis(now, { zone: 'utc' });
	const from = given.from === undefined ? undefined : dayOf(String(given.from));
	const last =
		given.to === undefined ? DateTime.max(today, from ?? today) : dayOf(String(given.to));
	const first = from ?? last.minus({ days: DAYS - 1 });
	if (first.startOf('day') > last.startOf('day')) {
		throw new UserError(`'From' (${first.toISODate()}) is after 'To' (${last.toISODate()})`, {
			description: "Enter the earlier day under 'From'.",
		});
	}
	const start = DateTime.max(first, dayOf(FIRST_DAY));
	// Nothing is of the future: in the easternmost zones it is tomorrow already.
	const end = DateTime.min(last, DateTime.max(start, today.plus({ days: 1 })));
	const ranges: DateRange[] = [];
	for (let to = end; to.startOf('day') >= start.startOf('day'); to = to.minus({ days: DAYS })) {
		const from = DateTime.max(start, to.minus({ days: DAYS - 1 }));
		ranges.push({ from: from.toFormat('yyyy-MM-dd'), to: to.toFormat('yyyy-MM-dd') });
	}
	return ranges;
}

const dayOf = (text: string) => DateTime.fromISO(text, { zone: 'utc' });
