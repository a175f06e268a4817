import type { INodePropertyOptions } from 'n8n-workflow';

/** Stands for every event that the app is subscribed to. */
export const ALL_EVENTS = '*';
/** Stands for events whose names are typed. */
export const OTHER_EVENTS = 'other';

const REGISTRATION = ['approved', 'cancelled', 'created', 'denied'];

/** Zoom's events as its app pages group them: the group, the start of the names, the ends. */
const GROUPS: ReadonlyArray<readonly [group: string, start: string, ends: readonly string[]]> = [
	[
		'Meeting',
		'meeting.',
		['created', 'deleted', 'ended', 'permanently_deleted', 'recovered', 'started', 'updated'],
	],
	['Meeting Registration', 'meeting.registration_', REGISTRATION],
	[
		'Meeting Participant',
		'meeting.participant_',
		[
			'admitted',
			'joined',
			'joined_waiting_room',
			'left',
			'left_waiting_room',
			'put_in_waiting_room',
			'role_changed',
		],
	],
	['Meeting Summary', 'meeting.summary_', ['completed', 'deleted', 'shared', 'updated']],
	[
		'Recording',
		'recording.',
		[
			'completed',
			'deleted',
			'paused',
			'recovered',
			'resumed',
			'started',
			'stopped',
			'transcript_completed',
			'trashed',
		],
	],
	['Recording Registration', 'recording.registration_', ['approved', 'created', 'denied']],
	[
		'Webinar',
		'webinar.',
		['created', 'deleted', 'ended', 'permanently_deleted', 'recovered', 'started', 'updated'],
	],
	['Webinar Registration', 'webinar.registration_', REGISTRATION],
	['Webinar Participant', 'webinar.participant_', ['joined', 'left', 'role_changed']],
];

/** `joined_waiting_room` becomes `Joined Waiting Room`. */
function inWords(end: string): string {
	return end.replace(
		/(^|_)([a-z])/g,
		(_, gap: string, letter: string) => (gap ? ' ' : '') + letter.toUpperCase(),
	);
}

/**
 * The entries of the Events list.
 * https://developers.zoom.us/docs/api/meetings/events/
 */
export const eventOptions: INodePropertyOptions[] = [
	{ name: 'All Events', value: ALL_EVENTS, description: 'Whatever the app is subscribed to' },
	...GROUPS.flatMap(([group, start, ends]) =>
		ends.map((end) => ({ name: `${group}: ${inWords(end)}`, value: start + end })),
	),
	{ name: 'Other (Type the Name)', value: OTHER_EVENTS },
];

/** The events of the list by Zoom's names. */
export const EVENT_NAMES: readonly string[] = GROUPS.flatMap(([, start, ends]) =>
	ends.map((end) => start + end),
);
