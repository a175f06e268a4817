import {
	CALENDARS,
	ENCRYPTION,
	JOIN_BEFORE_HOST,
	QUESTION_ASKERS,
	SUMMARY_RECIPIENTS,
} from '../../api/settingChoices';
import { MEETING } from '../../api/eventKinds';
import type { ZoomField } from '../../mapping/body';
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
import { choice, text, toEmails, toggle } from '../event/setting';
import {
	authenticationExceptions,
	breakoutRooms,
	customKeys,
	videoChannels,
	whiteboards,
} from './lists';
import { regions, sensitivityDowngrade, sensitivityLabel, waitingRoom } from './security';

/*
 * A meeting's settings, for Create and Update, by the parts of Zoom's page for them.
 * https://developers.zoom.us/docs/api/meetings/#tag/meetings/POST/users/{userId}/meetings
 */

const registration: ZoomField[] = [
	...registrationSettings(MEETING),
	toggle(
		'close_registration',
		'Close Registration After Event Date',
		'Whether registration closes after the date of the meeting',
	),
];

// prettier-ignore
const emails: ZoomField[] = [
	...emailSettings,
	toggle('alternative_hosts_email_notification', 'Email Alternative Hosts',
		'Whether alternative hosts get an email when they are set or removed'),
	toggle('email_notification', 'Email Alternative Hosts and Schedulers',
		'Whether alternative hosts and users with scheduling privilege get emails about the meeting'),
];

// prettier-ignore
const options: ZoomField[] = [
	...hostSettings(MEETING),
	toggle('join_before_host', 'Allow Participants to Join Before Host',
		'Whether participants can join before the host. A waiting room turns this off.'),
	toggle('breakout_room.enable', 'Breakout Room Pre-Assign',
		'Whether participants are assigned to breakout rooms in advance'),
	breakoutRooms,
	choice('calendar_type', 'Calendar Integration', CALENDARS,
		'The add-in that the meeting is scheduled with', 2),
	toggle('continuous_meeting_chat.enable', 'Continuous Meeting Chat',
		'Whether people can chat before and after the meeting, too'),
	toggle('focus_mode', 'Focus Mode',
		'Whether the meeting starts in focus mode, in which participants see only the host and co-hosts'),
	toggle('cn_meeting', 'Host Meeting in China',
		'Whether to host the meeting in China (legacy setting)'),
	toggle('in_meeting', 'Host Meeting in India',
		'Whether to host the meeting in India (legacy setting)'),
	text('meeting_invitees', 'Invitees',
		'Email addresses of the people invited, separated by commas',
		{ placeholder: 'e.g. nathan@example.com, maria@example.com' },
		(value, label) => toEmails(value, label).map((email) => ({ email }))),
	choice('jbh_time', 'Join Before Host Time', JOIN_BEFORE_HOST,
		"How early participants can join; needs 'Allow Participants to Join Before Host' on", 0),
	toggle('participant_focused_meeting', 'Participant Focused Meeting',
		'Whether this is a participant-focused meeting'),
	toggle('push_change_to_calendar', 'Push Changes to Calendar',
		"Whether changes also go to the host's calendar, if it is connected to Zoom"),
	toggle('use_pmi', 'Use Personal Meeting ID',
		"Whether to use the host's personal meeting ID. Such a meeting can't have registration."),
	whiteboards,
];

// prettier-ignore
const security: ZoomField[] = [
	...securitySettings(MEETING),
	...regions,
	...waitingRoom,
	authenticationExceptions,
	toggle('auto_start_deepfake_detection', 'Automatically Start Deepfake Detection',
		'Whether to look for signs of deepfakes; Zoom Support must turn the feature on'),
	choice('encryption_type', 'Encryption', ENCRYPTION, undefined, 'enhanced_encryption'),
	toggle('internal_meeting', 'Internal Meeting',
		'Whether only people of the account can join'),
	toggle('private_meeting', 'Private Meeting',
		'Whether the meeting is private'),
	sensitivityLabel,
	toggle('watermark', 'Watermark',
		'Whether to add a watermark to shared screens'),
];

