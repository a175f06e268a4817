import {
	isMissing,
	quote,
	toBoolean,
	toChoice,
	toEmail,
	toInteger,
	toLines,
	toList,
	toObject,
	toRequiredText,
	toEntries,
	toText,
} from '../../nodes/Zoom/mapping/values';
import { thrownBy } from './support/thrown';

describe('isMissing', () => {
	it.each([null, undefined])('takes %p for nothing given', (value) => {
		expect(isMissing(value)).toBe(true);
	});

	it.each([false, 0, '', Number.NaN, [], {}])('takes %p for a value', (value) => {
		expect(isMissing(value)).toBe(false);
	});
});

describe('toText', () => {
	it.each([
		['', ''],
		[' kept as it is ', ' kept as it is '],
		['😀 مرحبا', '😀 مرحبا'],
		[0, '0'],
		[12.5, '12.5'],
		[false, 'false'],
		[true, 'true'],
	])('gives %p as %p', (value, text) => {
		expect(toText(value, 'City')).toBe(text);
	});

	it.each([[{}], [[]], [null], [undefined], [() => 1]])('refuses %p', (value) => {
		expect(thrownBy(() => toText(value, 'City'))).toEqual({
			message: '"City" is not text',
			description: 'Check the expression: it gives an object or a list.',
		});
	});

	it('takes text of exactly the longest length and refuses one more', () => {
		expect(toText('abc', 'City', 3)).toBe('abc');
		expect(thrownBy(() => toText('abcd', 'City', 3))).toEqual({
			message: '"City" is 4 characters long; Zoom takes at most 3',
		});
	});

	it('takes text of any length where Zoom names none', () => {
		const comment = 'x'.repeat(30_000);
		expect(toText(comment, 'Comments')).toBe(comment);
	});
});

describe('toRequiredText', () => {
	it('drops spaces around the text', () => {
		expect(toRequiredText('  Ann \n', 'First Name')).toBe('Ann');
		expect(toRequiredText(7, 'First Name')).toBe('7');
	});

	it.each(['', '  ', '\n\t', null, undefined])('refuses %p', (value) => {
		expect(thrownBy(() => toRequiredText(value, 'First Name'))).toEqual({
			message: '"First Name" is empty',
			description: 'Fill it in, or check the expression: the incoming row may name it differently.',
		});
	});

	it('measures the length without the spaces around', () => {
		expect(toRequiredText('  abc  ', 'First Name', 3)).toBe('abc');
		expect(thrownBy(() => toRequiredText(' abcd ', 'First Name', 3)).message).toBe(
			'"First Name" is 4 characters long; Zoom takes at most 3',
		);
	});

	it('refuses what is no text', () => {
		expect(thrownBy(() => toRequiredText({}, 'First Name')).message).toBe(
			'"First Name" is not text',
		);
	});
});

describe('toEmail', () => {
	it.each([
		['ann@example.com', 'ann@example.com'],
		['  ann@example.com\n', 'ann@example.com'],
		["o'brien+zoom@sub.example.co.uk", "o'brien+zoom@sub.example.co.uk"],
		['Ann.Müller@exämple.de', 'Ann.Müller@exämple.de'],
		['a@b.c', 'a@b.c'],
	])('takes %p', (value, email) => {
		expect(toEmail(value, 'Email')).toBe(email);
	});

	it.each([
		'ann',
		'ann@example',
		'@example.com',
		'ann@.com',
		'ann@example.',
		'ann@@example.com',
		'ann example@example.com',
		'ann@exa mple.com',
		'<ann@example.com>',
		'Ann <ann@example.com>',
		'ann@example.com>',
		'mailto:ann@example.com',
		'ann@example.com:25',
		'ann@example.com,ben@example.com',
		'ann@example.com;ben@example.com',
		'"ann"@example.com',
		'ann\\@example.com',
		'ann@example.com ben@example.com',
	])('refuses %p', (value) => {
		expect(thrownBy(() => toEmail(value, 'Email'))).toEqual({
			message: `"Email" is no email address: "${value}"`,
		});
	});

	it('refuses an empty one as empty', () => {
		expect(thrownBy(() => toEmail(' ', 'Email')).message).toBe('"Email" is empty');
	});

	it("takes 128 characters, Zoom's longest, and no more", () => {
		const longest = `${'a'.repeat(116)}@example.com`;
		expect(toEmail(longest, 'Email')).toBe(longest);
		expect(thrownBy(() => toEmail(`a${longest}`, 'Email'))).toEqual({
			message: '"Email" is 129 characters long; Zoom takes at most 128',
		});
	});
});

describe('toList', () => {
	it.each([
		['a, b;c\nd', ['a', 'b', 'c', 'd']],
		[' a ,, ;\n', ['a']],
		['', []],
		['one two', ['one two']],
		[
			['a', ' b ', ''],
			['a', 'b'],
		],
		[['a,b'], ['a,b']],
		[
			[1, 'x'],
			['1', 'x'],
		],
		[5, ['5']],
	])('reads %j as %j', (value, list) => {
		expect(toList(value, 'Hosts')).toEqual(list);
	});

	it.each([[{}], [null], [[{}]], [['a', null]]])('refuses %j', (value) => {
		expect(thrownBy(() => toList(value, 'Hosts')).message).toBe('"Hosts" is not text');
	});
});

describe('toLines', () => {
	it.each([
		['Yes, please; soon\n No \n\n', ['Yes, please; soon', 'No']],
		[
			['a\nb', ' c '],
			['a\nb', 'c'],
		],
		['', []],
	])('reads %j as %j', (value, lines) => {
		expect(toLines(value, 'Answers')).toEqual(lines);
	});
});

