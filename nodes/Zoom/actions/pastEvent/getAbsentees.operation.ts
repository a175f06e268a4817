import { WEBINAR } from '../../api/eventKinds';
import { listAbsentees } from '../../api/pastEndpoints';
import { findEventEndpoints } from '../common/event';
import { listFields, readLimit, readSimplify, simplifyField, take } from '../common/list';
import { simplifyRegistrant } from '../registrant/simplify';
import type { ItemOperation } from '../types';
import { findPastEvent, pastEventFields, readPastEvent } from './instance';

/** https://developers.zoom.us/docs/api/meetings/#tag/webinars/GET/past_webinars/{webinarId}/absentees */
export const getAbsentees: ItemOperation = {
	option: {
		name: 'Get Absentees',
		value: 'getAbsentees',
		action: 'Get past webinar absentees',
		description:
			"Retrieve a list of the people who registered for a past webinar and didn't attend",
	},
	endpoints: [listAbsentees, ...findEventEndpoints(WEBINAR)],
	fields: [...pastEventFields(WEBINAR), ...listFields, simplifyField],
	prepare(itemIndex) {
		const reference = readPastEvent(this, WEBINAR, itemIndex);
		const limit = readLimit(this, itemIndex);
		const simple = readSimplify(this, itemIndex);
		return async (zoom) => {
			const eventId = await findPastEvent(zoom, WEBINAR, reference);
			const absentees = await take(zoom, listAbsentees, { eventId }, {}, limit);
			return simple ? absentees.map(simplifyRegistrant) : absentees;
		};
	},
};
