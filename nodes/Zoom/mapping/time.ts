import { DateTime, IANAZone } from 'luxon';
import { UserError } from 'n8n-workflow';
import { quote, toRequiredText } from './values';

const WALL_TIME = "yyyy-MM-dd'T'HH:mm:ss";
/** ISO 8601 knows times without a date and weeks too; Zoom's meetings have a day. */
const HAS_DATE = /^\d{4}-?\d{2}-?\d{2}/;
const HAS_OFFSET = /(z|[+-]\d{2}:?\d{2})$/i;

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
 * @param value ISO 8601 text (n8n's date picker, an expression), or a luxon or JavaScript date
 * @param label the field's name
 * @param zones `chosen` is the zone of the meeting, if the user named one; `workflow` is n8n's.
 *   `keepZone`: without a chosen zone, send UTC and leave the meeting's zone as it is (updates)
 * @throws UserError where the value is no time or the zone none
 */
export function toZoomTime(
	value: unknown,
	label: string,
	zones: { chosen?: string; workflow: string; keepZone?: boolean },
): ZoomTime {
	const zone = zones.chosen ? toTimezone(zones.chosen, 'Timezone') : zones.workflow;
	const time = parse(value, label, zone);
	if (zones.keepZone && !zones.chosen) {
		return { start_time: toUtc(time) };
	}
	const wall = time.setZone(zone);
	// When clocks go back, an hour of wall time comes twice: UTC says which one an instant means.
	const isUnclear = time.zone.isUniversal && wall.getPossibleOffsets().length > 1;
	return { start_time: isUnclear ? toUtc(time) : wall.toFormat(WALL_TIME), timezone: zone };
}

function toUtc(time: DateTime): string {
	return `${time.toUTC().toFormat(WALL_TIME)}Z`;
}

function parse(value: unknown, label: string, zone: string): DateTime {
	const text = toRequiredText(asIsoText(value), label);
	const hasOffset = HAS_OFFSET.test(text);
	for (const time of [
		DateTime.fromISO(text, hasOffset ? { setZone: true } : { zone }),
		DateTime.fromSQL(text, hasOffset ? { setZone: true } : { zone }),
	]) {
		if (time.isValid && HAS_DATE.test(text)) return time;
	}
	throw new UserError(`"${label}" is no time: ${quote(text)}`, {
		description: 'Zoom needs a date and a time, for example 2027-03-05T10:00:00.',
	});
}

/** Expressions such as {{ $now.plus({ days: 1 }) }} may give luxon's or JavaScript's dates. */
function asIsoText(value: unknown): unknown {
	if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'Invalid' : value.toISOString();
	if (typeof value === 'object' && value !== null && 'toISO' in value) {
		return (value as DateTime).toISO();
	}
	return value;
}

/**
 * An IANA time zone such as `Europe/Berlin`.
 *
 * @throws UserError where it is none
 */
export function toTimezone(value: unknown, label: string): string {
	const zone = toRequiredText(value, label);
	if (!IANAZone.isValidZone(zone)) {
		throw new UserError(`"${label}" is no time zone: ${quote(zone)}`, {
			description: 'Choose one from the list, for example Europe/Berlin.',
		});
	}
	return zone;
}

/**
 * A day as `yyyy-MM-dd`.
 *
 * @throws UserError where the value is no date
 */
export function toDate(value: unknown, label: string): string {
	return parse(value, label, 'utc').toFormat('yyyy-MM-dd');
}
