import type { EventKind } from '../../api/eventKinds';
import { pastEndpoints } from '../../api/pastEndpoints';
import { eventLocator, findEvent, findEventEndpoints, readEvent } from '../common/event';
import { listFields, readLimit } from '../common/list';
import type { ItemOperation } from '../types';
import { listInstances } from './instance';

/** https://developers.zoom.us/docs/api/meetings/#tag/meetings/GET/past_meetings/{meetingId}/instances */
export const getAll = (kind: EventKind): ItemOperation => ({
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: `Get many past ${kind.name}s`,
		description: `Retrieve a list of a ${kind.name}'s instances in the last 15 months, the latest first, each with its UUID`,
	},
	endpoints: [pastEndpoints(kind).listInstances, ...findEventEndpoints(kind)],
	fields: [eventLocator(kind), ...listFields],
	prepare(itemIndex) {
		const event = readEvent(this, kind, itemIndex);
		const limit = readLimit(this, itemIndex);
		return async (zoom) => {
			const eventId = await findEvent(zoom, kind, event);
			return (await listInstances(zoom, kind, eventId)).slice(0, limit);
		};
	},
});
