import { ProbeTiming } from '../../../nodes/Zoom/transport/rateLimit/probeTiming';
import { sentAt, sure, UNSURE, WINDOW_MS } from '../support/rateLimit';

describe('when a probe may go out', () => {
	it.each<[string, number[], number, { inMs: number; probe: object } | undefined]>([
		['a moment after the last', [0, 10, 20, 30], 30, { inMs: 80, probe: sure(4) }],
		['at once when that moment is over', [0, 10, 20, 30], 110, { inMs: 0, probe: sure(4) }],
		['up to four fifths of a window', [0, 10, 20, 30], 800, { inMs: 0, probe: sure(4) }],
		['later only where a window fills evenly', [0, 300, 500, 790], 950, UNSURE],
		['up to the end', [0, 300, 500, 790], 999, UNSURE],
		['and no later', [0, 300, 500, 790], 1_000, undefined],
		['not late after requests that went out together', [0, 710, 720, 730], 900, undefined],
		['nor before the limit is reached', [0, 10, 20], 30, undefined],
	])('%s', (_when, times, now, turn) => {
		expect(new ProbeTiming(WINDOW_MS).next(4, sentAt(...times).window, now)).toEqual(turn);
	});

	it('not on top of requests that are still to go', () => {
		const { window } = sentAt(0, 10, 20, 30);
		window.reserve();
		expect(new ProbeTiming(WINDOW_MS).next(4, window, 100)).toBeUndefined();
	});

	it('not where one that is not sure may have taken the place of what it comes on top of', () => {
		const timing = new ProbeTiming(WINDOW_MS);
		timing.send(UNSURE.probe, 0);
		// A second one within the window changes nothing, nor does one that is sure.
		timing.send(UNSURE.probe, 900);
		timing.send(sure(4), 1_500);
		const probeAfter = (from: number) =>
			timing.next(4, sentAt(from, from + 10, from + 20, from + 30).window, from + 200);
		expect([1_990, 2_000].map(probeAfter)).toEqual([undefined, undefined]);
		expect(probeAfter(2_010)).toEqual({ inMs: 0, probe: sure(4) });
	});

	it('as one that is not sure in one of five windows, so that those that are get their turn', () => {
		const timing = new ProbeTiming(WINDOW_MS);
		timing.send(UNSURE.probe, 0);
		const probeAt = (now: number) =>
			timing.next(4, sentAt(now - 950, now - 650, now - 500, now - 200).window, now);
		expect([1_000, 1_001, 4_999, 5_000].map((now) => probeAt(now)?.probe)).toEqual([
			UNSURE.probe,
			undefined,
			undefined,
			UNSURE.probe,
		]);
		timing.send(UNSURE.probe, 5_000);
		expect([6_000, 6_001].map((now) => probeAt(now)?.probe)).toEqual([UNSURE.probe, undefined]);
	});
});
