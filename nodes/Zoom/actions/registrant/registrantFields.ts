import type { IDataObject } from 'n8n-workflow';
import type { ZoomField } from '../../mapping/body';
import { EMPLOYEES, LANGUAGES, PURCHASE_ROLES, TIME_FRAMES } from '../../api/choices';
import { COUNTRIES } from '../../api/countries';
import { toRequiredText, toRows, toText } from '../../mapping/values';

const MAX_ANSWER_LENGTH = 128;

/** Title and value pairs from the panel, or the same as a list from an expression. */
function toCustomQuestions(value: unknown, label: string): IDataObject[] {
	return toRows(value, label, 'question').map((row) => ({
		title: toRequiredText(row.title, 'Question'),
		value: toText(row.value ?? '', 'Answer', MAX_ANSWER_LENGTH),
	}));
}

/**
 * What may be told of a registrant besides email address and names, in the order of the panel.
 * https://developers.zoom.us/docs/api/meetings/#tag/meetings/POST/meetings/{meetingId}/registrants
 */
export const registrantFields: ZoomField[] = [
	{
		to: 'address',
		property: { displayName: 'Address', name: 'address', type: 'string', default: '' },
	},
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
	{ to: 'city', property: { displayName: 'City', name: 'city', type: 'string', default: '' } },
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
	{
		to: 'industry',
		property: { displayName: 'Industry', name: 'industry', type: 'string', default: '' },
	},
	{
		to: 'job_title',
		property: { displayName: 'Job Title', name: 'jobTitle', type: 'string', default: '' },
	},
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
	{
		to: 'no_of_employees',
		property: {
			displayName: 'Number of Employees',
			name: 'noOfEmployees',
			type: 'options',
			options: EMPLOYEES,
			default: '1-20',
		},
	},
	{
		to: 'org',
		property: { displayName: 'Organization', name: 'org', type: 'string', default: '' },
	},
	{ to: 'phone', property: { displayName: 'Phone', name: 'phone', type: 'string', default: '' } },
	{
		to: 'purchasing_time_frame',
		property: {
			displayName: 'Purchasing Time Frame',
			name: 'purchasingTimeFrame',
			type: 'options',
			options: TIME_FRAMES,
			default: 'No timeframe',
		},
	},
	{
		to: 'role_in_purchase_process',
		property: {
			displayName: 'Role in Purchase Process',
			name: 'roleInPurchaseProcess',
			type: 'options',
			options: PURCHASE_ROLES,
			default: 'Not involved',
		},
	},
	{
		to: 'state',
		property: { displayName: 'State or Province', name: 'state', type: 'string', default: '' },
	},
	{
		to: 'zip',
		property: { displayName: 'ZIP or Postal Code', name: 'zip', type: 'string', default: '' },
	},
];
