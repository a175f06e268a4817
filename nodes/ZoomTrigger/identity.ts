import { createHash } from 'node:crypto';
import { get, isEmpty, isPlainObject } from 'lodash';
import { asObject, subjectOf } from './event';
import type { ZoomEvent } from './event';

const PARTICIPANT = ['uuid', 'participant.participant_uuid|participant.user_id'];

/**
 * The fields that tell events of one kind apart, whatever else two deliveries of an event differ in:
 * names of the event and of its payload and object. `a|b` is the first that is there; what ends with
 * `?` may be missing. An event that lacks any other is told by all that it holds.
 * https://developers.zoom.us/docs/api/meetings/events/
 */
const IDENTIFIED_BY: ReadonlyArray<readonly [names: RegExp, fields: readonly string[]]> = [
	[/^(meeting|webinar)\.created$/, ['id', 'uuid', 'operator_id?', 'event_ts']],
	[/^(meeting|webinar)\.deleted$/, ['id', 'uuid', 'operator_id?', 'event_ts', 'occurrences?']],
	[/^(meeting|webinar)\.updated$/, ['id', 'time_stamp', 'event_ts']],
	// A meeting that is opened again keeps its UUID.
	[/^(meeting|webinar)\.started$/, ['uuid', 'start_time', 'event_ts']],
	[/^(meeting|webinar)\.ended$/, ['uuid', 'end_time', 'event_ts']],
	[/^(meeting|webinar)\.participant_joined$/, [...PARTICIPANT, 'participant.join_time']],
	[/^(meeting|webinar)\.participant_left$/, [...PARTICIPANT, 'participant.leave_time']],
	// Who cancels and registers again is the same registrant.
	[/\.registration_[a-z]+$/, ['id', 'registrant.id', 'event_ts', 'occurrences?']],
	[/^meeting\.summary_completed$/, ['meeting_uuid', 'summary_last_modified_time']],
	[
		/^recording\.(started|stopped)$/,
		['uuid', 'recording_file.recording_start', 'recording_file.recording_end?'],
	],
	[
		/^recording\.(completed|transcript_completed)$/,
		['uuid', 'recording_files', 'participant_audio_files?'],
	],
];

/** These are new in each delivery. */
const NEW_EACH_TIME = new Set(['download_token', 'download_url']);

/** Numbers, and texts, lists and objects that are not empty. */
const isGiven = (value: unknown) => typeof value === 'number' || !isEmpty(value);

/** JSON with its keys in order, which Zoom does not always keep. */
function inOrder(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(inOrder);
	if (!isPlainObject(value)) return value;
	return Object.entries(asObject(value))
		.filter(([key]) => !NEW_EACH_TIME.has(key))
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([key, one]) => [key, inOrder(one)]);
}

/** A field's value; a list is told by the IDs of its entries, in whatever order they come. */
function valueOf(value: unknown): unknown {
	if (!Array.isArray(value)) return inOrder(value);
	return value.map((entry) => JSON.stringify(asObject(entry).id ?? inOrder(entry))).sort();
}

/** @returns undefined where the event lacks one of the fields */
function valuesOf(event: ZoomEvent, fields: readonly string[]): unknown[] | undefined {
	const all = { event_ts: event.event_ts, ...event.payload, ...subjectOf(event) };
	const values = fields.map((field) =>
		field
			.replace(/\?$/, '')
			.split('|')
			.map((path): unknown => get(all, path))
			.find(isGiven),
	);
	const isWhole = fields.every((field, index) => field.endsWith('?') || isGiven(values[index]));
	return isWhole ? values.map(valueOf) : undefined;
}

/** 60 bits of a hash. The keys of 1,000 events lie in the static data, and with each execution. */
const KEY_LENGTH = 10;

const hash = (value: unknown) =>
	createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, KEY_LENGTH);

/**
 * What tells an event from all others: one key by its content, and one by Zoom's ID of the request,
 * which is the same for all tries of a delivery. Two events are one where they share either.
 *
 * @param requestId the header x-zm-request-id, which not every delivery has
 */
export function keysOf(event: ZoomEvent, requestId: unknown): string[] {
	const fields = IDENTIFIED_BY.find(([names]) => names.test(event.event))?.[1];
	const values = fields && valuesOf(event, fields);
	const keys = [hash(values ? [event.event, ...values] : inOrder(event))];
	if (typeof requestId === 'string' && requestId !== '') keys.push(hash({ requestId }));
	return keys;
}
