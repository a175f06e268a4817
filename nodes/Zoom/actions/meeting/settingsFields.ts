import type { IDataObject } from 'n8n-workflow';
import { MEETING } from '../../api/eventKinds';
import type { ZoomField } from '../../mapping/body';
import { toEmail, toList } from '../../mapping/values';
import {
	commonSettings,
	emailSettings,
	registrationSettings,
	setting,
	text,
	toggle,
} from '../event/commonSettings';

const toInvitees = (value: unknown, label: string): IDataObject[] =>
	toList(value, label).map((email) => ({ email: toEmail(email, label) }));

/**
 * A meeting's settings, for Create and Update.
 * https://developers.zoom.us/docs/api/meetings/#tag/meetings/POST/users/{userId}/meetings
 */
// prettier-ignore
export const settingsFields: ZoomField[] = [
	...commonSettings(MEETING),
	...registrationSettings(MEETING),
	...emailSettings,
	toggle('alternative_hosts_email_notification', 'Alternative Hosts Email Notification',
		'Whether alternative hosts get an email'),
	toggle('auto_start_meeting_summary', 'Auto Start Meeting Summary',
		'Whether AI Companion starts its summary by itself'),
	toggle('close_registration', 'Close Registration',
		'Whether registration closes when the meeting has begun'),
	toggle('email_notification', 'Email Notification',
		'Whether alternative hosts and registrants get emails about the meeting'),
	setting('encryption_type', {
		displayName: 'Encryption Type',
		name: 'encryptionType',
		type: 'options',
		options: [
			{ name: 'End-to-End', value: 'e2ee' },
			{ name: 'Enhanced', value: 'enhanced_encryption' },
		],
		default: 'enhanced_encryption',
	}),
	toggle('focus_mode', 'Focus Mode',
		'Whether participants see the host only when the meeting starts'),
	toggle('cn_meeting', 'Host Meeting in China',
		"Whether to host the meeting in China (an old setting of Zoom's)"),
	toggle('in_meeting', 'Host Meeting in India',
		"Whether to host the meeting in India (an old setting of Zoom's)"),
	toggle('internal_meeting', 'Internal Meeting',
		'Whether only people of the account can join'),
	toggle('join_before_host', 'Join Before Host',
		'Whether participants can join before the host'),
	setting('jbh_time', {
		displayName: 'Join Before Host Time',
		name: 'jbhTime',
		type: 'options',
		options: [
			{ name: '10 Minutes Before', value: 10 },
			{ name: '15 Minutes Before', value: 15 },
			{ name: '5 Minutes Before', value: 5 },
			{ name: 'Any Time', value: 0 },
		],
		default: 0,
		description: 'When participants can join, with Join Before Host',
	}),
	text('meeting_invitees', 'Meeting Invitees',
		'Email addresses of the people invited, separated by commas',
		{ placeholder: 'e.g. nathan@example.com, maria@example.com' }, toInvitees),
	toggle('mute_upon_entry', 'Muting Upon Entry',
		'Whether participants are muted when they join'),
	toggle('participant_video', 'Participant Video',
		'Whether the video starts when participants join'),
	toggle('private_meeting', 'Private Meeting',
		'Whether the meeting is private'),
	toggle('use_pmi', 'Use Personal Meeting ID',
		"Whether to use the host's personal meeting ID. Such a meeting cannot have registration."),
	toggle('waiting_room', 'Waiting Room',
		'Whether participants wait until the host lets them in'),
	toggle('watermark', 'Watermark',
		'Whether to show a watermark over shared screens'),
];
