import type { IDataObject } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';
import { AUDIO, AUTO_RECORDING, REGISTRATION_TYPES } from '../../api/settingChoices';
import type { EventKind } from '../../api/eventKinds';
import type { ZoomField } from '../../mapping/body';
import { toEmail, toList } from '../../mapping/values';
import { asObject } from '../../transport/answer';
import { choice, text, toCountries, toEmailOrNothing, toggle } from './setting';

/*
 * Settings that meetings and webinars have, by the parts of Zoom's page for them. Their labels are
 * those of that page where it has one.
 * https://developers.zoom.us/docs/api/meetings/#tag/meetings/POST/users/{userId}/meetings
 */

const toHost = (one: string, label: string) => (one.includes('@') ? toEmail(one, label) : one);
const toDomains = (value: unknown, label: string) => toList(value, label).join(',');

// prettier-ignore
export const registrationSettings = ({ name: event }: EventKind): ZoomField[] => [
	toggle('allow_multiple_devices', 'Allow Joining From Multiple Devices',
		'Whether attendees can join from several devices; needs registration'),
	choice('registration_type', 'Registration Type', REGISTRATION_TYPES,
		`How people register for a recurring ${event} with fixed times`),
	toggle('show_share_button', 'Show Social Share Buttons',
		'Whether the registration page has buttons to share it'),
];

export const joinInfo = toggle(
	'show_join_info',
	'Show Join Information',
	'Whether the page after registering shows how to join',
);

/** The emails to registrants. */
// prettier-ignore
export const emailSettings: ZoomField[] = [
	toggle('registrants_confirmation_email', 'Confirmation Email to Registrants',
		"Whether registrants get an email that confirms their registration; needs 'Email Registrants About Their Status' on"),
	toggle('registrants_email_notification', 'Email Registrants About Their Status',
		'Whether registrants get emails about the approval, denial, or cancellation of their registration'),
	text('contact_email', 'Registration Contact Email', 'The contact shown to registrants',
		{ placeholder: 'e.g. events@example.com' }, toEmailOrNothing),
	text('contact_name', 'Registration Contact Name', 'The contact shown to registrants'),
];

// prettier-ignore
export const securitySettings = ({ name: event }: EventKind): ZoomField[] => [
	text('authentication_domains', 'Authentication Domains',
		'Only people signed in with an email address of these domains can join',
		{ placeholder: 'e.g. example.com, example.org' }, toDomains),
	text('authentication_option', 'Authentication Option ID',
		"ID of one of the account's authentication options"),
	toggle('meeting_authentication', 'Require Authentication to Join',
		`Whether only people signed in to Zoom can join the ${event}`),
];

// prettier-ignore
export const audioAndVideo = ({ name: event }: EventKind): ZoomField[] => [
	{
		...text('audio_conference_info', '3rd Party Audio Information',
			'How to join by 3rd party audio, at most 2,048 characters', { typeOptions: { rows: 3 } }),
		maxLength: 2048,
	},
	choice('audio', 'Audio', AUDIO,
		`How people can join the audio of the ${event}`, 'both'),
	text('global_dial_in_countries', 'Global Dial-In Countries',
		'Codes or names of the countries to dial in from, separated by commas',
		{ placeholder: 'e.g. US, DE' }, toCountries),
	toggle('allow_host_control_participant_mute_state', 'Host Controls Mute State',
		'Whether the host and co-hosts can mute and unmute participants'),
	toggle('host_video', 'Host Video',
		`Whether to start the ${event} with the host's video on`),
	toggle('request_permission_to_unmute_participants', 'Request Permission to Unmute',
		'Whether participants can be asked to unmute themselves'),
];

/** Zoom takes one of the two: its reference of `request_permission_to_unmute_participants`. */
export function checkUnmuting({ settings }: IDataObject): void {
	const {
		allow_host_control_participant_mute_state: byHost,
		request_permission_to_unmute_participants: byRequest,
	} = asObject(settings);
	if (byHost !== true || byRequest !== true) return;
	throw new UserError('Only one way of unmuting participants can be turned on', {
		description:
			"Turn off 'Host Controls Mute State' or 'Request Permission to Unmute' under 'Video and Audio'.",
	});
}

export const autoRecording = ({ label }: EventKind): ZoomField =>
	choice('auto_recording', `Automatically Record ${label}`, AUTO_RECORDING, undefined, 'none');

/**
 * The hosts, and what they may do.
 */
// prettier-ignore
export const hostSettings = ({ hostSeparator }: EventKind): ZoomField[] => [
	text('alternative_hosts', 'Alternative Hosts',
		'Email addresses or IDs of users who can also host, separated by commas. They need a Pro license or higher.',
		{ placeholder: 'e.g. anna@example.com, ben@example.com' },
		(value, label) => toList(value, label).map((one) => toHost(one, label)).join(hostSeparator)),
	toggle('alternative_host_update_polls', 'Alternative Hosts Can Edit Polls',
		'Whether alternative hosts can add and edit polls'),
	toggle('email_in_attendee_report', 'Email in Attendee Report',
		'Whether the attendee report includes the email addresses of guests'),
];

/** Where an event may run. */
export const dataCenters = ({ name: event }: EventKind): ZoomField =>
	text(
		'additional_data_center_regions',
		'Additional Data Center Regions',
		`Codes or names of countries, separated by commas, that the account has opted out of and this ${event} uses`,
		{ placeholder: 'e.g. US, DE' },
		toCountries,
	);

/**
 * The questions that people ask during an event.
 *
 * @param visibility which of them attendees can view: named otherwise for each kind
 */
// prettier-ignore
export const questionsAndAnswers = ({ name: event }: EventKind, visibility: ZoomField): ZoomField[] => [
	toggle('question_and_answer.allow_anonymous_questions', 'Allow Anonymous Questions',
		'Whether people can ask without giving their name'),
	toggle('question_and_answer.allow_submit_questions', 'Allow Questions',
		'Whether people can ask questions'),
	toggle('question_and_answer.attendees_can_comment', 'Attendees Can Comment',
		'Whether attendees can comment on questions and answer them'),
	toggle('question_and_answer.attendees_can_upvote', 'Attendees Can Upvote',
		'Whether attendees can upvote questions'),
	visibility,
	toggle('question_and_answer.enable', 'Enable Q&A', `Whether the ${event} has Q&A`),
];
