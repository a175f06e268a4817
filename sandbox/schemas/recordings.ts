import { z } from 'zod';
import { pageQuery, queryBoolean, queryInteger, utcTime } from './common';
import { day } from './meeting';

// Zoom API reference, List all recordings. Its list of trash_type is text; the values are in words.
export const recordingsQuery = pageQuery.omit({ page_number: true }).extend({
	from: day.optional(),
	to: day.optional(),
	trash: queryBoolean.default('false'),
	trash_type: z.enum(['meeting_recordings', 'recording_file']).default('meeting_recordings'),
	mc: z.enum(['true', 'false']).default('false'),
	meeting_id: z.string().min(1).optional(),
});

// Zoom API reference, Get meeting recordings.
export const recordingQuery = z.object({
	include_fields: z.string().optional(),
	ttl: queryInteger(0, 604_800).default('604800'),
});

export const deletionQuery = z.object({ action: z.enum(['trash', 'delete']).default('trash') });

export const recoverBody = z.object({ action: z.literal('recover') });

// Zoom API reference, List an account's meeting or webinar summaries.
export const summariesQuery = pageQuery.omit({ page_number: true }).extend({
	from: utcTime.optional(),
	to: utcTime.optional(),
	time_filter_field: z
		.enum(['summary_start_time', 'summary_created_time'])
		.default('summary_start_time'),
});
