import { meetingField, readMeeting } from '../fields/meeting';
import { occurrenceField, readOccurrence } from '../fields/occurrence';
import { readRegistrant, registrantField } from '../fields/registrant';
import type { Operation } from '../types';

/**
 * An operation that changes a registrant's status.
 * https://developers.zoom.us/docs/api/meetings/#tag/meetings/PUT/meetings/{meetingId}/registrants/status
 *
 * @param option the entry in the Operation list; its value is Zoom's `action` too
 */
export function statusOperation(option: Operation['option']): Operation {
	return {
		option,
		fields: [meetingField, registrantField, occurrenceField],
		async execute(itemIndex, zoom) {
			const registrant = readRegistrant(this, itemIndex);
			const query = readOccurrence(this, itemIndex);
			const meetingId = await readMeeting(this, itemIndex, zoom);
			await zoom.request({
				method: 'PUT',
				path: ['meetings', meetingId, 'registrants', 'status'],
				query,
				body: { action: option.value, registrants: [registrant] },
				itemIndex,
			});
			return { success: true, action: option.value, ...registrant };
		},
	};
}
