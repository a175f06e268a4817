import type { INodeProperties } from 'n8n-workflow';
import { propertiesOf, toBody } from '../../nodes/Zoom/mapping/body';
import type { ZoomField } from '../../nodes/Zoom/mapping/body';
import { thrownBy } from './support/thrown';

const field = (
	to: string,
	property: Partial<INodeProperties>,
	more: Partial<ZoomField> = {},
): ZoomField => ({
	to,
	property: { displayName: 'Field', name: to, type: 'string', default: '', ...property },
	...more,
});

const SIZES = [
	{ name: 'Small', value: 'S' },
	{ name: 'Large', value: 'L' },
];

describe('propertiesOf', () => {
	it("gives the panel's side in order", () => {
		const [a, b] = [field('a', {}), field('b', { type: 'number' })];
		expect(propertiesOf([a, b])).toEqual([a.property, b.property]);
	});
});

describe('toBody', () => {
	it("writes each field under Zoom's key, settings in an object of their own", () => {
		const fields = [
			field('topic', { name: 'title' }),
			field('settings.waiting_room', { name: 'waitingRoom', type: 'boolean' }),
			field('settings.audio', { name: 'audio', type: 'options', options: SIZES }),
			field('duration', { type: 'number' }),
		];
		expect(toBody(fields, { title: 'T', waitingRoom: true, audio: 'L', duration: '30' })).toEqual({
			topic: 'T',
			settings: { waiting_room: true, audio: 'L' },
			duration: 30,
		});
	});

	it('takes a key with dots for a path', () => {
		const fields = [field('settings.a.b', { name: 'x' }), field('settings.c', { name: 'y' })];
		expect(toBody(fields, { x: '1', y: '2' })).toEqual({ settings: { a: { b: '1' }, c: '2' } });
	});

	it("sends false, 0 and '', which are values", () => {
		const fields = [
			field('flag', { type: 'boolean' }),
			field('count', { type: 'number' }),
			field('text', {}),
			field('settings.flag', { name: 'settingsFlag', type: 'boolean' }),
			field('choice', { type: 'options', options: [{ name: 'None', value: 0 }] }),
			field('size', { type: 'options', options: [...SIZES, { name: 'None', value: '' }] }),
		];
		const values = { flag: false, count: 0, text: '', settingsFlag: false, choice: 0, size: '' };
		expect(toBody(fields, values)).toEqual({
			flag: false,
			count: 0,
			text: '',
			settings: { flag: false },
			choice: 0,
			size: '',
		});
	});

	it("leaves out what was not added and what is not in the table, and adds no empty 'settings'", () => {
		const fields = [field('a', {}), field('settings.b', { name: 'b' })];
		expect(toBody(fields, {})).toEqual({});
		expect(toBody(fields, { a: null, b: undefined })).toEqual({});
		expect(toBody(fields, { c: 'x', toString: 'x' })).toEqual({});
	});

	it('leaves out an empty text where it means that nothing is chosen', () => {
		const fields = [
			field('size', { type: 'options', options: SIZES }),
			field('count', { type: 'number' }),
			field('flag', { type: 'boolean' }),
			field('zone', { type: 'options', typeOptions: { loadOptionsMethod: 'x' } }),
		];
		expect(toBody(fields, { size: '', count: '', flag: '', zone: '' })).toEqual({});
	});

	it("gives its own conversion the value and the field's name in the panel", () => {
		const convert = jest.fn(() => ['converted']);
		const fields = [field('hosts', { displayName: 'Alternative Hosts' }, { convert })];
		expect(toBody(fields, { hosts: 'a' })).toEqual({ hosts: ['converted'] });
		expect(convert.mock.calls).toEqual([['a', 'Alternative Hosts']]);
	});

	it('takes any text where the choices are loaded, which may be expressions', () => {
		const loaded = field('zone', { type: 'options', typeOptions: { loadOptionsMethod: 'x' } });
		expect(toBody([loaded], { zone: 'Europe/Berlin' })).toEqual({ zone: 'Europe/Berlin' });
	});

	it.each([
		[field('a', { type: 'boolean' }), 'maybe', '\'Field\' must be true or false, but is "maybe"'],
		[field('a', { type: 'number' }), 'x', '\'Field\' must be a whole number, but is "x"'],
		[
			field('a', { type: 'number', typeOptions: { minValue: 1, maxValue: 9 } }),
			10,
			"'Field' is 10, but must be between 1 and 9",
		],
		[
			field('a', { type: 'number', typeOptions: { minValue: 1, maxValue: 9 } }),
			0,
			"'Field' is 0, but must be between 1 and 9",
		],
		[
			field('a', { type: 'options', options: SIZES }),
			'M',
			"'Field' must be one of Zoom's choices, but is \"M\"",
		],
		[field('a', {}), {}, "'Field' must be text or a number"],
		[
			field('a', {}, { maxLength: 2 }),
			'abc',
			"'Field' is 3 characters long, but Zoom accepts at most 2",
		],
	])('refuses what the field cannot hold, case %#', (one, value, message) => {
		expect(thrownBy(() => toBody([one], { a: value as string })).message).toBe(message);
	});
});
