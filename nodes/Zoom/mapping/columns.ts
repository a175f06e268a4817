import type { IDataObject } from 'n8n-workflow';
import { evenSpaces, lettersOf } from './text';
import { isEmpty } from './values';

/*
 * Which column of a row answers which question of a form, by this rule: the column that is named
 * exactly like the question's ID; else like the question as it is shown; else like one of these
 * without regard to spaces around; else without regard to case, accents, spaces and punctuation; else
 * a usual heading of the list below. Where several columns are equally near, the first one counts;
 * empty columns do not.
 */

/** A field that a column may answer. */
export interface Answerable {
	/** Zoom's name of it, or a question's title. */
	id: string;
	/** As it is shown. */
	displayName: string;
}

/** The languages besides English that {@link HEADINGS} knows. */
export const HEADING_LANGUAGES = [
	'Dutch',
	'French',
	'German',
	'Italian',
	'Japanese',
	'Polish',
	'Portuguese',
	'Spanish',
];

/**
 * Usual headings of the standard questions and of whole names, in several languages, as `lettersOf`
 * spells them.
 */
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
			'adresse mail',
			'courriel',
			'correo',
			'correo electrónico',
			'indirizzo e-mail',
			'e-mailadres',
			'endereço de e-mail',
			'adres e-mail',
			'e-posta',
			'e-post',
			'メールアドレス',
			'メール',
		],
		first_name: [
			'given name',
			'forename',
			'your first name',
			'Vorname',
			'prénom',
			'nombre',
			'nombres',
			'nome',
			'primeiro nome',
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
			'nom',
			'nom de famille',
			'apellido',
			'apellidos',
			'cognome',
			'sobrenome',
			'achternaam',
			'nazwisko',
			'姓',
		],
		name: [
			'full name',
			'your name',
			'your full name',
			'Vollständiger Name',
			'Vor- und Nachname',
			'nom complet',
			'prénom et nom',
			'nombre completo',
			'nombre y apellidos',
			'nome completo',
			'nome e cognome',
			'naam',
			'volledige naam',
			'imię i nazwisko',
			'氏名',
			'お名前',
			'名前',
		],
		address: [
			'street address',
			'street',
			'Adresse',
			'Straße',
			'dirección',
			'indirizzo',
			'endereço',
			'adres',
			'住所',
		],
		city: ['town', 'Stadt', 'Ort', 'ville', 'ciudad', 'città', 'cidade', 'stad', 'miasto'],
		comments: ['questions and comments', 'comment', 'Kommentar'],
		country: ['country/region name', 'country name', 'Land', 'pays', 'país', 'paese', 'kraj', '国'],
		industry: ['Branche', 'sector'],
		job_title: ['position', 'job position', 'Beruf', 'Funktion', 'fonction', 'cargo', '役職'],
		language: ['Sprache', 'langue', 'idioma', 'lingua', 'taal', 'język', '言語'],
		no_of_employees: ['employees', 'company size', 'Anzahl Mitarbeiter'],
		org: [
			'organisation',
			'company',
			'company name',
			'Firma',
			'Unternehmen',
			'entreprise',
			'société',
			'empresa',
			'azienda',
			'bedrijf',
			'会社名',
		],
		phone: [
			'phone number',
			'telephone',
			'mobile',
			'mobile phone',
			'Telefon',
			'Telefonnummer',
			'telefono',
			'telefone',
			'telefoon',
			'電話番号',
		],
		purchasing_time_frame: [],
		role_in_purchase_process: [],
		state: ['province', 'state or province', 'region', 'Bundesland', 'provincia'],
		zip: [
			'zip code',
			'postal code',
			'postcode',
			'zip or postal code',
			'PLZ',
			'Postleitzahl',
			'code postal',
			'código postal',
			'郵便番号',
		],
	}).map(([id, headings]) => [id, headings.map(lettersOf)]),
);

/** What n8n's own nodes put into rows: nobody's answers. */
const OF_N8N = new Set(['row_number', 'submittedAt', 'formMode', 'formQueryParameters']);
const NAMED = 10;

/** The names that a field goes by, from the surest to the widest. */
function namesOf({ id, displayName }: Answerable): string[][] {
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
 * @returns the values and the columns they come from, by the ID of the field, and the columns that
 *   hold something and fit none
 */
export function matchColumns(
	fields: readonly Answerable[],
	columns: IDataObject,
): { answers: Map<string, unknown>; used: Map<string, string>; left: string[] } {
	const used = new Map<string, string>();
	const open = fields.map((field) => ({ id: field.id, names: namesOf(field) }));
	const free = new Map(
		Object.keys(columns)
			.filter((column) => !isEmpty(columns[column]))
			.map((column) => [column, spellingsOf(column)]),
	);
	for (const tier of [0, 1, 2, 3, 4]) {
		for (const { id, names } of open) {
			if (used.has(id)) continue;
			const fits = [...free].find(
				([, spellings]) => spellings[tier] && names[tier]?.includes(spellings[tier]),
			);
			if (!fits) continue;
			used.set(id, fits[0]);
			free.delete(fits[0]);
		}
	}
	const answers = new Map([...used].map(([id, column]) => [id, columns[column]]));
	return { answers, used, left: [...free.keys()].filter((column) => !OF_N8N.has(column)) };
}

/** A sentence about columns that answer no question. */
export const tellLeft = (columns: readonly string[]) =>
	`Not sent because the form has no such question: ${listColumns(columns)}.`;

/** The names of columns, of many only the first. */
export function listColumns(columns: readonly string[]): string {
	const named = columns.slice(0, NAMED).map((column) => `"${column}"`);
	const more = columns.length > NAMED ? ` and ${columns.length - NAMED} more` : '';
	return `${named.join(', ')}${more}`;
}
