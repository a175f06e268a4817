import { RequestBudget } from '../../../nodes/Zoom/transport/rateLimit/requestBudget';
import { SlidingWindow } from '../../../nodes/Zoom/transport/rateLimit/slidingWindow';
import { PLANS, sure } from '../support/rateLimit';

describe('the budget', () => {
	/** Sends so many at once, which leave at once. */
	function send(budget: RequestBudget, count: number, now: number, plan: 'auto' | 'pro' = 'auto') {
		return Array.from({ length: count }, () => {
			budget.reserve();
			const departure = budget.send(plan, now);
			departure.leftBy = now;
			return departure;
		});
	}

	it('lets a probe out soon after what the limit allows, while all of that still counts', () => {
		const budget = new RequestBudget('light');
		send(budget, 4, 0);
		expect(budget.next('auto', 10)).toEqual({ inMs: 70, probe: sure(4) });
		expect(budget.next('auto', 800)).toEqual({ inMs: 0, probe: sure(4) });
		expect(budget.next('auto', 1_000)).toEqual({ inMs: 30 });
		// A plan that is told is not tried, and nothing is while one is still to go.
		expect(budget.next('free', 10)).toEqual({ inMs: 1_020 });
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

	it('offers a probe again for each that never went out', () => {
		const budget = new RequestBudget('light');
		send(budget, 4, 0);
		for (let time = 0; time < 3; time++) {
			const { probe } = budget.next('auto', 80);
			expect(probe).toEqual(sure(4));
			budget.reserve(probe);
			budget.cancel(probe);
		}
	});

	it('takes a refusal that names the limit for news, not for a sign of others', () => {
		const budget = new RequestBudget('light');
		const [departure] = send(budget, 30, 0, 'pro');
		const refused = { plan: 'pro' as const, departure: departure! };
		budget.end(refused, { refused: true, limit: 30 }, 500);
		expect(budget.next('pro', 500).inMs).toBeLessThanOrEqual(0);
	});

	it('gives way where a request is refused that kept to the limit', () => {
		const budget = new RequestBudget('light');
		const [departure] = send(budget, 30, 0, 'pro');
		budget.end({ plan: 'pro', departure: departure! }, { refused: true }, 500);
		// Of 30 places, one is taken by somebody else, and the refused request takes none.
		expect(budget.next('pro', 500)).toEqual({ inMs: 540 });
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

	it.each([
		['that Zoom has named', { accepted: true, limit: 60 }],
		["while no plan's limit holds", { accepted: true }],
	])('counts what was accepted for no limit %s: there may be thousands', (_, result) => {
		const counted = jest.spyOn(SlidingWindow.prototype, 'mostAccepted');
		const budget = new RequestBudget('light');
		const accept = (count: number) => {
			for (const departure of send(budget, count, 0)) {
				budget.end({ plan: 'auto', departure }, result, 50);
			}
			return counted.mock.calls.length;
		};
		// More than any plan allows.
		const sought = accept(100);
		expect(sought).toBeLessThanOrEqual(81);
		expect(accept(1_000)).toBe(sought);
	});

	it('needs not know when a request left where there is no limit', () => {
		const budget = new RequestBudget('light');
		const leftBy = () => {
			budget.reserve();
			return budget.send('auto', 0).leftBy;
		};
		for (const limit of PLANS) {
			expect(leftBy()).toBeUndefined();
			budget.reserve(sure(limit));
			const probe = sure(limit);
			const departure = budget.send('auto', 0, probe);
			budget.end({ plan: 'auto', probe, departure }, { accepted: true }, 0);
		}
		expect(leftBy()).toBe(0);
	});

	it('keeps requests further apart by as much as they left late', () => {
		const budget = new RequestBudget('light');
		for (const departure of send(budget, 30, 0, 'pro')) departure.leftBy = 200;
		expect(budget.next('pro', 500)).toEqual({ inMs: 730 });
	});
});
