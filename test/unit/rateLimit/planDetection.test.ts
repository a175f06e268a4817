import { PlanDetection } from '../../../nodes/Zoom/transport/rateLimit/planDetection';
import { PLANS, sure } from '../support/rateLimit';

/** A probe that isn't sure. */
const late = (limit: number) => ({ limit, isSure: false });

describe('detecting the plan', () => {
	it('tries two probes of the lowest limit at first, and one later', () => {
		const detection = new PlanDetection(PLANS);
		expect(detection.mayProbe(true, 0)).toBe(true);
		detection.begin(sure(4));
		expect(detection.mayProbe(true, 0)).toBe(true);
		detection.begin(sure(4));
		expect(detection.mayProbe(true, 0)).toBe(false);
		expect(detection.refused(0)).toBe(true);
		expect([detection.limit(0), detection.mayProbe(true, 59_999)]).toEqual([4, false]);
		expect(detection.mayProbe(true, 60_000)).toBe(true);
		detection.begin(sure(4));
		expect(detection.mayProbe(true, 60_000)).toBe(false);
	});

	it.each([30, 80])(
		'tries one sure probe of %i, since a second may be a second refusal',
		(limit) => {
			const detection = new PlanDetection(PLANS);
			for (const lower of PLANS.filter((plan) => plan < limit)) {
				detection.begin(sure(lower));
				detection.ended(sure(lower), true);
			}
			expect([detection.limit(0), detection.mayProbe(true, 0)]).toEqual([limit, true]);
			detection.begin(sure(limit));
			expect([true, false].map((isSure) => detection.mayProbe(isSure, 0))).toEqual([false, false]);
			detection.ended(sure(limit), false);
			// Those that aren't sure tell more together.
			detection.begin(late(limit));
			expect([true, false].map((isSure) => detection.mayProbe(isSure, 0))).toEqual([false, true]);
			detection.ended(late(limit), true);
			expect(detection.mayProbe(true, 0)).toBe(true);
			detection.begin(sure(limit));
			expect(detection.refused(0)).toBe(true);
			expect([detection.limit(0), detection.isLooking(0)]).toEqual([limit, false]);
		},
	);

	it('goes on to the next plan by the first probe that is accepted', () => {
		const detection = new PlanDetection(PLANS);
		detection.begin(sure(4));
		detection.begin(sure(4));
		detection.ended(sure(4), true);
		expect(detection.limit(0)).toBe(30);
		// The second tells nothing new, nor is it one of the next plan's.
		detection.begin(sure(30));
		detection.ended(sure(4), true);
		detection.ended(sure(4), false);
		expect(detection.limit(0)).toBe(30);
		detection.begin(sure(30));
		expect(detection.mayProbe(true, 0)).toBe(false);
		detection.ended(sure(30), true);
		expect(detection.limit(0)).toBe(80);
		detection.begin(sure(80));
		detection.ended(sure(80), true);
		expect(detection.limit(0)).toBeUndefined();
		expect(detection.mayProbe(true, 0)).toBe(false);
	});

	it('learns nothing from a probe that met something else', () => {
		const detection = new PlanDetection(PLANS);
		detection.begin(sure(4));
		detection.begin(sure(4));
		detection.ended(sure(4), false);
		expect([detection.limit(0), detection.mayProbe(true, 0)]).toEqual([4, true]);
	});

	it('rules a plan out by what Zoom accepts in a window, not by a late probe alone', () => {
		const detection = new PlanDetection(PLANS);
		detection.begin(late(4));
		detection.ended(late(4), true);
		expect([detection.limit(0), detection.mayProbe(true, 0)]).toEqual([4, true]);
		detection.proved(4);
		expect(detection.limit(0)).toBe(4);
		detection.begin(sure(4));
		detection.begin(sure(4));
		detection.proved(5);
		expect([detection.limit(0), detection.mayProbe(true, 0)]).toEqual([30, true]);
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
			detection.begin(sure(limit));
			detection.ended(sure(limit), true);
		}
		detection.begin(sure(80));
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
			detection.begin(sure(4));
			detection.refused(now);
			expect(detection.found(now + believedMs - 1)).toBe(4);
			expect(detection.found(now + believedMs)).toBeUndefined();
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
		detection.begin(sure(4));
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
		detection.begin(sure(4));
		detection.ended(sure(4), true);
		expect(detection.stepBack(left, 1_000)).toBe(isBack);
		expect(detection.limit(1_000)).toBe(limit);
		// For half a minute nothing is tried after a mistake.
		expect(detection.mayProbe(true, 1_000)).toBe(!isBack);
		expect(detection.mayProbe(true, 30_999)).toBe(!isBack);
		expect(detection.mayProbe(true, 31_000)).toBe(true);
	});

	it('steps back neither below the lowest plan nor from what Zoom has said', () => {
		const detection = new PlanDetection(PLANS);
		expect(detection.stepBack(1, 0)).toBe(false);
		detection.begin(sure(4));
		detection.ended(sure(4), true);
		detection.tell(30, 0);
		expect(detection.stepBack(1, 0)).toBe(false);
	});
});
