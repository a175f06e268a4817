import { recordingEndpoints } from '../../../api/endpoints';
import { readSimplify, simplifyField } from '../../common/list';
import { readRecordedEvent, recordedEventLocator } from '../../common/recordedEvent';
import type { ItemOperation } from '../../types';
import { simplifyRecording } from '../recording';

const { get: endpoint } = recordingEndpoints;

/** https://developers.zoom.us/docs/api/meetings/#tag/cloud-recording/GET/meetings/{meetingId}/recordings */
export const get: ItemOperation = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get recording',
		description: 'Retrieve the recording of a meeting or webinar, with the list of its files',
	},
	endpoints: [endpoint],
	fields: [recordedEventLocator('searchRecordings'), simplifyField],
	prepare(itemIndex) {
		const eventId = readRecordedEvent(this, itemIndex);
		const simple = readSimplify(this, itemIndex);
		return async (zoom) => {
			const recording = await zoom.send(endpoint, { eventId });
			return simple ? simplifyRecording(recording) : recording;
		};
	},
};
