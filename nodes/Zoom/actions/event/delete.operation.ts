import { eventEndpoints } from '../../api/endpoints';
import type { EventKind } from '../../api/eventKinds';
import { toBody, propertiesOf } from '../../mapping/body';
import type { ZoomField } from '../../mapping/body';
import { additionalFields, readCollection } from '../common/collections';
import { eventLocator, findEvent, findEventEndpoints, readEvent } from '../common/event';
import { occurrenceField, readOccurrence } from '../common/occurrence';
import type { ItemOperation } from '../types';

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
export const remove = (kind: EventKind): ItemOperation => ({
	option: {
		name: 'Delete',
		value: 'delete',
		action: `Delete ${kind.name}`,
		description: `Delete a ${kind.name}, or one occurrence of a recurring ${kind.name}. Without an occurrence the whole series is deleted.`,
	},
	endpoints: [eventEndpoints(kind).remove, ...findEventEndpoints(kind)],
	fields: [
		eventLocator(kind),
		{
			...occurrenceField(kind),
			description: `For recurring ${kind.name}s: the one occurrence to delete. Empty deletes the whole series. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.`,
		},
		additionalFields(propertiesOf(reminderFields)),
	],
	prepare(itemIndex) {
		const event = readEvent(this, kind, itemIndex);
		const values = readCollection(this, itemIndex, 'additionalFields', 'Additional Fields');
		const query = {
			...readOccurrence(this, itemIndex, 'occurrenceId', { emptyMeansAll: false }),
			...toBody(reminderFields, values),
		};
		return async (zoom) => {
			const eventId = await findEvent(zoom, kind, event);
			await zoom.send(eventEndpoints(kind).remove, { eventId }, { query });
			return { deleted: true, success: true, id: Number(eventId) };
		};
	},
});
