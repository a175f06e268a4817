import fc from 'fast-check';
import { RequestBudget } from '../../nodes/Zoom/transport/rateLimit/requestBudget';

const WINDOW_MS = 1000;
const MOST_UNDER_WAY = 100;

/** A number that follows from a seed, evenly between 0 and 1; and one around 0, as in nature. */
function chance(seed: number) {
	let state = seed;
	const even = () => {
		state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
		return (state + 1) / 2 ** 32;
	};
	const around = () => Math.sqrt(-2 * Math.log(even())) * Math.cos(2 * Math.PI * even());
	return { even, around };
}

interface Event {
	at: number;
	happen: () => void;
}

/**
 * Sends so many requests, as many at a time as the budget lets go, to a Zoom that takes `limit` in
 * any second. Requests arrive some milliseconds after they went out, one in twenty much later, and
 * are answered around `medianMs` later, some much later (log-normal, σ 0.4).
 */
function sendAll(limit: number, count: number, medianMs: number, seed: number) {
	const { even, around } = chance(seed);
	const budget = new RequestBudget('light');
	const events: Event[] = [];
	const later = (at: number, happen: () => void) => {
		events.push({ at, happen });
		events.sort((one, other) => one.at - other.at);
	};
	const accepted: number[] = [];
	let now = 0;
	let toSend = count;
	let underWay = 0;
	let refused = 0;
	const sendOne = () => {
		const { probe } = budget.next('auto', now);
		budget.reserve(probe);
		const departure = budget.send('auto', now, probe);
		departure.leftBy = now;
		toSend--;
		underWay++;
		later(now + 5 + Math.abs(around()) * (even() < 0.05 ? 18 : 6), () => {
			const isAccepted = accepted.filter((at) => now - at < WINDOW_MS).length < limit;
			if (isAccepted) accepted.push(now);
			later(now + medianMs * Math.exp(0.4 * around()), () => {
				underWay--;
				if (!isAccepted) {
					toSend++;
					refused++;
				}
				const result = isAccepted ? { accepted: true } : { refused: true };
				budget.end({ plan: 'auto', probe, departure }, result, now);
			});
		});
	};
	while (accepted.length < count) {
		const mayGo = () => toSend > 0 && underWay < MOST_UNDER_WAY;
		while (mayGo() && budget.next('auto', now).inMs <= 0) sendOne();
		const wakesAt = now + Math.max(1, Math.min(budget.next('auto', now).inMs, 10));
		const [first] = events;
		if (first && (first.at <= wakesAt || !mayGo())) {
			events.shift();
			now = first.at;
			first.happen();
		} else now = wakesAt;
	}
	return { refused, seconds: now / 1000 };
}

it.each([
	// As many probes as there are, and one request that came close to another on its way.
	[4, 500, 3, 40, 11.5],
	[30, 50, 2, 200, 7.5],
	[30, 500, 2, 200, 8.5],
	[30, 1500, 2, 200, 11],
	[80, 50, 3, 500, 7],
	[80, 500, 3, 500, 9],
	[80, 1500, 3, 500, 14],
])(
	'%i a second, around %i ms: is found for at most %i refusals, whatever takes long',
	(limit, medianMs, mostRefused, count, most) => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 2 ** 31 }), (seed) => {
				const { refused, seconds } = sendAll(limit, count, medianMs, seed);
				expect(refused).toBeLessThanOrEqual(mostRefused);
				expect(seconds).toBeLessThanOrEqual(most);
			}),
			{ numRuns: 40, seed: 1 },
		);
	},
);
