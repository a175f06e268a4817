import codes from 'i18n-iso-countries/codes.json';

/** ISO 3166-1 alpha-2 codes, all 249 that are assigned; Kosovo's XK is none of them. */
export const COUNTRY_CODES: ReadonlySet<string> = new Set(
	codes.map(([code]) => code as string).filter((code) => code !== 'XK'),
);
