import { MEETING_TYPES } from '../../api/choices';
import { MEETING } from '../../api/eventKinds';
import type { ZoomField } from '../../mapping/body';
import { toDate } from '../../mapping/time';
import { commonCreateOnly, commonFields, timezoneField } from '../event/commonFields';
import type { EventFields } from '../event/eventFields';
import { settingsFields } from './settingsFields';

const filters: ZoomField[] = [
	{
		to: 'from',
		convert: toDate,
		property: { displayName: 'From', name: 'from', type: 'dateTime', default: '' },
	},
	timezoneField('The zone that From and To are meant in'),
	{
		to: 'to',
		convert: toDate,
		property: { displayName: 'To', name: 'to', type: 'dateTime', default: '' },
	},
	{
		to: 'type',
		property: {
			displayName: 'Type',
			name: 'type',
			type: 'options',
			options: [
				{ name: 'Live', value: 'live', description: 'Meetings under way' },
				{ name: 'Previous', value: 'previous_meetings', description: 'Meetings that are over' },
				{
					name: 'Scheduled',
					value: 'scheduled',
					description: 'All valid meetings: earlier, live and upcoming ones',
				},
				{
					name: 'Upcoming',
					value: 'upcoming',
					description: 'Meetings to come, live ones included',
				},
				{
					name: 'Upcoming, Not Live',
					value: 'upcoming_meetings',
					description: 'Meetings to come, without live ones',
				},
			],
			default: 'scheduled',
		},
	},
];

/** https://developers.zoom.us/docs/api/meetings/#tag/meetings/DELETE/meetings/{meetingId} */
const reminders: ZoomField[] = [
	{
		to: 'schedule_for_reminder',
		property: {
			displayName: 'Notify Hosts',
			name: 'scheduleForReminder',
			type: 'boolean',
			default: true,
			description: 'Whether the host and alternative hosts get an email about the cancellation',
		},
	},
	{
		to: 'cancel_meeting_reminder',
		property: {
			displayName: 'Notify Registrants',
			name: 'cancelMeetingReminder',
			type: 'boolean',
			default: true,
			description: 'Whether the registrants get an email about the cancellation',
		},
	},
];

/** https://developers.zoom.us/docs/api/meetings/#tag/meetings/POST/users/{userId}/meetings */
export const meetingFields: EventFields = {
	kind: MEETING,
	fields: [
		...commonFields(MEETING, MEETING_TYPES),
		{
			to: 'pre_schedule',
			property: {
				displayName: 'Pre-Schedule',
				name: 'preSchedule',
				type: 'boolean',
				default: false,
				description: 'Whether the meeting is made by a Google Workspace scheduling integration',
			},
		},
	],
	createOnly: commonCreateOnly('default_password'),
	groups: [
		{
			label: 'Settings',
			name: 'settings',
			placeholder: 'Add Setting',
			fields: settingsFields,
		},
	],
	filters,
	listed: 'scheduled, live, upcoming or previous ones',
	reminders,
};
