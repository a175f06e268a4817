import { eventEndpoints } from '../../api/endpoints';
import { propertiesOf, toBody } from '../../mapping/body';
import { filters as filtersField, readCollection } from '../common/collections';
import { hostField, readHost } from '../common/host';
import { listFields, readLimit, readSimplify, simplifyField, take } from '../common/list';
import type { ItemOperation } from '../types';
import type { EventFields } from './eventFields';
import { simplifyEvent } from './simplify';

/** https://developers.zoom.us/docs/api/meetings/#tag/meetings/GET/users/{userId}/meetings */
export const getAll = ({ kind, filters, listed }: EventFields): ItemOperation => {
	const { list: endpoint } = eventEndpoints(kind);
	return {
		option: {
			name: 'Get Many',
			value: 'getAll',
			action: `Get many ${kind.name}s`,
			description: `Retrieve a list of a host's ${kind.name}s: ${listed}`,
		},
		endpoints: [endpoint],
		fields: [hostField, ...listFields, filtersField(propertiesOf(filters)), simplifyField],
		prepare(itemIndex) {
			const query = toBody(filters, readCollection(this, itemIndex, 'filters', 'Filters'));
			const userId = readHost(this, itemIndex);
			const limit = readLimit(this, itemIndex);
			const simple = readSimplify(this, itemIndex);
			return async (zoom) => {
				const events = await take(zoom, endpoint, { userId }, query, limit);
				if (events.length === 0) {
					zoom.tell(
						`The host has no ${kind.name}s like that. Which are listed depends on the filter 'Type'.`,
					);
				}
				return simple ? events.map(simplifyEvent) : events;
			};
		},
	};
};
