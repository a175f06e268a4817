import { findMeeting, meetingField, readMeeting } from '../../common/event';
import type { Operation } from '../../types';
import { addOne, readAddOptions } from '../adding/addOne';
import { additionalFields, personFields, readPerson } from '../registrantInput';

/** https://developers.zoom.us/docs/api/meetings/#tag/meetings/POST/meetings/{meetingId}/registrants */
export const add: Operation = {
	option: {
		name: 'Add',
		value: 'add',
		action: 'Add registrant',
		description:
			'Register a person for a meeting that has registration turned on. Needs the meeting, an email address and a first name; returns the personal join link.',
	},
	fields: [meetingField, ...personFields, additionalFields],
	prepare(itemIndex) {
		const meeting = readMeeting(this, itemIndex);
		const person = readPerson(this, itemIndex);
		const options = readAddOptions(this, itemIndex);
		return async (zoom) => {
			const meetingId = await findMeeting(zoom, meeting, itemIndex);
			return await addOne(zoom, meetingId, person, options, itemIndex);
		};
	},
};
