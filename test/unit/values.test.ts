import { DateTime } from 'luxon';
import {
	isEmpty,
	isMissing,
	quote,
	toBoolean,
	toChoice,
	toEmail,
	toExactText,
	toInteger,
	toLines,
	toList,
	toMinutes,
	toObject,
	toRequiredText,
	toText,
} from '../../nodes/Zoom/mapping/values';
import { toEntries } from '../../nodes/Zoom/mapping/entries';
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

	it.each([
		[{ a: 1 }, '{"a":1}'],
		[{ toString: 1 }, '{"toString":1}'],
		[null, 'null'],
		[undefined, 'undefined'],
		[() => 1, 'function'],
		[Number.NaN, 'NaN'],
		[-Infinity, '-Infinity'],
		[new Date('x'), 'null'],
	])('refuses %p', (value, shown) => {
		expect(thrownBy(() => toText(value, 'City'))).toEqual({
			message: "'City' must be text or a number",
			description: `The value is "${shown}".`,
		});
	});

	it('names the entry of a list that is not text', () => {
		expect(thrownBy(() => toText(['AI', { a: 1 }], 'City')).message).toBe(
			"'City' must be text or a number",
		);
		expect(thrownBy(() => toText([['AI', 'Data']], 'City')).message).toBe(
			"'City' must be text or a number",
		);
	});

	it.each([
		[['AI', 'Data'], 'AI, Data'],
		[['AI'], 'AI'],
		[['AI', '', null, 7], 'AI, 7'],
		[[], ''],
	])('joins %j as a form shows it', (value, text) => {
		expect(toText(value, 'Topics')).toBe(text);
	});

	it('tells dates as ISO 8601', () => {
		expect(toText(new Date('2027-03-05T10:00:00Z'), 'City')).toBe('2027-03-05T10:00:00.000Z');
		const luxon = DateTime.fromISO('2027-03-05T10:00:00', { zone: 'Europe/Berlin' });
		expect(toText(luxon, 'City')).toBe('2027-03-05T10:00:00.000+01:00');
	});

	it.each([
		['\ufeffAda', 'Ada'],
		['A\u200bda\u2060 L\u00ad', 'Ada L'],
		['Ada\u0000', 'Ada'],
		['\u202bAda\u202c', 'Ada'],
		['a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
		['Ada\u00a0\u202fL\u3000B', 'Ada  L B'],
		['a\tb', 'a\tb'],
		// Joiners are part of Persian words and of emojis, and stray otherwise.
		['می\u200cخواهم', 'می\u200cخواهم'],
		['👩\u200d💻', '👩\u200d💻'],
		['Ada\u200d \u200cL\u200c', 'Ada L'],
	])('drops what nobody sees from %j', (value, text) => {
		expect(toText(value, 'City')).toBe(text);
	});

	it.each(['a\ud800', '\udc00b', 'a\ud83d\ud83d\ude00'])('refuses the broken text %j', (value) => {
		const { message, description } = thrownBy(() => toText(value, 'City'));
		expect(message).toMatch(/^'City' contains a broken character: ".*\ufffd.*"$/);
		expect(description).toBe(
			'The text was cut in the middle of an emoji, or read in the wrong encoding.',
		);
	});

	it('takes text of exactly the longest length and refuses one more', () => {
		expect(toText('abc', 'City', 3)).toBe('abc');
		expect(thrownBy(() => toText('abcd', 'City', 3))).toEqual({
			message: "'City' is 4 characters long, but Zoom accepts at most 3",
		});
	});

	it('takes 60,000 characters where Zoom names no limit, and no more', () => {
		const comment = 'x'.repeat(60_000);
		expect(toText(comment, 'Comments')).toBe(comment);
		expect(thrownBy(() => toText(`${comment}x`, 'Comments'))).toEqual({
			message: "'Comments' is 60001 characters long, but this node sends at most 60000",
		});
	});
});

