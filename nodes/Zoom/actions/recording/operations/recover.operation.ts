import { recordingEndpoints } from '../../../api/endpoints';
import { readRecordedEvent, recordedEventLocator } from '../../common/recordedEvent';
import type { ItemOperation } from '../../types';
import { filesFields, readFileId } from '../files';

const { recover: whole, recoverFile } = recordingEndpoints;

/** https://developers.zoom.us/docs/api/meetings/#tag/cloud-recording/PUT/meetings/{meetingUUID}/recordings/status */
export const recover: ItemOperation = {
	option: {
		name: 'Recover',
		value: 'recover',
		action: 'Recover recording',
		description: 'Take a recording or one of its files out of the trash, for up to 30 days',
	},
	endpoints: [whole, recoverFile],
	fields: [recordedEventLocator('searchTrashedRecordings'), ...filesFields],
	prepare(itemIndex) {
		const eventId = readRecordedEvent(this, itemIndex);
		const recordingId = readFileId(this, itemIndex);
		return async (zoom) => {
			const body = { action: 'recover' };
			if (recordingId === undefined) await zoom.send(whole, { eventId }, { body });
			else await zoom.send(recoverFile, { eventId, recordingId }, { body });
			return {
				recovered: true,
				meeting_id: eventId,
				...(recordingId !== undefined && { file_id: recordingId }),
			};
		};
	},
};
