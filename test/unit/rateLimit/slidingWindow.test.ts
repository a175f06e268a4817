import { sentAt } from '../support/rateLimit';

describe('a sliding window', () => {
	it('lets the next out a window and the margin after the one that is so many places before', () => {
		const { window } = sentAt(0, 100, 200);
		expect([1, 2, 3, 4].map((limit) => window.dueAt(limit, 30, 250))).toEqual([
			1_230, 1_130, 1_030, 250,
		]);
		window.reserve();
		expect([1, 2, 3, 4].map((limit) => window.dueAt(limit, 30, 250))).toEqual([
			1_280, 1_230, 1_130, 1_030,
		]);
	});

	it('takes off one request, once', () => {
		const { window, departures } = sentAt(0, 100, 100);
		for (const departure of [departures[1], departures[1]]) window.remove(departure!);
		expect([1, 2, 3].map((places) => window.sentBefore(places))).toEqual([100, 0, undefined]);
		window.remove(departures[0]!);
		expect(window.sentBefore(2)).toBeUndefined();
	});

	it.each([
		['left late', [140, 150], [1_170, 1_180]],
		['has not left yet', [undefined, undefined], [1_280, 1_280]],
	])('keeps the distance from what %s', (_what, leftBy, due) => {
		const { window, departures } = sentAt(0, 100);
		for (const [place, time] of leftBy.entries()) departures[place]!.leftBy = time;
		expect([2, 1].map((limit) => window.dueAt(limit, 30, 250))).toEqual(due);
		// What a probe comes on top of may have left in time.
		expect([2, 1].map((places) => window.sentBefore(places))).toEqual([0, 100]);
	});

	it('counts what Zoom has accepted and answered of what surely arrived within a window', () => {
		const { window, departures } = sentAt(0, 100, 200, 950, 960);
		const accepted = [0, 4, 2, 3, 1].map((place) => {
			departures[place]!.isAccepted = true;
			return window.mostAccepted();
		});
		// 0 and 960 are too far apart, 0 to 950 and 100 to 960 aren't.
		expect(accepted).toEqual([1, 1, 2, 3, 4]);
		window.remove(departures[2]!);
		expect(window.mostAccepted()).toBe(3);
	});

	it('forgets what is older than two windows', () => {
		const { window } = sentAt(0, 100, 2_000);
		expect(window.sentBefore(3)).toBe(0);
		window.reserve();
		window.send(2_001);
		expect(window.sentBefore(4)).toBeUndefined();
		expect(window.sentBefore(3)).toBe(100);
	});

	it('knows its last request once none is still to go', () => {
		const { window } = sentAt(0, 100);
		expect(window.lastSentAt()).toBe(100);
		window.reserve();
		expect(window.lastSentAt()).toBeUndefined();
		window.cancel();
		expect(window.lastSentAt()).toBe(100);
	});
});
