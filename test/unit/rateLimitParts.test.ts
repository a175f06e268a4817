import { BackOff } from '../../nodes/Zoom/transport/rateLimit/backOff';
import { PlanDetection } from '../../nodes/Zoom/transport/rateLimit/planDetection';
import { ProbeTiming } from '../../nodes/Zoom/transport/rateLimit/probeTiming';
import { RequestBudget } from '../../nodes/Zoom/transport/rateLimit/requestBudget';
import { SlidingWindow } from '../../nodes/Zoom/transport/rateLimit/slidingWindow';

const WINDOW_MS = 1000;
const PLANS = [4, 30, 80];

/** A probe of a limit, which arrives while all before it still counts. */
const sure = (limit: number) => ({ limit, isSure: true });
/** A probe of the lowest limit that goes out at once and isn't sure. */
const UNSURE = { inMs: 0, probe: { limit: 4, isSure: false } };

/** A window in which requests went out at these times. */
function sentAt(...times: number[]) {
	const window = new SlidingWindow(WINDOW_MS);
	const departures = times.map((time) => {
		window.reserve();
		return window.send(time);
	});
	return { window, departures };
}

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
		expect(margins).toEqual([25, 25, 25, 35, 45]);
		for (let now = 30_000; now < 200_000; now += 5_000) backOff.refused(80, now);
		expect(backOff.marginMs).toBe(100);
	});

	it('does not widen it where others take a tenth or more of the limit', () => {
		const backOff = new BackOff(WINDOW_MS);
		backOff.refused(30, 1_000);
		for (let time = 0; time < 3; time++) backOff.refused(30, 1_500);
		expect(backOff.marginMs).toBe(25);
		// Four are taken, two of which come back within the windows that follow.
		backOff.refused(30, 2_600);
		expect(backOff.marginMs).toBe(25);
	});

	it('starts over after an hour without a refusal', () => {
		const backOff = new BackOff(WINDOW_MS);
		for (const now of [5_000, 10_000, 15_000]) backOff.refused(30, now);
		expect(backOff.marginMs).toBe(45);
		backOff.refused(30, 15_000 + 3_600_000);
		expect(backOff.marginMs).toBe(55);
		backOff.refused(30, 15_000 + 7_200_001);
		expect(backOff.marginMs).toBe(25);
	});
});

