import { webinarEndpoints } from '../../../api/endpoints';
import { WEBINAR } from '../../../api/eventKinds';
import { eventLocator, findEvent, findEventEndpoints, readEvent } from '../../common/event';
import type { ItemOperation } from '../../types';

const { removePanelists: endpoint } = webinarEndpoints;

/** https://developers.zoom.us/docs/api/meetings/#tag/webinars/DELETE/webinars/{webinarId}/panelists */
export const removeAll: ItemOperation = {
	option: {
		name: 'Remove All',
		value: 'removeAll',
		action: 'Remove all panelists',
		description: 'Remove every panelist from a webinar',
	},
	endpoints: [endpoint, ...findEventEndpoints(WEBINAR)],
	fields: [eventLocator(WEBINAR)],
	prepare(itemIndex) {
		const event = readEvent(this, WEBINAR, itemIndex);
		return async (zoom) => {
			const eventId = await findEvent(zoom, WEBINAR, event);
			await zoom.send(endpoint, { eventId });
			return { deleted: true, success: true, id: Number(eventId) };
		};
	},
};
