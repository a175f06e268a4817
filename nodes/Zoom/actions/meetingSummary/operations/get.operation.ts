import { omit } from 'lodash';
import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { summaryEndpoints } from '../../../api/endpoints';
import { readSummary, toPlainText } from '../../../mapping/summary';
import { toChoice } from '../../../mapping/values';
import { readRecordedEvent, recordedEventLocator } from '../../common/recordedEvent';
import type { ItemOperation } from '../../types';

const { get: endpoint } = summaryEndpoints;

const FORMATS = [
	{
		name: 'Separate Fields',
		value: 'fields',
		description: 'Overview, details, and next steps, each in a field of its own',
	},
	{ name: 'Markdown', value: 'markdown' },
	{ name: 'Text', value: 'text' },
];

const formatField: INodeProperties = {
	displayName: 'Format',
	name: 'format',
	type: 'options',
	noDataExpression: true,
	options: FORMATS,
	default: 'fields',
};

/** Zoom's fields that hold the summary's text, in one form or another. */
const TEXTS = [
	'summary_title',
	'summary_overview',
	'summary_details',
	'next_steps',
	'edited_summary',
	'summary_content',
];

/** https://developers.zoom.us/docs/api/meetings/#tag/summaries/GET/meetings/{meetingId}/meeting_summary */
export const get: ItemOperation = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get meeting summary',
		description: 'Retrieve what AI Companion wrote about a meeting or webinar, with the next steps',
	},
	endpoints: [endpoint],
	fields: [recordedEventLocator('searchSummaries'), formatField],
	prepare(itemIndex) {
		const eventId = readRecordedEvent(this, itemIndex);
		const given = this.getNodeParameter('format', itemIndex, 'fields');
		const format = toChoice(given, formatField.displayName, FORMATS);
		return async (zoom) => {
			const answer = await zoom.send(endpoint, { eventId });
			return { ...omit(answer, TEXTS), ...told(answer, String(format)) };
		};
	},
};

function told(answer: IDataObject, format: string): IDataObject {
	const { title, markdown, ...parts } = readSummary(answer);
	if (format === 'fields') return { title, ...parts };
	return { title, [format]: format === 'text' ? toPlainText(markdown) : markdown };
}
