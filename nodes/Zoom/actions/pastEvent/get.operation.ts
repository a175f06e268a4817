import type { EventKind } from '../../api/eventKinds';
import { pastEndpoints } from '../../api/pastEndpoints';
import { findEventEndpoints } from '../common/event';
import type { ItemOperation } from '../types';
import { findPastEvent, pastEventFields, readPastEvent } from './instance';

/**
 * https://developers.zoom.us/docs/api/meetings/#tag/meetings/GET/past_meetings/{meetingId}
 * https://developers.zoom.us/docs/api/meetings/#tag/reports/GET/report/webinars/{webinarId}
 */
export const get = (kind: EventKind): ItemOperation => ({
	option: {
		name: 'Get',
		value: 'get',
		action: `Get past ${kind.name}`,
		description: `Retrieve when a past ${kind.name} took place and how many people joined. An ID means its latest instance, a UUID a specific one.`,
	},
	endpoints: [pastEndpoints(kind).get, ...findEventEndpoints(kind)],
	fields: pastEventFields(kind),
	prepare(itemIndex) {
		const reference = readPastEvent(this, kind, itemIndex);
		return async (zoom) => {
			const eventId = await findPastEvent(zoom, kind, reference);
			return await zoom.send(pastEndpoints(kind).get, { eventId });
		};
	},
});
