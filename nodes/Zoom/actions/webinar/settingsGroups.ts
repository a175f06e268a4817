import type { IDataObject } from 'n8n-workflow';
import { EMAIL_LANGUAGES, FOLLOW_UPS, REMINDERS } from '../../api/choices';
import { WEBINAR } from '../../api/eventKinds';
import type { ZoomField } from '../../mapping/body';
import type { Choice } from '../../mapping/values';
import { toChoice } from '../../mapping/values';
import {
	commonSettings,
	emailSettings,
	registrationSettings,
	setting,
	text,
	toCountries,
	toggle,
} from '../event/commonSettings';
import type { FieldGroup } from '../event/eventFields';
import { interpretation } from './interpretation';
import { simulive } from './simulive';

/*
 * A webinar's settings, for Create and Update, by the parts of Zoom's page for them.
 * https://developers.zoom.us/docs/api/meetings/#tag/webinars/POST/users/{userId}/webinars
 * Left out are those that Zoom calls deprecated: close_registration, enforce_login and its domains.
 */

// prettier-ignore
const settings: ZoomField[] = [
	...commonSettings(WEBINAR),
	toggle('add_audio_watermark', 'Add Audio Watermark',
		'Whether the sound holds a mark that tells who recorded it'),
	toggle('add_watermark', 'Add Watermark',
		'Whether each participant sees a watermark with their own address'),
	text('additional_data_center_regions', 'Additional Data Center Regions',
		'Codes or names of countries, separated by commas, that the account has opted out of and this webinar uses',
		{ placeholder: 'e.g. US, DE' }, toCountries),
	toggle('alternative_host_update_polls', 'Alternative Hosts Update Polls',
		'Whether alternative hosts can add and edit polls'),
	{
		...text('audio_conference_info', 'Audio Conference Info',
			'How to join the audio of a third party, at most 2,048 characters', { typeOptions: { rows: 3 } }),
		maxLength: 2048,
	},
	toggle('email_in_attendee_report', 'Email in Attendee Report',
		'Whether the attendee report has the email addresses of guests'),
	toggle('hd_video', 'HD Video',
		'Whether the video is in HD'),
	toggle('hd_video_for_attendees', 'HD Video for Attendees',
		'Whether attendees get the video in HD'),
	toggle('allow_host_control_participant_mute_state', 'Host Controls Mute State',
		'Whether the host and co-hosts can mute and unmute participants'),
	toggle('on_demand', 'On Demand',
		'Whether people can watch the recording on demand; needs registration'),
	toggle('panelist_authentication', 'Panelist Authentication',
		'Whether panelists must be signed in to Zoom to join'),
	toggle('panelists_video', 'Panelists Video',
		'Whether the video starts when panelists join'),
	toggle('post_webinar_survey', 'Post-Webinar Survey',
		'Whether attendees see a survey in their browser when they leave'),
	toggle('practice_session', 'Practice Session',
		'Whether the host and panelists can rehearse before the webinar starts'),
	toggle('request_permission_to_unmute_participants', 'Request Permission to Unmute',
		'Whether participants can be asked to unmute themselves'),
	toggle('send_1080p_video_to_attendees', 'Send 1080p Video to Attendees',
		'Whether attendees always get the video in 1080p'),
	toggle('enable_session_branding', 'Session Branding',
		'Whether the host can set backgrounds, wallpaper and name tags for the webinar'),
	text('survey_url', 'Survey URL',
		'The page of the survey, with Post-Webinar Survey'),
];

// prettier-ignore
const registration: ZoomField[] = [
	...registrationSettings(WEBINAR),
	setting('registrants_restrict_number', {
		displayName: 'Max Registrants',
		name: 'registrantsRestrictNumber',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 20000 },
		default: 100,
		description: 'How many people can register; 0 means that there is no such limit',
	}),
	toggle('show_join_info', 'Show Join Info',
		'Whether the page after the registration shows how to join'),
];

