import { camelCase } from 'lodash';
import type { IDataObject } from 'n8n-workflow';
import { EMPLOYEES, LANGUAGES, PURCHASE_ROLES, TIME_FRAMES } from '../../api/choices';
import { COUNTRIES } from '../../api/countries';
import type { ZoomField } from '../../mapping/body';
import { toEntries, toRequiredText, toText } from '../../mapping/values';

const MAX_ANSWER_LENGTH = 128;

/** Title and value pairs from the panel, or the same as a list from an expression. */
function toCustomQuestions(value: unknown, label: string): IDataObject[] {
	return toEntries(value, label, 'question').map(({ title, value: answer }) => ({
		title: toRequiredText(title, 'Question'),
		value: toText(answer ?? '', 'Answer', MAX_ANSWER_LENGTH),
	}));
}

const text = (to: string, displayName: string): ZoomField => ({
	to,
	property: { displayName, name: camelCase(to), type: 'string', default: '' },
});

const choice = (
	to: string,
	displayName: string,
	options: Array<{ name: string; value: string }>,
	byDefault: string,
): ZoomField => ({
	to,
	property: { displayName, name: camelCase(to), type: 'options', options, default: byDefault },
});

/**
 * What may be told of a registrant besides email address and names, in the order of the panel.
 * https://developers.zoom.us/docs/api/meetings/#tag/meetings/POST/meetings/{meetingId}/registrants
 */
export const registrantFields: ZoomField[] = [
	text('address', 'Address'),
	{
		to: 'auto_approve',
		property: {
			displayName: 'Auto Approve',
			name: 'autoApprove',
			type: 'boolean',
			default: true,
			description:
				'Whether to approve the person at once, so that the join link comes back, although the meeting is set to approve by hand',
		},
	},
	text('city', 'City'),
	{
		to: 'comments',
		property: {
			displayName: 'Comments',
			name: 'comments',
			type: 'string',
			typeOptions: { rows: 3 },
			default: '',
			description: 'Questions and comments of the registrant',
		},
	},
	{
		to: 'country',
		property: {
			displayName: 'Country',
			name: 'country',
			type: 'options',
			options: [...COUNTRIES],
			default: 'US',
			description: 'In expressions, a two-letter code such as DE or the English name',
		},
	},
	{
		to: 'custom_questions',
		convert: toCustomQuestions,
		property: {
			displayName: 'Custom Questions',
			name: 'customQuestions',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true },
			placeholder: 'Add answer',
			default: {},
			options: [
				{
					displayName: 'Answer',
					name: 'question',
					values: [
						{
							displayName: 'Question',
							name: 'title',
							type: 'string',
							default: '',
							description: "The question's text, exactly as in the meeting's registration form",
						},
						{
							displayName: 'Answer',
							name: 'value',
							type: 'string',
							default: '',
							description: `At most ${MAX_ANSWER_LENGTH} characters`,
						},
					],
				},
			],
		},
	},
	text('industry', 'Industry'),
	text('job_title', 'Job Title'),
	{
		to: 'language',
		property: {
			displayName: 'Language',
			name: 'language',
			type: 'options',
			options: LANGUAGES,
			default: 'en-US',
			description: 'The language of the confirmation email',
		},
	},
	choice('no_of_employees', 'Number of Employees', EMPLOYEES, '1-20'),
	text('org', 'Organization'),
	text('phone', 'Phone'),
	choice('purchasing_time_frame', 'Purchasing Time Frame', TIME_FRAMES, 'No timeframe'),
	choice('role_in_purchase_process', 'Role in Purchase Process', PURCHASE_ROLES, 'Not involved'),
	text('state', 'State or Province'),
	text('zip', 'ZIP or Postal Code'),
];
