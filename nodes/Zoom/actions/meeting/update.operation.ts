import type { IDataObject } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';
import { propertiesOf } from '../../mapping/body';
import type { ZoomField } from '../../mapping/body';
import { simplifyField } from '../common/list';
import { findMeeting, meetingField, readMeeting } from '../common/event';
import { occurrenceField, readOccurrence } from '../common/occurrence';
import type { Operation } from '../types';
import { toMeetingBody } from './body';
import { meetingFields, otherFields } from './meetingFields';
import { recurrenceField } from './recurrenceField';
import { registrationField, withRegistrationWarning } from './registration';
import { settingsFields } from './settingsFields';
import { simplifyMeeting } from './simplify';

const topicAndDuration: ZoomField[] = [
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
	{
		to: 'topic',
		maxLength: 200,
		property: { displayName: 'Topic', name: 'topic', type: 'string', default: '' },
	},
];
const collected = [...topicAndDuration, ...meetingFields, otherFields, registrationField];

/** https://developers.zoom.us/docs/api/meetings/#tag/meetings/PATCH/meetings/{meetingId} */
export const update: Operation = {
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update meeting',
		description:
			'Change a meeting: its time, topic, settings, or turn registration on or off. Returns the updated meeting.',
	},
	fields: [
		meetingField,
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				...propertiesOf(collected),
				occurrenceField,
				{
					displayName: 'Start Time',
					name: 'startTime',
					type: 'dateTime' as const,
					default: '',
					description: 'Zoom ignores a time in the past',
				},
			].sort((a, b) => a.displayName.localeCompare(b.displayName)),
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
		const reference = readMeeting(this, itemIndex);
		const param = (name: string) => this.getNodeParameter(name, itemIndex) as IDataObject[string];
		const values = {
			...(param('updateFields') as IDataObject),
			...(param('settings') as IDataObject),
			recurrence: param('recurrence'),
		};
		const body = toMeetingBody(this, [...collected, ...settingsFields], values, true);
		if (Object.keys(body).length === 0) {
			throw new UserError('There is nothing to update', {
				description: 'Add at least one field under Update Fields or Settings.',
			});
		}
		const query = readOccurrence(this, itemIndex, 'updateFields.occurrenceId');
		const simple = param('simple');
		return async (zoom) => {
			const path = ['meetings', await findMeeting(zoom, reference, itemIndex)];
			await zoom.request({ method: 'PATCH', path, query, body, itemIndex });
			const meeting = await zoom.request({ method: 'GET', path, query, itemIndex });
			const result = simple ? simplifyMeeting(meeting) : meeting;
			return withRegistrationWarning(this, body, meeting, result);
		};
	},
};
