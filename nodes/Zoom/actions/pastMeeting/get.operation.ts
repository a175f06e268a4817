import { meetingField, readMeeting } from '../fields/meeting';
import type { Operation } from '../types';

/** https://developers.zoom.us/docs/api/meetings/#tag/meetings/GET/past_meetings/{meetingId} */
export const get: Operation = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get past meeting',
		description:
			'Get when a meeting that is over took place and how many people came. An ID means its latest time, a UUID one certain time.',
	},
	fields: [meetingField],
	async execute(itemIndex, zoom) {
		const path = ['past_meetings', await readMeeting(this, itemIndex, zoom)];
		return await zoom.request({ method: 'GET', path, itemIndex });
	},
};
