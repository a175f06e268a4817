import { findMeeting, meetingField, readMeeting } from '../common/event';
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
	prepare(itemIndex) {
		const meeting = readMeeting(this, itemIndex);
		return async (zoom) => {
			const path = ['past_meetings', await findMeeting(zoom, meeting, itemIndex)];
			return await zoom.request({ method: 'GET', path, itemIndex });
		};
	},
};
