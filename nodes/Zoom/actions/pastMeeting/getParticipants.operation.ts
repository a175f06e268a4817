import { eventEndpoints } from '../../api/endpoints';
import { MEETING } from '../../api/eventKinds';
import { eventLocator, findEvent, findEventEndpoints, readEvent } from '../common/event';
import { listFields, readLimit, take } from '../common/list';
import type { ItemOperation } from '../types';

const { listPastParticipants: endpoint } = eventEndpoints(MEETING);

/** https://developers.zoom.us/docs/api/meetings/#tag/meetings/GET/past_meetings/{meetingId}/participants */
export const getParticipants: ItemOperation = {
	option: {
		name: 'Get Participants',
		value: 'getParticipants',
		action: 'Get past meeting participants',
		description:
			'Retrieve a list of the participants of a past meeting. Someone who left and came back is listed once for each stay. The registrant_id shows the registration.',
	},
	endpoints: [endpoint, ...findEventEndpoints(MEETING)],
	fields: [eventLocator(MEETING), ...listFields],
	prepare(itemIndex) {
		const event = readEvent(this, MEETING, itemIndex, { takesUuid: true });
		const limit = readLimit(this, itemIndex);
		return async (zoom) => {
			const eventId = await findEvent(zoom, MEETING, event);
			// Without it Zoom does not say which registration a participant belongs to.
			const query = { include_fields: 'registrant_id' };
			return await take(zoom, endpoint, { eventId }, query, limit);
		};
	},
};
