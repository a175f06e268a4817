import { z } from 'zod';
import { flag, oneWayToUnmute, sharedShape, text } from './settings';

/** An email that Zoom sends before or after; the reference's plans are 0 to 7. */
const email = z.object({ enable: flag, type: z.number().int().min(0).max(7).optional() }).strict();

/** `settings` of a webinar, as Zoom's API reference lists it. */
const created = z
	.object({
		...sharedShape,
		attendees_and_panelists_reminder_email_notification: email.optional(),
		// The reference's list; what Zoom makes of another language is not documented: the stricter.
		email_language: z
			.enum([
				'en-US',
				'de-DE',
				'es-ES',
				'fr-FR',
				'id-ID',
				'jp-JP',
				'nl-NL',
				'pl-PL',
				'pt-PT',
				'ru-RU',
				'tr-TR',
				'zh-CN',
				'zh-TW',
				'ko-KO',
				'it-IT',
				'vi-VN',
			])
			.optional(),
		enforce_login: flag,
		enforce_login_domains: text,
		follow_up_absentees_email_notification: email.optional(),
		follow_up_attendees_email_notification: email.optional(),
		hd_video: flag,
		hd_video_for_attendees: flag,
		panelist_authentication: flag,
		add_watermark: flag,
		add_audio_watermark: flag,
		on_demand: flag,
		panelists_invitation_email_notification: flag,
		panelists_video: flag,
		post_webinar_survey: flag,
		practice_session: flag,
		question_and_answer: z
			.object({
				allow_submit_questions: flag,
				allow_anonymous_questions: flag,
				answer_questions: z.enum(['only', 'all']).optional(),
				attendees_can_comment: flag,
				attendees_can_upvote: flag,
				allow_auto_reply: flag,
				auto_reply_text: text,
				enable: flag,
			})
			.strict()
			.optional(),
		registrants_restrict_number: z.number().int().min(0).max(20_000).optional(),
		send_1080p_video_to_attendees: flag,
		survey_url: text,
		enable_session_branding: flag,
	})
	.strict();

export const createWebinarSettings = created.superRefine(oneWayToUnmute);

/** One name more. */
export const updateWebinarSettings = created
	.extend({ notify_registrants: flag })
	.strict()
	.superRefine(oneWayToUnmute);

export type WebinarSettings = z.infer<typeof updateWebinarSettings>;
