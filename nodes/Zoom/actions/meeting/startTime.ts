import type { IDataObject } from 'n8n-workflow';
import { instantOf } from '../../mapping/time';
import type { ZoomTime } from '../../mapping/time';
import { withWarning } from '../common/warning';

/** Zoom may leave seconds out. */
const SAME_MS = 60_000;

/**
 * Zoom makes a meeting with a start time in the past for now, ignores such a time in an update, and
 * may know a zone by other rules or not at all. Puts a warning into the result where Zoom's start
 * time is another one than was asked for. Series are left out: theirs is that of an occurrence.
 *
 * @param asked the body that was sent
 * @param meeting Zoom's meeting after that
 */
export function withTimeWarning(
	asked: IDataObject,
	meeting: IDataObject,
	result: IDataObject,
): IDataObject {
	const isSeries = Boolean(asked.recurrence) || meeting.type === 8 || meeting.type === 3;
	const wanted = instantOf(asked as Partial<ZoomTime>);
	const kept = instantOf(meeting as Partial<ZoomTime>);
	// NaN, where one of them is missing, is less than nothing.
	if (isSeries || !(Math.abs(wanted - kept) >= SAME_MS)) return result;
	const times = `The meeting's start time at Zoom is ${String(meeting.start_time)}, although ${shown(asked)} was asked for.`;
	const reason =
		wanted < Date.now()
			? 'Zoom takes no start time in the past: it makes a new meeting for now and leaves that of an existing one as it is.'
			: "Zoom may not know the time zone: choose one of the host's profile in Zoom.";
	return withWarning(result, `${times} ${reason}`);
}

function shown({ start_time: time, timezone }: IDataObject): string {
	return [time, timezone].filter(Boolean).join(' ');
}
