import { recordingEndpoints } from '../../../api/endpoints';
import { readRecordedEvent, recordedEventLocator } from '../../common/recordedEvent';
import type { Zoom } from '../../../transport/client';
import type { Failure } from '../../../transport/errors';
import type { ItemOperation } from '../../types';
import { filesFields, readFileId } from '../files';
import { recordingOf } from '../recording';

const { recover: whole, recoverFile, get } = recordingEndpoints;

/** https://developers.zoom.us/docs/api/meetings/#tag/cloud-recording/PUT/meetings/{meetingUUID}/recordings/status */
export const recover: ItemOperation = {
	option: {
		name: 'Recover',
		value: 'recover',
		action: 'Recover recording',
		description:
			'Restore a recording or one of its files from the trash, up to 30 days after its deletion',
	},
	endpoints: [whole, recoverFile, get],
	fields: [recordedEventLocator('searchTrashedRecordings'), ...filesFields],
	prepare(itemIndex) {
		const eventId = readRecordedEvent(this, itemIndex);
		const recordingId = readFileId(this, itemIndex);
		return async (zoom) => {
			const body = { action: 'recover' };
			const attempt =
				recordingId === undefined
					? await zoom.attempt(whole, { eventId }, { body })
					: await zoom.attempt(recoverFile, { eventId, recordingId }, { body });
			if (!attempt.ok && !(await isRecovered(zoom, eventId, recordingId, attempt.failure))) {
				throw zoom.errorFor(attempt.failure);
			}
			return {
				recovered: true,
				meeting_id: eventId,
				...(recordingId !== undefined && { file_id: recordingId }),
			};
		};
	},
};

/**
 * Whether it was recovered although the answer was lost: it is no longer in the trash, where a second
 * try finds nothing.
 */
async function isRecovered(
	zoom: Zoom,
	eventId: string,
	recordingId: string | undefined,
	{ details }: Failure,
): Promise<boolean> {
	if (details.unknown !== true) return false;
	const found = await zoom.attempt(get, { eventId });
	if (!found.ok) return false;
	return (
		recordingId === undefined || recordingOf(found.body).files.some(({ id }) => id === recordingId)
	);
}
