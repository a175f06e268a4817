import { eventEndpoints } from '../../api/endpoints';
import type { EventKind } from '../../api/eventKinds';
import { eventLocator, findEvent, findEventEndpoints, readEvent } from '../common/event';
import type { ItemOperation } from '../types';

/** https://developers.zoom.us/docs/api/meetings/#tag/meetings/PUT/meetings/{meetingId}/status */
export const end = (kind: EventKind): ItemOperation => ({
	option: {
		name: 'End',
		value: 'end',
		action: `End ${kind.name}`,
		description: `End a ${kind.name} in progress for everyone`,
	},
	endpoints: [eventEndpoints(kind).updateStatus, ...findEventEndpoints(kind)],
	fields: [eventLocator(kind)],
	prepare(itemIndex) {
		const event = readEvent(this, kind, itemIndex);
		return async (zoom) => {
			const eventId = await findEvent(zoom, kind, event);
			await zoom.send(eventEndpoints(kind).updateStatus, { eventId }, { body: { action: 'end' } });
			return { success: true, ended: true, id: Number(eventId) };
		};
	},
});
