import { eventEndpoints } from '../../api/endpoints';
import { MEETING } from '../../api/eventKinds';
import { isMissing, toBoolean } from '../../mapping/values';
import { additionalFields, readCollection } from '../common/collections';
import { readSimplify, simplifyField } from '../common/list';
import { eventLocator, findEvent, findEventEndpoints, readEvent } from '../common/event';
import { occurrenceField, readOccurrence } from '../common/occurrence';
import type { ItemOperation } from '../types';
import { simplifyMeeting } from './simplify';

const { get: endpoint } = eventEndpoints(MEETING);

/** https://developers.zoom.us/docs/api/meetings/#tag/meetings/GET/meetings/{meetingId} */
export const get: ItemOperation = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get meeting',
		description: 'Get a meeting by its ID or link, with its registration link and occurrences',
	},
	endpoints: [endpoint, ...findEventEndpoints(MEETING)],
	fields: [
		eventLocator(MEETING),
		additionalFields([
			occurrenceField(MEETING),
			{
				displayName: 'Show Previous Occurrences',
				name: 'showPreviousOccurrences',
				type: 'boolean',
				default: false,
				description: 'Whether to include the occurrences that are over',
			},
		]),
		simplifyField,
	],
	prepare(itemIndex) {
		const reference = readEvent(this, MEETING, itemIndex, { takesUuid: true });
		const { showPreviousOccurrences: previous } = readCollection(
			this,
			itemIndex,
			'additionalFields',
			'Additional Fields',
		);
		const query = {
			...readOccurrence(this, itemIndex, 'additionalFields.occurrenceId'),
			...(!isMissing(previous) && {
				show_previous_occurrences: toBoolean(previous, 'Show Previous Occurrences'),
			}),
		};
		const simple = readSimplify(this, itemIndex);
		return async (zoom) => {
			const eventId = await findEvent(zoom, MEETING, reference);
			const meeting = await zoom.send(endpoint, { eventId }, { query });
			return simple ? simplifyMeeting(meeting) : meeting;
		};
	},
};
