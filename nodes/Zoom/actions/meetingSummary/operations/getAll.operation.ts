import type { IExecuteFunctions } from 'n8n-workflow';
import { summaryEndpoints } from '../../../api/endpoints';
import { propertiesOf, toBody } from '../../../mapping/body';
import type { ZoomField } from '../../../mapping/body';
import { toInstant } from '../../../mapping/time';
import { filters, readCollection } from '../../common/collections';
import { listFields, readLimit, take } from '../../common/list';
import type { ItemOperation } from '../../types';

const { list: endpoint } = summaryEndpoints;

/** @param zone of the workflow: times without an offset are meant in it */
const fieldsIn = (zone: string): ZoomField[] => [
	{
		to: 'time_filter_field',
		property: {
			displayName: 'Date Filter',
			name: 'timeFilterField',
			type: 'options',
			default: 'summary_start_time',
			description: "What 'From' and 'To' apply to",
			options: [
				{ name: 'Creation of the Summary', value: 'summary_created_time' },
				{ name: 'Start of the Summary', value: 'summary_start_time' },
			],
		},
	},
	{
		to: 'from',
		convert: (value, label) => toInstant(value, label, zone),
		property: { displayName: 'From', name: 'from', type: 'dateTime', default: '' },
	},
	{
		to: 'to',
		convert: (value, label) => toInstant(value, label, zone),
		property: { displayName: 'To', name: 'to', type: 'dateTime', default: '' },
	},
];

/** https://developers.zoom.us/docs/api/meetings/#tag/summaries/GET/meetings/meeting_summaries */
export const getAll: ItemOperation = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many meeting summaries',
		description:
			"Retrieve a list of the account's meetings and webinars that have a summary, without its text",
	},
	endpoints: [endpoint],
	fields: [...listFields, filters(propertiesOf(fieldsIn('utc')))],
	prepare(this: IExecuteFunctions, itemIndex) {
		const values = readCollection(this, itemIndex, 'filters', 'Filters');
		const query = toBody(fieldsIn(this.getTimezone()), values);
		const limit = readLimit(this, itemIndex);
		return async (zoom) => await take(zoom, endpoint, {}, query, limit);
	},
};
