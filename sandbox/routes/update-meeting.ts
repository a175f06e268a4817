import { fieldsMissing, validationFailed } from '../errors';
import { toInstant } from '../schemas/common';
import type { UpdateBody } from '../schemas/bodies';
import { simuliveOf } from '../state/account';
import { isSeries, settleSettings, type Meeting } from '../state/meeting';
import { occurrencesOf, type Occurrence } from '../state/occurrences';
import type { User } from '../state/user';

// Zoom API reference, Update a meeting, Update a webinar: what can be changed of one occurrence; of its
// settings, what the kind says.
const OF_OCCURRENCE = ['agenda', 'start_time', 'duration', 'settings'];

/**
 * Changes a whole meeting. What is not named stays as it is; a start in the past is ignored.
 *
 * @throws ZoomApiError 300 where a series is moved without its recurrence
 */
export function updateMeeting(meeting: Meeting, host: User, body: UpdateBody, now: number): void {
	const type = body.type ?? meeting.type;
	const willRepeat = isSeries({ kind: meeting.kind, type });
	const isMoved = [body.start_time, body.duration, body.timezone, body.type].some(
		(value) => value !== undefined,
	);
	// "Required only when updating the entire series": read as its dates; the topic alone does not.
	if (willRepeat && isMoved && !body.recurrence) throw fieldsMissing('recurrence');
	if (!willRepeat && body.recurrence) throw validationFailed('recurrence');

	meeting.host = host;
	meeting.type = type;
	meeting.timezone = body.timezone ?? meeting.timezone;
	meeting.duration = body.duration ?? meeting.duration;
	meeting.startsAt = startOf(meeting, body, now);
	meeting.topic = body.topic ?? meeting.topic;
	meeting.agenda = body.agenda ?? meeting.agenda;
	meeting.password = body.password ?? meeting.password;
	meeting.preSchedule = body.pre_schedule ?? meeting.preSchedule;
	meeting.trackingFields = body.tracking_fields ?? meeting.trackingFields;
	meeting.simulive = { ...meeting.simulive, ...simuliveOf(body) };
	meeting.settings = { ...meeting.settings, ...body.settings };
	settleSettings(meeting);

	if (!willRepeat) {
		meeting.recurrence = undefined;
		meeting.occurrences = [];
	} else if (body.recurrence && meeting.startsAt !== undefined) {
		meeting.recurrence = body.recurrence;
		meeting.occurrences = occurrencesOf(
			body.recurrence,
			meeting.startsAt,
			meeting.duration,
			meeting.timezone,
		);
	}
}

/**
 * Changes one date of a series.
 *
 * @throws ZoomApiError 300 for what only the series has: the reference says that no other can be
 *   changed and not what happens, so this is the stricter reading
 */
export function updateOccurrence(
	meeting: Meeting,
	occurrence: Occurrence,
	body: UpdateBody,
	now: number,
): void {
	const { settings = {} } = body;
	const refused = [
		...Object.keys(body).filter((name) => !OF_OCCURRENCE.includes(name)),
		...Object.keys(settings)
			.filter((name) => !meeting.kind.settingsOfDate.includes(name))
			.map((name) => `settings.${name}`),
	];
	if (refused.length > 0) throw validationFailed(...refused);
	const asked = body.start_time && toInstant(body.start_time, meeting.timezone);
	if (asked && asked > now) occurrence.startsAt = asked;
	occurrence.duration = body.duration ?? occurrence.duration;
	occurrence.agenda = body.agenda ?? occurrence.agenda;
	occurrence.settings = { ...occurrence.settings, ...settings };
}

function startOf(meeting: Meeting, body: UpdateBody, now: number): number | undefined {
	if (meeting.kind.types.untimed.includes(meeting.type)) return undefined;
	const asked = body.start_time && toInstant(body.start_time, meeting.timezone);
	if (asked && asked > now) return asked;
	return meeting.startsAt ?? now;
}
