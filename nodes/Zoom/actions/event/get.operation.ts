import { eventEndpoints } from '../../api/endpoints';
import type { EventKind } from '../../api/eventKinds';
import { isMissing, toBoolean } from '../../mapping/values';
import { additionalFields, readCollection } from '../common/collections';
import { eventLocator, findEvent, findEventEndpoints, readEvent } from '../common/event';
import { readSimplify, simplifyField } from '../common/list';
import { occurrenceField, readOccurrence } from '../common/occurrence';
import type { ItemOperation } from '../types';
import { simplifyEvent } from './simplify';

/** https://developers.zoom.us/docs/api/meetings/#tag/meetings/GET/meetings/{meetingId} */
export const get = (kind: EventKind): ItemOperation => ({
	option: {
		name: 'Get',
		value: 'get',
		action: `Get ${kind.name}`,
		description: `Retrieve a ${kind.name} by its ID or link, with its registration link and occurrences`,
	},
	endpoints: [eventEndpoints(kind).get, ...findEventEndpoints(kind)],
	fields: [
		eventLocator(kind),
		additionalFields([
			occurrenceField(kind),
			{
				displayName: 'Show Previous Occurrences',
				name: 'showPreviousOccurrences',
				type: 'boolean',
				default: false,
				description: 'Whether to include the occurrences that have ended',
			},
		]),
		simplifyField,
	],
	prepare(itemIndex) {
		const reference = readEvent(this, kind, itemIndex, { takesUuid: true });
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
			const eventId = await findEvent(zoom, kind, reference);
			const event = await zoom.send(eventEndpoints(kind).get, { eventId }, { query });
			return simple ? simplifyEvent(event) : event;
		};
	},
});
