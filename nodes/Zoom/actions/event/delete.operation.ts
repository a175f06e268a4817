import type { IDataObject } from 'n8n-workflow';
import { toBody, propertiesOf } from '../../mapping/body';
import type { ZoomField } from '../../mapping/body';
import { findMeeting, meetingField, readMeeting } from '../common/event';
import { occurrenceField, readOccurrence } from '../common/occurrence';
import type { Operation } from '../types';

const reminderFields: ZoomField[] = [
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

/** https://developers.zoom.us/docs/api/meetings/#tag/meetings/DELETE/meetings/{meetingId} */
export const remove: Operation = {
	option: {
		name: 'Delete',
		value: 'delete',
		action: 'Delete meeting',
		description:
			'Delete a meeting, or one occurrence of a recurring meeting. Without an occurrence the whole series is deleted.',
	},
	fields: [
		meetingField,
		{
			...occurrenceField,
			description:
				'For recurring meetings: the one occurrence to delete. Empty deletes the whole series. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		},
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: propertiesOf(reminderFields),
		},
	],
	prepare(itemIndex) {
		const meeting = readMeeting(this, itemIndex);
		const values = this.getNodeParameter('additionalFields', itemIndex) as IDataObject;
		const query = { ...readOccurrence(this, itemIndex), ...toBody(reminderFields, values) };
		return async (zoom) => {
			const id = await findMeeting(zoom, meeting, itemIndex);
			await zoom.request({ method: 'DELETE', path: ['meetings', id], query, itemIndex });
			return { deleted: true, success: true, id };
		};
	},
};
