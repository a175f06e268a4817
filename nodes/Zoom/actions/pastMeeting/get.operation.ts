import { eventEndpoints } from '../../api/endpoints';
import { MEETING } from '../../api/eventKinds';
import { eventLocator, findEvent, findEventEndpoints, readEvent } from '../common/event';
import type { ItemOperation } from '../types';

const { getPast: endpoint } = eventEndpoints(MEETING);

/** https://developers.zoom.us/docs/api/meetings/#tag/meetings/GET/past_meetings/{meetingId} */
export const get: ItemOperation = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get past meeting',
		description:
			'Retrieve when a past meeting took place and how many people joined. An ID means its latest session, a UUID a specific one.',
	},
	endpoints: [endpoint, ...findEventEndpoints(MEETING)],
	fields: [eventLocator(MEETING)],
	prepare(itemIndex) {
		const event = readEvent(this, MEETING, itemIndex, { takesUuid: true });
		return async (zoom) => {
			const eventId = await findEvent(zoom, MEETING, event);
			return await zoom.send(endpoint, { eventId });
		};
	},
};
