import { findMeeting, meetingField, readMeeting } from '../../common/event';
import { occurrenceField, readOccurrence } from '../../common/occurrence';
import { findRegistrantId, readRegistrant, registrantField } from '../../common/registrant';
import type { Operation } from '../../types';

/** https://developers.zoom.us/docs/api/meetings/#tag/meetings/GET/meetings/{meetingId}/registrants/{registrantId} */
export const get: Operation = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get registrant',
		description:
			'Get one registrant of a meeting by email address or registrant ID, with status, answers and join link',
	},
	fields: [meetingField, registrantField, occurrenceField],
	prepare(itemIndex) {
		const meeting = readMeeting(this, itemIndex);
		const reference = readRegistrant(this, itemIndex);
		const query = readOccurrence(this, itemIndex);
		return async (zoom) => {
			const meetingId = await findMeeting(zoom, meeting, itemIndex);
			const id = await findRegistrantId(zoom, meetingId, reference, query, itemIndex);
			const path = ['meetings', meetingId, 'registrants', id];
			return await zoom.request({ method: 'GET', path, itemIndex });
		};
	},
};
