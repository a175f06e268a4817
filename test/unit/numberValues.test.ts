import { toInteger, toMinutes } from '../../nodes/Zoom/mapping/values';
import { thrownBy } from './support/thrown';

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
