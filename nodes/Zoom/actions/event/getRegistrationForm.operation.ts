import { eventEndpoints } from '../../api/endpoints';
import type { EventKind } from '../../api/eventKinds';
import { eventLocator, findEvent, findEventEndpoints, readEvent } from '../common/event';
import type { ItemOperation } from '../types';

/** https://developers.zoom.us/docs/api/meetings/#tag/meetings/GET/meetings/{meetingId}/registrants/questions */
export const getRegistrationForm = (kind: EventKind): ItemOperation => ({
	option: {
		name: 'Get Registration Form',
		value: 'getRegistrationForm',
		action: `Get ${kind.name} registration form`,
		description: `Retrieve the registration questions of a ${kind.name}`,
	},
	endpoints: [eventEndpoints(kind).getQuestions, ...findEventEndpoints(kind)],
	fields: [eventLocator(kind)],
	prepare(itemIndex) {
		const event = readEvent(this, kind, itemIndex);
		return async (zoom) => {
			const eventId = await findEvent(zoom, kind, event);
			const form = await zoom.send(eventEndpoints(kind).getQuestions, { eventId });
			return { id: Number(eventId), ...form };
		};
	},
});
