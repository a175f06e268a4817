import { findMeeting, meetingField, readMeeting } from '../common/event';
import type { Operation } from '../types';

/** https://developers.zoom.us/docs/api/meetings/#tag/meetings/PUT/meetings/{meetingId}/status */
export const end: Operation = {
	option: {
		name: 'End',
		value: 'end',
		action: 'End meeting',
		description: 'End a meeting that is under way, for all its participants',
	},
	fields: [meetingField],
	prepare(itemIndex) {
		const meeting = readMeeting(this, itemIndex);
		return async (zoom) => {
			const id = await findMeeting(zoom, meeting, itemIndex);
			const path = ['meetings', id, 'status'];
			await zoom.request({ method: 'PUT', path, body: { action: 'end' }, itemIndex });
			return { success: true, ended: true, id };
		};
	},
};
