import { findMeeting, meetingField, readMeeting } from '../common/event';
import type { Operation } from '../types';

/** https://developers.zoom.us/docs/api/meetings/#tag/meetings/GET/meetings/{meetingId}/invitation */
export const getInvitation: Operation = {
	option: {
		name: 'Get Invitation',
		value: 'getInvitation',
		action: 'Get meeting invitation',
		description: "Get the text of a meeting's invitation, to be sent by email or chat",
	},
	fields: [meetingField],
	prepare(itemIndex) {
		const meeting = readMeeting(this, itemIndex);
		return async (zoom) => {
			const id = await findMeeting(zoom, meeting, itemIndex);
			const path = ['meetings', id, 'invitation'];
			return { id, ...(await zoom.request({ method: 'GET', path, itemIndex })) };
		};
	},
};
