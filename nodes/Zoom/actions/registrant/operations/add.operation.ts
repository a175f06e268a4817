import type { EventKind } from '../../../api/eventKinds';
import { eventLocator, findEvent, readEvent } from '../../common/event';
import type { ItemOperation } from '../../types';
import { addEndpoints, addOne, readAddOptions } from '../adding/addOne';
import { registrantFields } from '../registrantFields';
import { extraFields, personFields, readRegistration } from '../registrantInput';

/** https://developers.zoom.us/docs/api/meetings/#tag/meetings/POST/meetings/{meetingId}/registrants */
export const add = (kind: EventKind): ItemOperation => ({
	option: {
		name: 'Add',
		value: 'add',
		action: `Add ${kind.name} registrant`,
		description: `Register a person for a ${kind.name} that has registration turned on. Needs the ${kind.name}, an email address, and a first name. Returns the personal join link.`,
	},
	endpoints: addEndpoints(kind),
	fields: [eventLocator(kind), ...personFields(kind), extraFields(kind, registrantFields(kind))],
	prepare(itemIndex) {
		const event = readEvent(this, kind, itemIndex);
		const registration = readRegistration(this, itemIndex, registrantFields(kind));
		const options = readAddOptions(this, itemIndex);
		return async (zoom) => {
			const eventId = await findEvent(zoom, kind, event);
			return await addOne(zoom, kind, eventId, registration, options);
		};
	},
});
