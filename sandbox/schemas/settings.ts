import { z } from 'zod';

/** Parts of `settings` that several settings are made of. */
export const email = z.string().email();
export const flag = z.boolean().optional();
export const text = z.string().optional();
const interpreter = z.object({ email, languages: text, interpreter_languages: text }).strict();

/** `settings` that meetings and webinars have, as Zoom's API reference lists them. */
export const sharedShape = {
	additional_data_center_regions: z.array(z.string()).optional(),
	allow_multiple_devices: flag,
	alternative_hosts: text,
	approval_type: z.union([z.literal(0), z.literal(1), z.literal(2)]).optional(),
	audio: z.enum(['both', 'telephony', 'voip', 'thirdParty']).optional(),
	audio_conference_info: z.string().max(2048).optional(),
	authentication_domains: text,
	authentication_option: text,
	auto_recording: z.enum(['local', 'cloud', 'none']).optional(),
	close_registration: flag,
	contact_email: text,
	contact_name: text,
	global_dial_in_countries: z.array(z.string()).optional(),
	host_video: flag,
	language_interpretation: z
		.object({ enable: flag, interpreters: z.array(interpreter).optional() })
		.strict()
		.optional(),
	sign_language_interpretation: z
		.object({
			enable: flag,
			interpreters: z
				.array(z.object({ email, sign_language: text }).strict())
				.max(20)
				.optional(),
		})
		.strict()
		.optional(),
	meeting_authentication: flag,
	registrants_confirmation_email: flag,
	registrants_email_notification: flag,
	registration_type: z.union([z.literal(1), z.literal(2), z.literal(3)]).optional(),
	show_share_button: flag,
	show_join_info: flag,
	alternative_host_update_polls: flag,
	request_permission_to_unmute_participants: flag,
	allow_host_control_participant_mute_state: flag,
	email_in_attendee_report: flag,
};

/** `settings` of Create a meeting. */
const createShape = {
	...sharedShape,
	alternative_hosts_email_notification: flag,
	approved_or_denied_countries_or_regions: z
		.object({
			approved_list: z.array(z.string()).optional(),
			denied_list: z.array(z.string()).optional(),
			enable: flag,
			method: z.enum(['approve', 'deny']).optional(),
		})
		.strict()
		.optional(),
	authentication_exception: z
		.array(z.object({ email: email.optional(), name: text, join_url: text }).strict())
		.optional(),
	host_pause_stop_recording: flag,
	auto_add_recording_to_video_management: z
		.object({
			enable: z.boolean(),
			channels: z
				.array(z.object({ channel_id: z.string(), name: text }).strict())
				.min(1)
				.max(5)
				.optional(),
		})
		.strict()
		.optional(),
	breakout_room: z
		.object({
			enable: flag,
			rooms: z
				.array(z.object({ name: text, participants: z.array(z.string()).optional() }).strict())
				.optional(),
		})
		.strict()
		.optional(),
	calendar_type: z.union([z.literal(1), z.literal(2)]).optional(),
	cn_meeting: flag,
	email_notification: flag,
	encryption_type: z.enum(['enhanced_encryption', 'e2ee']).optional(),
	focus_mode: flag,
	in_meeting: flag,
	jbh_time: z.union([z.literal(0), z.literal(5), z.literal(10), z.literal(15)]).optional(),
	join_before_host: flag,
	question_and_answer: z
		.object({
			enable: flag,
			allow_submit_questions: flag,
			allow_anonymous_questions: flag,
			question_visibility: z.enum(['answered', 'all']).optional(),
			attendees_can_comment: flag,
			attendees_can_upvote: flag,
		})
		.strict()
		.optional(),
	meeting_invitees: z.array(z.object({ email }).strict()).optional(),
	mute_upon_entry: flag,
	participant_video: flag,
	private_meeting: flag,
	use_pmi: flag,
	waiting_room: flag,
	// "Required if `mode` is set to `custom`."
	waiting_room_options: z
		.object({
			mode: z.enum(['follow_setting', 'custom']),
			who_goes_to_waiting_room: z
				.enum([
					'everyone',
					'users_not_in_account',
					'users_not_in_account_or_whitelisted_domains',
					'users_not_on_invite',
					'users_not_in_org',
				])
				.optional(),
		})
		.strict()
		.refine(({ mode, who_goes_to_waiting_room: who }) => mode !== 'custom' || who !== undefined, {
			path: ['who_goes_to_waiting_room'],
		})
		.optional(),
	watermark: flag,
	host_save_video_order: flag,
	alternative_host_manage_meeting_summary: flag,
	alternative_host_manage_cloud_recording: flag,
	internal_meeting: flag,
	continuous_meeting_chat: z
		.object({
			enable: flag,
			auto_add_invited_external_users: flag,
			auto_add_meeting_participants: flag,
		})
		.strict()
		.optional(),
	participant_focused_meeting: flag,
	push_change_to_calendar: flag,
	resources: z
		.array(
			z
				.object({
					resource_type: z.enum(['whiteboard']).optional(),
					resource_id: text,
					permission_level: z.enum(['editor', 'commenter', 'viewer']).optional(),
				})
				.strict(),
		)
		.optional(),
	auto_start_meeting_summary: flag,
	who_will_receive_summary: z.number().int().min(1).max(4).optional(),
	auto_start_ai_companion_questions: flag,
	who_can_ask_questions: z.number().int().min(1).max(5).optional(),
	summary_template_id: text,
	device_testing: flag,
	// Announced in https://developers.zoom.us/changelog/meetings/october-19-2026/ and november-16-2026/,
	// without a type: what their names suggest.
	allow_participants_to_transcribe_meetings_with_my_notes: flag,
	support_participants_receive_summary: flag,
	disable_participant_video: flag,
	auto_start_deepfake_detection: flag,
};

const created = z.object(createShape).strict();

/**
 * "Only one of the two can be enabled at a time", says the reference of both; what Zoom makes of both
 * it does not say: the stricter.
 */
export function oneWayToUnmute(
	settings: {
		request_permission_to_unmute_participants?: boolean;
		allow_host_control_participant_mute_state?: boolean;
	},
	context: z.RefinementCtx,
): void {
	const byRequest = settings.request_permission_to_unmute_participants === true;
	if (byRequest && settings.allow_host_control_participant_mute_state === true) {
		context.addIssue({
			code: 'custom',
			path: ['request_permission_to_unmute_participants'],
		});
	}
}

export const createSettings = created.superRefine(oneWayToUnmute);

/** `settings` of Update a meeting: some names more, and one less. */
export const updateSettings = created
	.omit({ show_join_info: true, additional_data_center_regions: true })
	.extend({
		authentication_name: text,
		custom_keys: z
			.array(z.object({ key: z.string().max(64), value: z.string().max(256) }).strict())
			.max(10)
			.optional(),
		enforce_login: flag,
		enforce_login_domains: text,
		global_dial_in_numbers: z.array(z.record(z.string())).optional(),
	})
	.strict()
	.superRefine(oneWayToUnmute);

export type MeetingSettings = z.infer<typeof createSettings> & z.infer<typeof updateSettings>;
