import { encodeSegment, toPath } from '../../nodes/Zoom/transport/path';
import { thrownBy } from './support/thrown';

describe('encodeSegment', () => {
	it.each([
		['85746065432', '85746065432'],
		['host@example.com', 'host%40example.com'],
		['KDcuGIm1QgePTO8WbOqwIQ==', 'KDcuGIm1QgePTO8WbOqwIQ%3D%3D'],
		// Zoom: encode twice where it begins with / or holds //
		['/ajXp112QmuoKj4854875==', '%252FajXp112QmuoKj4854875%253D%253D'],
		['aj//p112QmuoKj4854875==', 'aj%252F%252Fp112QmuoKj4854875%253D%253D'],
		['aj/Xp112/muoKj4854875==', 'aj%2FXp112%2FmuoKj4854875%3D%3D'],
		['../users', '..%2Fusers'],
		['a?b#c', 'a%3Fb%23c'],
		['%2e%2e', '%252e%252e'],
		['...', '...'],
		['é', '%C3%A9'],
	])('encodes %p as %p', (segment, encoded) => {
		expect(encodeSegment(segment)).toBe(encoded);
	});

	it.each(['', '.', '..'])('refuses %p, which would change the path', (segment) => {
		expect(thrownBy(() => encodeSegment(segment))).toEqual({
			message: `"${segment}" can't be part of a Zoom URL`,
		});
	});
});

describe('toPath', () => {
	it('fills encoded segments in', () => {
		const params = { eventId: '1/2', registrantId: 'a b' };
		expect(toPath('/meetings/{eventId}/registrants/{registrantId}', params)).toBe(
			'/meetings/1%2F2/registrants/a%20b',
		);
		expect(toPath('/users', {})).toBe('/users');
	});

	it('refuses a segment that is missing', () => {
		expect(thrownBy(() => toPath('/meetings/{eventId}', {}))).toEqual({
			message: '"" can\'t be part of a Zoom URL',
		});
	});
});
