import { z } from 'zod';
import { utcTime } from './common';

/**
 * `recurrence` of a meeting or a webinar.
 *
 * @param maxInterval the largest interval by type: daily (1), weekly (2), monthly (3)
 */
export const recurrenceUpTo = (maxInterval: Record<1 | 2 | 3, number>) =>
	z
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
			if ((value.repeat_interval ?? 1) > maxInterval[value.type]) refuse('repeat_interval');
			// "Cannot be used with" the other, says the reference of both.
			if (value.end_times !== undefined && value.end_date_time !== undefined) refuse('end_times');
			if ((value.monthly_week === undefined) !== (value.monthly_week_day === undefined)) {
				refuse(value.monthly_week === undefined ? 'monthly_week' : 'monthly_week_day');
			}
		});

export type Recurrence = z.infer<ReturnType<typeof recurrenceUpTo>>;
