import { z } from 'zod';
import { pageQuery, queryBoolean, timezone, zoomTime } from './common';
import { recurrenceUpTo, type Recurrence } from './recurrence';
import { createSettings, updateSettings } from './settings';

const meetingType = z.union([
	z.literal(1),
	z.literal(2),
	z.literal(3),
	z.literal(8),
	z.literal(10),
]);
export type MeetingType = z.infer<typeof meetingType>;

/** What meetings and webinars are created and updated with. */
export const sharedFields = {
	agenda: z.string().max(2000).optional(),
	duration: z.number().int().min(1).max(1440).optional(),
	password: z.string().max(10).optional(),
	schedule_for: z.string().optional(),
	start_time: zoomTime.optional(),
	timezone: timezone.optional(),
	topic: z.string().max(200).optional(),
	tracking_fields: z
		.array(z.object({ field: z.string(), value: z.string().optional() }).strict())
		.optional(),
};

const ofMeetings = {
	...sharedFields,
	// Zoom API reference, Create a meeting, Update a meeting.
	recurrence: recurrenceUpTo({ 1: 99, 2: 50, 3: 10 }).optional(),
	pre_schedule: z.boolean().optional(),
	sensitivity_label_id: z.string().optional(),
	template_id: z.string().optional(),
};

/**
 * "Use this object only for a meeting with type 8", or 9 for webinars; without it there is nothing to
 * repeat.
 *
 * @param series the type of a series with fixed times
 */
export function needsRecurrence(series: number) {
	return (
		{ type, recurrence: given }: { type: number; recurrence?: Recurrence },
		context: z.RefinementCtx,
	): void => {
		if ((type === series) !== (given !== undefined)) {
			context.addIssue({ code: 'custom', path: ['recurrence'] });
		}
	};
}

export const createMeetingBody = z
	.object({
		...ofMeetings,
		default_password: z.boolean().optional(),
		type: meetingType.default(2),
		settings: createSettings.default({}),
	})
	.strict()
	.superRefine(needsRecurrence(8));

export type CreateMeetingBody = z.infer<typeof createMeetingBody>;

export const updateMeetingBody = z
	.object({
		...ofMeetings,
		// https://developers.zoom.us/changelog/meetings/november-16-2026/
		sensitivity_label_downgrade_reason: z.string().optional(),
		type: meetingType.optional(),
		settings: updateSettings.optional(),
	})
	.strict();

export type UpdateMeetingBody = z.infer<typeof updateMeetingBody>;

export const getMeetingQuery = z.object({
	occurrence_id: z.string().optional(),
	show_previous_occurrences: queryBoolean.optional(),
});

export const deleteMeetingQuery = z.object({
	occurrence_id: z.string().optional(),
	schedule_for_reminder: queryBoolean.optional(),
	cancel_meeting_reminder: queryBoolean.optional(),
});

// The reference marks `action` as optional and does not say what its absence means: the stricter.
export const meetingStatusBody = z.object({ action: z.enum(['end', 'recover']) }).strict();

export const day = z.string().regex(/^\d{4}-\d\d-\d\d$/);

export const listMeetingsQuery = pageQuery.extend({
	type: z
		.enum(['scheduled', 'live', 'upcoming', 'upcoming_meetings', 'previous_meetings'])
		.default('scheduled'),
	from: day.optional(),
	to: day.optional(),
});
