import isoCountries from 'i18n-iso-countries';
import { LANGUAGES } from '../../nodes/Zoom/api/choices';
import { COUNTRIES } from '../../nodes/Zoom/api/countries';
import { nameKey, toCountry, toLanguage } from '../../nodes/Zoom/mapping/names';
import { thrownBy } from './support/thrown';

const CODES = COUNTRIES.map(({ value }) => value);

describe('nameKey', () => {
	it.each([
		['Côte d’Ivoire', 'cote divoire'],
		["Cote d'Ivoire", 'cote divoire'],
		['The  Netherlands', 'netherlands'],
		['Bosnia & Herzegovina', 'bosnia and herzegovina'],
		['St. Lucia', 'st lucia'],
		['Saint Lucia', 'st lucia'],
		['U.S.A.', 'usa'],
		['Congo – Kinshasa', 'congo kinshasa'],
		[' \u200b日本 ', '日本'],
	])('of %p', (text, key) => {
		expect(nameKey(text)).toBe(key);
	});
});

describe('toCountry', () => {
	it.each(COUNTRIES.map(({ name, value }) => [name, value]))('%s is %s', (name, code) => {
		const alpha3 = isoCountries.alpha2ToAlpha3(code) ?? '';
		for (const given of [name, name.toUpperCase(), code, code.toLowerCase(), alpha3]) {
			expect(toCountry(given, 'Country')).toBe(code);
		}
	});

	it.each(['en', 'de', 'fr', 'es', 'it', 'pt', 'pl', 'tr', 'ja', 'ko', 'zh', 'ru', 'vi'])(
		'knows the names of another list of countries in %s, and takes none for another country',
		(language) => {
			const names = isoCountries.getNames(language, { select: 'all' });
			const all = Object.entries(names).flatMap(([code, some]) =>
				(Array.isArray(some) ? some : [some]).map((name): [string, string] => [code, name]),
			);
			const read = all.map(([code, name]): [string, string, string | undefined] => {
				try {
					return [code, name, toCountry(name, 'Country')];
				} catch {
					return [code, name, undefined];
				}
			});
			const known = read.filter(([code, , found]) => found === code);
			// Names that mean two countries or are a code: Congo, Saint Martin, Vietnam's "Nga".
			const isUnclear = (name: string) => /[ck]ongo|mart|^\w{3}$/i.test(nameKey(name));
			const wrong = read.filter(
				([code, name, found]) => found !== undefined && found !== code && !isUnclear(name),
			);
			expect(wrong).toEqual([]);
			expect(known.length / read.length).toBeGreaterThan(language === 'en' ? 0.98 : 0.7);
		},
	);

	it.each([
		['USA', 'US'],
		['U.S.', 'US'],
		['us', 'US'],
		['United States of America', 'US'],
		['United States (US)', 'US'],
		['America', 'US'],
		['UK', 'GB'],
		['Great Britain', 'GB'],
		['England', 'GB'],
		['Deutschland', 'DE'],
		['DEU', 'DE'],
		['Allemagne', 'DE'],
		['IND', 'IN'],
		['Czech Republic', 'CZ'],
		['Korea, Republic of', 'KR'],
		["Korea (Democratic People's Republic of)", 'KP'],
		['Republic of Korea', 'KR'],
		['Russian Federation', 'RU'],
		['Turkey', 'TR'],
		['Türkiye', 'TR'],
		['Hong Kong', 'HK'],
		['Hong Kong SAR', 'HK'],
		['Macedonia', 'MK'],
		["Cote d'Ivoire", 'CI'],
		['Côte d´Ivoire', 'CI'],
		['Ivory Coast', 'CI'],
		['Viet Nam', 'VN'],
		['Bosnia and Herzegovina', 'BA'],
		['Trinidad and Tobago', 'TT'],
		['Palestine', 'PS'],
		['State of Palestine', 'PS'],
		['DR Congo', 'CD'],
		['Congo, the Democratic Republic of the', 'CD'],
		['Congo', 'CG'],
		['Congo (Republic of the)', 'CG'],
		['Swaziland', 'SZ'],
		['Burma', 'MM'],
		['Myanmar (Burma)', 'MM'],
		['The Netherlands', 'NL'],
		['Netherlands (Kingdom of the)', 'NL'],
		['Holland', 'NL'],
		['UAE', 'AE'],
		['Brasil', 'BR'],
		['España', 'ES'],
		['Saint Lucia', 'LC'],
		['Antigua and Barbuda', 'AG'],
		['Curacao', 'CW'],
		['Reunion', 'RE'],
		['Vatican', 'VA'],
		['Holy See (Vatican City State)', 'VA'],
		['Virgin Islands, U.S.', 'VI'],
		['Virgin Islands (British)', 'VG'],
		['Moldova, Republic of', 'MD'],
		['Federal Republic of Germany', 'DE'],
		['Kingdom of Saudi Arabia', 'SA'],
		['Republic of China', 'TW'],
		["People's Republic of China", 'CN'],
		['Bolivia (Plurinational State of)', 'BO'],
		['日本', 'JP'],
		['中国', 'CN'],
		['Germania', 'DE'],
		['Áo', undefined],
		[['DE'], 'DE'],
	])('reads %j as %s', (given, code) => {
		if (code) expect(toCountry(given, 'Country')).toBe(code);
		else expect(() => toCountry(given, 'Country')).toThrow("'Country' must be one of");
	});

	it.each([
		['Atlantis'],
		['Kosovo'],
		['y'],
		['XK'],
		['Atlanta, GA'],
		['EU'],
		['constructor'],
		['--'],
		[5],
	])('refuses %j', (given) => {
		expect(thrownBy(() => toCountry(given, 'Country')).message).toBe(
			`'Country' must be one of Zoom's choices, but is "${given}"`,
		);
	});

	it('offers the names that look like it', () => {
		const { description } = thrownBy(() => toCountry('Gernany', 'Country'));
		expect(description).toMatch(/^Did you mean Germany(, .*)?\?$/);
		expect(thrownBy(() => toCountry('xq', 'Country')).description).toMatch(/^Choose one of: Afg/);
	});

	it('gives ISO codes only', () => {
		expect(CODES).toContain(toCountry('Åland', 'Country'));
	});

	it.each([
		['', "'Country' is required"],
		[{}, "'Country' must be text or a number"],
	])('refuses %j', (given, message) => {
		expect(thrownBy(() => toCountry(given, 'Country')).message).toBe(message);
	});
});

