import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { parseRecordedEvent, RECORDED_EVENT } from '../../mapping/recordedEvent';

const PARAMETER = 'recordedEventId';

/**
 * Which meeting or webinar: Zoom keeps recordings and summaries of both in one place.
 *
 * @param searchListMethod what fills the list
 */
export const recordedEventLocator = (searchListMethod: string): INodeProperties => ({
	displayName: RECORDED_EVENT,
	name: PARAMETER,
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'The meeting or webinar. An ID means its latest instance, a UUID a specific one.',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod, searchable: true },
		},
		{
			displayName: 'By ID or UUID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 857 4606 5432 or 4444AAAiAAAAAiAiAiiAii==',
			hint: 'Events of Zoom Trigger have the UUID as uuid or meeting_uuid',
		},
	],
});

/**
 * The ID or UUID that the user gave.
 *
 * @throws UserError where the value is neither
 */
export function readRecordedEvent(context: IExecuteFunctions, itemIndex: number): string {
	return parseRecordedEvent(
		context.getNodeParameter(PARAMETER, itemIndex, '', { extractValue: true }),
	);
}
