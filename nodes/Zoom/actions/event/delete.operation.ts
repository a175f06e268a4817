import { eventEndpoints } from '../../api/endpoints';
import { toBody, propertiesOf } from '../../mapping/body';
import { additionalFields, readCollection } from '../common/collections';
import { eventLocator, findEvent, findEventEndpoints, readEvent } from '../common/event';
import { occurrenceField, readOccurrence } from '../common/occurrence';
import type { ItemOperation } from '../types';
import type { EventFields } from './eventFields';

/** https://developers.zoom.us/docs/api/meetings/#tag/meetings/DELETE/meetings/{meetingId} */
export const remove = ({ kind, reminders }: EventFields): ItemOperation => ({
	option: {
		name: 'Delete',
		value: 'delete',
		action: `Delete ${kind.name}`,
		description: `Delete a ${kind.name}, or one occurrence of a recurring ${kind.name}. Without an occurrence, the whole series is deleted.`,
	},
	endpoints: [eventEndpoints(kind).remove, ...findEventEndpoints(kind)],
	fields: [
		eventLocator(kind),
		{
			...occurrenceField(kind),
			description: `For recurring ${kind.name}s: the one occurrence to delete. Empty deletes the whole series. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.`,
		},
		additionalFields(propertiesOf(reminders)),
	],
	prepare(itemIndex) {
		const event = readEvent(this, kind, itemIndex);
		const values = readCollection(this, itemIndex, 'additionalFields', 'Additional Fields');
		const query = {
			...readOccurrence(this, itemIndex, 'occurrenceId', { emptyMeansAll: false }),
			...toBody(reminders, values),
		};
		return async (zoom) => {
			const eventId = await findEvent(zoom, kind, event);
			await zoom.send(eventEndpoints(kind).remove, { eventId }, { query });
			return { deleted: true, success: true, id: Number(eventId) };
		};
	},
});
