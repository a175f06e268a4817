import { eventEndpoints } from '../../api/endpoints';
import { MEETING } from '../../api/eventKinds';
import { eventLocator, findEvent, findEventEndpoints, readEvent } from '../common/event';
import type { ItemOperation } from '../types';

const { getInvitation: endpoint } = eventEndpoints(MEETING);

/** https://developers.zoom.us/docs/api/meetings/#tag/meetings/GET/meetings/{meetingId}/invitation */
export const getInvitation: ItemOperation = {
	option: {
		name: 'Get Invitation',
		value: 'getInvitation',
		action: 'Get meeting invitation',
		description: 'Retrieve the text of a meeting invitation, ready to send by email or chat',
	},
	endpoints: [endpoint, ...findEventEndpoints(MEETING)],
	fields: [eventLocator(MEETING)],
	prepare(itemIndex) {
		const event = readEvent(this, MEETING, itemIndex);
		return async (zoom) => {
			const eventId = await findEvent(zoom, MEETING, event);
			return { id: Number(eventId), ...(await zoom.send(endpoint, { eventId })) };
		};
	},
};
