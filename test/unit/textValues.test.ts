import { DateTime } from 'luxon';
import {
	isEmpty,
	isMissing,
	quote,
	toEmail,
	toExactText,
	toRequiredText,
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