/** A list of days that Zoom knows as `{ enable, type }`. */
const schedule = (
	to: string,
	name: string,
	displayName: string,
	options: Choice[],
	description: string,
) =>
	setting(
		to,
		{ displayName, name, type: 'options', options, default: 0, description },
		(value, label): IDataObject => {
			const type = toChoice(value, label, options);
			return { enable: type !== 0, type };
		},
	);

const emails: ZoomField[] = [
	...emailSettings,
	setting('email_language', {
		displayName: 'Email Language',
		name: 'emailLanguage',
		type: 'options',
		options: EMAIL_LANGUAGES,
		default: 'en-US',
		description: "The language of Zoom's emails about the webinar",
	}),
	schedule(
		'follow_up_absentees_email_notification',
		'followUpAbsentees',
		'Follow-Up to Absentees',
		FOLLOW_UPS,
		'When people who registered and did not come get an email',
	),
	schedule(
		'follow_up_attendees_email_notification',
		'followUpAttendees',
		'Follow-Up to Attendees',
		FOLLOW_UPS,
		'When people who came get an email',
	),
	toggle(
		'panelists_invitation_email_notification',
		'Invitation to Panelists',
		'Whether panelists get an email with their invitation',
	),
	schedule(
		'attendees_and_panelists_reminder_email_notification',
		'reminder',
		'Reminder to Attendees and Panelists',
		REMINDERS,
		'When attendees and panelists get an email that reminds them',
	),
];

// prettier-ignore
const questionsAndAnswers: ZoomField[] = [
	toggle('question_and_answer.allow_anonymous_questions', 'Allow Anonymous Questions',
		'Whether people can ask without giving their name'),
	toggle('question_and_answer.allow_submit_questions', 'Allow Questions',
		'Whether people can ask questions'),
	setting('question_and_answer.answer_questions', {
		displayName: 'Attendees Can View',
		name: 'answerQuestions',
		type: 'options',
		options: [
			{ name: 'All Questions', value: 'all' },
			{ name: 'Answered Questions Only', value: 'only' },
		],
		default: 'all',
	}),
	toggle('question_and_answer.attendees_can_comment', 'Attendees Can Comment',
		'Whether attendees can comment on questions and answer them'),
	toggle('question_and_answer.attendees_can_upvote', 'Attendees Can Upvote',
		'Whether attendees can bring questions to the top'),
	toggle('question_and_answer.allow_auto_reply', 'Auto Reply',
		'Whether questions get an answer by themselves, in simulive webinars'),
	text('question_and_answer.auto_reply_text', 'Auto Reply Text',
		'The answer, with Auto Reply', { typeOptions: { rows: 2 } }),
	toggle('question_and_answer.enable', 'Q&A',
		'Whether the webinar has Q&A'),
];

/** The groups in the order of the panel. */
export const groups: FieldGroup[] = [
	{ label: 'Settings', name: 'settings', placeholder: 'Add Setting', fields: settings },
	{
		label: 'Registration Settings',
		name: 'registrationSettings',
		placeholder: 'Add Setting',
		fields: registration,
	},
	{
		label: 'Emails',
		name: 'emails',
		placeholder: 'Add Email Setting',
		fields: emails,
		updateOnly: [
			toggle(
				'notify_registrants',
				'Notify Registrants',
				'Whether registrants get an email about what is changed',
			),
		],
	},
	{
		label: 'Q&A',
		name: 'questionsAndAnswers',
		placeholder: 'Add Q&A Setting',
		fields: questionsAndAnswers,
	},
	{
		label: 'Interpretation',
		name: 'interpretation',
		placeholder: 'Add Interpretation Setting',
		fields: interpretation,
	},
	{
		label: 'Simulive',
		name: 'simulive',
		placeholder: 'Add Simulive Setting',
		fields: simulive,
	},
];
