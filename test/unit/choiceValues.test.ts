import { toBoolean, toChoice } from '../../nodes/Zoom/mapping/values';
import { thrownBy } from './support/thrown';

describe('toBoolean', () => {
	it.each([
		[true, true],
		[false, false],
		['true', true],
		[' FALSE ', false],
		['True', true],
		['Yes', true],
		['no', false],
		['Y', true],
		[' n ', false],
		['ON', true],
		['off', false],
		[1, true],
		[0, false],
		['1', true],
		['0', false],
		[[true], true],
		[['No'], false],
	])('reads %p as %p', (value, boolean) => {
		expect(toBoolean(value, 'Waiting Room')).toBe(boolean);
	});

	it.each([
		[2, '"2"'],
		['', '""'],
		['yes!', '"yes!"'],
		['truetruetrue', '"truetruetrue"'],
		[['yes', 'no'], '"["yes","no"]"'],
		[{ toString: 1 }, '"{"toString":1}"'],
		[Number.NaN, '"NaN"'],
		[null, '"null"'],
		[{}, '"{}"'],
	])('refuses %p', (value, shown) => {
		expect(thrownBy(() => toBoolean(value, 'Waiting Room'))).toEqual({
			message: `'Waiting Room' must be true or false, but is ${shown}`,
		});
	});
});

describe('toChoice', () => {
	const COLOURS = [
		{ name: 'Deep Red', value: 'red' },
		{ name: 'Blue', value: 'Blau' },
		{ name: 'None', value: 0 },
	];

	it.each([
		['red', 'red'],
		['Deep Red', 'red'],
		['  dEEp rEd ', 'red'],
		['RED', 'red'],
		['blau', 'Blau'],
		['blue', 'Blau'],
		[0, 0],
		['0', 0],
		['none', 0],
		['Deep\u00a0 Red', 'red'],
		[['red'], 'red'],
		['\u200bBlue', 'Blau'],
	])('recognises %p', (value, choice) => {
		expect(toChoice(value, 'Colour', COLOURS)).toBe(choice);
	});

	it('prefers the exact value to one that is alike', () => {
		const both = [
			{ name: 'First', value: 'A' },
			{ name: 'Second', value: 'a' },
		];
		expect(toChoice('a', 'Letter', both)).toBe('a');
	});

	it('lists the choices to one that is none of them, 0 included', () => {
		expect(thrownBy(() => toChoice('green', 'Colour', COLOURS))).toEqual({
			message: "'Colour' must be one of Zoom's choices, but is \"green\"",
			description: 'Choose one of: Deep Red, Blue, None.',
		});
	});

	it('gives the choice as Zoom has it, whatever spaces are in it', () => {
		const diets = [
			{ name: 'Vegan ', value: 'Vegan ' },
			{ name: 'No  meat', value: 'No  meat' },
		];
		expect(toChoice('Vegan', 'Diet', diets)).toBe('Vegan ');
		expect(toChoice('vegan', 'Diet', diets)).toBe('Vegan ');
		expect(toChoice(' No meat', 'Diet', diets)).toBe('No  meat');
	});

	it('prefers the same case, and knows quotes and dashes of word processors', () => {
		const alike = ['a–b', 'A-B', "it's"].map((value) => ({ name: value, value }));
		expect(toChoice('A-B ', 'Letter', alike)).toBe('A-B');
		expect(toChoice('A—B', 'Letter', alike)).toBe('a–b');
		expect(toChoice('It’s', 'Letter', alike)).toBe("it's");
	});

	it.each([
		[{ toString: 1 }, '{"toString":1}'],
		[{}, '{}'],
		[['red', 'blue'], '["red","blue"]'],
		[Number.NaN, 'NaN'],
		['a\ud800', 'a\ufffd'],
	])('refuses %p in words', (value, shown) => {
		expect(thrownBy(() => toChoice(value, 'Colour', COLOURS)).message).toBe(
			`'Colour' must be one of Zoom's choices, but is "${shown}"`,
		);
	});

	it('knows further spellings that it is told', () => {
		const others = new Map([['crimson', 'red']]);
		expect(toChoice(' Crimson', 'Colour', COLOURS, others)).toBe('red');
		expect(() => toChoice('Crimson', 'Colour', COLOURS)).toThrow('"Crimson"');
	});

	it('shows the empty choice as (empty)', () => {
		const choices = [{ name: '', value: '' }];
		expect(toChoice('', 'Size', choices)).toBe('');
		expect(thrownBy(() => toChoice('x', 'Size', choices)).description).toBe(
			'Choose one of: (empty).',
		);
	});

	it('lists 15 choices and says that there are more', () => {
		const numbers = Array.from({ length: 16 }, (_, i) => ({ name: `N${i + 1}`, value: i + 1 }));
		const listed =
			'Choose one of: N1, N2, N3, N4, N5, N6, N7, N8, N9, N10, N11, N12, N13, N14, N15';
		expect(thrownBy(() => toChoice(99, 'Number', numbers)).description).toBe(`${listed}, ….`);
		expect(thrownBy(() => toChoice(99, 'Number', numbers.slice(0, 15))).description).toBe(
			`${listed}.`,
		);
	});

	it('shows what looks like it, where a list is long', () => {
		const cities = [
			'Berlin',
			'Bern',
			'Bergen',
			...[...'abcdefghijklm'].map((one) => `${one}ville`),
		];
		const choices = cities.map((value) => ({ name: value, value }));
		expect(thrownBy(() => toChoice('Berlim', 'City', choices)).description).toBe(
			'Did you mean Berlin, Bern, Bergen?',
		);
	});
});
