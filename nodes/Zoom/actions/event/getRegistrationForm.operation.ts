import { findMeeting, meetingField, readMeeting } from '../common/event';
import type { Operation } from '../types';

/** https://developers.zoom.us/docs/api/meetings/#tag/meetings/GET/meetings/{meetingId}/registrants/questions */
export const getRegistrationForm: Operation = {
	option: {
		name: 'Get Registration Form',
		value: 'getRegistrationForm',
		action: 'Get registration form',
		description: 'Get the questions that a meeting asks of people who register',
	},
	fields: [meetingField],
	prepare(itemIndex) {
		const meeting = readMeeting(this, itemIndex);
		return async (zoom) => {
			const id = await findMeeting(zoom, meeting, itemIndex);
			const path = ['meetings', id, 'registrants', 'questions'];
			return { id, ...(await zoom.request({ method: 'GET', path, itemIndex })) };
		};
	},
};