describe('toLanguage', () => {
	it.each(LANGUAGES.map(({ name, value }) => [name, value]))('%s is %s', (name, value) => {
		for (const given of [name, value, name.toUpperCase(), value.toLowerCase()]) {
			expect(toLanguage(given, 'Language')).toBe(value);
		}
	});

	it.each([
		['de', 'de-DE'],
		['de_AT', 'de-DE'],
		['deu', 'de-DE'],
		['Deutsch', 'de-DE'],
		['allemand', 'de-DE'],
		['EN', 'en-US'],
		['en-GB', 'en-US'],
		['English (United Kingdom)', 'en-US'],
		['ja', 'jp-JP'],
		['ja-JP', 'jp-JP'],
		['日本語', 'jp-JP'],
		['ko-KR', 'ko-KO'],
		['pt-BR', 'pt-PT'],
		['Portuguese (Brazil)', 'pt-PT'],
		['tr-TR', 'Tr-TR'],
		['Français', 'fr-FR'],
		['Español', 'es-ES'],
		['zh', 'zh-CN'],
		['Chinese', 'zh-CN'],
		['中文', 'zh-CN'],
		['zh-Hant', 'zh-TW'],
		['zh_HK', 'zh-TW'],
		['Traditional Chinese', 'zh-TW'],
		['繁體中文', 'zh-TW'],
		[['de'], 'de-DE'],
	])('reads %j as %s', (given, code) => {
		expect(toLanguage(given, 'Language')).toBe(code);
	});

	it.each(['xx', 'Klingon', 'nl', 'e', '--', 'constructor'])('refuses %j', (given) => {
		expect(thrownBy(() => toLanguage(given, 'Language'))).toEqual({
			message: `'Language' must be one of Zoom's choices, but is "${given}"`,
			description: `Choose one of: ${LANGUAGES.map(({ name }) => name).join(', ')}.`,
		});
	});
});
