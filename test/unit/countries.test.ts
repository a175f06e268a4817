import { COUNTRIES } from '../../nodes/Zoom/api/countries';

/** ISO 3166-1 alpha-2, all officially assigned codes: https://www.iso.org/obp/ui/#search/code/ */
const ISO = `
AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS
BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE
EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM
HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC
LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA
NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW
SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO
TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW`
	.trim()
	.split(/\s+/);

describe('COUNTRIES', () => {
	it('has every code of ISO 3166-1 once and no other', () => {
		expect(ISO).toHaveLength(249);
		expect(COUNTRIES.map(({ value }) => value).sort()).toEqual(ISO);
	});

	it('has a name of its own for each, and none that is another code', () => {
		const names = COUNTRIES.map(({ name }) => name.toLowerCase());
		expect(new Set(names).size).toBe(COUNTRIES.length);
		expect(names.filter((name) => name.length < 4)).toEqual([]);
	});

	it.each([
		['DE', 'Germany'],
		['GB', 'United Kingdom'],
		['US', 'United States'],
		['CH', 'Switzerland'],
		['CD', 'Congo - Kinshasa'],
		['KR', 'South Korea'],
		['AT', 'Austria'],
		['AU', 'Australia'],
		['JP', 'Japan'],
		['ZA', 'South Africa'],
	])('calls %s %s', (code, name) => {
		expect(COUNTRIES.find(({ value }) => value === code)?.name).toBe(name);
	});

	it('is in the order of the names, as the list shows them', () => {
		const names = COUNTRIES.map(({ name }) => name);
		expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'en')));
	});
});
