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

	it.each<[string, number, number, number[]]>([
		['a wait that is late by 4 ms', 4, 150, [1_030, 1_130]],
		['what had left for sure', 20, 181, [1_030, 1_130]],
		['the last, by as much', 20, 180, [1_030, 1_150]],
		['both, by as much', 50, 110, [1_080, 1_140]],
		['none beyond now', 60, 110, [1_090, 1_140]],
		['all of it where it took long', 61, 110, [1_140, 1_140]],
	])('counts as late what left late: %s', (_what, ms, now, due) => {
		const { window } = sentAt(0, 100);
		window.late(ms, now);
		expect([2, 1].map((limit) => window.dueAt(limit, 30, now))).toEqual(due);
		// What a probe comes on top of may have left in time.
		expect([2, 1].map((places) => window.sentBefore(places))).toEqual([0, 100]);
	});

	it('adds up the waits that are late while a request leaves', () => {
		const { window } = sentAt(0);
		for (const now of [30, 70, 160]) window.late(25, now);
		// The third began more than 60 ms after the request had left, late twice as it was.
		expect(window.dueAt(1, 30, 160)).toBe(1_080);
		const { window: other } = sentAt(0);
		for (const now of [50, 110, 140]) other.late(30, now);
		// Each began while it may have been there still.
		expect(other.dueAt(1, 30, 140)).toBe(1_120);
	});

	it.each([
		['three short waits', 30, [50, 110, 140, 170, 200], 1_120],
		['three long ones', 70, [80, 150, 220, 290], 1_250],
	])('takes a request to have left after %s that were late', (_what, ms, waits, due) => {
		const { window } = sentAt(0);
		for (const now of waits) window.late(ms, now);
		expect(window.dueAt(1, 30, 300)).toBe(due);
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
