import { BackOff } from '../../nodes/Zoom/transport/rateLimit/backOff';
import { Lateness } from '../../nodes/Zoom/transport/rateLimit/lateness';
import { PlanDetection } from '../../nodes/Zoom/transport/rateLimit/planDetection';
import { RequestBudget } from '../../nodes/Zoom/transport/rateLimit/requestBudget';
import { SlidingWindow } from '../../nodes/Zoom/transport/rateLimit/slidingWindow';

const WINDOW_MS = 1000;
const PLANS = [4, 30, 80];

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

describe('detecting the plan', () => {
	it('tries two probes at first, and one later', () => {
		const detection = new PlanDetection(PLANS);
		expect(detection.mayProbe(0)).toBe(true);
		detection.probe();
		expect(detection.mayProbe(0)).toBe(true);
		detection.probe();
		expect(detection.mayProbe(0)).toBe(false);
		expect(detection.refused(0)).toBe(true);
		expect([detection.limit(0), detection.mayProbe(59_999)]).toEqual([4, false]);
		expect(detection.mayProbe(60_000)).toBe(true);
		detection.probe();
		expect(detection.mayProbe(60_000)).toBe(false);
	});

	it('goes on to the next plan by the first probe that is accepted', () => {
		const detection = new PlanDetection(PLANS);
		detection.probe();
		detection.probe();
		detection.probed(4, true);
		expect(detection.limit(0)).toBe(30);
		// The second tells nothing new, nor is it one of the next plan's.
		detection.probe();
		detection.probed(4, true);
		detection.probed(4, false);
		expect(detection.limit(0)).toBe(30);
		detection.probe();
		expect(detection.mayProbe(0)).toBe(false);
		detection.probed(30, true);
		expect(detection.limit(0)).toBe(80);
		detection.probe();
		detection.probed(80, true);
		expect(detection.limit(0)).toBeUndefined();
		expect(detection.mayProbe(0)).toBe(false);
	});

	it('learns nothing from a probe that met something else', () => {
		const detection = new PlanDetection(PLANS);
		detection.probe();
		detection.probe();
		detection.probed(4, false);
		expect([detection.limit(0), detection.mayProbe(0)]).toEqual([4, true]);
	});

	it('finds no limit in a refusal without a probe, nor beyond all plans', () => {
		const detection = new PlanDetection(PLANS);
		expect(detection.refused(0)).toBe(false);
		for (const limit of PLANS) {
			detection.probe();
			detection.probed(limit, true);
		}
		detection.probe();
		expect(detection.refused(0)).toBe(false);
		expect(detection.limit(0)).toBeUndefined();
	});

	it('believes a refused probe for a minute, then ten, then an hour each', () => {
		const detection = new PlanDetection(PLANS);
		let now = 0;
		for (const believedMs of [60_000, 600_000, 3_600_000, 3_600_000]) {
			detection.probe();
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
		detection.probe();
		detection.tell(20, 0);
		detection.probed(4, true);
		expect(detection.limit(0)).toBe(20);
		expect(detection.limit(3_600_000)).toBe(4);
	});

	it.each<[number, boolean, number]>([
		[5, false, 30],
		[4, true, 4],
		[1, true, 4],
	])('with %i places left steps back: %p', (left, isBack, limit) => {
		const detection = new PlanDetection(PLANS);
		detection.probe();
		detection.probed(4, true);
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
		detection.probe();
		detection.probed(4, true);
		detection.tell(30, 0);
		expect(detection.stepBack(1, 0)).toBe(false);
	});
});

describe('a sliding window', () => {
	const sentAt = (...times: number[]) => {
		const window = new SlidingWindow(WINDOW_MS);
		for (const time of times) {
			window.reserve();
			window.send(time);
		}
		return window;
	};

	it('lets the next out a window and the margin after the one that is so many places before', () => {
		const window = sentAt(0, 100, 200);
		expect([1, 2, 3, 4].map((limit) => window.dueAt(limit, 30, 250))).toEqual([
			1_230, 1_130, 1_030, 250,
		]);
		window.reserve();
		expect([1, 2, 3, 4].map((limit) => window.dueAt(limit, 30, 250))).toEqual([
			1_280, 1_230, 1_130, 1_030,
		]);
	});

	it('takes off one request of a time, and none of another', () => {
		const window = sentAt(0, 100, 100);
		window.remove(100);
		window.remove(50);
		expect([window.sentBefore(1), window.sentBefore(2), window.sentBefore(3)]).toEqual([
			100,
			0,
			undefined,
		]);
		window.remove(0);
		expect(window.sentBefore(2)).toBeUndefined();
	});

	it('forgets what is older than two windows', () => {
		const window = sentAt(0, 100, 2_000);
		expect(window.sentBefore(3)).toBe(0);
		window.reserve();
		window.send(2_001);
		expect(window.sentBefore(4)).toBeUndefined();
		expect(window.sentBefore(3)).toBe(100);
	});

	it('knows its last request once none is still to go', () => {
		const window = sentAt(0, 100);
		expect(window.lastSentAt()).toBe(100);
		window.reserve();
		expect(window.lastSentAt()).toBeUndefined();
		window.cancel();
		expect(window.lastSentAt()).toBe(100);
	});
});

it('nothing is late before anything was', () => {
	const lateness = new Lateness(WINDOW_MS);
	expect(lateness.most(0)).toBe(0);
	lateness.note(-5, 0);
	expect(lateness.most(0)).toBe(0);
});

describe('the budget', () => {
	/** Sends so many at once. */
	function send(budget: RequestBudget, count: number, now: number, plan: 'auto' | 'pro' = 'auto') {
		for (let n = 0; n < count; n++) {
			budget.reserve();
			budget.send(plan, now);
		}
	}

	it('lets a probe out soon after what the limit allows, while all of that still counts', () => {
		const budget = new RequestBudget('light');
		send(budget, 4, 0);
		expect(budget.next('auto', 10)).toEqual({ inMs: 40, probe: 4 });
		expect(budget.next('auto', 800)).toEqual({ inMs: 0, probe: 4 });
		expect(budget.next('auto', 801)).toEqual({ inMs: 229 });
		// A plan that is told is not tried, and nothing is while one is still to go.
		expect(budget.next('free', 10)).toEqual({ inMs: 1_020 });
		budget.reserve();
		expect(budget.next('auto', 10).probe).toBeUndefined();
	});

	it('takes a refused probe for no sign that others use the account', () => {
		const budget = new RequestBudget('light');
		send(budget, 4, 0);
		for (const now of [50, 100]) {
			expect(budget.next('auto', now)).toEqual({ inMs: 0, probe: 4 });
			budget.reserve(4);
			budget.send('auto', now);
		}
		budget.end({ plan: 'auto', probe: 4, sentAt: 50 }, { refused: true }, 500);
		budget.end({ plan: 'auto', probe: 4, sentAt: 100 }, { refused: true }, 600);
		// All four places of the next window are free.
		send(budget, 3, 1_030);
		expect(budget.next('auto', 1_200).inMs).toBeLessThanOrEqual(0);
	});

	it('gives way where a request is refused that kept to the limit', () => {
		const budget = new RequestBudget('light');
		send(budget, 30, 0, 'pro');
		budget.end({ plan: 'pro', sentAt: 0 }, { refused: true }, 500);
		// Of 30 places, one is taken by somebody else, and the refused request takes none.
		expect(budget.next('pro', 500)).toEqual({ inMs: 540 });
	});

	it('stands still as long as Zoom asks', () => {
		const budget = new RequestBudget('light');
		send(budget, 1, 0, 'pro');
		budget.end({ plan: 'pro', sentAt: 0 }, { refused: true, waitMs: 5_000 }, 500);
		expect(budget.next('pro', 600)).toEqual({ inMs: 4_900 });
		expect(budget.next('pro', 5_500)).toEqual({ inMs: 0 });
	});
});
