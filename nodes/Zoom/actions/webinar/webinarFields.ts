import { WEBINAR_TYPES } from '../../api/choices';
import { WEBINAR } from '../../api/eventKinds';
import type { ZoomField } from '../../mapping/body';
import { commonFields, generatePasscode, templateField } from '../event/commonFields';
import { checkUnmuting } from '../event/commonSettings';
import type { EventFields } from '../event/eventFields';
import { groups } from './settingsGroups';
import { checkSimulive } from './simulive';

const filters: ZoomField[] = [
	{
		to: 'type',
		property: {
			displayName: 'Type',
			name: 'type',
			type: 'options',
			options: [
				{
					name: 'Scheduled',
					value: 'scheduled',
					description: 'All valid webinars: past, live, and upcoming ones',
				},
				{
					name: 'Upcoming',
					value: 'upcoming',
					description: 'Upcoming webinars, including live ones',
				},
			],
			default: 'scheduled',
		},
	},
];

/** https://developers.zoom.us/docs/api/meetings/#tag/webinars/DELETE/webinars/{webinarId} */
const reminders: ZoomField[] = [
	{
		to: 'cancel_webinar_reminder',
		property: {
			displayName: 'Email Panelists and Registrants',
			name: 'cancelWebinarReminder',
			type: 'boolean',
			default: true,
			description: 'Whether panelists and registrants get an email about the cancellation',
		},
	},
];

/** https://developers.zoom.us/docs/api/meetings/#tag/webinars/POST/users/{userId}/webinars */
export const webinarFields: EventFields = {
	kind: WEBINAR,
	fields: commonFields(WEBINAR, WEBINAR_TYPES),
	createOnly: [generatePasscode('default_passcode'), templateField(WEBINAR)],
	groups,
	filters,
	listed: 'scheduled or upcoming ones',
	reminders,
	check(body, isNew) {
		checkSimulive(body, isNew);
		checkUnmuting(body);
	},
};