describe('toEntries', () => {
	const rows = [{ a: 1 }, {}];

	it.each([
		[{ entries: rows }, rows],
		[rows, rows],
		[{ entries: [] }, []],
		[[], []],
		// As n8n gives a collection to which nothing was added.
		[{}, []],
	])('reads %j as %j', (value, expected) => {
		expect(toEntries(value, 'Questions', 'entries')).toEqual(expected);
	});

	it.each([
		null,
		undefined,
		'text',
		5,
		{ entries: {} },
		{ entries: null },
		{ other: rows },
		[rows],
		[...rows, 'text'],
		{ entries: [null] },
	])('refuses %j', (value) => {
		expect(thrownBy(() => toEntries(value, 'Questions', 'entries'))).toEqual({
			message: '"Questions" is no list',
			description: 'Add its entries in the panel, or give a list of objects in an expression.',
		});
	});
});

describe('toInteger', () => {
	it.each([
		[5, 5],
		[0, 0],
		[-3, -3],
		['7', 7],
		[' 7 ', 7],
		[2.0, 2],
	])('reads %p as %p', (value, number) => {
		expect(toInteger(value, 'Limit')).toBe(number);
	});

	it.each([
		[1.5, '"1.5"'],
		['1.5', '"1.5"'],
		['', '""'],
		['  ', '"  "'],
		['ten', '"ten"'],
		[true, '"true"'],
		[Number.NaN, '"null"'],
		[Infinity, '"null"'],
		[null, '"null"'],
		[undefined, '"undefined"'],
		[[5], '"[5]"'],
	])('refuses %p', (value, shown) => {
		expect(thrownBy(() => toInteger(value, 'Limit'))).toEqual({
			message: `"Limit" is no whole number: ${shown}`,
		});
	});

	it('takes both bounds and nothing beyond', () => {
		expect(toInteger(1, 'Duration', 1, 1440)).toBe(1);
		expect(toInteger(1440, 'Duration', 1, 1440)).toBe(1440);
		expect(thrownBy(() => toInteger(0, 'Duration', 1, 1440))).toEqual({
			message: '"Duration" is 0; it must be between 1 and 1440',
		});
		expect(thrownBy(() => toInteger('1441', 'Duration', 1, 1440))).toEqual({
			message: '"Duration" is 1441; it must be between 1 and 1440',
		});
	});

	it('names the lower bound alone where there is no upper one', () => {
		expect(thrownBy(() => toInteger(0, 'Limit', 1))).toEqual({
			message: '"Limit" is 0; it must be 1 or more',
		});
	});
});

describe('toBoolean', () => {
	it.each([
		[true, true],
		[false, false],
		['true', true],
		[' FALSE ', false],
		['True', true],
	])('reads %p as %p', (value, boolean) => {
		expect(toBoolean(value, 'Waiting Room')).toBe(boolean);
	});

	it.each([
		[1, '"1"'],
		[0, '"0"'],
		['', '""'],
		['yes', '"yes"'],
		[null, '"null"'],
		[{}, '"{}"'],
	])('refuses %p', (value, shown) => {
		expect(thrownBy(() => toBoolean(value, 'Waiting Room'))).toEqual({
			message: `"Waiting Room" is neither true nor false: ${shown}`,
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
			message: '"Colour" is not one of Zoom\'s choices: "green"',
			description: 'Zoom takes: red, Blau, 0.',
		});
	});

	it('shows the empty choice as (empty)', () => {
		const choices = [{ name: 'Nothing', value: '' }];
		expect(toChoice('', 'Size', choices)).toBe('');
		expect(thrownBy(() => toChoice('x', 'Size', choices)).description).toBe('Zoom takes: (empty).');
	});

	it('lists 15 choices and says that there are more', () => {
		const numbers = Array.from({ length: 16 }, (_, i) => ({ name: `N${i}`, value: i + 1 }));
		const listed = 'Zoom takes: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15';
		expect(thrownBy(() => toChoice(99, 'Number', numbers)).description).toBe(`${listed}, ….`);
		expect(thrownBy(() => toChoice(99, 'Number', numbers.slice(0, 15))).description).toBe(
			`${listed}.`,
		);
	});
});

describe('toObject', () => {
	it.each([
		['{"a":{"b":false}}', { a: { b: false } }],
		['', {}],
		[{ a: 1 }, { a: 1 }],
	])('reads %j', (value, object) => {
		expect(toObject(value, 'Other Fields')).toEqual(object);
	});

	it.each(['{', 'null', '[]', '5', 'text', null, undefined, 5, [[]], true])(
		'refuses %j',
		(value) => {
			expect(thrownBy(() => toObject(value, 'Other Fields'))).toEqual({
				message: '"Other Fields" is no JSON object',
				description: 'It looks like { "name": "value" }.',
			});
		},
	);
});

describe('quote', () => {
	it.each([
		['text', '"text"'],
		['', '""'],
		[5, '"5"'],
		[{ a: 1 }, '"{"a":1}"'],
		[undefined, '"undefined"'],
	])('shows %p', (value, shown) => {
		expect(quote(value)).toBe(shown);
	});

	it('cuts after 60 characters', () => {
		expect(quote('x'.repeat(60))).toBe(`"${'x'.repeat(60)}"`);
		expect(quote('x'.repeat(61))).toBe(`"${'x'.repeat(60)}…"`);
	});
});

describe('lengths and addresses as people mean them', () => {
	it('counts an emoji as one character', () => {
		expect(toText('👋'.repeat(64), 'First Name', 64)).toHaveLength(128);
		expect(() => toText('👋'.repeat(65), 'First Name', 64)).toThrow('is 65 characters long');
	});

	it.each(['a@b..com', 'a@.com', 'a@b.'])('refuses %s', (email) => {
		expect(() => toEmail(email, 'Email')).toThrow('is no email address');
	});
});
