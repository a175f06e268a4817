import { camelCase, isPlainObject, memoize } from 'lodash';
import type { INodeProperties } from 'n8n-workflow';
import { jsonParse, UserError } from 'n8n-workflow';
import {
	EMPLOYEES,
	EMPLOYEES_ALIASES,
	LANGUAGES,
	PURCHASE_ROLES,
	TIME_FRAMES,
} from '../../api/choices';
import { COUNTRIES } from '../../api/countries';
import type { EventKind } from '../../api/eventKinds';
import type { ZoomField } from '../../mapping/body';
import { toAddedEntries } from '../../mapping/entries';
import { MAX_ANSWER_LENGTH } from '../../mapping/form';
import { toCountry, toLanguage } from '../../mapping/names';
import { isEmpty, quote, toChoice, toExactText, toText } from '../../mapping/values';
import { trackingSourceField } from '../common/trackingSource';

/** An answer to one of a form's own questions. */
interface CustomAnswer {
	title: string;
	value: string;
}

/** Titles and values as Zoom takes them; those without a value are no answers. */
function toAnswers(entries: Array<Record<string, unknown>>, label: string): CustomAnswer[] {
	return entries.flatMap(({ title, value }) => {
		if (isEmpty(title)) throw new UserError(`A question in '${label}' has no title`);
		// Zoom knows a question by its title letter by letter, spaces at its ends included.
		const question = toExactText(title, label);
		if (isEmpty(value)) return [];
		const answer = toText(value, `Answer to "${question.trim()}"`, MAX_ANSWER_LENGTH);
		return [{ title: question, value: answer.trim() }];
	});
}

/** Title and value pairs from the panel, or the same as a list from an expression. */
function toCustomQuestions(value: unknown, label: string): CustomAnswer[] {
	return toAnswers(toAddedEntries(value, label, 'question', JSON_LABEL), label);
}

const JSON_LABEL = 'Answers to Custom Questions (JSON)';

/** For a number of answers that varies from row to row. */
export const customQuestionsJson: INodeProperties = {
	displayName: JSON_LABEL,
	name: 'customQuestionsJson',
	type: 'json',
	default: '',
	placeholder: 'e.g. { "Diet": "Vegan" }',
	description:
		'Answers to custom questions as an object { "Diet": "Vegan" } or a list [{ "title": "Diet", "value": "Vegan" }], for when the questions vary from item to item',
};

/**
 * Answers from a list of titles and values, or an object of questions and answers, also as text.
 *
 * @throws UserError where it is neither
 */
export function readCustomQuestionsJson(value: unknown): CustomAnswer[] {
	if (isEmpty(value)) return [];
	const json = typeof value === 'string' ? jsonParse(value, { fallbackValue: null }) : value;
	if (isPlainObject(json)) {
		const pairs = Object.entries(json as Record<string, unknown>);
		const entries = pairs.map(([title, one]) => ({ title, value: one }));
		return toAnswers(entries, JSON_LABEL);
	}
	if (Array.isArray(json) && json.every(isPlainObject)) {
		return toAnswers(json as Array<Record<string, unknown>>, JSON_LABEL);
	}
	throw new UserError(`'${JSON_LABEL}' must be an object or a list, but is ${quote(value)}`, {
		description:
			'It should look like { "Diet": "Vegan" } or [{ "title": "Diet", "value": "Vegan" }].',
	});
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

/** What may be told of a registrant of any kind of event, besides email address and names. */
const sharedFields: ZoomField[] = [
	text('address', 'Address'),
	text('city', 'City'),
	{
		to: 'comments',
		property: {
			displayName: 'Questions & Comments',
			name: 'comments',
			type: 'string',
			typeOptions: { rows: 3 },
			default: '',
			description: 'Anything the registrant wants to ask or tell the host',
		},
	},
	{
		to: 'country',
		convert: toCountry,
		mayBeLeftOut: true,
		property: {
			displayName: 'Country/Region',
			name: 'country',
			type: 'options',
			options: [...COUNTRIES],
			default: 'US',
			description:
				"In an expression, use a code such as DE or DEU, or a name. A value that isn't a country is left out with a warning.",
		},
	},
	{
		to: 'custom_questions',
		convert: toCustomQuestions,
		property: {
			displayName: 'Answers to Custom Questions',
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
							description: "The question's text, exactly as in the registration form",
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
		convert: toLanguage,
		mayBeLeftOut: true,
		property: {
			displayName: 'Confirmation Email Language',
			name: 'language',
			type: 'options',
			options: LANGUAGES,
			default: 'en-US',
			description:
				"In an expression, use a code such as de or pt-BR, or a name. A value that isn't one of these languages is left out with a warning.",
		},
	},
	{
		...choice('no_of_employees', 'Number of Employees', EMPLOYEES, '1-20'),
		convert: (value, label) => toChoice(value, label, EMPLOYEES, EMPLOYEES_ALIASES),
	},
	text('org', 'Organization'),
	text('phone', 'Phone'),
	choice('purchasing_time_frame', 'Purchasing Time Frame', TIME_FRAMES, 'No timeframe'),
	choice('role_in_purchase_process', 'Role in Purchase Process', PURCHASE_ROLES, 'Not involved'),
	text('state', 'State/Province'),
	text('zip', 'Zip/Postal Code'),
];

/** What may be told of registrants of some kinds only. */
const kindFields: ZoomField[] = [
	{
		to: 'auto_approve',
		property: {
			displayName: 'Automatically Approve',
			name: 'autoApprove',
			type: 'boolean',
			default: true,
			description:
				'Whether to approve the person right away and return the join link, even if the meeting requires manual approval',
		},
	},
	{
		to: 'source_id',
		property: trackingSourceField('sourceId'),
	},
];

const tableWith = (own: readonly string[]) => [
	...sharedFields,
	...kindFields.filter(({ to }) => own.includes(to)),
];

/**
 * What may be told of a registrant who is added alone, besides email address and names.
 * https://developers.zoom.us/docs/api/meetings/#tag/meetings/POST/meetings/{meetingId}/registrants
 * https://developers.zoom.us/docs/api/meetings/#tag/webinars/POST/webinars/{webinarId}/registrants
 */
export const registrantFields = memoize(({ addFields }: EventKind) => tableWith(addFields));

/** The same for lists, where some people go out in a call for several. */
export const listedFields = memoize(({ addFields, batchFields }: EventKind) =>
	tableWith([...addFields, ...batchFields]),
);

/** The fields of these names in Zoom's body, as the panel calls them. */
export const labelsOf = (names: readonly string[]): string[] =>
	kindFields.filter(({ to }) => names.includes(to)).map(({ property }) => property.displayName);
