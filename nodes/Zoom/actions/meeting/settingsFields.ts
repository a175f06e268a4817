import { camelCase } from 'lodash';
import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { propertiesOf } from '../../mapping/body';
import type { ZoomField } from '../../mapping/body';
import { toCountry } from '../../mapping/names';
import { isEmpty, toEmail, toList } from '../../mapping/values';

const toHost = (one: string, label: string) => (one.includes('@') ? toEmail(one, label) : one);
/** Zoom wants alternative hosts as one text with semicolons. */
const toHosts = (value: unknown, label: string) =>
	toList(value, label)
		.map((one) => toHost(one, label))
		.join(';');
const toCountries = (value: unknown, label: string) =>
	toList(value, label).map((one) => toCountry(one, label));
const toDomains = (value: unknown, label: string) => toList(value, label).join(',');
const toInvitees = (value: unknown, label: string): IDataObject[] =>
	toList(value, label).map((email) => ({ email: toEmail(email, label) }));
const toEmailOrNothing = (value: unknown, label: string) =>
	isEmpty(value) ? '' : toEmail(value, label);

function setting(to: string, property: INodeProperties, convert?: ZoomField['convert']): ZoomField {
	return { to: `settings.${to}`, property, ...(convert && { convert }) };
}

function toggle(to: string, displayName: string, description: string): ZoomField {
	const name = camelCase(to);
	return setting(to, { displayName, name, type: 'boolean', default: false, description });
}

/**
 * A meeting's settings, for Create and Update, in the order of the panel.
 * https://developers.zoom.us/docs/api/meetings/#tag/meetings/POST/users/{userId}/meetings
 */
// prettier-ignore
export const settingsFields: ZoomField[] = [
	toggle('allow_multiple_devices', 'Allow Multiple Devices',
		'Whether attendees can join from several devices; needs registration'),
	setting(
		'alternative_hosts',
		{
			displayName: 'Alternative Hosts',
			name: 'alternativeHosts',
			type: 'string',
			placeholder: 'e.g. anna@example.com, ben@example.com',
			default: '',
			description: 'Email addresses or IDs of users who can host too, separated by commas',
		},
		toHosts,
	),
	toggle('alternative_hosts_email_notification', 'Alternative Hosts Email Notification',
		'Whether alternative hosts get an email'),
	setting('audio', {
		displayName: 'Audio',
		name: 'audio',
		type: 'options',
		options: [
			{ name: 'Both Telephony and VoIP', value: 'both' },
			{ name: 'Telephony', value: 'telephony' },
			{ name: 'Third Party', value: 'thirdParty' },
			{ name: 'VoIP', value: 'voip' },
		],
		default: 'both',
		description: 'How participants can join the audio of the meeting',
	}),
	setting(
		'authentication_domains',
		{
			displayName: 'Authentication Domains',
			name: 'authenticationDomains',
			type: 'string',
			placeholder: 'e.g. example.com, example.org',
			default: '',
			description: 'Only people signed in with an address of these domains can join',
		},
		toDomains,
	),
	setting('authentication_option', {
		displayName: 'Authentication Option',
		name: 'authenticationOption',
		type: 'string',
		default: '',
		description: "ID of one of the account's authentication profiles",
	}),
	setting('auto_recording', {
		displayName: 'Auto Recording',
		name: 'autoRecording',
		type: 'options',
		options: [
			{ name: 'Cloud', value: 'cloud' },
			{ name: 'Disabled', value: 'none' },
			{ name: 'Local', value: 'local' },
		],
		default: 'none',
	}),
	toggle('auto_start_meeting_summary', 'Auto Start Meeting Summary',
		'Whether AI Companion starts its summary by itself'),
	toggle('close_registration', 'Close Registration',
		'Whether registration closes when the meeting has begun'),
	setting(
		'contact_email',
		{
			displayName: 'Contact Email',
			name: 'contactEmail',
			type: 'string',
			placeholder: 'e.g. events@example.com',
			default: '',
			description: 'Who registrants can contact; part of their emails',
		},
		toEmailOrNothing,
	),
	setting('contact_name', {
		displayName: 'Contact Name',
		name: 'contactName',
		type: 'string',
		default: '',
		description: 'Who registrants can contact; part of their emails',
	}),
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
	setting(
		'global_dial_in_countries',
		{
			displayName: 'Global Dial-In Countries',
			name: 'globalDialInCountries',
			type: 'string',
			placeholder: 'e.g. US, DE',
			default: '',
			description: 'Codes or names of the countries to dial in from, separated by commas',
		},
		toCountries,
	),
	toggle('cn_meeting', 'Host Meeting in China',
		"Whether to host the meeting in China (an old setting of Zoom's)"),
	toggle('in_meeting', 'Host Meeting in India',
		"Whether to host the meeting in India (an old setting of Zoom's)"),
	toggle('host_video', 'Host Video',
		'Whether the video starts when the host joins'),
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
	toggle('meeting_authentication', 'Meeting Authentication',
		'Whether only people who are signed in to Zoom can join'),
	setting(
		'meeting_invitees',
		{
			displayName: 'Meeting Invitees',
			name: 'meetingInvitees',
			type: 'string',
			placeholder: 'e.g. nathan@example.com, maria@example.com',
			default: '',
			description: 'Email addresses of the people invited, separated by commas',
		},
		toInvitees,
	),
	toggle('mute_upon_entry', 'Muting Upon Entry',
		'Whether participants are muted when they join'),
	toggle('participant_video', 'Participant Video',
		'Whether the video starts when participants join'),
	toggle('private_meeting', 'Private Meeting',
		'Whether the meeting is private'),
	toggle('registrants_confirmation_email', 'Registrants Confirmation Email',
		'Whether registrants get an email that confirms their registration'),
	toggle('registrants_email_notification', 'Registrants Email Notification',
		'Whether registrants get emails about approval, denial and cancellation'),
	setting('registration_type', {
		displayName: 'Registration Type',
		name: 'registrationType',
		type: 'options',
		options: [
			{ name: 'Once for All Occurrences', value: 1 },
			{ name: 'For Each Occurrence', value: 2 },
			{ name: 'Once, Choosing Occurrences', value: 3 },
		],
		default: 1,
		description: 'How people register for a recurring meeting with fixed times',
	}),
	toggle('show_share_button', 'Show Share Button',
		'Whether the registration page has buttons to share it'),
	toggle('use_pmi', 'Use Personal Meeting ID',
		"Whether to use the host's personal meeting ID. Such a meeting cannot have registration."),
	toggle('waiting_room', 'Waiting Room',
		'Whether participants wait until the host lets them in'),
	toggle('watermark', 'Watermark',
		'Whether to show a watermark over shared screens'),
];

/** The same as the panel shows them. */
export const settingsField: INodeProperties = {
	displayName: 'Settings',
	name: 'settings',
	type: 'collection',
	placeholder: 'Add Setting',
	default: {},
	options: propertiesOf(settingsFields),
};
