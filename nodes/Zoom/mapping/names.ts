import { LANGUAGES } from '../api/choices';
import { COUNTRIES, COUNTRY_ALIASES, COUNTRY_CODES } from '../api/countries';
import { alike } from './text';
import { refuseChoice, toRequiredText } from './values';

/*
 * Countries and languages as people and forms write them, by rule: codes, and the names that
 * Intl.DisplayNames has in the languages of Zoom's registration page, plus a table of usual names.
 */

/** The languages of Zoom's registration page, English first, as BCP 47 has them. */
const LOCALES = [
	'en',
	'zh-Hans',
	'zh-Hant',
	'fr',
	'de',
	'it',
	'ja',
	'ko',
	'pl',
	'pt',
	'ru',
	'es',
	'tr',
	'vi',
];

/** A name as it is compared: case, accents, punctuation, "the", "&" and "St." do not count. */
export function nameKey(text: string): string {
	return alike(text)
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.replace(/[.']/g, '')
		.replace(/&/g, ' and ')
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.replace(/\bthe\b/g, ' ')
		.replace(/\b(saint|sint)\b/g, 'st')
		.replace(/\s+/g, ' ')
		.trim();
}

/** Short Latin names such as Vietnam's "Y" for Italy are left out: they are somebody's "y". */
const isTooShort = (key: string) => /^\w{0,2}$/.test(key);

/** Latin names that the languages' tables give, the first language's first. */
function namesOf(
	type: 'region' | 'language',
	codes: ReadonlyArray<[code: string, value: string]>,
	aliases: ReadonlyArray<[value: string, names: string[]]>,
): Map<string, string> {
	const found = new Map(aliases.flatMap(([value, names]) => names.map((name) => [name, value])));
	for (const locale of LOCALES) {
		for (const style of ['long', 'short'] as const) {
			const names = new Intl.DisplayNames(locale, { type, style });
			for (const [code, value] of codes) {
				const key = nameKey(names.of(code) ?? '');
				if (!isTooShort(key) && !found.has(key)) found.set(key, value);
			}
		}
	}
	return found;
}

/** Builds a table once, when it is first needed: it takes some milliseconds. */
function once<T>(build: () => T): () => T {
	let built: T | undefined;
	return () => (built ??= build());
}

const countryNames = once(() =>
	namesOf(
		'region',
		COUNTRIES.map(({ value }) => [value, value]),
		COUNTRY_ALIASES,
	),
);

/** What an official name says of the form of state, before the name that people use. */
const FORM_OF_STATE =
	/^(?:\w+ )*(?:republic|kingdom|states?|commonwealth|principality|sultanate) of /;

/**
 * A country's ISO 3166-1 alpha-2 code.
 *
 * @param value that code, the alpha-3 one, or a name: everyday, official or former, in one of the
 *   languages of Zoom's registration page, also as "Korea, Republic of" or "United States (US)"
 * @throws UserError with the names that look like it
 */
export function toCountry(value: unknown, label: string): string {
	const text = toRequiredText(value, label, 200);
	const names = countryNames();
	const code = codeOf(text);
	if (code) return code;
	const [, before = '', after = ''] = /^([^,(]+)[,(]([^)]*)\)?$/.exec(text) ?? [];
	const keys = [text, `${after} ${before}`, before].map(nameKey);
	const key = [...keys, ...keys.map((one) => one.replace(FORM_OF_STATE, ''))].find((one) =>
		names.has(one),
	);
	const found = key && names.get(key);
	if (found) return found;
	throw refuseChoice(text, label, COUNTRIES);
}

const codeOf = (text: string) => COUNTRY_CODES.get(text.replace(/\./g, '').toUpperCase());

const languageNames = once(() =>
	namesOf(
		'language',
		LANGUAGES.flatMap(
			({ name, value }): Array<[string, string]> =>
				name.startsWith('Chinese')
					? [[value === 'zh-TW' ? 'zh-Hant' : 'zh-Hans', value]]
					: [[languageCode(value), value]],
		),
		[['zh-CN', ['chinese', 'mandarin', nameKey('中文')]]],
	),
);

/** Zoom writes "jp" for Japanese where everybody else writes "ja". */
const languageCode = (value: string) => value.slice(0, 2).toLowerCase().replace('jp', 'ja');

/**
 * Zoom's code of a language.
 *
 * @param value Zoom's code, a BCP 47 one in any spelling (`de`, `de_AT`, `zh-Hant`), or a name in
 *   one of the languages of Zoom's registration page, also with a region in brackets
 * @throws UserError that lists the languages
 */
export function toLanguage(value: unknown, label: string): string {
	const text = toRequiredText(value, label, 200);
	const listed = LANGUAGES.find((one) => [one.name, one.value].map(alike).includes(alike(text)));
	if (listed) return listed.value;
	const [, base = text] = /^([^(]+)\(.*\)$/.exec(text) ?? [];
	const found =
		languageNames().get(nameKey(text)) ?? byTag(text) ?? languageNames().get(nameKey(base));
	if (found) return found;
	throw refuseChoice(text, label, LANGUAGES);
}

function byTag(text: string): string | undefined {
	const tag = text.replace(/_/g, '-').replace(/^jp\b/i, 'ja');
	if (!/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(tag)) return undefined;
	try {
		const { language, script } = new Intl.Locale(tag).maximize();
		if (language === 'zh') return script === 'Hant' ? 'zh-TW' : 'zh-CN';
		return LANGUAGES.find((one) => languageCode(one.value) === language)?.value;
	} catch {
		return undefined;
	}
}
