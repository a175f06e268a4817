import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { EventKind } from '../../api/eventKinds';
import type { ZoomField } from '../../mapping/body';
import { toAddedEntries } from '../../mapping/entries';
import { toTimezone } from '../../mapping/timezones';
import { toMinutes, toObject, toRequiredText, toText } from '../../mapping/values';

const MAX_PASSWORD_LENGTH = 10;

/** Name and value pairs from the panel, or the same as a list from an expression. */
function toTrackingFields(value: unknown, label: string): IDataObject[] {
	const entries = toAddedEntries(value, label, 'trackingField', 'Other Fields (JSON)');
	return entries.map(({ field, value: text }) => ({
		field: toRequiredText(field, label),
		value: toText(text ?? '', label),
	}));
}

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
		displayName: 'Duration',
		name: 'duration',
		type: 'number',
		typeOptions: MINUTES,
		default: 60,
		description: 'In minutes; parts of a minute count as a whole one',
	},
};

const trackingFields: ZoomField = {
	to: 'tracking_fields',
	convert: toTrackingFields,
	property: {
		displayName: 'Tracking Fields',
		name: 'trackingFields',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add tracking field',
		default: {},
		options: [
			{
				displayName: 'Tracking Field',
				name: 'trackingField',
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
		],
	},
};

/**
 * A zone from n8n's list of them.
 *
 * @param meaning a sentence without its period
 */
export const timezoneField = (meaning: string): ZoomField => ({
	to: 'timezone',
	convert: toTimezone,
	property: {
		displayName: 'Timezone Name or ID',
		name: 'timezone',
		type: 'options',
		typeOptions: { loadOptionsMethod: 'getTimezones' },
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
		description: 'At most 10 characters; the account may ask for more than one kind of them',
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
			'Email address or ID of a user who let the host schedule for them. Choosing that user as Host is simpler.',
	},
};

/**
 * What events of all kinds have besides their settings, for Create and Update.
 * https://developers.zoom.us/docs/api/meetings/#tag/meetings/POST/users/{userId}/meetings
 *
 * @param types what Zoom lets people choose from
 */
export const commonFields = (
	{ name, types: { scheduled } }: EventKind,
	types: INodeProperties['options'],
): ZoomField[] => [
	{
		to: 'agenda',
		maxLength: 2000,
		property: {
			displayName: 'Agenda',
			name: 'agenda',
			type: 'string',
			typeOptions: { rows: 3 },
			default: '',
			description: `What the ${name} is about, at most 2,000 characters`,
		},
	},
	durationField,
	passcodeField,
	scheduleForField,
	timezoneField("The zone that the start time is meant in; without it, the workflow's zone"),
	trackingFields,
	{
		to: 'type',
		property: {
			displayName: 'Type',
			name: 'type',
			type: 'options',
			options: types,
			default: scheduled,
		},
	},
];

/**
 * Fields that only a new event takes.
 *
 * @param passcode what Zoom calls the default passcode
 */
export const commonCreateOnly = (passcode: string): ZoomField[] => [
	{
		to: passcode,
		property: {
			displayName: 'Default Passcode',
			name: 'defaultPassword',
			type: 'boolean',
			default: true,
			description: 'Whether Zoom makes a passcode where the account asks for one and none is given',
		},
	},
	{
		to: 'template_id',
		property: { displayName: 'Template ID', name: 'templateId', type: 'string', default: '' },
	},
];

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
			'Further fields of Zoom\'s API as a JSON object, for example { "settings": { "breakout_room": { "enable": true } } }. They win over the fields above.',
	},
};
