import type { IDataObject } from 'n8n-workflow';
import { propertiesOf } from '../../mapping/body';
import type { ZoomField } from '../../mapping/body';
import { hostField, readHost } from '../common/host';
import { simplifyField } from '../common/list';
import type { Operation } from '../types';
import { toMeetingBody } from './body';
import { createOnlyFields, meetingFields, otherFields } from './meetingFields';
import { recurrenceField } from './recurrenceField';
import { registrationField, withRegistrationWarning } from './registration';
import { settingsFields } from './settingsFields';
import { simplifyMeeting } from './simplify';

const mainFields: ZoomField[] = [
	{
		to: 'topic',
		maxLength: 200,
		property: {
			displayName: 'Topic',
			name: 'topic',
			type: 'string',
			placeholder: 'e.g. Product webinar',
			default: '',
			description: 'Name of the meeting, at most 200 characters',
		},
	},
	{
		to: 'duration',
		property: {
			displayName: 'Duration',
			name: 'duration',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 1440 },
			default: 60,
			description: 'In minutes',
		},
	},
	registrationField,
];
const collected = [...meetingFields, ...createOnlyFields, otherFields].sort((a, b) =>
	a.property.displayName.localeCompare(b.property.displayName),
);

/** https://developers.zoom.us/docs/api/meetings/#tag/meetings/POST/users/{userId}/meetings */
export const create: Operation = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create meeting',
		description:
			'Create a Zoom meeting, with registration turned on if wanted. Returns its ID, join link and registration link.',
	},
	fields: [
		hostField,
		...propertiesOf(mainFields.slice(0, 1)),
		{
			displayName: 'Start Time',
			name: 'startTime',
			type: 'dateTime',
			default: '',
			description:
				"Without an offset it is meant in the timezone below, or else in the workflow's. Empty means now.",
		},
		...propertiesOf(mainFields.slice(1)),
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: propertiesOf(collected),
		},
		recurrenceField,
		{
			displayName: 'Settings',
			name: 'settings',
			type: 'collection',
			placeholder: 'Add Setting',
			default: {},
			options: propertiesOf(settingsFields),
		},
		simplifyField,
	],
	prepare(itemIndex) {
		const param = (name: string) => this.getNodeParameter(name, itemIndex) as IDataObject[string];
		const values = {
			topic: param('topic'),
			startTime: param('startTime'),
			duration: param('duration'),
			registration: param('registration'),
			recurrence: param('recurrence'),
			...(param('additionalFields') as IDataObject),
			...(param('settings') as IDataObject),
		};
		const fields = [...mainFields, ...collected, ...settingsFields];
		const body = { type: 2, ...toMeetingBody(this, fields, values, false) };
		const path = ['users', readHost(this, itemIndex), 'meetings'];
		const simple = param('simple');
		return async (zoom) => {
			const meeting = await zoom.request({ method: 'POST', path, body, itemIndex });
			const result = simple ? simplifyMeeting(meeting) : meeting;
			return withRegistrationWarning(this, body, meeting, result);
		};
	},
};
