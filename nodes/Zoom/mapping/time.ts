import { DateTime } from 'luxon';
import { UserError } from 'n8n-workflow';
import { quote, toRequiredText } from './values';
import { toTimezone } from './timezones';

const WALL_TIME = "yyyy-MM-dd'T'HH:mm:ss";
/** ISO 8601 knows times without a date and weeks too; Zoom's meetings have a day. */
const HAS_DATE = /^\d{4}-?\d{2}-?\d{2}/;
/** After a time of day: ISO 8601 takes offsets without minutes too. */
const HAS_OFFSET = /(z|(\d:\d{2}(:\d{2})?|T\d{2,6})([.,]\d+)?\s*[+-]\d{2}(:?\d{2})?)$/i;
const LONGEST_TIME = 100;

/** A time as Zoom takes it. */
export interface ZoomTime {
	/** `yyyy-MM-ddTHH:mm:ss` in `timezone`, or `yyyy-MM-ddTHH:mm:ssZ` in UTC without one. */
	start_time: string;
	/** IANA name. */
	timezone?: string;
}

/**
 * Writes a start time the way Zoom reads it, independent of the server's zone: a wall time is meant
 * in the chosen zone; a time with an offset is the same instant, told in that zone.
 *
 * @param value a time as {@link parse} reads it
 * @param label the field's name
 * @param zones `chosen` is the zone of the meeting, if the user named one; `workflow` is n8n's.
 *   `keepZone`: without a chosen zone, send UTC and leave the meeting's zone as it is (updates)
 * @throws UserError where the value isn't a time, or the zone isn't one
 */
export function toZoomTime(
	value: unknown,
	label: string,
	zones: { chosen?: string; workflow: string; keepZone?: boolean },
): ZoomTime {
	const zone = zones.chosen ? toTimezone(zones.chosen, 'Time Zone') : zones.workflow;
	const time = parse(value, label, zone);
	if (zones.keepZone && !zones.chosen) {
		return { start_time: toUtc(time) };
	}
	const wall = time.setZone(zone);
	// When clocks go back, an hour of wall time comes twice: UTC says which one an instant means.
	const isUnclear = time.zone.isUniversal && wall.getPossibleOffsets().length > 1;
	return { start_time: isUnclear ? toUtc(time) : wall.toFormat(WALL_TIME), timezone: zone };
}

/**
 * The last moment of a series in UTC, as Zoom wants it whatever the meeting's zone. Midnight of the
 * zone names a day: that whole day is meant, whether or not it was given with an offset.
 *
 * @throws UserError where the value isn't a time
 */
export function toLastMoment(value: unknown, label: string, zone: string): string {
	const time = parse(value, label, zone).setZone(zone);
	return toUtc(+time === +time.startOf('day') ? time.endOf('day') : time);
}

/**
 * A time as Zoom's filters take it: `yyyy-MM-ddTHH:mm:ssZ` in UTC.
 *
 * @param zone where a time without an offset is meant
 * @throws UserError where the value isn't a time
 */
export const toInstant = (value: unknown, label: string, zone: string): string =>
	toUtc(parse(value, label, zone));

/** A time of Zoom's as an instant, in milliseconds; NaN where there is none. */
export function instantOf({ start_time: time, timezone }: Partial<ZoomTime>): number {
	return DateTime.fromISO(String(time), { zone: timezone || 'utc' }).toMillis();
}

function toUtc(time: DateTime): string {
	return `${time.toUTC().toFormat(WALL_TIME)}Z`;
}

/** Dates and times as calendars and spreadsheets write them, the year in full and no doubt of the day. */
const DATES = [
	'yyyy-M-d',
	'yyyy/M/d',
	'd.M.yyyy',
	'd MMM yyyy',
	'd MMMM yyyy',
	'MMM d yyyy',
	'MMMM d yyyy',
];
const TIMES = ['', ' H:mm', ' H:mm:ss', ' h:mm a', ' h:mm:ss a', ' h a'];
const FORMATS = DATES.flatMap((date) => TIMES.map((time) => `${date}${time}`));

/** Zones by abbreviation, which luxon would take with other meanings than people do: BST, EST. */
const ABBREVIATION = /\s(?!GMT|UTC|AM|PM)[a-z]{2,5}$/i;
/** "GMT", "+0100", "GMT+01:00" after a time of day. */
const OFFSET_IN_WORDS = /\s(?:(?:GMT|UTC)?([+-]\d{2}):?(\d{2})|GMT|UTC)$/i;

/**
 * Reads ISO 8601 (n8n's date picker, expressions, calendars' APIs), what calendars and spreadsheets
 * show ("5 March 2027 10:00", "Mar 5, 2027, 10:00 AM", "05.03.2027 10:00", "2027/3/5"), email dates,
 * dates of luxon and JavaScript, and numbers: milliseconds or seconds since 1970, and a spreadsheet's
 * days since 1900. "3/5/2027" is two days, and refused.
 */
function parse(value: unknown, label: string, zone: string): DateTime {
	const text = toRequiredText(value, label, LONGEST_TIME);
	const read = NUMBER.test(text) ? fromNumber(text, zone) : fromText(text, zone);
	if (read?.isValid) return read;
	throw new UserError(`'${label}' isn't a valid date and time: ${quote(text)}`, {
		description: 'Use a date and a time, for example 2027-03-05T10:00:00.',
	});
}

function fromText(text: string, zone: string): DateTime | undefined {
	if (ABBREVIATION.test(text)) return undefined;
	const options = HAS_OFFSET.test(text) ? { setZone: true } : { zone };
	const standard = [DateTime.fromISO(text, options), DateTime.fromSQL(text, options)].find(
		({ isValid }) => isValid && HAS_DATE.test(text),
	);
	if (standard) return standard;
	const plain = text
		.replace(/^(mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+/i, '')
		.replace(/,|\bat\b|\(.*\)$/gi, ' ')
		.replace(/\s+/g, ' ')
		.trim();
	const offset = OFFSET_IN_WORDS.exec(plain);
	const [, hours = '', minutes = '00'] = offset ?? [];
	const wall = plain.slice(0, offset?.index).replace(/\s*([ap])\.?m\.?$/i, ' $1m');
	const there = offset ? `UTC${hours && `${hours}:${minutes}`}` : zone;
	return FORMATS.map((format) =>
		DateTime.fromFormat(wall, format, { zone: there, locale: 'en' }),
	).find(({ isValid }) => isValid);
}

/** Milliseconds, seconds, or a spreadsheet's days; eight digits are a date. */
const NUMBER = /^(\d{13}|\d{9,10}|\d{5}(\.\d+)?)$/;
/** Times of this range are meant: a number outside of it is something else. */
const YEARS = { from: Date.UTC(2000, 0), to: Date.UTC(2100, 0) };
/** What spreadsheets count days from. */
const SPREADSHEET_START = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;

function fromNumber(text: string, zone: string): DateTime | undefined {
	const number = Number(text);
	const isDays = number < 100_000;
	const days = SPREADSHEET_START + Math.round((number * DAY_MS) / 1000) * 1000;
	const ms = isDays ? days : text.length === 13 ? number : number * 1000;
	if (ms < YEARS.from || ms >= YEARS.to) return undefined;
	const time = DateTime.fromMillis(ms, { zone: 'utc' });
	return isDays ? time.setZone(zone, { keepLocalTime: true }) : time;
}

/**
 * A day as `yyyy-MM-dd`.
 *
 * @throws UserError where the value isn't a date
 */
export function toDate(value: unknown, label: string): string {
	return parse(value, label, 'utc').toFormat('yyyy-MM-dd');
}
