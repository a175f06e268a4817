import { z } from 'zod';
import { pageQuery } from './common';
import { day } from './meeting';

// Zoom API reference, Get past meeting participants: "registrant_id … only returns if you pass the
// registrant_id value for the include_fields query parameter", which its list of parameters lacks;
// others were told nothing of it. The stricter reading, for webinars too.
export const participantsQuery = pageQuery
	.omit({ page_number: true })
	.extend({ include_fields: z.string().optional() });

export type ParticipantsQuery = z.infer<typeof participantsQuery>;

// Zoom API reference, Get meeting participant reports: the only value that it has.
export const reportQuery = participantsQuery.extend({
	include_fields: z.literal('registrant_id').optional(),
});

export const instancesQuery = z.object({ from: day.optional(), to: day.optional() });

export const absenteesQuery = pageQuery.extend({ occurrence_id: z.string().optional() });
