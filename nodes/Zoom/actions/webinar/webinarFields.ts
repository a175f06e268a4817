import type { IDataObject } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';
import { WEBINAR_TYPES } from '../../api/choices';
import { WEBINAR } from '../../api/eventKinds';
import type { ZoomField } from '../../mapping/body';
import { asObject } from '../../transport/answer';
import { commonCreateOnly, commonFields } from '../event/commonFields';
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
					description: 'All valid webinars: earlier, live and upcoming ones',
				},
				{
					name: 'Upcoming',
					value: 'upcoming',
					description: 'Webinars to come, live ones included',
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
			displayName: 'Notify Panelists and Registrants',
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
	createOnly: commonCreateOnly('default_passcode'),
	groups,
	filters,
	listed: 'scheduled or upcoming ones',
	reminders,
	check(body, isNew) {
		checkSimulive(body, isNew);
		checkUnmuting(body);
	},
};

/** Zoom takes one of the two: its reference of `request_permission_to_unmute_participants`. */
function checkUnmuting({ settings }: IDataObject): void {
	const {
		allow_host_control_participant_mute_state: byHost,
		request_permission_to_unmute_participants: byRequest,
	} = asObject(settings);
	if (byHost !== true || byRequest !== true) return;
	throw new UserError('Only one way of unmuting participants can be turned on', {
		description: "Turn off 'Host Controls Mute State' or 'Request Permission to Unmute'.",
	});
}
