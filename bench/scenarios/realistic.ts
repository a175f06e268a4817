import { atMost, nothingLost } from '../bounds';
import { ours, pacedPool } from '../contestants';
import type { Bound, Row, Scenario } from '../types';

/** Requests a second that Zoom's plans allow, by its category of the operation. */
const RATES = {
	pro: { light: 30, medium: 20, heavy: 10 },
	business: { light: 80, medium: 60, heavy: 40 },
};
export type Plan = keyof typeof RATES;
export const rateOf = (plan: Plan, category: 'light' | 'medium' | 'heavy') => RATES[plan][category];

export const PLAN_NAMES = { pro: 'Pro', business: 'Business' };

/** Answers across the internet: most near the median, a few much later, in the same order for all. */
export const latencyAround = (medianMs: number) => ({
	latencyMs: medianMs,
	latencySigma: 0.4,
	latencySeed: 14,
	tokenLatencyMs: medianMs,
});

/**
 * Adding at the plan's rate, over https, with answers as slow as Zoom's: as many requests have to be
 * under way as the rate needs.
 */
function adding(plan: Plan, medianMs: number, rows: number, rounds?: number): Scenario {
	const perSecond = rateOf(plan, 'light');
	const what = `${rows.toLocaleString('en')} adds at ${perSecond}/s, around ${medianMs} ms`;
	const limits = [
		['plan told', 1.05],
		['plan detected', 1.1],
	] as const;
	const boundsOf = (how: string, most: number, row: Row): Bound[] => [
		atMost(`${what}, ${how}: time over a bare pool's`, row.ratio, most),
		...nothingLost(`${what}, ${how}`, row),
	];
	return {
		title: `${rows.toLocaleString('en')} registrations at ${PLAN_NAMES[plan]}'s ${perSecond} requests a second, https, latency around ${medianMs} ms`,
		rows,
		perSecond,
		rounds,
		https: true,
		sandbox: { plan, ...latencyAround(medianMs) },
		contestants: [
			pacedPool('add', perSecond),
			ours('Add, plan told', 'add', { plan }),
			ours('Add, plan detected', 'add'),
		],
		bounds: (row) =>
			limits.flatMap(([how, most]) => boundsOf(how, most, row(`This node, Add, ${how}`))),
	};
}

export const pro300 = adding('pro', 300, 600, 1);
export const business300 = adding('business', 300, 800, 1);
export const pro500 = adding('pro', 500, 600);
export const business500 = adding('business', 500, 1600);
export const pro1500 = adding('pro', 1500, 600);
