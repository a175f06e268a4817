import { findMeeting, meetingField, readMeeting } from '../../common/event';
import { occurrenceField, readOccurrence } from '../../common/occurrence';
import { findRegistrantId, readRegistrant, registrantField } from '../../common/registrant';
import type { Operation } from '../../types';

/** https://developers.zoom.us/docs/api/meetings/#tag/meetings/DELETE/meetings/{meetingId}/registrants/{registrantId} */
export const remove: Operation = {
	option: {
		name: 'Delete',
		value: 'delete',
		action: 'Delete registrant',
		description:
			'Remove a registrant from a meeting for good. To keep the entry and withdraw the place, use Cancel.',
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
			await zoom.request({ method: 'DELETE', path, query, itemIndex });
			return { deleted: true, id, ...reference };
		};
	},
};
