import { listFields, readLimit, take } from '../common/list';
import { findMeeting, meetingField, readMeeting } from '../common/event';
import type { Operation } from '../types';

/** https://developers.zoom.us/docs/api/meetings/#tag/meetings/GET/past_meetings/{meetingId}/participants */
export const getParticipants: Operation = {
	option: {
		name: 'Get Participants',
		value: 'getParticipants',
		action: 'Get participants of past meeting',
		description:
			'List who came to a meeting that is over. Somebody who left and came back is in the list once for each stay; registrant_id names the registration.',
	},
	fields: [meetingField, ...listFields],
	prepare(itemIndex) {
		const meeting = readMeeting(this, itemIndex);
		const limit = readLimit(this, itemIndex);
		return async (zoom) => {
			const path = ['past_meetings', await findMeeting(zoom, meeting, itemIndex), 'participants'];
			// Without it Zoom does not say which registration a participant belongs to.
			const query = { include_fields: 'registrant_id' };
			return await take(zoom, { method: 'GET', path, query, itemIndex }, 'participants', limit);
		};
	},
};
