import type { IDataObject } from 'n8n-workflow';
import { recordingEndpoints, summaryEndpoints } from '../api/endpoints';
import { dateRanges } from '../mapping/dateRanges';
import { browse, search, tellGoesOn, withNotices } from './lists';
import type { ListSearch, Source } from './lists';
import { toStartName } from './startName';

/** A list by UUID, since an ID stands for the latest session only. */
const searchIn = (sourceOf: () => Source, names: string): ListSearch =>
	async function (filter = '', paginationToken) {
		const source = sourceOf();
		if (!filter.trim()) return await browse(this, [source], paginationToken);
		const found = await search(this, source, filter);
		return withNotices(found.entries, [found.error?.message, tellGoesOn([found], names)]);
	};

/** The account owner's recordings of the last 30 days. */
const recordings = (query: IDataObject) => (): Source => ({
	endpoint: recordingEndpoints.list,
	params: { userId: 'me' },
	query: { ...dateRanges({}, Date.now())[0], ...query },
	toEntry: ({ topic, start_time: start, timezone, uuid }) => ({
		name: `${String(topic)} (${toStartName(start, timezone) ?? ''})`,
		value: String(uuid),
	}),
});

export const searchRecordings = searchIn(recordings({}), 'recordings');
export const searchTrashedRecordings = searchIn(recordings({ trash: true }), 'recordings');

/** The sessions that AI Companion has written about. */
const summaries = (): Source => ({
	endpoint: summaryEndpoints.list,
	toEntry: ({ meeting_topic: topic, meeting_start_time: start, meeting_uuid: uuid }) => ({
		name: `${String(topic)} (${toStartName(start, undefined) ?? ''})`,
		value: String(uuid),
	}),
});

export const searchSummaries = searchIn(summaries, 'summaries');
