import type { IDataObject } from 'n8n-workflow';
import { toChoice } from '../../../mapping/values';
import { listFields, pick, readLimit, simplifyField, take } from '../../common/list';
import { findMeeting, meetingField, readMeeting } from '../../common/event';
import { occurrenceField, readOccurrence } from '../../common/occurrence';
import { REGISTRANT_STATUSES } from '../../common/registrant';
import type { Operation } from '../../types';

const STATUS_CHOICES = [
	{ name: 'Any', value: 'any' },
	{ name: 'Approved', value: 'approved' },
	{ name: 'Denied', value: 'denied' },
	{ name: 'Pending', value: 'pending' },
];

const SIMPLE = [
	'id',
	'email',
	'first_name',
	'last_name',
	'status',
	'create_time',
	'join_url',
	'custom_questions',
];

/** https://developers.zoom.us/docs/api/meetings/#tag/meetings/GET/meetings/{meetingId}/registrants */
export const getAll: Operation = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many registrants',
		description:
			'List the people who registered for a meeting: approved ones, or those pending or denied',
	},
	fields: [
		meetingField,
		...listFields,
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [
				occurrenceField,
				{
					displayName: 'Status',
					name: 'status',
					type: 'options',
					options: STATUS_CHOICES,
					default: 'approved',
					description: 'Without this filter Zoom lists approved registrants only',
				},
			],
		},
		simplifyField,
	],
	prepare(itemIndex) {
		const meeting = readMeeting(this, itemIndex);
		const limit = readLimit(this, itemIndex);
		const { status = 'approved' } = this.getNodeParameter('filters', itemIndex) as IDataObject;
		const wanted = toChoice(status, 'Status', STATUS_CHOICES);
		const occurrence = readOccurrence(this, itemIndex, 'filters.occurrenceId');
		const simple = this.getNodeParameter('simple', itemIndex);
		return async (zoom) => {
			const path = ['meetings', await findMeeting(zoom, meeting, itemIndex), 'registrants'];
			const rows: IDataObject[] = [];
			for (const one of wanted === 'any' ? REGISTRANT_STATUSES : [wanted]) {
				if (rows.length >= limit) break;
				const query = { status: one, ...occurrence };
				const call = { method: 'GET' as const, path, query, itemIndex };
				rows.push(...(await take(zoom, call, 'registrants', limit - rows.length)));
			}
			return simple ? rows.map((row) => pick(row, SIMPLE)) : rows;
		};
	},
};
