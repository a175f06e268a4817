import type { MeetingsGetMeetingResponse } from '@zoom/rivet/meetings/meetings';
import type { WebinarSettings } from '../schemas/webinar-settings';

type Settings = NonNullable<MeetingsGetMeetingResponse['settings']>;

/** Newer than the SDK's types, in Zoom's reference of 2026 and in recorded answers. */
interface NewerSettings {
	request_permission_to_unmute_participants?: boolean;
	show_join_info?: boolean;
}

/**
 * The settings of a plain meeting: the defaults that Zoom's API reference documents (Create a
 * meeting), and for those without one what recorded answers of plain meetings have, of 2024
 * (github.com/airbytehq/airbyte, source-zoom, integration_tests/expected_records.jsonl) and of 2026.
 * `enable_dedicated_group_chat` of 2024 is in neither the reference nor the answers of 2026.
 */
export const MEETING_SETTINGS = {
	host_video: false,
	participant_video: false,
	cn_meeting: false,
	in_meeting: false,
	join_before_host: false,
	jbh_time: 0,
	mute_upon_entry: false,
	watermark: false,
	use_pmi: false,
	approval_type: 2,
	audio: 'both',
	auto_recording: 'none',
	auto_add_recording_to_video_management: { enable: false },
	enforce_login: false,
	enforce_login_domains: '',
	alternative_hosts: '',
	alternative_host_update_polls: false,
	alternative_host_manage_meeting_summary: false,
	alternative_host_manage_cloud_recording: false,
	close_registration: false,
	show_share_button: false,
	allow_multiple_devices: false,
	registrants_confirmation_email: true,
	waiting_room: false,
	request_permission_to_unmute_participants: false,
	global_dial_in_countries: ['US'],
	global_dial_in_numbers: [
		{
			country_name: 'US',
			city: 'New York',
			number: '+1 929 555 0100',
			type: 'toll',
			country: 'US',
		},
		{ country_name: 'US', city: 'Chicago', number: '+1 312 555 0101', type: 'toll', country: 'US' },
	],
	registrants_email_notification: true,
	meeting_authentication: false,
	encryption_type: 'enhanced_encryption',
	approved_or_denied_countries_or_regions: { enable: false },
	breakout_room: { enable: false },
	internal_meeting: false,
	continuous_meeting_chat: {
		enable: true,
		auto_add_invited_external_users: false,
		auto_add_meeting_participants: false,
		channel_id: 'web_sch_0123456789abcdef0123456789abcdef',
	},
	participant_focused_meeting: false,
	push_change_to_calendar: false,
	resources: [],
	auto_start_meeting_summary: false,
	auto_start_ai_companion_questions: false,
	summary_template_id: '0a1b2c3d',
	allow_host_control_participant_mute_state: false,
	alternative_hosts_email_notification: true,
	show_join_info: false,
	device_testing: false,
	focus_mode: false,
	meeting_invitees: [],
	private_meeting: false,
	email_notification: true,
	host_save_video_order: false,
	sign_language_interpretation: { enable: false },
	email_in_attendee_report: false,
} satisfies Settings & NewerSettings;

/**
 * The settings of a plain webinar: the defaults that Zoom's API reference documents (Create a
 * webinar); for those without one, what they are while nobody has turned them on.
 */
export const WEBINAR_SETTINGS = {
	host_video: false,
	panelists_video: false,
	practice_session: false,
	hd_video: false,
	hd_video_for_attendees: false,
	send_1080p_video_to_attendees: false,
	approval_type: 2,
	audio: 'both',
	auto_recording: 'none',
	enforce_login: false,
	enforce_login_domains: '',
	alternative_hosts: '',
	alternative_host_update_polls: false,
	close_registration: false,
	show_share_button: false,
	show_join_info: false,
	allow_multiple_devices: false,
	on_demand: false,
	global_dial_in_countries: ['US'],
	contact_name: '',
	contact_email: '',
	registrants_restrict_number: 0,
	registrants_confirmation_email: true,
	registrants_email_notification: true,
	post_webinar_survey: false,
	survey_url: '',
	meeting_authentication: false,
	panelist_authentication: false,
	question_and_answer: { enable: false },
	email_language: 'en-US',
	panelists_invitation_email_notification: true,
	attendees_and_panelists_reminder_email_notification: { enable: false, type: 0 },
	follow_up_attendees_email_notification: { enable: false, type: 0 },
	follow_up_absentees_email_notification: { enable: false, type: 0 },
	add_watermark: false,
	add_audio_watermark: false,
	enable_session_branding: false,
	request_permission_to_unmute_participants: false,
	allow_host_control_participant_mute_state: false,
	email_in_attendee_report: false,
	language_interpretation: { enable: false },
	sign_language_interpretation: { enable: false },
} satisfies WebinarSettings;