describe('toRequiredText', () => {
	it('drops spaces around the text', () => {
		expect(toRequiredText('  Ann \n', 'First Name')).toBe('Ann');
		expect(toRequiredText(7, 'First Name')).toBe('7');
	});

	it.each(['', '  ', '\n\t', null, undefined])('refuses %p', (value) => {
		expect(thrownBy(() => toRequiredText(value, 'First Name'))).toEqual({
			message: "'First Name' is required",
			description:
				'Fill it in, or check the expression: the input item may use another name for it.',
		});
	});

	it('measures the length without the spaces around', () => {
		expect(toRequiredText('  abc  ', 'First Name', 3)).toBe('abc');
		expect(thrownBy(() => toRequiredText(' abcd ', 'First Name', 3)).message).toBe(
			"'First Name' is 4 characters long, but Zoom accepts at most 3",
		);
	});

	it("refuses what isn't text", () => {
		expect(thrownBy(() => toRequiredText({}, 'First Name')).message).toBe(
			"'First Name' must be text or a number",
		);
	});

	it('takes the one entry of a list, and no list of several', () => {
		expect(toRequiredText([' Ann '], 'First Name')).toBe('Ann');
		expect(toRequiredText(['', 'Ann', null], 'First Name')).toBe('Ann');
		expect(thrownBy(() => toRequiredText(['Ann', 'Ben'], 'First Name'))).toEqual({
			message: "'First Name' accepts one value, but is a list of 2",
		});
		expect(thrownBy(() => toRequiredText([], 'First Name')).message).toBe(
			"'First Name' is required",
		);
	});
});

describe('toExactText', () => {
	it('leaves a text as it was typed', () => {
		expect(toExactText(' How?\u00a0 ', 'Question')).toBe(' How?\u00a0 ');
		expect(toExactText(5, 'Question')).toBe('5');
		expect(thrownBy(() => toExactText(['a'], 'Question')).message).toBe(
			"'Question' must be text or a number",
		);
	});
});

describe('isEmpty', () => {
	it.each([[null], [undefined], [''], [' \n'], ['\u200b'], [[]], [['', null, [' ']]]])(
		'finds nothing in %j',
		(value) => {
			expect(isEmpty(value)).toBe(true);
		},
	);

	it.each([[0], [false], ['x'], [Number.NaN], [{}], [[0]], [['', 'x']]])(
		'finds something in %j',
		(value) => {
			expect(isEmpty(value)).toBe(false);
		},
	);
});

