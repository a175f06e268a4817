import type { IDataObject } from 'n8n-workflow';
import { recordingEndpoints, summaryEndpoints } from '../api/endpoints';
import { dateRanges } from '../mapping/dateRanges';
import { listOf } from './lists';
import type { Source } from './lists';
import { toStartName } from './startName';

// By UUID, since an ID stands for the latest session only.

/** The account owner's recordings of the last 30 days. */
const recordings = (query: IDataObject): Source => ({
	endpoint: recordingEndpoints.list,
	params: { userId: 'me' },
	query: { ...dateRanges({}, Date.now())[0], ...query },
	toEntry: ({ topic, start_time: start, timezone, uuid }) => ({
		name: `${String(topic)} (${toStartName(start, timezone) ?? ''})`,
		value: String(uuid),
	}),
});

export const searchRecordings = listOf('recordings', () => [recordings({})]);
export const searchTrashedRecordings = listOf('recordings', () => [recordings({ trash: true })]);

/** The sessions that AI Companion has written about. */
const summaries: Source = {
	endpoint: summaryEndpoints.list,
	toEntry: ({ meeting_topic: topic, meeting_start_time: start, meeting_uuid: uuid }) => ({
		name: `${String(topic)} (${toStartName(start, undefined) ?? ''})`,
		value: String(uuid),
	}),
};

export const searchSummaries = listOf('summaries', () => [summaries]);
