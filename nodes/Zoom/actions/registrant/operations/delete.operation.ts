import { eventEndpoints } from '../../../api/endpoints';
import type { EventKind } from '../../../api/eventKinds';
import { eventLocator, findEvent, findEventEndpoints, readEvent } from '../../common/event';
import { occurrenceField, readOccurrence } from '../../common/occurrence';
import { readRegistrant, registrantLocator } from '../../common/registrant';
import { findRegistrantId } from '../../common/registrantList';
import type { ItemOperation } from '../../types';

/** https://developers.zoom.us/docs/api/meetings/#tag/meetings/DELETE/meetings/{meetingId}/registrants/{registrantId} */
export const remove = (kind: EventKind): ItemOperation => ({
	option: {
		name: 'Delete',
		value: 'delete',
		action: `Delete ${kind.name} registrant`,
		description: `Delete a registrant of a ${kind.name} permanently. To keep the entry and only cancel the registration, use Cancel Registration.`,
	},
	endpoints: [
		eventEndpoints(kind).removeRegistrant,
		eventEndpoints(kind).listRegistrants,
		...findEventEndpoints(kind),
	],
	fields: [eventLocator(kind), registrantLocator(kind), occurrenceField(kind)],
	prepare(itemIndex) {
		const event = readEvent(this, kind, itemIndex);
		const registrant = readRegistrant(this, itemIndex);
		const query = readOccurrence(this, itemIndex);
		return async (zoom) => {
			const eventId = await findEvent(zoom, kind, event);
			const registrantId = await findRegistrantId(zoom, kind, eventId, registrant, query);
			const { removeRegistrant } = eventEndpoints(kind);
			await zoom.send(removeRegistrant, { eventId, registrantId }, { query });
			return { deleted: true, id: registrantId, ...registrant };
		};
	},
});
