import { MEETING_TYPES } from '../../api/choices';
import { MEETING } from '../../api/eventKinds';
import type { ZoomField } from '../../mapping/body';
import { toDate } from '../../mapping/time';
import {
	commonFields,
	generatePasscode,
	templateField,
	timezoneField,
} from '../event/commonFields';
import { checkUnmuting } from '../event/commonSettings';
import type { EventFields } from '../event/eventFields';
import { checkVideoManagement } from './lists';
import { checkWaitingRoom } from './security';
import { groups } from './settingsGroups';

const filters: ZoomField[] = [
	{
		to: 'from',
		convert: toDate,
		property: { displayName: 'From', name: 'from', type: 'dateTime', default: '' },
	},
	timezoneField('getTimezones', "The time zone of 'From' and 'To'"),
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
				{ name: 'Live', value: 'live', description: 'Meetings in progress' },
				{ name: 'Previous', value: 'previous_meetings', description: 'Meetings that have ended' },
				{
					name: 'Scheduled',
					value: 'scheduled',
					description: 'All valid meetings: past, live, and upcoming ones',
				},
				{
					name: 'Upcoming',
					value: 'upcoming',
					description: 'Upcoming meetings, including live ones',
				},
				{
					name: 'Upcoming Meetings',
					value: 'upcoming_meetings',
					description: "The same as 'Upcoming', as Zoom's reference has it",
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
			displayName: 'Email Host and Alternative Hosts',
			name: 'scheduleForReminder',
			type: 'boolean',
			default: true,
			description: 'Whether the host and alternative hosts get an email about the cancellation',
		},
	},
	{
		to: 'cancel_meeting_reminder',
		property: {
			displayName: 'Email Registrants',
			name: 'cancelMeetingReminder',
			type: 'boolean',
			default: true,
			description: 'Whether registrants get an email about the cancellation',
		},
	},
];

/** https://developers.zoom.us/docs/api/meetings/#tag/meetings/POST/users/{userId}/meetings */
export const meetingFields: EventFields = {
	kind: MEETING,
	fields: [
		...commonFields(MEETING, MEETING_TYPES),
		templateField(MEETING),
		{
			to: 'pre_schedule',
			property: {
				displayName: 'Pre-Schedule',
				name: 'preSchedule',
				type: 'boolean',
				default: false,
				description: 'Whether to create a prescheduled meeting for Google Workspace',
			},
		},
	],
	createOnly: [generatePasscode('default_password')],
	groups,
	filters,
	listed: 'scheduled, live, upcoming, or previous ones',
	reminders,
	check(body) {
		checkUnmuting(body);
		checkWaitingRoom(body);
		checkVideoManagement(body);
	},
};
