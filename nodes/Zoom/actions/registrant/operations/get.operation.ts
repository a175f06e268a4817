import { eventEndpoints } from '../../../api/endpoints';
import type { EventKind } from '../../../api/eventKinds';
import { eventLocator, findEvent, findEventEndpoints, readEvent } from '../../common/event';
import { occurrenceField, readOccurrence } from '../../common/occurrence';
import { readRegistrant, registrantLocator } from '../../common/registrant';
import { findRegistrantId } from '../../common/registrantList';
import type { ItemOperation } from '../../types';

/** https://developers.zoom.us/docs/api/meetings/#tag/meetings/GET/meetings/{meetingId}/registrants/{registrantId} */
export const get = (kind: EventKind): ItemOperation => ({
	option: {
		name: 'Get',
		value: 'get',
		action: `Get ${kind.name} registrant`,
		description: `Retrieve a registrant of a ${kind.name} by email address or registrant ID, with status, answers, and join link`,
	},
	endpoints: [
		eventEndpoints(kind).getRegistrant,
		eventEndpoints(kind).listRegistrants,
		...findEventEndpoints(kind),
	],
	fields: [eventLocator(kind), registrantLocator(kind), occurrenceField(kind)],
	prepare(itemIndex) {
		const event = readEvent(this, kind, itemIndex);
		const registrant = readRegistrant(this, itemIndex);
		const occurrence = readOccurrence(this, itemIndex);
		return async (zoom) => {
			const eventId = await findEvent(zoom, kind, event);
			const registrantId = await findRegistrantId(zoom, kind, eventId, registrant, occurrence);
			return await zoom.send(eventEndpoints(kind).getRegistrant, { eventId, registrantId });
		};
	},
});
