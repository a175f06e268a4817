import { webinarEndpoints } from '../../api/endpoints';
import { WEBINAR } from '../../api/eventKinds';
import { eventLocator, findEvent, findEventEndpoints, readEvent } from '../common/event';
import { readTrackingSources } from '../common/trackingSource';
import type { ItemOperation } from '../types';

const { listTrackingSources: endpoint } = webinarEndpoints;

/** https://developers.zoom.us/docs/api/meetings/#tag/webinars/GET/webinars/{webinarId}/tracking_sources */
export const getTrackingSources: ItemOperation = {
	option: {
		name: 'Get Tracking Sources',
		value: 'getTrackingSources',
		action: 'Get webinar tracking sources',
		description:
			'Retrieve a list of the tracking sources of a webinar, each with its link, visitors, and registrations',
	},
	endpoints: [endpoint, ...findEventEndpoints(WEBINAR)],
	fields: [eventLocator(WEBINAR)],
	prepare(itemIndex) {
		const event = readEvent(this, WEBINAR, itemIndex);
		return async (zoom) => {
			const eventId = await findEvent(zoom, WEBINAR, event);
			return await readTrackingSources(zoom, eventId);
		};
	},
};
