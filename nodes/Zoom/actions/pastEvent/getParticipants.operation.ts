import type { EventKind } from '../../api/eventKinds';
import { pastEndpoints } from '../../api/pastEndpoints';
import { findEventEndpoints } from '../common/event';
import { listFields, readLimit, take } from '../common/list';
import type { ItemOperation } from '../types';
import { findPastEvent, pastEventFields, readPastEvent } from './instance';

/** Without it Zoom does not say which registration a participant belongs to. */
export const WITH_REGISTRANT_ID = { include_fields: 'registrant_id' };

/** https://developers.zoom.us/docs/api/meetings/#tag/meetings/GET/past_meetings/{meetingId}/participants */
export const getParticipants = (kind: EventKind): ItemOperation => ({
	option: {
		name: 'Get Participants',
		value: 'getParticipants',
		action: `Get past ${kind.name} participants`,
		description: `Retrieve a list of the participants of a past ${kind.name}. Someone who left and came back is listed once for each stay: for one item per person, use Get Attendance.`,
	},
	endpoints: [pastEndpoints(kind).listParticipants, ...findEventEndpoints(kind)],
	fields: [...pastEventFields(kind), ...listFields],
	prepare(itemIndex) {
		const reference = readPastEvent(this, kind, itemIndex);
		const limit = readLimit(this, itemIndex);
		return async (zoom) => {
			const eventId = await findPastEvent(zoom, kind, reference);
			const endpoint = pastEndpoints(kind).listParticipants;
			return await take(zoom, endpoint, { eventId }, WITH_REGISTRANT_ID, limit);
		};
	},
});
