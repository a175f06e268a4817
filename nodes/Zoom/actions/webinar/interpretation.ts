import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';
import type { ZoomField } from '../../mapping/body';
import { toAddedEntries } from '../../mapping/entries';
import { toEmail, toList, toRequiredText } from '../../mapping/values';
import { setting, toggle } from '../event/commonSettings';

const MAX_SIGN_LANGUAGE_INTERPRETERS = 20;

/** A list of people, each with an email address and one thing more. */
const people = (
	displayName: string,
	name: string,
	description: string,
	more: INodeProperties,
): INodeProperties => ({
	displayName,
	name,
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add interpreter',
	default: {},
	description,
	options: [
		{
			displayName: 'Interpreter',
			name: 'interpreter',
			values: [
				{
					displayName: 'Email',
					name: 'email',
					type: 'string',
					placeholder: 'e.g. nathan@example.com',
					default: '',
				},
				more,
			],
		},
	],
});

const entriesOf = (value: unknown, label: string) =>
	toAddedEntries(value, label, 'interpreter', 'Other Fields (JSON)');

function toInterpreters(value: unknown, label: string): IDataObject[] {
	return entriesOf(value, label).map(({ email, languages }) => {
		const pair = toList(languages ?? '', label);
		if (pair.length !== 2) {
			throw new UserError(`'${label}' needs two languages for each interpreter`, {
				description: 'Separate them with a comma, such as English, Spanish.',
			});
		}
		return { email: toEmail(email, label), interpreter_languages: pair.join(',') };
	});
}

function toSignLanguageInterpreters(value: unknown, label: string): IDataObject[] {
	const entries = entriesOf(value, label);
	if (entries.length > MAX_SIGN_LANGUAGE_INTERPRETERS) {
		throw new UserError(
			`'${label}' has ${entries.length} entries, but Zoom accepts at most ${MAX_SIGN_LANGUAGE_INTERPRETERS}`,
		);
	}
	return entries.map(({ email, language }) => ({
		email: toEmail(email, label),
		sign_language: toRequiredText(language, label),
	}));
}

/** Who interprets a webinar. The host must have the languages in the Zoom portal. */
export const interpretation: ZoomField[] = [
	toggle(
		'language_interpretation.enable',
		'Language Interpretation',
		'Whether the webinar has interpreters',
	),
	setting(
		'language_interpretation.interpreters',
		people('Language Interpreters', 'interpreters', 'Needs Language Interpretation on', {
			displayName: 'Languages',
			name: 'languages',
			type: 'string',
			placeholder: 'e.g. English, Spanish',
			default: '',
			description: 'Two languages, as the Zoom portal names them',
		}),
		toInterpreters,
	),
	toggle(
		'sign_language_interpretation.enable',
		'Sign Language Interpretation',
		'Whether the webinar has sign language interpreters',
	),
	setting(
		'sign_language_interpretation.interpreters',
		people(
			'Sign Language Interpreters',
			'signLanguageInterpreters',
			'Needs Sign Language Interpretation on',
			{
				displayName: 'Sign Language',
				name: 'language',
				type: 'string',
				placeholder: 'e.g. American',
				default: '',
				description: 'As the Zoom portal names it',
			},
		),
		toSignLanguageInterpreters,
	),
];
