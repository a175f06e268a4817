import { webinarEndpoints } from '../../../api/endpoints';
import { WEBINAR } from '../../../api/eventKinds';
import { eventLocator, findEvent, findEventEndpoints, readEvent } from '../../common/event';
import type { ItemOperation } from '../../types';
import { panelistFields, readPanelist } from '../panelistFields';
import { asAdded, readPanelists } from '../panelistList';

const { addPanelists: endpoint, listPanelists } = webinarEndpoints;

/** https://developers.zoom.us/docs/api/meetings/#tag/webinars/POST/webinars/{webinarId}/panelists */
export const add: ItemOperation = {
	option: {
		name: 'Add',
		value: 'add',
		action: 'Add panelist',
		description:
			'Add a panelist to a webinar. Needs the webinar, an email address, and a name. Returns the personal join link.',
	},
	endpoints: [endpoint, listPanelists, ...findEventEndpoints(WEBINAR)],
	fields: [eventLocator(WEBINAR), ...panelistFields],
	prepare(itemIndex) {
		const event = readEvent(this, WEBINAR, itemIndex);
		const panelist = readPanelist(this, itemIndex);
		return async (zoom) => {
			const eventId = await findEvent(zoom, WEBINAR, event);
			await zoom.send(endpoint, { eventId }, { body: { panelists: [panelist] } });
			return await asAdded(eventId, panelist, async () => await readPanelists(zoom, eventId));
		};
	},
};
