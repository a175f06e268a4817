import { z } from 'zod';
import { pageQuery, queryBoolean, timezone, utcTime, zoomTime } from './common';
import { createSettings, updateSettings } from './settings';

// Zoom API reference, Create a meeting: the largest interval by recurrence type.
const MAX_INTERVAL: Record<number, number> = { 1: 99, 2: 50, 3: 10 };

const recurrence = z
	.object({
		type: z.union([z.literal(1), z.literal(2), z.literal(3)]),
		repeat_interval: z.number().int().min(1).optional(),
		// A list such as "2,4"; the reference's enum has single digits only, its text has lists.
		weekly_days: z
			.string()
			.regex(/^[1-7](,[1-7])*$/)
			.optional(),
		monthly_day: z.number().int().min(1).max(31).optional(),
		monthly_week: z
			.union([z.literal(-1), z.literal(1), z.literal(2), z.literal(3), z.literal(4)])
			.optional(),
		monthly_week_day: z.number().int().min(1).max(7).optional(),
		end_times: z.number().int().min(1).max(60).optional(),
		end_date_time: utcTime.optional(),
	})
	.strict()
	.superRefine((value, context) => {
		const refuse = (path: string) => context.addIssue({ code: 'custom', path: [path] });
		if ((value.repeat_interval ?? 1) > MAX_INTERVAL[value.type]!) refuse('repeat_interval');
		// "Cannot be used with" the other, says the reference of both.
		if (value.end_times !== undefined && value.end_date_time !== undefined) refuse('end_times');
		if ((value.monthly_week === undefined) !== (value.monthly_week_day === undefined)) {
			refuse(value.monthly_week === undefined ? 'monthly_week' : 'monthly_week_day');
		}
	});

export type Recurrence = z.infer<typeof recurrence>;

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
	recurrence: recurrence.optional(),
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
