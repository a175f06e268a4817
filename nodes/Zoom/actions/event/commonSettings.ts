import { camelCase } from 'lodash';
import type { INodeProperties } from 'n8n-workflow';
import type { EventKind } from '../../api/eventKinds';
import type { ZoomField } from '../../mapping/body';
import { toCountry } from '../../mapping/names';
import { isEmpty, toEmail, toList } from '../../mapping/values';

const toHost = (one: string, label: string) => (one.includes('@') ? toEmail(one, label) : one);
const toDomains = (value: unknown, label: string) => toList(value, label).join(',');
const toEmailOrNothing = (value: unknown, label: string) =>
	isEmpty(value) ? '' : toEmail(value, label);

/** Country codes, from codes or names. */
export const toCountries = (value: unknown, label: string) =>
	toList(value, label).map((one) => toCountry(one, label));

/** One of an event's settings. */
export function setting(
	to: string,
	property: INodeProperties,
	convert?: ZoomField['convert'],
): ZoomField {
	return { to: `settings.${to}`, property, ...(convert && { convert }) };
}

/** A setting that is on or off, its parameter named as Zoom names it. */
export function toggle(to: string, displayName: string, description: string): ZoomField {
	const name = camelCase(to);
	return setting(to, { displayName, name, type: 'boolean', default: false, description });
}

/** A setting that is a text, its parameter named as Zoom names it. */
export function text(
	to: string,
	displayName: string,
	description: string,
	more: Partial<INodeProperties> = {},
	convert?: ZoomField['convert'],
): ZoomField {
	const name = camelCase(to);
	const property: INodeProperties = { displayName, name, type: 'string', default: '', description };
	return setting(to, { ...property, ...more }, convert);
}

/**
 * Settings that events of all kinds have.
 * https://developers.zoom.us/docs/api/meetings/#tag/meetings/POST/users/{userId}/meetings
 */
// prettier-ignore
export const commonSettings = ({ name: event, label, hostSeparator }: EventKind): ZoomField[] => [
	toggle('allow_multiple_devices', 'Allow Multiple Devices',
		'Whether attendees can join from several devices; needs registration'),
	text('alternative_hosts', 'Alternative Hosts',
		'Email addresses or IDs of users who can host too, separated by commas',
		{ placeholder: 'e.g. anna@example.com, ben@example.com' },
		(value, label) => toList(value, label).map((one) => toHost(one, label)).join(hostSeparator)),
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
		description: `How participants can join the audio of the ${event}`,
	}),
	text('authentication_domains', 'Authentication Domains',
		'Only people signed in with an address of these domains can join',
		{ placeholder: 'e.g. example.com, example.org' }, toDomains),
	text('authentication_option', 'Authentication Option',
		"ID of one of the account's authentication profiles"),
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
	text('global_dial_in_countries', 'Global Dial-In Countries',
		'Codes or names of the countries to dial in from, separated by commas',
		{ placeholder: 'e.g. US, DE' }, toCountries),
	toggle('host_video', 'Host Video',
		'Whether the video starts when the host joins'),
	toggle('meeting_authentication', `${label} Authentication`,
		'Whether only people who are signed in to Zoom can join'),
];

/** Settings of the registration, for events of all kinds. */
// prettier-ignore
export const registrationSettings = ({ name: event }: EventKind): ZoomField[] => [
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
		description: `How people register for a recurring ${event} with fixed times`,
	}),
	toggle('show_share_button', 'Show Share Button',
		'Whether the registration page has buttons to share it'),
];

/** Settings of the emails to registrants, for events of all kinds. */
// prettier-ignore
export const emailSettings: ZoomField[] = [
	text('contact_email', 'Contact Email', 'Who registrants can contact; part of their emails',
		{ placeholder: 'e.g. events@example.com' }, toEmailOrNothing),
	text('contact_name', 'Contact Name', 'Who registrants can contact; part of their emails'),
	toggle('registrants_confirmation_email', 'Registrants Confirmation Email',
		'Whether registrants get an email that confirms their registration'),
	toggle('registrants_email_notification', 'Registrants Email Notification',
		'Whether registrants get emails about approval, denial and cancellation'),
];
