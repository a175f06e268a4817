import type { INodeProperties } from 'n8n-workflow';
import { recordingEndpoints } from '../../../api/endpoints';
import { toChoice } from '../../../mapping/values';
import { readRecordedEvent, recordedEventLocator } from '../../common/recordedEvent';
import type { ItemOperation } from '../../types';
import { filesFields, readFileId } from '../files';

const { remove: whole, removeFile } = recordingEndpoints;

const ACTIONS = [
	{ name: 'Delete Permanently', value: 'delete', description: "This can't be undone" },
	{ name: 'Move to Trash', value: 'trash', description: 'It can be recovered for 30 days' },
];

const actionField: INodeProperties = {
	displayName: 'Deletion',
	name: 'deletion',
	type: 'options',
	noDataExpression: true,
	options: ACTIONS,
	default: 'trash',
};

/** https://developers.zoom.us/docs/api/meetings/#tag/cloud-recording/DELETE/meetings/{meetingId}/recordings */
export const remove: ItemOperation = {
	option: {
		name: 'Delete',
		value: 'delete',
		action: 'Delete recording',
		description: 'Move a recording or one of its files to the trash, or delete it permanently',
	},
	endpoints: [whole, removeFile],
	fields: [recordedEventLocator('searchRecordings'), ...filesFields, actionField],
	prepare(itemIndex) {
		const eventId = readRecordedEvent(this, itemIndex);
		const recordingId = readFileId(this, itemIndex);
		const deletion = this.getNodeParameter('deletion', itemIndex, 'trash');
		const query = { action: toChoice(deletion, actionField.displayName, ACTIONS) };
		return async (zoom) => {
			if (recordingId === undefined) await zoom.send(whole, { eventId }, { query });
			else await zoom.send(removeFile, { eventId, recordingId }, { query });
			return {
				deleted: true,
				meeting_id: eventId,
				...(recordingId !== undefined && { file_id: recordingId }),
			};
		};
	},
};
