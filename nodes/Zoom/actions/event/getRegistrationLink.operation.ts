import { UserError } from 'n8n-workflow';
import { findMeeting, meetingField, readMeeting } from '../common/event';
import { pick } from '../common/list';
import type { Operation } from '../types';

/** https://developers.zoom.us/docs/api/meetings/#tag/meetings/GET/meetings/{meetingId} */
export const getRegistrationLink: Operation = {
	option: {
		name: 'Get Registration Link',
		value: 'getRegistrationLink',
		action: 'Get registration link of meeting',
		description: 'Get the link under which people register for a meeting themselves',
	},
	fields: [meetingField],
	prepare(itemIndex) {
		const reference = readMeeting(this, itemIndex);
		return async (zoom) => {
			const path = ['meetings', await findMeeting(zoom, reference, itemIndex)];
			const meeting = await zoom.request({ method: 'GET', path, itemIndex });
			if (typeof meeting.registration_url !== 'string') {
				throw new UserError('This meeting takes no registrations', {
					description: 'Turn registration on: Meeting → Update → Registration.',
				});
			}
			return pick(meeting, ['id', 'topic', 'start_time', 'timezone', 'registration_url']);
		};
	},
};
