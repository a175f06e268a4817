import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';
import { WHITEBOARD_PERMISSIONS } from '../../api/settingChoices';
import { isEmpty, toChoice, toEmail, toRequiredText, toText } from '../../mapping/values';
import { asObject } from '../../transport/answer';
import { entries, toEmails } from '../event/setting';

/*
 * A meeting's settings that are lists with several fields in each entry.
 * https://developers.zoom.us/docs/api/meetings/#tag/meetings/POST/users/{userId}/meetings
 */

const field = (
	displayName: string,
	name: string,
	more: Partial<INodeProperties> = {},
): INodeProperties => ({ displayName, name, type: 'string', default: '', ...more });

/** Who may join without the authentication that the others need. */
export const authenticationExceptions = entries(
	'settings.authentication_exception',
	{
		displayName: 'Authentication Exceptions',
		name: 'authenticationException',
		entry: 'Participant',
		description:
			"People who can join without authentication; needs 'Require Authentication to Join' on",
		values: [
			field('Name', 'name', { placeholder: 'e.g. Nathan Smith' }),
			field('Email', 'email', { placeholder: 'e.g. nathan@example.com' }),
		],
	},
	({ name, email }, label) => ({
		name: toRequiredText(name, label),
		email: toEmail(email, label),
	}),
);

export const breakoutRooms = entries(
	'settings.breakout_room.rooms',
	{
		displayName: 'Breakout Rooms',
		name: 'breakoutRooms',
		entry: 'Room',
		description: "Needs 'Breakout Room Pre-Assign' on",
		values: [
			field('Name', 'name', { placeholder: 'e.g. Group 1' }),
			field('Participants', 'participants', {
				placeholder: 'e.g. nathan@example.com, maria@example.com',
				description: 'Email addresses of those who go to this room, separated by commas',
			}),
		],
	},
	({ name, participants }, label) => ({
		name: toRequiredText(name, label),
		participants: toEmails(participants ?? '', label),
	}),
);

const MAX_CHANNELS = 5;

export const videoChannels = entries(
	'settings.auto_add_recording_to_video_management.channels',
	{
		displayName: 'Video Management Channels',
		name: 'videoChannels',
		entry: 'Channel',
		description: "Needs 'Add to Video Management' on",
		max: MAX_CHANNELS,
		values: [field('Channel ID', 'id'), field('Name', 'name')],
	},
	({ id, name }, label) => ({
		channel_id: toRequiredText(id, label),
		...(!isEmpty(name) && { name: toText(name, label) }),
	}),
);

/**
 * Zoom requires `enable` beside the channels.
 *
 * @throws UserError that names the fields
 */
export function checkVideoManagement({ settings }: IDataObject): void {
	const { auto_add_recording_to_video_management: management } = asObject(settings);
	const { enable, channels } = asObject(management);
	if (channels === undefined || enable !== undefined) return;
	throw new UserError("'Video Management Channels' requires 'Add to Video Management'", {
		description: "Add it under 'Recording'.",
	});
}

/** Whiteboards are the only resources that Zoom knows. */
export const whiteboards = entries(
	'settings.resources',
	{
		displayName: 'Whiteboards',
		name: 'whiteboards',
		entry: 'Whiteboard',
		values: [
			field('Whiteboard ID', 'id'),
			{
				displayName: 'Permission',
				name: 'permission',
				type: 'options',
				options: WHITEBOARD_PERMISSIONS,
				default: 'editor',
				description: 'What users who have the link can do',
			},
		],
	},
	({ id, permission }, label) => ({
		resource_type: 'whiteboard',
		resource_id: toRequiredText(id, label),
		permission_level: toChoice(permission ?? 'editor', label, WHITEBOARD_PERMISSIONS),
	}),
);

const MAX_KEYS = 10;
const MAX_KEY_LENGTH = 64;
const MAX_VALUE_LENGTH = 256;

/** Keys that Zoom gives back with participants of the Meeting SDK. */
export const customKeys = entries(
	'settings.custom_keys',
	{
		displayName: 'Custom Keys',
		name: 'customKeys',
		entry: 'Key',
		max: MAX_KEYS,
		values: [field('Key', 'key'), field('Value', 'value')],
	},
	({ key, value }, label) => ({
		key: toRequiredText(key, label, MAX_KEY_LENGTH),
		value: toText(value ?? '', label, MAX_VALUE_LENGTH),
	}),
);