describe('detecting the plan', () => {
	it('tries two probes at first, and one later', () => {
		const detection = new PlanDetection(PLANS);
		expect(detection.mayProbe(0)).toBe(true);
		detection.begin();
		expect(detection.mayProbe(0)).toBe(true);
		detection.begin();
		expect(detection.mayProbe(0)).toBe(false);
		expect(detection.refused(0)).toBe(true);
		expect([detection.limit(0), detection.mayProbe(59_999)]).toEqual([4, false]);
		expect(detection.mayProbe(60_000)).toBe(true);
		detection.begin();
		expect(detection.mayProbe(60_000)).toBe(false);
	});

	it('goes on to the next plan by the first probe that is accepted', () => {
		const detection = new PlanDetection(PLANS);
		detection.begin();
		detection.begin();
		detection.ended(sure(4), true);
		expect(detection.limit(0)).toBe(30);
		// The second tells nothing new, nor is it one of the next plan's.
		detection.begin();
		detection.ended(sure(4), true);
		detection.ended(sure(4), false);
		expect(detection.limit(0)).toBe(30);
		detection.begin();
		expect(detection.mayProbe(0)).toBe(false);
		detection.ended(sure(30), true);
		expect(detection.limit(0)).toBe(80);
		detection.begin();
		detection.ended(sure(80), true);
		expect(detection.limit(0)).toBeUndefined();
		expect(detection.mayProbe(0)).toBe(false);
	});

	it('learns nothing from a probe that met something else', () => {
		const detection = new PlanDetection(PLANS);
		detection.begin();
		detection.begin();
		detection.ended(sure(4), false);
		expect([detection.limit(0), detection.mayProbe(0)]).toEqual([4, true]);
	});

	it('rules a plan out by what Zoom accepts in a window, not by a late probe alone', () => {
		const detection = new PlanDetection(PLANS);
		detection.begin();
		detection.ended({ limit: 4, isSure: false }, true);
		expect([detection.limit(0), detection.mayProbe(0)]).toEqual([4, true]);
		detection.proved(4);
		expect(detection.limit(0)).toBe(4);
		detection.begin();
		detection.begin();
		detection.proved(5);
		expect([detection.limit(0), detection.mayProbe(0)]).toEqual([30, true]);
		detection.tell(20, 0);
		detection.proved(31);
		expect(detection.limit(3_600_000)).toBe(30);
		detection.proved(31);
		detection.proved(81);
		detection.proved(1_000);
		expect(detection.limit(3_600_000)).toBeUndefined();
	});

	it('finds no limit in a refusal without a probe, nor beyond all plans', () => {
		const detection = new PlanDetection(PLANS);
		expect(detection.refused(0)).toBe(false);
		for (const limit of PLANS) {
			detection.begin();
			detection.ended(sure(limit), true);
		}
		detection.begin();
		expect(detection.refused(0)).toBe(false);
		expect(detection.limit(0)).toBeUndefined();
	});

	it('takes what no Free plan accepts for proof, unless that was a mistake before', () => {
		const detection = new PlanDetection(PLANS);
		detection.provedPaid();
		expect(detection.limit(0)).toBe(30);
		detection.provedPaid();
		expect(detection.limit(0)).toBe(30);
		detection.stepBack(4, 0);
		detection.provedPaid();
		expect(detection.limit(60_000)).toBe(4);
		const told = new PlanDetection(PLANS);
		told.tell(4, 0);
		told.provedPaid();
		expect([told.limit(0), told.limit(3_600_000)]).toEqual([4, 4]);
	});

	it('believes a refused probe for a minute, then ten, then an hour each', () => {
		const detection = new PlanDetection(PLANS);
		let now = 0;
		for (const believedMs of [60_000, 600_000, 3_600_000, 3_600_000]) {
			detection.begin();
			detection.refused(now);
			expect(detection.told(now + believedMs - 1)).toBe(4);
			expect(detection.told(now + believedMs)).toBeUndefined();
			now += believedMs;
		}
	});

	it('believes what Zoom says for an hour, and tells what is news', () => {
		const detection = new PlanDetection(PLANS);
		expect(detection.tell(20, 0)).toBe(true);
		expect(detection.tell(20, 1_000)).toBe(false);
		expect(detection.tell(30, 2_000)).toBe(true);
		expect(detection.limit(3_601_999)).toBe(30);
		expect(detection.limit(3_602_000)).toBe(4);
	});

	it('holds a probe for nothing once Zoom has said what holds', () => {
		const detection = new PlanDetection(PLANS);
		detection.begin();
		detection.tell(20, 0);
		detection.ended(sure(4), true);
		expect(detection.limit(0)).toBe(20);
		expect(detection.limit(3_600_000)).toBe(4);
	});

	it.each<[number, boolean, number]>([
		[5, false, 30],
		[4, true, 4],
		[1, true, 4],
	])('with %i places left steps back: %p', (left, isBack, limit) => {
		const detection = new PlanDetection(PLANS);
		detection.begin();
		detection.ended(sure(4), true);
		expect(detection.stepBack(left, 1_000)).toBe(isBack);
		expect(detection.limit(1_000)).toBe(limit);
		// For half a minute nothing is tried after a mistake.
		expect(detection.mayProbe(1_000)).toBe(!isBack);
		expect(detection.mayProbe(30_999)).toBe(!isBack);
		expect(detection.mayProbe(31_000)).toBe(true);
	});

	it('steps back neither below the lowest plan nor from what Zoom has said', () => {
		const detection = new PlanDetection(PLANS);
		expect(detection.stepBack(1, 0)).toBe(false);
		detection.begin();
		detection.ended(sure(4), true);
		detection.tell(30, 0);
		expect(detection.stepBack(1, 0)).toBe(false);
	});
});

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

	it('counts what Zoom has accepted and answered of what surely arrived within a window', () => {
		const { window, departures } = sentAt(0, 100, 200, 950, 960);
		expect([0, 4, 2, 3, 1].map((place) => window.accepted(departures[place]!))).toEqual([
			// 0 and 960 are too far apart, 0 to 950 and 100 to 960 aren't.
			1, 1, 2, 3, 4,
		]);
		window.remove(departures[2]!);
		expect(window.accepted(departures[0]!)).toBe(3);
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

describe('the budget', () => {
	/** Sends so many at once. */
	function send(budget: RequestBudget, count: number, now: number, plan: 'auto' | 'pro' = 'auto') {
		return Array.from({ length: count }, () => {
			budget.reserve();
			return budget.send(plan, now);
		});
	}

	it('lets a probe out soon after what the limit allows, while all of that still counts', () => {
		const budget = new RequestBudget('light');
		send(budget, 4, 0);
		expect(budget.next('auto', 10)).toEqual({ inMs: 70, probe: sure(4) });
		expect(budget.next('auto', 800)).toEqual({ inMs: 0, probe: sure(4) });
		expect(budget.next('auto', 1_000)).toEqual({ inMs: 15 });
		// A plan that is told is not tried, and nothing is while one is still to go.
		expect(budget.next('free', 10)).toEqual({ inMs: 1_005 });
		budget.reserve();
		expect(budget.next('auto', 10).probe).toBeUndefined();
	});

	it('takes a refused probe for no sign that others use the account', () => {
		const budget = new RequestBudget('light');
		send(budget, 4, 0);
		const probes = [80, 160].map((now) => {
			const { inMs, probe } = budget.next('auto', now);
			expect([inMs, probe]).toEqual([0, sure(4)]);
			budget.reserve(probe);
			return { plan: 'auto' as const, probe, departure: budget.send('auto', now) };
		});
		for (const probe of probes) budget.end(probe, { refused: true }, 500);
		// All four places of the next window are free.
		send(budget, 3, 1_030);
		expect(budget.next('auto', 1_200).inMs).toBeLessThanOrEqual(0);
	});

	it('gives way where a request is refused that kept to the limit', () => {
		const budget = new RequestBudget('light');
		const [departure] = send(budget, 30, 0, 'pro');
		budget.end({ plan: 'pro', departure: departure! }, { refused: true }, 500);
		// Of 30 places, one is taken by somebody else, and the refused request takes none.
		expect(budget.next('pro', 500)).toEqual({ inMs: 525 });
	});

	it('stands still as long as Zoom asks', () => {
		const budget = new RequestBudget('light');
		const [departure] = send(budget, 1, 0, 'pro');
		budget.end({ plan: 'pro', departure: departure! }, { refused: true, waitMs: 5_000 }, 500);
		expect(budget.next('pro', 600)).toEqual({ inMs: 4_900 });
		expect(budget.next('pro', 5_500)).toEqual({ inMs: 0 });
	});

	it('finds that no limit holds where a limit takes most of a window to reach', () => {
		const budget = new RequestBudget('light');
		const departures = [0, 300, 450, 850].flatMap((now) => send(budget, 1, now));
		const { inMs, probe } = budget.next('auto', 870);
		expect([inMs, probe]).toEqual([0, { limit: 4, isSure: false }]);
		budget.reserve(probe);
		const last = { plan: 'auto' as const, probe, departure: budget.send('auto', 870) };
		for (const departure of departures)
			budget.end({ plan: 'auto', departure }, { accepted: true }, 900);
		// Nothing that Zoom did not accept counts.
		budget.end({ plan: 'auto', departure: send(budget, 1, 900)[0]! }, {}, 950);
		expect(budget.next('auto', 950).probe?.limit).toBe(4);
		budget.end(last, { accepted: true }, 990);
		expect(budget.next('auto', 990).probe).toBeUndefined();
		expect(budget.next('auto', 990).inMs).toBeLessThanOrEqual(0);
	});

	it('keeps requests further apart by as much as they left late', () => {
		const budget = new RequestBudget('light');
		send(budget, 30, 0, 'pro');
		budget.late(200, 200);
		expect(budget.next('pro', 500)).toEqual({ inMs: 715 });
	});
});
