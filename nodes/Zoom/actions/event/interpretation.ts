import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';
import type { EventKind } from '../../api/eventKinds';
import type { ZoomField } from '../../mapping/body';
import { toEmail, toList, toRequiredText } from '../../mapping/values';
import { entries, toggle } from './setting';

const MAX_SIGN_LANGUAGE_INTERPRETERS = 20;

const emailField: INodeProperties = {
	displayName: 'Email',
	name: 'email',
	type: 'string',
	placeholder: 'e.g. nathan@example.com',
	default: '',
};

function toInterpreter({ email, languages }: IDataObject, label: string): IDataObject {
	const pair = toList(languages ?? '', label);
	if (pair.length !== 2) {
		throw new UserError(`'${label}' needs two languages for each interpreter`, {
			description: 'Separate them with a comma, such as English, Spanish.',
		});
	}
	return { email: toEmail(email, label), interpreter_languages: pair.join(',') };
}

const languageInterpreters = entries(
	'settings.language_interpretation.interpreters',
	{
		displayName: 'Language Interpreters',
		name: 'interpreters',
		entry: 'Interpreter',
		description: "Needs 'Language Interpretation' on",
		values: [
			emailField,
			{
				displayName: 'Languages',
				name: 'languages',
				type: 'string',
				placeholder: 'e.g. English, Spanish',
				default: '',
				description: 'Two languages, as the Zoom portal names them',
			},
		],
	},
	toInterpreter,
);

const signLanguageInterpreters = entries(
	'settings.sign_language_interpretation.interpreters',
	{
		displayName: 'Sign Language Interpreters',
		name: 'signLanguageInterpreters',
		entry: 'Interpreter',
		description: "Needs 'Sign Language Interpretation' on",
		max: MAX_SIGN_LANGUAGE_INTERPRETERS,
		values: [
			emailField,
			{
				displayName: 'Sign Language',
				name: 'language',
				type: 'string',
				placeholder: 'e.g. American',
				default: '',
				description: 'As the Zoom portal names it',
			},
		],
	},
	({ email, language }, label) => ({
		email: toEmail(email, label),
		sign_language: toRequiredText(language, label),
	}),
);

/** Who interprets an event. The host must have the languages in the Zoom portal. */
// prettier-ignore
export const interpretation = ({ name: event }: EventKind): ZoomField[] => [
	toggle('language_interpretation.enable', 'Language Interpretation',
		`Whether the ${event} has interpreters`),
	languageInterpreters,
	toggle('sign_language_interpretation.enable', 'Sign Language Interpretation',
		`Whether the ${event} has sign language interpreters`),
	signLanguageInterpreters,
];
