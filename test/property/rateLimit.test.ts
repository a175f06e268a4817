import fc from 'fast-check';
import { BackOff } from '../../nodes/Zoom/transport/rateLimit/backOff';
import { PlanDetection } from '../../nodes/Zoom/transport/rateLimit/planDetection';
import { RequestBudget } from '../../nodes/Zoom/transport/rateLimit/requestBudget';
import { SlidingWindow } from '../../nodes/Zoom/transport/rateLimit/slidingWindow';

const WINDOW_MS = 1000;
const gaps = fc.array(fc.integer({ min: 0, max: 700 }), { minLength: 1, maxLength: 200 });

/** The most that went out within any window. */
const mostInAWindow = (times: readonly number[]) =>
	Math.max(
		0,
		...times.map((from) => times.filter((at) => at >= from && at < from + WINDOW_MS).length),
	);

describe('a sliding window', () => {
	it('never lets more out within a window than its limit, whenever requests come', () => {
		fc.assert(
			fc.property(gaps, fc.integer({ min: 1, max: 40 }), (between, limit) => {
				const window = new SlidingWindow(WINDOW_MS);
				const times: number[] = [];
				let now = 0;
				for (const gap of between) {
					now = Math.max(now + gap, window.dueAt(limit, 0, now + gap));
					window.reserve();
					window.send(now);
					times.push(now);
				}
				expect(mostInAWindow(times)).toBeLessThanOrEqual(limit);
			}),
		);
	});

	it('makes nobody wait for requests that were given back or taken off', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 40 }), fc.array(fc.boolean()), (limit, sent) => {
				const window = new SlidingWindow(WINDOW_MS);
				for (const isSent of sent) {
					window.reserve();
					if (isSent) window.remove(window.send(5));
					else window.cancel();
				}
				expect(window.dueAt(limit, 30, 7)).toBe(7);
			}),
		);
	});
});

describe('backing off', () => {
	const events = fc.array(
		fc.record({ after: fc.integer({ min: 0, max: 3000 }), isRefused: fc.boolean() }),
		{ maxLength: 300 },
	);

	it('leaves at least one place, at most the limit, and all of them after a quiet minute', () => {
		fc.assert(
			fc.property(events, fc.integer({ min: 1, max: 100 }), (all, limit) => {
				const backOff = new BackOff(WINDOW_MS);
				let now = 0;
				for (const { after, isRefused } of all) {
					now += after;
					if (isRefused) backOff.refused(limit, now);
					const left = backOff.left(limit, now);
					expect(left).toBeGreaterThanOrEqual(1);
					expect(left).toBeLessThanOrEqual(limit);
					expect(backOff.marginMs).toBeLessThanOrEqual(WINDOW_MS / 10);
				}
				expect(backOff.left(limit, now + 60_000)).toBe(limit);
			}),
		);
	});
});

describe('detecting the plan', () => {
	it('never finds a limit above that of an account that refuses what is above it', () => {
		const plans = [4, 30, 80];
		fc.assert(
			fc.property(
				fc.constantFrom(...plans),
				fc.array(fc.constantFrom('done', 'down')),
				(true_, all) => {
					const detection = new PlanDetection(plans);
					for (const [now, what] of all.entries()) {
						if (!detection.mayProbe(true, now)) break;
						const limit = Number(detection.limit(now));
						detection.begin({ limit, isSure: true });
						if (what === 'down') detection.ended({ limit, isSure: true }, false);
						else if (limit >= true_) detection.refused(now);
						else detection.ended({ limit, isSure: true }, true);
					}
					expect(detection.limit(all.length)).toBeLessThanOrEqual(true_);
				},
			),
		);
	});
});

describe('the budget of requests', () => {
	it('keeps to the limit, whatever came of earlier requests', () => {
		const outcome = fc.constantFrom({ accepted: true }, {}, { refused: true }, undefined);
		fc.assert(
			fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 400 }), outcome)), (all) => {
				const budget = new RequestBudget('light');
				const counted: number[] = [];
				let now = 0;
				for (const [gap, result] of all) {
					now += gap;
					now += Math.max(0, budget.next('free', now).inMs);
					budget.reserve();
					if (!result) budget.cancel();
					else {
						const departure = budget.send('free', now);
						departure.leftBy = now;
						budget.end({ plan: 'free', departure }, result, now);
					}
					if (result && !('refused' in result)) counted.push(now);
				}
				expect(mostInAWindow(counted)).toBeLessThanOrEqual(4);
			}),
		);
	});

	it('keeps requests further apart by what they left late, and by no more', () => {
		const times = fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 4, maxLength: 4 });
		fc.assert(
			fc.property(times, fc.integer({ min: 0, max: 1_000 }), (leftBy, now) => {
				const budget = new RequestBudget('light');
				for (const time of leftBy) {
					budget.reserve();
					budget.send('free', 0).leftBy = time;
				}
				expect(now + budget.next('free', now).inMs).toBe(leftBy[0]! + WINDOW_MS + 30);
			}),
		);
	});
});
