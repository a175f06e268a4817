import { Spacing } from '../../../nodes/Zoom/transport/rateLimit/spacing';
import { WINDOW_MS } from '../support/rateLimit';

describe('spacing', () => {
	/** When the first requests go out that all could at once. */
	function times(count: number, limit?: number, reserved = 0) {
		const spacing = new Spacing(WINDOW_MS);
		let now = 5_000;
		return Array.from({ length: count }, () => {
			now = Math.max(now, spacing.dueAt(limit, reserved, now));
			spacing.send(limit, now);
			return now - 5_000;
		});
	}

	it.each([
		['50 ms at most', 4, [0, 0, 0, 0, 50, 100, 150]],
		['half a window over the limit', 50, [0, 0, 0, 0, 10, 20, 30]],
		['3 ms while it is to be found', undefined, [0, 0, 0, 0, 3, 6, 9]],
	])('lets four out at once, and the others apart: %s', (_, limit, expected) => {
		expect(times(7, limit)).toEqual(expected);
	});

	it('counts those that wait for a token', () => {
		expect(times(4, 50, 2)).toEqual([0, 0, 10, 20]);
	});
});
