import { eventEndpoints } from '../../api/endpoints';
import { MEETING } from '../../api/eventKinds';
import type { ZoomField } from '../../mapping/body';
import { propertiesOf, toBody } from '../../mapping/body';
import { toDate } from '../../mapping/time';
import { toTimezone } from '../../mapping/timezones';
import { filters, readCollection } from '../common/collections';
import { hostField, readHost } from '../common/host';
import { listFields, readLimit, readSimplify, simplifyField, take } from '../common/list';
import type { ItemOperation } from '../types';
import { simplifyMeeting } from './simplify';

const filterFields: ZoomField[] = [
	{
		to: 'from',
		convert: toDate,
		property: { displayName: 'From', name: 'from', type: 'dateTime', default: '' },
	},
	{
		to: 'timezone',
		convert: toTimezone,
		property: {
			displayName: 'Timezone Name or ID',
			name: 'timezone',
			type: 'options',
			typeOptions: { loadOptionsMethod: 'getTimezones' },
			default: '',
			description:
				'The zone that From and To are meant in. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		},
	},
	{
		to: 'to',
		convert: toDate,
		property: { displayName: 'To', name: 'to', type: 'dateTime', default: '' },
	},
	{
		to: 'type',
		property: {
			displayName: 'Type',
			name: 'type',
			type: 'options',
			options: [
				{ name: 'Live', value: 'live', description: 'Meetings under way' },
				{ name: 'Previous', value: 'previous_meetings', description: 'Meetings that are over' },
				{
					name: 'Scheduled',
					value: 'scheduled',
					description: 'All valid meetings: earlier, live and upcoming ones',
				},
				{
					name: 'Upcoming',
					value: 'upcoming',
					description: 'Meetings to come, live ones included',
				},
				{
					name: 'Upcoming, Not Live',
					value: 'upcoming_meetings',
					description: 'Meetings to come, without live ones',
				},
			],
			default: 'scheduled',
		},
	},
];

const { list: endpoint } = eventEndpoints(MEETING);

/** https://developers.zoom.us/docs/api/meetings/#tag/meetings/GET/users/{userId}/meetings */
export const getAll: ItemOperation = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many meetings',
		description: 'List the meetings of a host: scheduled, live, upcoming or previous ones',
	},
	endpoints: [endpoint],
	fields: [hostField, ...listFields, filters(propertiesOf(filterFields)), simplifyField],
	prepare(itemIndex) {
		const query = toBody(filterFields, readCollection(this, itemIndex, 'filters', 'Filters'));
		const userId = readHost(this, itemIndex);
		const limit = readLimit(this, itemIndex);
		const simple = readSimplify(this, itemIndex);
		return async (zoom) => {
			const meetings = await take(zoom, endpoint, { userId }, query, limit);
			return simple ? meetings.map(simplifyMeeting) : meetings;
		};
	},
};
