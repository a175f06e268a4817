import type { IDataObject } from 'n8n-workflow';
import { MEETING_TYPES } from '../../api/choices';
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

export const topicField: ZoomField = {
	to: 'topic',
	maxLength: 200,
	property: {
		displayName: 'Topic',
		name: 'topic',
		type: 'string',
		placeholder: 'e.g. Product webinar',
		default: '',
		description: 'Name of the meeting, at most 200 characters',
	},
};

const MINUTES = { minValue: 1, maxValue: 1440 };

export const durationField: ZoomField = {
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

/**
 * What a meeting has besides its settings, for Create and Update.
 * https://developers.zoom.us/docs/api/meetings/#tag/meetings/POST/users/{userId}/meetings
 */
export const meetingFields: ZoomField[] = [
	{
		to: 'agenda',
		maxLength: 2000,
		property: {
			displayName: 'Agenda',
			name: 'agenda',
			type: 'string',
			typeOptions: { rows: 3 },
			default: '',
			description: 'What the meeting is about, at most 2,000 characters',
		},
	},
	{
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
	},
	{
		to: 'pre_schedule',
		property: {
			displayName: 'Pre-Schedule',
			name: 'preSchedule',
			type: 'boolean',
			default: false,
			description: 'Whether the meeting is made by a Google Workspace scheduling integration',
		},
	},
	{
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
	},
	{
		to: 'timezone',
		convert: toTimezone,
		property: {
			displayName: 'Timezone Name or ID',
			name: 'timezone',
			type: 'options',
			typeOptions: { loadOptionsMethod: 'getTimezones' },
			default: '',
			description:
				'The zone that the start time is meant in; without it, the workflow\'s zone. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		},
	},
	{
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
	},
	{
		to: 'type',
		property: {
			displayName: 'Type',
			name: 'type',
			type: 'options',
			options: MEETING_TYPES,
			default: 2,
		},
	},
];

/** Fields that only a new meeting takes. */
export const createOnlyFields: ZoomField[] = [
	{
		to: 'default_password',
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

/** Merges the fields given as JSON into the body, `settings` field by field. */
export function withOtherFields(body: IDataObject): IDataObject {
	const { otherFields: other, ...rest } = body;
	if (other === undefined) return rest;
	const given = other as IDataObject;
	const settings = {
		...(rest.settings as IDataObject),
		...(toObject(given.settings ?? {}, 'settings in Other Fields (JSON)') as IDataObject),
	};
	return {
		...rest,
		...given,
		...(Object.keys(settings).length > 0 && { settings }),
	};
}
