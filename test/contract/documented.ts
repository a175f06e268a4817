/*
 * Every property that Zoom documents for the bodies of Create and Update, as paths; `[]` is an entry of
 * a list. From Zoom's API reference of 9 August 2026, https://developers.zoom.us/docs/api/meetings/
 * (POST /users/{userId}/meetings, PATCH /meetings/{meetingId}, POST /users/{userId}/webinars,
 * PATCH /webinars/{webinarId}), and what Zoom's changelog has added since:
 * https://developers.zoom.us/changelog/meetings/october-19-2026/ and november-16-2026/.
 */

/** Of a meeting, in both. */
const MEETING = `
	agenda
	duration
	password
	pre_schedule
	recurrence.end_date_time
	recurrence.end_times
	recurrence.monthly_day
	recurrence.monthly_week
	recurrence.monthly_week_day
	recurrence.repeat_interval
	recurrence.type
	recurrence.weekly_days
	schedule_for
	sensitivity_label_id
	settings.allow_host_control_participant_mute_state
	settings.allow_multiple_devices
	settings.allow_participants_to_transcribe_meetings_with_my_notes
	settings.alternative_host_manage_cloud_recording
	settings.alternative_host_manage_meeting_summary
	settings.alternative_host_update_polls
	settings.alternative_hosts
	settings.alternative_hosts_email_notification
	settings.approval_type
	settings.approved_or_denied_countries_or_regions.approved_list
	settings.approved_or_denied_countries_or_regions.denied_list
	settings.approved_or_denied_countries_or_regions.enable
	settings.approved_or_denied_countries_or_regions.method
	settings.audio
	settings.audio_conference_info
	settings.authentication_domains
	settings.authentication_exception[].email
	settings.authentication_exception[].name
	settings.authentication_option
	settings.auto_add_recording_to_video_management.channels[].channel_id
	settings.auto_add_recording_to_video_management.channels[].name
	settings.auto_add_recording_to_video_management.enable
	settings.auto_recording
	settings.auto_start_ai_companion_questions
	settings.auto_start_deepfake_detection
	settings.auto_start_meeting_summary
	settings.breakout_room.enable
	settings.breakout_room.rooms[].name
	settings.breakout_room.rooms[].participants
	settings.calendar_type
	settings.close_registration
	settings.cn_meeting
	settings.contact_email
	settings.contact_name
	settings.continuous_meeting_chat.auto_add_invited_external_users
	settings.continuous_meeting_chat.auto_add_meeting_participants
	settings.continuous_meeting_chat.enable
	settings.device_testing
	settings.disable_participant_video
	settings.email_in_attendee_report
	settings.email_notification
	settings.encryption_type
	settings.focus_mode
	settings.global_dial_in_countries
	settings.host_pause_stop_recording
	settings.host_save_video_order
	settings.host_video
	settings.in_meeting
	settings.internal_meeting
	settings.jbh_time
	settings.join_before_host
	settings.language_interpretation.enable
	settings.language_interpretation.interpreters[].email
	settings.language_interpretation.interpreters[].interpreter_languages
	settings.language_interpretation.interpreters[].languages
	settings.meeting_authentication
	settings.meeting_invitees[].email
	settings.mute_upon_entry
	settings.participant_focused_meeting
	settings.participant_video
	settings.private_meeting
	settings.push_change_to_calendar
	settings.question_and_answer.allow_anonymous_questions
	settings.question_and_answer.allow_submit_questions
	settings.question_and_answer.attendees_can_comment
	settings.question_and_answer.attendees_can_upvote
	settings.question_and_answer.enable
	settings.question_and_answer.question_visibility
	settings.registrants_confirmation_email
	settings.registrants_email_notification
	settings.registration_type
	settings.request_permission_to_unmute_participants
	settings.resources[].permission_level
	settings.resources[].resource_id
	settings.resources[].resource_type
	settings.show_share_button
	settings.sign_language_interpretation.enable
	settings.sign_language_interpretation.interpreters[].email
	settings.sign_language_interpretation.interpreters[].sign_language
	settings.summary_template_id
	settings.support_participants_receive_summary
	settings.use_pmi
	settings.waiting_room
	settings.waiting_room_options.mode
	settings.waiting_room_options.who_goes_to_waiting_room
	settings.watermark
	settings.who_can_ask_questions
	settings.who_will_receive_summary
	start_time
	template_id
	timezone
	topic
	tracking_fields[].field
	tracking_fields[].value
	type
`;

/** Of Create a meeting only. */
const CREATE_MEETING = `
	default_password
	settings.additional_data_center_regions
	settings.show_join_info
`;

/** Of Update a meeting only. */
const UPDATE_MEETING = `
	sensitivity_label_downgrade_reason
	settings.authentication_exception[].join_url
	settings.authentication_name
	settings.custom_keys[].key
	settings.custom_keys[].value
	settings.enforce_login
	settings.enforce_login_domains
	settings.global_dial_in_numbers[].city
	settings.global_dial_in_numbers[].country
	settings.global_dial_in_numbers[].country_name
	settings.global_dial_in_numbers[].number
	settings.global_dial_in_numbers[].type
`;

