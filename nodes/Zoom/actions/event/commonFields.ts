import type { INodeProperties } from 'n8n-workflow';
import type { EventKind } from '../../api/eventKinds';
import type { ZoomField } from '../../mapping/body';
import { toTimezone } from '../../mapping/timezones';
import { toMinutes, toObject, toRequiredText, toText } from '../../mapping/values';
import { entries } from './setting';

const MAX_PASSWORD_LENGTH = 10;

export const topicField = ({ name }: EventKind): ZoomField => ({
	to: 'topic',
	maxLength: 200,
	property: {
		displayName: 'Topic',
		name: 'topic',
		type: 'string',
		placeholder: 'e.g. Product webinar',
		default: '',
		description: `Name of the ${name}, at most 200 characters`,
	},
});

const MINUTES = { minValue: 1, maxValue: 1440 };

const durationField: ZoomField = {
	to: 'duration',
	convert: (value, label) => toMinutes(value, label, MINUTES.minValue, MINUTES.maxValue),
	property: {
		displayName: 'Duration (Minutes)',
		name: 'duration',
		type: 'number',
		typeOptions: MINUTES,
		default: 60,
		description: 'Up to 1,440, rounded up to whole minutes',
	},
};

const trackingFields = entries(
	'tracking_fields',
	{
		displayName: 'Tracking Fields',
		name: 'trackingFields',
		entry: 'Tracking Field',
		values: [
			{
				displayName: 'Field',
				name: 'field',
				type: 'string',
				default: '',
				description: "The tracking field's label in the Zoom account",
			},
			{ displayName: 'Value', name: 'value', type: 'string', default: '' },
		],
	},
	({ field, value }, label) => ({
		field: toRequiredText(field, label),
		value: toText(value ?? '', label),
	}),
);

/**
 * A zone from n8n's list of them.
 *
 * @param loadOptionsMethod what the list begins with
 * @param meaning a sentence without its period
 */
export const timezoneField = (loadOptionsMethod: string, meaning: string): ZoomField => ({
	to: 'timezone',
	convert: toTimezone,
	property: {
		displayName: 'Time Zone Name or ID',
		name: 'timezone',
		type: 'options',
		typeOptions: { loadOptionsMethod },
		default: '',
		description: `${meaning}. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.`,
	},
});

const passcodeField: ZoomField = {
	to: 'password',
	maxLength: MAX_PASSWORD_LENGTH,
	property: {
		displayName: 'Passcode',
		name: 'password',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		description: 'Up to 10 characters. The account may require certain kinds.',
	},
};

const scheduleForField: ZoomField = {
	to: 'schedule_for',
	property: {
		displayName: 'Schedule For',
		name: 'scheduleFor',
		type: 'string',
		placeholder: 'e.g. anna@example.com',
		default: '',
		description:
			"Email address or ID of a user who lets the host schedule for them. Choosing that user as 'Host' is simpler.",
	},
};

/**
 * What events of all kinds have besides their settings, for Create and Update.
 * https://developers.zoom.us/docs/api/meetings/#tag/meetings/POST/users/{userId}/meetings
 *
 * @param types what Zoom lets people choose from
 */
export const commonFields = (
	{ name, label, types: { scheduled } }: EventKind,
	types: INodeProperties['options'],
): ZoomField[] => [
	{
		to: 'agenda',
		maxLength: 2000,
		property: {
			displayName: 'Description',
			name: 'agenda',
			type: 'string',
			typeOptions: { rows: 3 },
			default: '',
			description: `What the ${name} is about, at most 2,000 characters`,
		},
	},
	durationField,
	{
		to: 'type',
		property: {
			displayName: `${label} Type`,
			name: 'type',
			type: 'options',
			options: types,
			default: scheduled,
		},
	},
	passcodeField,
	scheduleForField,
	trackingFields,
];

/**
 * Whether Zoom makes a passcode for a new event.
 *
 * @param to what Zoom calls it
 */
export const generatePasscode = (to: string): ZoomField => ({
	to,
	property: {
		displayName: 'Generate Passcode',
		name: 'defaultPassword',
		type: 'boolean',
		default: true,
		description:
			'Whether Zoom generates a passcode if the account requires one and none is given here',
	},
});

export const templateField = ({ label }: EventKind): ZoomField => ({
	to: 'template_id',
	property: {
		displayName: `${label} Template ID`,
		name: 'templateId',
		type: 'string',
		default: '',
	},
});

/** Whatever Zoom's API takes and this node has no field for. */
export const otherFields: ZoomField = {
	to: 'otherFields',
	convert: toObject,
	property: {
		displayName: 'Other Fields (JSON)',
		name: 'otherFields',
		type: 'json',
		default: '{}',
		description:
			'Further fields of Zoom\'s API as a JSON object, for example { "settings": { "host_video": true } }. They override the fields above.',
	},
};
