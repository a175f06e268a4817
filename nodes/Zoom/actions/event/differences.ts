import { DateTime, IANAZone } from 'luxon';
import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { EventKind } from '../../api/eventKinds';
import { showHint } from '../../transport/hints';
import { withWarnings } from '../common/warnings';
import { registrationDifference } from './registration';

/** Zoom keeps times to the minute. */
const MINUTE_MS = 60_000;

/**
 * Puts into the output what Zoom made otherwise than it was asked to, and shows it in the editor.
 *
 * @param asked the body that was sent
 * @param event Zoom's event after that
 */
export function withDifferences(
	context: IExecuteFunctions,
	kind: EventKind,
	asked: IDataObject,
	event: IDataObject,
	output: IDataObject,
): IDataObject {
	const result = withWarnings(
		output,
		registrationDifference(kind, asked, event),
		startDifference(kind, asked, event, DateTime.utc()),
		zoneDifference(asked, event, DateTime.utc()),
	);
	if (typeof result.warning === 'string') showHint(context, result.warning, 'warning');
	return result;
}

/**
 * What Zoom made of a start time: one in the past is now for a new event, and nothing for one that
 * exists. https://developers.zoom.us/docs/api/meetings/#tag/meetings/POST/users/{userId}/meetings
 */
export function startDifference(
	{ name, types }: EventKind,
	asked: IDataObject,
	event: IDataObject,
	now: DateTime,
): string | undefined {
	// A series begins on the first day that fits its rules.
	if (asked.type === types.series || event.type === types.series) return undefined;
	const wanted = toInstant(asked.start_time, asked.timezone ?? event.timezone);
	if (!wanted) return undefined;
	const made = toInstant(event.start_time, event.timezone);
	const isOver = wanted < now.minus({ minutes: 1 });
	const differs = made !== undefined && Math.abs(made.toMillis() - wanted.toMillis()) >= MINUTE_MS;
	if (isOver && (differs || !made)) {
		const instead = made ? `: the ${name} starts at ${shown(made)}` : '';
		return `The start time ${shown(wanted)} is in the past, so Zoom didn't use it${instead}.`;
	}
	if (!differs) return undefined;
	return `Zoom set the start time to ${shown(made)} instead of ${shown(wanted)}.`;
}

/** What Zoom made of a timezone; other names of the same hours are no difference. */
export function zoneDifference(
	{ timezone: wanted }: IDataObject,
	{ timezone: made }: IDataObject,
	now: DateTime,
): string | undefined {
	if (typeof wanted !== 'string' || typeof made !== 'string' || made === '') return undefined;
	if (hasSameHours(wanted, made, now)) return undefined;
	return `Zoom set the time zone to '${made}' instead of '${wanted}'.`;
}

/** Whether clocks of both zones show the same in each of the twelve months to come. */
function hasSameHours(a: string, b: string, now: DateTime): boolean {
	if (a === b) return true;
	if (!IANAZone.isValidZone(a) || !IANAZone.isValidZone(b)) return false;
	const months = Array.from({ length: 12 }, (_, count) => now.plus({ months: count }).toMillis());
	return months.every((at) => IANAZone.create(a).offset(at) === IANAZone.create(b).offset(at));
}

function toInstant(time: unknown, zone: unknown): DateTime | undefined {
	if (typeof time !== 'string') return undefined;
	const instant = DateTime.fromISO(time, { zone: typeof zone === 'string' && zone ? zone : 'utc' });
	return instant.isValid ? instant : undefined;
}

const shown = (time: DateTime) => time.toUTC().toFormat("yyyy-MM-dd'T'HH:mm:ss'Z'");
