import { parseHost, parseOccurrences, parseRegistrant } from '../../nodes/Zoom/mapping/references';
import { thrownBy } from './support/thrown';

describe('parseRegistrant', () => {
	it('reads email addresses and IDs', () => {
		expect(parseRegistrant(' ann@example.com ')).toEqual({ email: 'ann@example.com' });
		expect(parseRegistrant(' 9tboDiHUQAeOnbmudzWa5g ')).toEqual({ id: '9tboDiHUQAeOnbmudzWa5g' });
		expect(parseRegistrant('-kXhzFjuSQqx6RL8Fj_Mtg')).toEqual({ id: '-kXhzFjuSQqx6RL8Fj_Mtg' });
		expect(parseRegistrant('abcd')).toEqual({ id: 'abcd' });
		expect(parseRegistrant('a'.repeat(64))).toEqual({ id: 'a'.repeat(64) });
	});

	it('refuses a malformed email address', () => {
		expect(thrownBy(() => parseRegistrant('ann@example'))).toEqual({
			message: "'Registrant' isn't a valid email address: \"ann@example\"",
		});
	});

	it.each(['abc', 'a'.repeat(65), '../status', 'a b c d', 'abcd/', '?abcd', 'status?x=1'])(
		'refuses %p',
		(value) => {
			expect(thrownBy(() => parseRegistrant(value)).message).toMatch(
				/^'Registrant' isn't an email address or registrant ID: "/,
			);
		},
	);

	it.each(['', null, undefined])('refuses %p', (value) => {
		expect(thrownBy(() => parseRegistrant(value))).toEqual({
			message: "'Registrant' isn't an email address or registrant ID: \"\"",
		});
	});

	it('refuses an object', () => {
		expect(thrownBy(() => parseRegistrant({})).message).toBe(
			"'Registrant' must be text or a number",
		);
	});
});

describe('parseHost', () => {
	it.each([
		['', 'me'],
		[null, 'me'],
		[undefined, 'me'],
		['me', 'me'],
		[' host@example.com ', 'host@example.com'],
		[' KDcuGIm1QgePTO8WbOqwIQ ', 'KDcuGIm1QgePTO8WbOqwIQ'],
		['-_aB9', '-_aB9'],
		['a'.repeat(64), 'a'.repeat(64)],
	])('reads %p as %p', (value, host) => {
		expect(parseHost(value)).toBe(host);
	});

	it.each(['m', 'a'.repeat(65), '../x', 'two words', 'me/', '/me'])('refuses %p', (value) => {
		expect(thrownBy(() => parseHost(value)).message).toMatch(
			/^'Host' isn't an email address or user ID: "/,
		);
	});

	it('refuses a malformed email address and an object', () => {
		expect(thrownBy(() => parseHost('a@b'))).toEqual({
			message: "'Host' isn't a valid email address: \"a@b\"",
		});
		expect(thrownBy(() => parseHost({})).message).toBe("'Host' must be text or a number");
	});
});

describe('parseOccurrences', () => {
	it.each([
		['1648194360000', ['1648194360000']],
		[1648194360000, ['1648194360000']],
		[
			' 1648194360000, 1648799160000;1649403960000\n',
			['1648194360000', '1648799160000', '1649403960000'],
		],
		[
			[1648194360000, ' 1648799160000 ', ''],
			['1648194360000', '1648799160000'],
		],
		['', []],
		[' , ;', []],
		[[], []],
		['1234567890', ['1234567890']],
		['1234567890123456', ['1234567890123456']],
	])('reads %j', (value, ids) => {
		expect(parseOccurrences(value, 'Occurrence IDs')).toEqual(ids);
	});

	it.each([
		['123456789', '123456789'],
		['12345678901234567', '12345678901234567'],
		['2027-03-05', '2027-03-05'],
		['1648194360000x', '1648194360000x'],
		['x1648194360000', 'x1648194360000'],
		[['1648194360000', 'first'], 'first'],
	])('refuses %j', (value, shown) => {
		expect(thrownBy(() => parseOccurrences(value, 'Occurrence IDs'))).toEqual({
			message: `'Occurrence IDs' isn't an occurrence ID: "${shown}"`,
			description:
				'Occurrence IDs are long numbers. The Get operation of the meeting or webinar returns them.',
		});
	});

	it.each([[[null]], [[{ toString: 1 }]]])('refuses %j', (value) => {
		expect(thrownBy(() => parseOccurrences(value, 'Occurrence IDs')).message).toBe(
			"'Occurrence IDs' must be text or a number",
		);
	});

	it('refuses an object', () => {
		expect(thrownBy(() => parseOccurrences({}, 'Occurrence IDs')).message).toBe(
			"'Occurrence IDs' must be text or a number",
		);
	});
});
