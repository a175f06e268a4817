import type {
	MeetingsListRegistrationQuestionsResponse,
	WebinarsListRegistrationQuestionsResponse,
} from '@zoom/rivet/meetings/meetings';
import { z } from 'zod';
import { refuseTwice } from './common';

type MeetingForm = Required<MeetingsListRegistrationQuestionsResponse>;
type WebinarForm = Required<WebinarsListRegistrationQuestionsResponse>;

/** A registration form. The types of its own questions are those of its kind. */
export interface Questions {
	questions: MeetingForm['questions'];
	custom_questions: Array<
		MeetingForm['custom_questions'][number] | WebinarForm['custom_questions'][number]
	>;
}

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

/** @param types of questions: a short one has no answers, the others are choices */
const customQuestion = <T extends string>(types: readonly ['short', ...T[]]) =>
	z
		.object({
			// As long as `title` may be in an answer (Add a meeting registrant).
			title: z.string().min(1).max(128),
			type: z.enum(types),
			required: z.boolean().default(false),
			answers: z.array(z.string().min(1).max(128)).optional(),
		})
		.strict()
		.superRefine(({ type, answers }, context) => {
			// Zoom shows `answers: []` of a short question and refuses it when it comes back (measured on
			// webinars, github.com/College-Money-Method/cmm-backend; for meetings the stricter reading).
			const isRight = type === 'short' ? answers === undefined : (answers ?? []).length >= 2;
			const isTwice = new Set(answers).size < (answers ?? []).length;
			if (!isRight || isTwice) context.addIssue({ code: 'custom', path: ['answers'] });
		})
		.transform((question) => ({ answers: [] as string[], ...question }));

const questionsBody = <T extends string>(types: readonly ['short', ...T[]]) =>
	z
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
				.array(customQuestion(types))
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

export const meetingQuestionsBody = questionsBody(['short', 'single']);

// Zoom API reference, Update registration questions (of a webinar).
export const webinarQuestionsBody = questionsBody([
	'short',
	'single_radio',
	'single_dropdown',
	'multiple',
]);
