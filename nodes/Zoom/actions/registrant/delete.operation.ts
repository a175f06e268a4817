import { meetingField, readMeeting } from '../fields/meeting';
import { occurrenceField, readOccurrence } from '../fields/occurrence';
import { findRegistrantId, readRegistrant, registrantField } from '../fields/registrant';
import type { Operation } from '../types';

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
	async execute(itemIndex, zoom) {
		const reference = readRegistrant(this, itemIndex);
		const query = readOccurrence(this, itemIndex);
		const meetingId = await readMeeting(this, itemIndex, zoom);
		const id = await findRegistrantId(zoom, meetingId, reference, query, itemIndex);
		await zoom.request({
			method: 'DELETE',
			path: ['meetings', meetingId, 'registrants', id],
			query,
			itemIndex,
		});
		return { deleted: true, id, ...reference };
	},
};
