import { BackOff } from '../../../nodes/Zoom/transport/rateLimit/backOff';
import { WINDOW_MS } from '../support/rateLimit';

describe('backing off', () => {
	/** One after which so many requests of 30 were refused, one every tenth of a second. */
	function refused(times: number, everyMs = 100) {
		const backOff = new BackOff(WINDOW_MS);
		for (let time = 1; time <= times; time++) backOff.refused(30, time * everyMs);
		return backOff;
	}

	it('leaves a place alone for each refusal', () => {
		expect(new BackOff(WINDOW_MS).left(30, 0)).toBe(30);
		expect(refused(1).left(30, 100)).toBe(29);
		expect(refused(8).left(30, 800)).toBe(22);
		expect(refused(40, 1).left(30, 40)).toBe(1);
	});

	it('tries one again after a quiet window, then two more, then four', () => {
		const backOff = refused(8);
		const left = [1_799, 1_800, 2_799, 2_800, 3_799, 3_800, 4_800].map((now) =>
			backOff.left(30, now),
		);
		expect(left).toEqual([22, 23, 23, 25, 25, 29, 30]);
	});

	it('starts again with one after a refusal', () => {
		const backOff = refused(8);
		expect(backOff.left(30, 2_800)).toBe(25);
		backOff.refused(30, 2_800);
		expect([3_799, 3_800, 4_800].map((now) => backOff.left(30, now))).toEqual([24, 25, 27]);
	});

	it('is over at once where a plan turns out to be another', () => {
		const backOff = refused(8);
		backOff.reset();
		expect(backOff.left(30, 800)).toBe(30);
	});

	it('widens the margin by one step for a window with refusals, up to a tenth of it', () => {
		const backOff = new BackOff(WINDOW_MS);
		const margins = [5_000, 5_001, 6_000, 10_000, 20_000].map((now) => {
			backOff.refused(80, now);
			return backOff.marginMs;
		});
		expect(margins).toEqual([40, 40, 40, 50, 60]);
		for (let now = 30_000; now < 200_000; now += 5_000) backOff.refused(80, now);
		expect(backOff.marginMs).toBe(100);
	});

	it.each([
		[2, 50],
		[3, 50],
		[4, 40],
	])('widens it where others take few of 30 places, such as %i', (taken, margin) => {
		const backOff = refused(taken);
		backOff.refused(30, taken * 100 + 1_100);
		expect([backOff.left(30, taken * 100 + 1_100), backOff.marginMs]).toEqual([30 - taken, margin]);
	});

	it('does not widen it where others take a tenth or more of the limit', () => {
		const backOff = new BackOff(WINDOW_MS);
		backOff.refused(30, 1_000);
		for (let time = 0; time < 3; time++) backOff.refused(30, 1_500);
		expect(backOff.marginMs).toBe(40);
		// Four are taken, two of which come back within the windows that follow.
		backOff.refused(30, 2_600);
		expect(backOff.marginMs).toBe(40);
	});

	it('starts over after an hour without a refusal', () => {
		const backOff = new BackOff(WINDOW_MS);
		for (const now of [5_000, 10_000, 15_000]) backOff.refused(30, now);
		expect(backOff.marginMs).toBe(60);
		backOff.refused(30, 15_000 + 3_600_000);
		expect(backOff.marginMs).toBe(70);
		backOff.refused(30, 15_000 + 7_200_001);
		expect(backOff.marginMs).toBe(40);
	});
});