// prettier-ignore
const videoAndAudio: ZoomField[] = [
	...audioAndVideo(MEETING),
	toggle('device_testing', 'Device Testing',
		'Whether participants test their devices'),
	toggle('disable_participant_video', 'Disable Participants Video',
		"Whether participants' video is off for the whole meeting; Zoom Support must turn the feature on"),
	toggle('host_save_video_order', 'Host Can Save Video Order',
		'Whether the host can save the order of the videos'),
	toggle('mute_upon_entry', 'Mute Participants Upon Entry',
		'Whether participants are muted when they join'),
	toggle('participant_video', 'Participants Video',
		"Whether to start with the participants' video on"),
];

// prettier-ignore
const recording: ZoomField[] = [
	autoRecording(MEETING),
	toggle('auto_add_recording_to_video_management.enable', 'Add to Video Management',
		'Whether the recording is added to video management'),
	toggle('alternative_host_manage_cloud_recording', 'Alternative Hosts Can Manage Cloud Recordings',
		"Whether alternative hosts can manage the meeting's cloud recordings"),
	toggle('host_pause_stop_recording', 'Host Can Pause or Stop Recording',
		'Whether the host can pause or stop the automatic recording; cloud recordings only'),
	videoChannels,
];

// prettier-ignore
const aiCompanion: ZoomField[] = [
	toggle('allow_participants_to_transcribe_meetings_with_my_notes',
		'Allow Participants to Transcribe with My Notes',
		'Whether participants can transcribe the meeting with My Notes'),
	toggle('alternative_host_manage_meeting_summary', 'Alternative Hosts Can Manage Summaries',
		"Whether alternative hosts can manage the meeting's summaries"),
	toggle('auto_start_ai_companion_questions', 'Automatically Start AI Companion Questions',
		'Whether people can ask AI Companion about the meeting from its start'),
	toggle('auto_start_meeting_summary', 'Automatically Start Meeting Summary',
		'Whether AI Companion starts its summary by itself'),
	toggle('support_participants_receive_summary', 'Participants Can Receive Summary',
		'Whether participants can receive the summary'),
	text('summary_template_id', 'Summary Template ID',
		'Zoom Support must turn the feature on'),
	choice('who_can_ask_questions', 'Who Can Ask Questions', QUESTION_ASKERS,
		"Needs 'Automatically Start AI Companion Questions' on", 1),
	choice('who_will_receive_summary', 'Who Receives the Summary', SUMMARY_RECIPIENTS,
		"Needs 'Automatically Start Meeting Summary' on", 1),
];

const visibility = choice('question_and_answer.question_visibility', 'Attendees Can View', [
	{ name: 'All Questions', value: 'all' },
	{ name: 'Answered Questions Only', value: 'answered' },
]);

/** The groups in the order of the panel. */
export const groups: FieldGroup[] = [
	{
		label: 'Registration Settings',
		name: 'registrationSettings',
		fields: registration,
		createOnly: [joinInfo],
	},
	{ label: 'Emails', name: 'emails', fields: emails },
	{
		label: 'Meeting Options',
		name: 'settings',
		fields: options,
		createOnly: [dataCenters(MEETING)],
		updateOnly: [customKeys],
	},
	{ label: 'Security', name: 'security', fields: security, updateOnly: [sensitivityDowngrade] },
	{ label: 'Video and Audio', name: 'videoAndAudio', fields: videoAndAudio },
	{ label: 'Recording', name: 'recording', fields: recording },
	{ label: 'AI Companion', name: 'aiCompanion', fields: aiCompanion },
	{
		label: 'Q&A',
		name: 'questionsAndAnswers',
		fields: questionsAndAnswers(MEETING, visibility),
	},
	{ label: 'Interpretation', name: 'interpretation', fields: interpretation(MEETING) },
];
