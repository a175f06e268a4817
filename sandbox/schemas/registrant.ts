import { z } from 'zod';
import { pageQuery, refuseSameAddress } from './common';
import { COUNTRY_CODES } from './countries';

// Zoom API reference, Add a meeting registrant: fields, lengths and choices as written there.
const email = z.string().email().max(128);

/** What Zoom keeps of a registrant, without the parts that are only said when adding. */
const personShape = {
	email,
	first_name: z.string().min(1).max(64),
	last_name: z.string().max(64).optional(),
	address: z.string().optional(),
	city: z.string().optional(),
	state: z.string().optional(),
	zip: z.string().optional(),
	// The reference points to a list of codes; whether names pass is not known: the stricter reading.
	country: z
		.string()
		.refine((code) => COUNTRY_CODES.has(code))
		.optional(),
	phone: z.string().optional(),
	comments: z.string().optional(),
	custom_questions: z
		.array(
			// 128 characters at most, says the reference; what is longer gets the answer that was measured
			// for it, from add-registrant.ts.
			z.object({ title: z.string().optional(), value: z.string().optional() }).strict(),
		)
		.optional(),
	industry: z.string().optional(),
	job_title: z.string().optional(),
	// The reference's list for requests has "500-1,000", which Zoom was seen to refuse; it takes what its
	// answers have (github.com/Jericho/ZoomNet, Models/NumberOfEmployees.cs, with integration tests).
	no_of_employees: z
		.enum([
			'',
			'1-20',
			'21-50',
			'51-100',
			'101-500',
			'501-1,000',
			'1,001-5,000',
			'5,001-10,000',
			'More than 10,000',
		])
		.optional(),
	org: z.string().optional(),
	purchasing_time_frame: z
		.enum(['', 'Within a month', '1-3 months', '4-6 months', 'More than 6 months', 'No timeframe'])
		.optional(),
	role_in_purchase_process: z
		.enum(['', 'Decision Maker', 'Evaluator/Recommender', 'Influencer', 'Not involved'])
		.optional(),
};

const person = z.object(personShape).strict();
export type Person = z.infer<typeof person>;

const language = z
	.enum([
		'en-US',
		'de-DE',
		'es-ES',
		'fr-FR',
		'jp-JP',
		'pt-PT',
		'ru-RU',
		'zh-CN',
		'zh-TW',
		'ko-KO',
		'it-IT',
		'vi-VN',
		'pl-PL',
		'Tr-TR',
	])
	.optional();

export const addRegistrantBody = person
	.extend({ auto_approve: z.boolean().optional(), language })
	.strict();

// Zoom API reference, Add a webinar registrant: a tracking source, and no approval at once.
export const addWebinarRegistrantBody = person
	.extend({ language, source_id: z.string().min(1).optional() })
	.strict();

/** What either kind's schema lets through. */
export type AddRegistrantBody = z.infer<typeof addRegistrantBody> &
	Pick<z.infer<typeof addWebinarRegistrantBody>, 'source_id'>;

// Zoom's reference, Perform batch registration: email and names, up to 30 people. It marks
// `registrants` as optional; that an empty call means nothing, that the lengths are those of adding
// one person, and that nobody may be in it twice, is not documented: the stricter reading.
export const batchBody = z
	.object({
		auto_approve: z.boolean().optional(),
		registrants_confirmation_email: z.boolean().optional(),
		registrants: z
			.array(person.pick({ email: true, first_name: true, last_name: true }).strict())
			.min(1)
			.max(30)
			.superRefine(refuseSameAddress),
	})
	.strict();

export type BatchBody = z.infer<typeof batchBody>;

// Zoom API reference, Perform batch registration (of a webinar): no switch for emails.
export const webinarBatchBody = batchBody.omit({ registrants_confirmation_email: true }).strict();

// The plural, a list with commas, is the name on adding only; elsewhere it is occurrence_id.
export const addRegistrantQuery = z.object({ occurrence_ids: z.string().min(1).optional() });

export const listRegistrantsQuery = pageQuery.extend({
	occurrence_id: z.string().optional(),
	status: z.enum(['pending', 'approved', 'denied']).default('approved'),
});

export const listWebinarRegistrantsQuery = listRegistrantsQuery.extend({
	tracking_source_id: z.string().optional(),
});

export const occurrenceQuery = z.object({ occurrence_id: z.string().optional() });

// Zoom API reference, Update registrant's status: 30 at most. With the list under another name Zoom
// was seen to answer 204 and to do nothing (github.com/zoom/api, issue 21), so names that it does not
// know are ignored here. What an empty list, or an entry without email and id, would mean is not
// documented: the stricter reading.
export const statusBody = z.object({
	action: z.enum(['approve', 'cancel', 'deny']),
	registrants: z
		.array(
			z
				.object({ email: z.string().optional(), id: z.string().optional() })
				.strict()
				.refine(({ email: address, id }) => address ?? id),
		)
		.min(1)
		.max(30)
		.optional(),
});
