import { z } from 'zod';
import { pageQuery, queryBoolean } from './common';
import { needsRecurrence, sharedFields } from './meeting';
import { recurrenceUpTo } from './recurrence';
import { createWebinarSettings, updateWebinarSettings } from './webinar-settings';

const webinarType = z.union([z.literal(5), z.literal(6), z.literal(9)]);

/** Zoom API reference: the longest `simulive_delay_start.time` by its unit; the shortest is 1. */
const LONGEST_DELAY = { second: 60, minute: 10 };

// Zoom API reference, Create a webinar, Update a webinar: intervals shorter than a meeting's.
const recurrence = recurrenceUpTo({ 1: 90, 2: 12, 3: 3 }).optional();

const simulive = {
	is_simulive: z.boolean().optional(),
	record_file_id: z.string().min(1).optional(),
	transition_to_live: z.boolean().optional(),
	simulive_delay_start: z
		.object({
			enable: z.boolean().optional(),
			time: z.number().int().min(0).optional(),
			timeunit: z.enum(['second', 'minute']).default('second'),
		})
		.strict()
		.superRefine(({ enable, time = 0, timeunit }, context) => {
			const isShort = enable === true && time < 1;
			if (isShort || time > LONGEST_DELAY[timeunit]) {
				context.addIssue({ code: 'custom', path: ['time'] });
			}
		})
		.optional(),
};

/** A webinar that plays a recording: all that is said of it. */
export type Simulive = z.infer<z.ZodObject<typeof simulive>>;

export const createWebinarBody = z
	.object({
		...sharedFields,
		...simulive,
		recurrence,
		default_passcode: z.boolean().optional(),
		template_id: z.string().optional(),
		type: webinarType.default(5),
		settings: createWebinarSettings.default({}),
	})
	.strict()
	.superRefine(needsRecurrence(9));

export type CreateWebinarBody = z.infer<typeof createWebinarBody>;

export const updateWebinarBody = z
	.object({
		...sharedFields,
		...simulive,
		recurrence,
		type: webinarType.optional(),
		settings: updateWebinarSettings.optional(),
	})
	.strict();

export type UpdateWebinarBody = z.infer<typeof updateWebinarBody>;

export const deleteWebinarQuery = z.object({
	occurrence_id: z.string().optional(),
	cancel_webinar_reminder: queryBoolean.optional(),
});

// Marked as optional, as a meeting's; its absence is refused here too.
export const webinarStatusBody = z.object({ action: z.literal('end') }).strict();

export const listWebinarsQuery = pageQuery.extend({
	type: z.enum(['scheduled', 'upcoming']).default('scheduled'),
});
