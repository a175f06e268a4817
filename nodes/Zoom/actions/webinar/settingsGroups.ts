import type { IDataObject } from 'n8n-workflow';
import { EMAIL_LANGUAGES, FOLLOW_UPS, REMINDERS } from '../../api/settingChoices';
import { WEBINAR } from '../../api/eventKinds';
import type { ZoomField } from '../../mapping/body';
import type { Choice } from '../../mapping/values';
import { toChoice } from '../../mapping/values';
import {
	audioAndVideo,
	autoRecording,
	dataCenters,
	emailSettings,
	hostSettings,
	joinInfo,
	questionsAndAnswers,
	registrationSettings,
	securitySettings,
} from '../event/commonSettings';
import type { FieldGroup } from '../event/eventFields';
import { interpretation } from '../event/interpretation';
import { choice, setting, text, toggle } from '../event/setting';
import { simulive } from './simulive';

/*
 * A webinar's settings, for Create and Update, by the parts of Zoom's page for them.
 * https://developers.zoom.us/docs/api/meetings/#tag/webinars/POST/users/{userId}/webinars
 */

const registration: ZoomField[] = [
	...registrationSettings(WEBINAR),
	joinInfo,
	setting('registrants_restrict_number', {
		displayName: 'Max Registrants',
		name: 'registrantsRestrictNumber',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 20000 },
		default: 100,
		description: 'How many people can register; 0 means no limit',
	}),
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
	choice(
		'email_language',
		'Email Language',
		EMAIL_LANGUAGES,
		"The language of Zoom's emails about the webinar",
		'en-US',
	),
	schedule(
		'follow_up_absentees_email_notification',
		'followUpAbsentees',
		'Follow-Up to Absentees',
		FOLLOW_UPS,
		"When people who registered and didn't attend get an email",
	),
	schedule(
		'follow_up_attendees_email_notification',
		'followUpAttendees',
		'Follow-Up to Attendees',
		FOLLOW_UPS,
		'When people who attended get an email',
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

const notifyRegistrants = toggle(
	'notify_registrants',
	'Email Registrants About the Update',
	'Whether registrants get an email about the changes',
);

// prettier-ignore
const security: ZoomField[] = [
	...securitySettings(WEBINAR),
	toggle('add_audio_watermark', 'Add Audio Watermark',
		'Whether the audio holds a mark that identifies who recorded it'),
	toggle('add_watermark', 'Add Watermark',
		'Whether each participant sees a watermark with their own email address'),
	toggle('panelist_authentication', 'Require Panelists to Authenticate',
		'Whether panelists must be signed in to Zoom to join'),
];

// prettier-ignore
const videoAndAudio: ZoomField[] = [
	...audioAndVideo(WEBINAR),
	toggle('hd_video', 'HD Video',
		'Whether the video is in HD'),
	toggle('hd_video_for_attendees', 'HD Video for Attendees',
		'Whether attendees get the video in HD'),
	toggle('panelists_video', 'Panelists Video',
		"Whether to start with the panelists' video on"),
	toggle('send_1080p_video_to_attendees', 'Send 1080p Video to Attendees',
		'Whether attendees always get the video in 1080p'),
];

// prettier-ignore
const options: ZoomField[] = [
	...hostSettings(WEBINAR),
	autoRecording(WEBINAR),
	dataCenters(WEBINAR),
	toggle('on_demand', 'On Demand',
		'Whether people can watch the recording on demand; needs registration'),
	toggle('post_webinar_survey', 'Post-Webinar Survey',
		'Whether attendees see a survey in their browser when they leave'),
	toggle('practice_session', 'Practice Session',
		'Whether the host and panelists can rehearse before the webinar starts'),
	toggle('enable_session_branding', 'Session Branding',
		'Whether the host can set backgrounds, wallpaper, and name tags for the webinar'),
	text('survey_url', 'Survey URL',
		"URL of the survey; needs 'Post-Webinar Survey' on"),
];

const visibility = choice('question_and_answer.answer_questions', 'Attendees Can View', [
	{ name: 'All Questions', value: 'all' },
	{ name: 'Answered Questions Only', value: 'only' },
]);

// prettier-ignore
const answering: ZoomField[] = [
	...questionsAndAnswers(WEBINAR, visibility),
	toggle('question_and_answer.allow_auto_reply', 'Auto Reply',
		'Whether questions get an automatic reply, in simulive webinars'),
	text('question_and_answer.auto_reply_text', 'Auto Reply Text',
		"The reply; needs 'Auto Reply' on", { typeOptions: { rows: 2 } }),
];

/** The groups in the order of the panel. */
export const groups: FieldGroup[] = [
	{ label: 'Registration Settings', name: 'registrationSettings', fields: registration },
	{ label: 'Emails', name: 'emails', fields: emails, updateOnly: [notifyRegistrants] },
	{ label: 'Webinar Options', name: 'settings', fields: options },
	{ label: 'Security', name: 'security', fields: security },
	{ label: 'Video and Audio', name: 'videoAndAudio', fields: videoAndAudio },
	{ label: 'Q&A', name: 'questionsAndAnswers', fields: answering },
	{ label: 'Interpretation', name: 'interpretation', fields: interpretation(WEBINAR) },
	{ label: 'Simulive', name: 'simulive', fields: simulive },
];