describe('toEmail', () => {
	it.each([
		['ann@example.com', 'ann@example.com'],
		['  ann@example.com\n', 'ann@example.com'],
		["o'brien+zoom@sub.example.co.uk", "o'brien+zoom@sub.example.co.uk"],
		['Ann.Müller@exämple.de', 'Ann.Müller@exämple.de'],
		['a@b.c', 'a@b.c'],
		['<ann@example.com>', 'ann@example.com'],
		['Ann Lee <ann@example.com>', 'ann@example.com'],
		['"Lee, Ann" < ann@example.com >', 'ann@example.com'],
		['mailto:ann@example.com', 'ann@example.com'],
		['MAILTO:ann@example.com?subject=Hi', 'ann@example.com'],
		['\u200bann@\u200dexample.com\ufeff', 'ann@example.com'],
		['\u00a0ann@example.com\u0000', 'ann@example.com'],
		[['ann@example.com'], 'ann@example.com'],
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
		'Ann <ann>',
		'Ann <a@x.org> <b@x.org>',
		'ann@example.com>',
		'mailto:ann',
		'ann@example.com:25',
		'ann@example.com,ben@example.com',
		'ann@example.com;ben@example.com',
		'"ann"@example.com',
		'ann\\@example.com',
		'ann@example.com ben@example.com',
	])('refuses %p', (value) => {
		expect(thrownBy(() => toEmail(value, 'Email'))).toEqual({
			message: `'Email' isn't a valid email address: "${value}"`,
		});
	});

	it('refuses an empty one as empty', () => {
		expect(thrownBy(() => toEmail(' ', 'Email')).message).toBe("'Email' is required");
	});

	it("takes 128 characters, Zoom's longest, and no more", () => {
		const longest = `${'a'.repeat(116)}@example.com`;
		expect(toEmail(longest, 'Email')).toBe(longest);
		expect(thrownBy(() => toEmail(`a${longest}`, 'Email'))).toEqual({
			message: "'Email' is 129 characters long, but Zoom accepts at most 128",
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
		['a\u200b\r\nb', ['a', 'b']],
	])('reads %j as %j', (value, list) => {
		expect(toList(value, 'Hosts')).toEqual(list);
	});

	it.each([[{}], [null], [[{}]], [['a', null]]])('refuses %j', (value) => {
		expect(thrownBy(() => toList(value, 'Hosts')).message).toBe("'Hosts' must be text or a number");
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
			message: "'Questions' isn't a list of entries",
			description:
				'Add the entries in the panel, or use an expression that returns a list of objects.',
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
		[[5], 5],
		[' 7\u00a0', 7],
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
		[Number.NaN, '"NaN"'],
		[Infinity, '"Infinity"'],
		[null, '"null"'],
		[undefined, '"undefined"'],
		[[5, 6], '"[5,6]"'],
		[{ valueOf: 1 }, '"{"valueOf":1}"'],
	])('refuses %p', (value, shown) => {
		expect(thrownBy(() => toInteger(value, 'Limit'))).toEqual({
			message: `'Limit' must be a whole number, but is ${shown}`,
		});
	});

	it('takes both bounds and nothing beyond', () => {
		expect(toInteger(1, 'Duration', 1, 1440)).toBe(1);
		expect(toInteger(1440, 'Duration', 1, 1440)).toBe(1440);
		expect(thrownBy(() => toInteger(0, 'Duration', 1, 1440))).toEqual({
			message: "'Duration' is 0, but must be between 1 and 1440",
		});
		expect(thrownBy(() => toInteger('1441', 'Duration', 1, 1440))).toEqual({
			message: "'Duration' is 1441, but must be between 1 and 1440",
		});
	});

	it('names the lower bound alone where there is no upper one', () => {
		expect(thrownBy(() => toInteger(0, 'Limit', 1))).toEqual({
			message: "'Limit' is 0, but must be 1 or more",
		});
	});
});

describe('toMinutes', () => {
	it.each([
		[50, 50],
		[50.5, 51],
		['50.01', 51],
		[60.0000000001, 60],
		[59.9999999999, 60],
		[0.5, 1],
		[['45'], 45],
	])('reads %p as %p', (value, minutes) => {
		expect(toMinutes(value, 'Duration', 1, 1440)).toBe(minutes);
	});

	it.each([
		[Number.NaN, '\'Duration\' must be a whole number, but is "NaN"'],
		['soon', '\'Duration\' must be a whole number, but is "soon"'],
		[0, "'Duration' is 0, but must be between 1 and 1440"],
		[1440.5, "'Duration' is 1441, but must be between 1 and 1440"],
		[-0.5, "'Duration' is 0, but must be between 1 and 1440"],
	])('refuses %p', (value, message) => {
		expect(thrownBy(() => toMinutes(value, 'Duration', 1, 1440)).message).toBe(message);
	});
});

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
				message: "'Other Fields' isn't a valid JSON object",
				description: 'It should look like { "name": "value" }.',
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
		[null, '"null"'],
		[Number.NaN, '"NaN"'],
		[10n, '"10"'],
		['a\ud800b', '"a\ufffdb"'],
	])('shows %p', (value, shown) => {
		expect(quote(value)).toBe(shown);
	});

	it('shows at least the type of what cannot be told', () => {
		const toJSON = () => {
			throw new Error('no');
		};
		expect(quote({ toJSON })).toBe('"object"');
	});

	it('cuts after 60 characters', () => {
		expect(quote('x'.repeat(60))).toBe(`"${'x'.repeat(60)}"`);
		expect(quote('x'.repeat(61))).toBe(`"${'x'.repeat(60)}…"`);
		expect(quote('x'.repeat(1_000_000))).toBe(`"${'x'.repeat(60)}…"`);
		expect(quote('👋'.repeat(61))).toBe(`"${'👋'.repeat(60)}…"`);
	});
});

describe('lengths and addresses as people mean them', () => {
	it('counts an emoji as one character', () => {
		expect(toText('👋'.repeat(64), 'First Name', 64)).toHaveLength(128);
		expect(() => toText('👋'.repeat(65), 'First Name', 64)).toThrow('is 65 characters long');
	});

	it.each(['a@b..com', 'a@.com', 'a@b.'])('refuses %s', (email) => {
		expect(() => toEmail(email, 'Email')).toThrow("isn't a valid email address");
	});
});
