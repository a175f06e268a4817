import { z } from 'zod';

// Zoom API reference, Update registration questions. It marks every property as optional and says
// neither what a question without a name would be nor what makes the answers of a single choice:
// the stricter reading, names are there and differ and a choice has two answers at least.
const standardQuestion = z
	.object({
		field_name: z.enum([
			'last_name',
			'address',
			'city',
			'country',
			'zip',
			'state',
			'phone',
			'industry',
			'org',
			'job_title',
			'purchasing_time_frame',
			'role_in_purchase_process',
			'no_of_employees',
			'comments',
		]),
		required: z.boolean().default(false),
	})
	.strict();

const customQuestion = z
	.object({
		// As long as `title` may be in an answer (Add a meeting registrant).
		title: z.string().min(1).max(128),
		type: z.enum(['short', 'single']),
		required: z.boolean().default(false),
		answers: z.array(z.string().min(1).max(128)).optional(),
	})
	.strict()
	.superRefine(({ type, answers }, context) => {
		// Zoom shows `answers: []` of a short question and refuses it when it comes back (measured on
		// webinars, github.com/College-Money-Method/cmm-backend; for meetings the stricter reading).
		const isRight = type === 'single' ? (answers ?? []).length >= 2 : answers === undefined;
		const isTwice = new Set(answers).size < (answers ?? []).length;
		if (!isRight || isTwice) context.addIssue({ code: 'custom', path: ['answers'] });
	})
	.transform((question) => ({ answers: [] as string[], ...question }));

export const questionsBody = z
	.object({
		questions: z
			.array(standardQuestion)
			.superRefine((questions, context) =>
				refuseTwice(
					questions.map(({ field_name: name }) => name),
					'field_name',
					context,
				),
			)
			.optional(),
		custom_questions: z
			.array(customQuestion)
			.superRefine((questions, context) =>
				refuseTwice(
					questions.map(({ title }) => title),
					'title',
					context,
				),
			)
			.optional(),
	})
	.strict();

function refuseTwice(names: string[], property: string, context: z.RefinementCtx): void {
	for (const [index, name] of names.entries()) {
		if (names.indexOf(name) < index) {
			context.addIssue({ code: 'custom', path: [index, property] });
		}
	}
}
