import { COUNTRIES } from '../../nodes/Zoom/api/countries';
import { addRegistrantBody } from '../../sandbox/schemas/registrant';

describe('COUNTRIES', () => {
	it('has two-letter codes, each once, all of which Zoom takes', () => {
		const codes = COUNTRIES.map(({ value }) => value);
		expect(codes.filter((code) => !/^[A-Z]{2}$/.test(code))).toEqual([]);
		expect(new Set(codes).size).toBe(codes.length);
		const person = { email: 'ann@example.com', first_name: 'Ann' };
		const refused = codes.filter(
			(country) => !addRegistrantBody.safeParse({ ...person, country }).success,
		);
		expect(refused).toEqual([]);
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
