import { pick } from 'lodash';
import { UserError } from 'n8n-workflow';
import { eventEndpoints } from '../../api/endpoints';
import type { EventKind } from '../../api/eventKinds';
import { eventLocator, findEvent, findEventEndpoints, readEvent } from '../common/event';
import type { ItemOperation } from '../types';

/** https://developers.zoom.us/docs/api/meetings/#tag/meetings/GET/meetings/{meetingId} */
export const getRegistrationLink = (kind: EventKind): ItemOperation => ({
	option: {
		name: 'Get Registration Link',
		value: 'getRegistrationLink',
		action: `Get ${kind.name} registration link`,
		description: `Retrieve the link where people can register for a ${kind.name} themselves`,
	},
	endpoints: [eventEndpoints(kind).get, ...findEventEndpoints(kind)],
	fields: [eventLocator(kind)],
	prepare(itemIndex) {
		const reference = readEvent(this, kind, itemIndex);
		return async (zoom) => {
			const eventId = await findEvent(zoom, kind, reference);
			const event = await zoom.send(eventEndpoints(kind).get, { eventId });
			if (typeof event.registration_url !== 'string') {
				throw new UserError(`Registration isn't turned on for this ${kind.name}`, {
					description: `Turn it on with ${kind.label} → Update → Registration.`,
				});
			}
			return pick(event, ['id', 'topic', 'start_time', 'timezone', 'registration_url']);
		};
	},
});
