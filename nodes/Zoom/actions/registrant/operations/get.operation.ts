import { isEmpty, omit } from 'lodash';
import type { IDataObject } from 'n8n-workflow';
import { eventEndpoints } from '../../../api/endpoints';
import type { EventKind } from '../../../api/eventKinds';
import type { Zoom } from '../../../transport/client';
import { eventLocator, findEvent, findEventEndpoints, readEvent } from '../../common/event';
import { occurrenceField, readOccurrence } from '../../common/occurrence';
import { readRegistrant, registrantLocator } from '../../common/registrant';
import { findRegistrantId, notRegistered, registrantList } from '../../common/registrantList';
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
			const parts = kind.readsOccurrence ? { query: occurrence } : {};
			const { getRegistrant } = eventEndpoints(kind);
			const found = await zoom.send(getRegistrant, { eventId, registrantId }, parts);
			if (kind.readsOccurrence || isEmpty(occurrence)) return found;
			const listed = await findListed(zoom, kind, eventId, registrantId, occurrence);
			return { ...omit(found, 'join_url'), ...listed };
		};
	},
});

/**
 * The entry of a registrant in the lists of an occurrence, which tell the status there.
 *
 * @throws UserError where these do not have the registrant
 */
async function findListed(
	zoom: Zoom,
	kind: EventKind,
	eventId: string,
	registrantId: string,
	occurrence: IDataObject,
): Promise<IDataObject> {
	const listed = (await registrantList(zoom, kind, eventId, occurrence)).get(registrantId);
	if (!listed) throw notRegistered(kind, 'registrant ID', registrantId);
	return listed;
}
