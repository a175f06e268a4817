import { webinarEndpoints } from '../../../api/endpoints';
import { WEBINAR } from '../../../api/eventKinds';
import { eventLocator, findEvent, findEventEndpoints, readEvent } from '../../common/event';
import { listFields, readLimit } from '../../common/list';
import type { ItemOperation } from '../../types';
import { readPanelists } from '../panelistList';

/** https://developers.zoom.us/docs/api/meetings/#tag/webinars/GET/webinars/{webinarId}/panelists */
export const getAll: ItemOperation = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many panelists',
		description: "Retrieve a list of a webinar's panelists, with their personal join links",
	},
	endpoints: [webinarEndpoints.listPanelists, ...findEventEndpoints(WEBINAR)],
	fields: [eventLocator(WEBINAR), ...listFields],
	prepare(itemIndex) {
		const event = readEvent(this, WEBINAR, itemIndex);
		const limit = readLimit(this, itemIndex);
		return async (zoom) => {
			const eventId = await findEvent(zoom, WEBINAR, event);
			return (await readPanelists(zoom, eventId)).slice(0, limit);
		};
	},
};
