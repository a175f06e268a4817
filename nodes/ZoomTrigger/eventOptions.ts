import type { INodePropertyOptions } from 'n8n-workflow';

/** Stands for every event that the app is subscribed to. */
export const ALL_EVENTS = '*';
/** Stands for events whose names are typed. */
export const OTHER_EVENTS = 'other';

/** The ends of events' names, each with the event's name on the pages of Zoom's apps. */
type Ends = Readonly<Record<string, string>>;

const lifeOf = (event: string): Ends => ({
	created: `${event} has been created`,
	deleted: `${event} has been deleted`,
	ended: `End ${event}`,
	permanently_deleted: `${event} has been permanently deleted`,
	recovered: `${event} has been recovered`,
	started: `Start ${event}`,
	updated: `${event} has been updated`,
});

const registrationOf = (event: string): Ends => ({
	approved: `${event} Registration has been approved`,
	cancelled: `${event} Registration has been canceled`,
	created: `${event} Registration has been created`,
	denied: `${event} Registration has been denied`,
});

const GROUPS: ReadonlyArray<readonly [group: string, start: string, ends: Ends]> = [
	['Meeting', 'meeting.', lifeOf('Meeting')],
	['Meeting Registration', 'meeting.registration_', registrationOf('Meeting')],
	[
		'Meeting Participant',
		'meeting.participant_',
		{
			admitted: 'Participant was admitted into a meeting',
			joined: 'Participant or Host joined meeting',
			joined_waiting_room: 'Participant joined a waiting room',
			left: 'Participant/Host left meeting',
			left_waiting_room: 'Participant left a waiting room',
			put_in_waiting_room: 'Participant was put in a waiting room',
			role_changed: 'Participant role changed',
		},
	],
	[
		'Meeting Summary',
		'meeting.summary_',
		{
			completed: 'Meeting summary has been completed',
			deleted: 'Meeting summary has been permanently deleted',
			shared: 'Meeting summary has been shared',
			updated: 'Meeting summary has been updated',
		},
	],
	[
		'Recording',
		'recording.',
		{
			completed: 'All Recordings have completed',
			deleted: 'Recording files have been permanently deleted',
			paused: 'Recording Paused',
			recovered: 'Recording files have been recovered from trash',
			resumed: 'Recording Resumed',
			started: 'Recording Started',
			stopped: 'Recording Stopped',
			transcript_completed: 'Recording transcript files have completed',
			trashed: 'Recording files have been deleted to Trash',
		},
	],
	[
		'Recording Registration',
		'recording.registration_',
		{
			approved: 'View registrant has been approved',
			created: 'View registrant has registered',
			denied: 'View registrant has been denied',
		},
	],
	['Webinar', 'webinar.', lifeOf('Webinar')],
	['Webinar Registration', 'webinar.registration_', registrationOf('Webinar')],
	[
		'Webinar Participant',
		'webinar.participant_',
		{
			joined: 'Participant/Host joined webinar',
			left: 'Participant/Host left webinar',
			role_changed: 'Participant role changed',
		},
	],
];

/** `joined_waiting_room` becomes `Joined Waiting Room`. Zoom's pages spell canceled with one l. */
function inWords(end: string): string {
	return end
		.replace('cancelled', 'canceled')
		.replace(
			/(^|_)([a-z])/g,
			(_, gap: string, letter: string) => (gap ? ' ' : '') + letter.toUpperCase(),
		);
}

/** Zoom's events, in groups: Zoom's names, ours in the list, and those of Zoom's app pages. */
const EVENTS: INodePropertyOptions[] = GROUPS.flatMap(([group, start, ends]) =>
	Object.entries(ends).map(([end, atZoom]) => ({
		name: `${group}: ${inWords(end)}`,
		value: start + end,
		description: atZoom,
	})),
);

/**
 * The entries of the Trigger On list; each describes how Zoom's app pages call the event, so that
 * the same ones are found there.
 * https://developers.zoom.us/docs/api/meetings/events/
 */
export const eventOptions: INodePropertyOptions[] = [
	{ name: 'All Events', value: ALL_EVENTS, description: 'Every event that the app subscribes to' },
	...EVENTS,
	{ name: 'Other', value: OTHER_EVENTS, description: "Events that aren't in this list, by name" },
];

/** The events of the list by Zoom's names. */
export const EVENT_NAMES: readonly string[] = EVENTS.map(({ value }) => String(value));