/** Of a webinar, in both. */
const WEBINAR = `
	agenda
	duration
	is_simulive
	password
	record_file_id
	recurrence.end_date_time
	recurrence.end_times
	recurrence.monthly_day
	recurrence.monthly_week
	recurrence.monthly_week_day
	recurrence.repeat_interval
	recurrence.type
	recurrence.weekly_days
	schedule_for
	settings.add_audio_watermark
	settings.add_watermark
	settings.additional_data_center_regions
	settings.allow_host_control_participant_mute_state
	settings.allow_multiple_devices
	settings.alternative_host_update_polls
	settings.alternative_hosts
	settings.approval_type
	settings.attendees_and_panelists_reminder_email_notification.enable
	settings.attendees_and_panelists_reminder_email_notification.type
	settings.audio
	settings.audio_conference_info
	settings.authentication_domains
	settings.authentication_option
	settings.auto_recording
	settings.close_registration
	settings.contact_email
	settings.contact_name
	settings.email_in_attendee_report
	settings.email_language
	settings.enable_session_branding
	settings.enforce_login
	settings.enforce_login_domains
	settings.follow_up_absentees_email_notification.enable
	settings.follow_up_absentees_email_notification.type
	settings.follow_up_attendees_email_notification.enable
	settings.follow_up_attendees_email_notification.type
	settings.global_dial_in_countries
	settings.hd_video
	settings.hd_video_for_attendees
	settings.host_video
	settings.language_interpretation.enable
	settings.language_interpretation.interpreters[].email
	settings.language_interpretation.interpreters[].interpreter_languages
	settings.language_interpretation.interpreters[].languages
	settings.meeting_authentication
	settings.on_demand
	settings.panelist_authentication
	settings.panelists_invitation_email_notification
	settings.panelists_video
	settings.post_webinar_survey
	settings.practice_session
	settings.question_and_answer.allow_anonymous_questions
	settings.question_and_answer.allow_auto_reply
	settings.question_and_answer.allow_submit_questions
	settings.question_and_answer.answer_questions
	settings.question_and_answer.attendees_can_comment
	settings.question_and_answer.attendees_can_upvote
	settings.question_and_answer.auto_reply_text
	settings.question_and_answer.enable
	settings.registrants_confirmation_email
	settings.registrants_email_notification
	settings.registrants_restrict_number
	settings.registration_type
	settings.request_permission_to_unmute_participants
	settings.send_1080p_video_to_attendees
	settings.show_join_info
	settings.show_share_button
	settings.sign_language_interpretation.enable
	settings.sign_language_interpretation.interpreters[].email
	settings.sign_language_interpretation.interpreters[].sign_language
	settings.survey_url
	simulive_delay_start.enable
	simulive_delay_start.time
	simulive_delay_start.timeunit
	start_time
	timezone
	topic
	tracking_fields[].field
	tracking_fields[].value
	transition_to_live
	type
`;

/** Of Create a webinar only. */
const CREATE_WEBINAR = `
	default_passcode
	template_id
`;

/** Of Update a webinar only. */
const UPDATE_WEBINAR = `
	settings.notify_registrants
`;

const pathsOf = (...texts: string[]) => texts.join('').split(/\s+/).filter(Boolean);

/** By resource and operation of the node. */
export const DOCUMENTED: ReadonlyArray<{ resource: string; operation: string; paths: string[] }> = [
	{ resource: 'meeting', operation: 'create', paths: pathsOf(MEETING, CREATE_MEETING) },
	{ resource: 'meeting', operation: 'update', paths: pathsOf(MEETING, UPDATE_MEETING) },
	{ resource: 'webinar', operation: 'create', paths: pathsOf(WEBINAR, CREATE_WEBINAR) },
	{ resource: 'webinar', operation: 'update', paths: pathsOf(WEBINAR, UPDATE_WEBINAR) },
];

const DEPRECATED = 'Zoom calls it deprecated';
const OF_ANSWERS =
	'Zoom has it from elsewhere; its reference lists it as a part of what it answers';

/** Documented, and of no field of the panel: why. */
export const EXCEPTIONS: Readonly<Record<string, string>> = {
	'settings.authentication_exception[].join_url': OF_ANSWERS,
	'settings.authentication_name': OF_ANSWERS,
	'settings.continuous_meeting_chat.auto_add_invited_external_users': DEPRECATED,
	'settings.continuous_meeting_chat.auto_add_meeting_participants': DEPRECATED,
	'settings.enforce_login': DEPRECATED,
	'settings.enforce_login_domains': DEPRECATED,
	'settings.global_dial_in_numbers[].city': OF_ANSWERS,
	'settings.global_dial_in_numbers[].country': OF_ANSWERS,
	'settings.global_dial_in_numbers[].country_name': OF_ANSWERS,
	'settings.global_dial_in_numbers[].number': OF_ANSWERS,
	'settings.global_dial_in_numbers[].type': OF_ANSWERS,
	'settings.language_interpretation.interpreters[].languages': DEPRECATED,
};

/** Deprecated for webinars only. */
export const EXCEPTIONS_OF_WEBINARS: Readonly<Record<string, string>> = {
	'settings.close_registration': DEPRECATED,
};
