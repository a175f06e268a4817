import type { IDataObject } from 'n8n-workflow';
import { isMissing, toBoolean } from '../../mapping/values';
import { simplifyField } from '../common/list';
import { findMeeting, meetingField, readMeeting } from '../common/event';
import { occurrenceField, readOccurrence } from '../common/occurrence';
import type { Operation } from '../types';
import { simplifyMeeting } from './simplify';

/** https://developers.zoom.us/docs/api/meetings/#tag/meetings/GET/meetings/{meetingId} */
export const get: Operation = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get meeting',
		description: 'Get a meeting by its ID or link, with its registration link and occurrences',
	},
	fields: [
		meetingField,
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				occurrenceField,
				{
					displayName: 'Show Previous Occurrences',
					name: 'showPreviousOccurrences',
					type: 'boolean',
					default: false,
					description: 'Whether to include the occurrences that are over',
				},
			],
		},
		simplifyField,
	],
	prepare(itemIndex) {
		const reference = readMeeting(this, itemIndex);
		const { showPreviousOccurrences: previous } = this.getNodeParameter(
			'additionalFields',
			itemIndex,
		) as IDataObject;
		const query = {
			...readOccurrence(this, itemIndex, 'additionalFields.occurrenceId'),
			...(!isMissing(previous) && {
				show_previous_occurrences: toBoolean(previous, 'Show Previous Occurrences'),
			}),
		};
		const simple = this.getNodeParameter('simple', itemIndex);
		return async (zoom) => {
			const path = ['meetings', await findMeeting(zoom, reference, itemIndex)];
			const meeting = await zoom.request({ method: 'GET', path, query, itemIndex });
			return simple ? simplifyMeeting(meeting) : meeting;
		};
	},
};
