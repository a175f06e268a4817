/*
 * What Zoom lets people choose from in the settings of its events: `value` is what Zoom takes, `name`
 * is what its portal shows, as far as that is known.
 * https://developers.zoom.us/docs/api/meetings/#tag/meetings/POST/users/{userId}/meetings
 */

/** What people who register for a series register for. */
export const REGISTRATION_TYPES = [
	{
		name: 'Register for Each Occurrence',
		value: 2,
		description: 'Attendees need to register for each occurrence to attend',
	},
	{
		name: 'Register Once, Attend Any Occurrence',
		value: 1,
		description: 'Attendees register once and can attend any of the occurrences',
	},
	{
		name: 'Register Once, Choose Occurrences',
		value: 3,
		description: 'Attendees register once and can choose one or more occurrences to attend',
	},
];

export const AUDIO = [
	{ name: '3rd Party Audio', value: 'thirdParty' },
	{ name: 'Computer Audio', value: 'voip' },
	{ name: 'Telephone', value: 'telephony' },
	{ name: 'Telephone and Computer Audio', value: 'both' },
];

/** https://support.zoom.com/hc/en/article?id=zm_kb&sysparm_article=KB0062627 on the plan */
export const AUTO_RECORDING = [
	{ name: 'Disabled', value: 'none' },
	{ name: 'In the Cloud', value: 'cloud', description: 'Needs a Pro license or higher' },
	{ name: 'On the Local Computer', value: 'local' },
];

export const ENCRYPTION = [
	{
		name: 'End-to-End Encryption',
		value: 'e2ee',
		description: 'Turns off cloud recording and dialing in by phone',
	},
	{ name: 'Enhanced Encryption', value: 'enhanced_encryption' },
];

/** From when participants can join before the host; `value` is in minutes, 0 for any time. */
export const JOIN_BEFORE_HOST = [
	{ name: '10 Minutes Before Start Time', value: 10 },
	{ name: '15 Minutes Before Start Time', value: 15 },
	{ name: '5 Minutes Before Start Time', value: 5 },
	{ name: 'Anytime', value: 0 },
];

export const WAITING_ROOM_MODES = [
	{ name: 'As Set in the Zoom Portal', value: 'follow_setting' },
	{ name: 'Custom', value: 'custom' },
];

export const WAITING_ROOM_PEOPLE = [
	{ name: 'Everyone', value: 'everyone' },
	{ name: 'Users Not in the Account', value: 'users_not_in_account' },
	{
		name: 'Users Not in the Account or the Allowed Domains',
		value: 'users_not_in_account_or_whitelisted_domains',
	},
	{ name: 'Users Not in the Organization', value: 'users_not_in_org' },
	{ name: 'Users Not on the Invite', value: 'users_not_on_invite' },
];

export const REGION_METHODS = [
	{ name: 'Allow Only the Approved Countries/Regions', value: 'approve' },
	{ name: 'Block the Blocked Countries/Regions', value: 'deny' },
];

export const CALENDARS = [
	{ name: 'Zoom for Google Workspace Add-On', value: 2 },
	{ name: 'Zoom Outlook Add-In', value: 1 },
];

export const WHITEBOARD_PERMISSIONS = [
	{ name: 'Commenter', value: 'commenter' },
	{ name: 'Editor', value: 'editor' },
	{ name: 'Viewer', value: 'viewer' },
];

/** Who gets AI Companion's summary of a meeting. */
export const SUMMARY_RECIPIENTS = [
	{ name: 'All Invitees, Including Those Outside the Organization', value: 4 },
	{ name: 'Host and Invitees in the Organization', value: 3 },
	{ name: 'Host Only', value: 1 },
	{ name: 'Host, Co-Hosts, and Alternative Hosts', value: 2 },
];

/** Who can ask AI Companion about a meeting's transcript. */
export const QUESTION_ASKERS = [
	{ name: 'All Participants and Invitees', value: 1 },
	{ name: 'All Participants, From When They Join', value: 2 },
	{ name: 'Host Only', value: 3 },
	{ name: 'Participants and Invitees in the Organization', value: 4 },
	{ name: 'Participants in the Organization, From When They Join', value: 5 },
];

/** Languages of a webinar's emails, by the codes that Zoom spells in ways of its own. */
export const EMAIL_LANGUAGES = [
	{ name: 'Chinese (Simplified)', value: 'zh-CN' },
	{ name: 'Chinese (Traditional)', value: 'zh-TW' },
	{ name: 'Dutch', value: 'nl-NL' },
	{ name: 'English', value: 'en-US' },
	{ name: 'French', value: 'fr-FR' },
	{ name: 'German', value: 'de-DE' },
	{ name: 'Indonesian', value: 'id-ID' },
	{ name: 'Italian', value: 'it-IT' },
	{ name: 'Japanese', value: 'jp-JP' },
	{ name: 'Korean', value: 'ko-KO' },
	{ name: 'Polish', value: 'pl-PL' },
	{ name: 'Portuguese', value: 'pt-PT' },
	{ name: 'Russian', value: 'ru-RU' },
	{ name: 'Spanish', value: 'es-ES' },
	{ name: 'Turkish', value: 'tr-TR' },
	{ name: 'Vietnamese', value: 'vi-VN' },
];

/** When a webinar's attendees and panelists are reminded; Zoom calls each combination a type. */
export const REMINDERS = [
	{ name: '1 Day and 1 Week Before', value: 6 },
	{ name: '1 Day Before', value: 2 },
	{ name: '1 Hour and 1 Day Before', value: 3 },
	{ name: '1 Hour and 1 Week Before', value: 5 },
	{ name: '1 Hour Before', value: 1 },
	{ name: '1 Hour, 1 Day, and 1 Week Before', value: 7 },
	{ name: '1 Week Before', value: 4 },
	{ name: 'None', value: 0 },
];

/** When those who came to a webinar, or did not, are written to. */
export const FOLLOW_UPS = [
	{ name: '1 Day After', value: 1 },
	{ name: '2 Days After', value: 2 },
	{ name: '3 Days After', value: 3 },
	{ name: '4 Days After', value: 4 },
	{ name: '5 Days After', value: 5 },
	{ name: '6 Days After', value: 6 },
	{ name: '7 Days After', value: 7 },
	{ name: 'None', value: 0 },
];
