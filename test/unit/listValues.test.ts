import { toLines, toList, toObject } from '../../nodes/Zoom/mapping/values';
import { toEntries } from '../../nodes/Zoom/mapping/entries';
import { thrownBy } from './support/thrown';

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
