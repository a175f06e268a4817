import type { IDataObject, ResourceMapperField } from 'n8n-workflow';
import { evenSpaces, lettersOf } from './text';
import { isEmpty } from './values';

/*
 * Which column of a row answers which question of a form, by this rule: the column that is named
 * exactly like the question's ID; else like the question as it is shown; else like one of these
 * without regard to spaces around; else without regard to case, accents, spaces and punctuation; else
 * a usual heading of the list below. Where several columns are equally near, the first one counts;
 * empty columns do not.
 */

/** Usual headings of the standard questions, in several languages, as `lettersOf` spells them. */
export const HEADINGS: ReadonlyMap<string, readonly string[]> = new Map(
	Object.entries({
		email: [
			'email address',
			'mail',
			'mail address',
			'user email',
			'work email',
			'your email',
			'E-Mail-Adresse',
			'Mailadresse',
			'adresse e-mail',
			'courriel',
			'correo',
			'correo electrónico',
			'indirizzo e-mail',
			'e-posta',
			'e-post',
			'メールアドレス',
		],
		first_name: [
			'given name',
			'forename',
			'your first name',
			'Vorname',
			'prénom',
			'nombre',
			'nome',
			'voornaam',
			'imię',
			'名',
		],
		last_name: [
			'surname',
			'family name',
			'your last name',
			'Nachname',
			'Familienname',
			'nom de famille',
			'apellido',
			'apellidos',
			'cognome',
			'sobrenome',
			'achternaam',
			'nazwisko',
			'姓',
		],
		address: ['street address', 'street', 'Adresse', 'Straße', 'dirección', 'indirizzo'],
		city: ['town', 'Stadt', 'Ort', 'ville', 'ciudad', 'città', 'cidade'],
		comments: ['questions & comments', 'questions and comments', 'comment', 'Kommentar'],
		country: ['country/region', 'country/region name', 'country name', 'Land', 'pays', 'país'],
		industry: ['Branche', 'sector'],
		job_title: ['position', 'job position', 'Beruf', 'Funktion', 'fonction', 'cargo'],
		no_of_employees: ['employees', 'company size', 'Anzahl Mitarbeiter'],
		org: ['organisation', 'company', 'company name', 'Firma', 'Unternehmen', 'empresa'],
		phone: ['phone number', 'telephone', 'mobile', 'mobile phone', 'Telefon', 'Telefonnummer'],
		state: ['province', 'state/province', 'region', 'Bundesland', 'provincia'],
		zip: ['zip code', 'postal code', 'postcode', 'zip/postal code', 'PLZ', 'code postal'],
	}).map(([id, headings]) => [id, headings.map(lettersOf)]),
);

/** What n8n's own nodes put into rows: nobody's answers. */
const OF_N8N = new Set(['row_number', 'submittedAt', 'formMode', 'formQueryParameters']);
const NAMED = 10;

/** The names that a field goes by, from the surest to the widest. */
function namesOf({ id, displayName }: ResourceMapperField): string[][] {
	const both = [id, displayName];
	return [
		[id],
		[displayName],
		both.map(evenSpaces),
		both.map(lettersOf),
		[...(HEADINGS.get(id) ?? [])],
	];
}

/** What a column is called, in the same order. */
function spellingsOf(column: string): string[] {
	const letters = lettersOf(column);
	return [column, column, evenSpaces(column), letters, letters];
}

/**
 * Which of a row's columns answers which field.
 *
 * @returns the values by the ID of the field, and the columns that hold something and fit none
 */
export function matchColumns(
	fields: readonly ResourceMapperField[],
	columns: IDataObject,
): { answers: Map<string, unknown>; left: string[] } {
	const answers = new Map<string, unknown>();
	const open = fields.map((field) => ({ id: field.id, names: namesOf(field) }));
	const free = new Map(
		Object.keys(columns)
			.filter((column) => !isEmpty(columns[column]))
			.map((column) => [column, spellingsOf(column)]),
	);
	for (const tier of [0, 1, 2, 3, 4]) {
		for (const { id, names } of open) {
			if (answers.has(id)) continue;
			const fits = [...free].find(
				([, spellings]) => spellings[tier] && names[tier]?.includes(spellings[tier]),
			);
			if (!fits) continue;
			answers.set(id, columns[fits[0]]);
			free.delete(fits[0]);
		}
	}
	return { answers, left: [...free.keys()].filter((column) => !OF_N8N.has(column)) };
}

/** A sentence about columns that answer no question. */
export function tellLeft(columns: readonly string[]): string {
	const named = columns.slice(0, NAMED).map((column) => `"${column}"`);
	const more = columns.length > NAMED ? ` and ${columns.length - NAMED} more` : '';
	return `Not sent because the form has no such question: ${named.join(', ')}${more}.`;
}
