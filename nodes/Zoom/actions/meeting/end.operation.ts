import { meetingField, readMeeting } from '../fields/meeting';
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
	async execute(itemIndex, zoom) {
		const id = await readMeeting(this, itemIndex, zoom);
		const path = ['meetings', id, 'status'];
		await zoom.request({ method: 'PUT', path, body: { action: 'end' }, itemIndex });
		return { success: true, ended: true, id };
	},
};
