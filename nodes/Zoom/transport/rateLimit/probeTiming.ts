import type { SlidingWindow } from './slidingWindow';

/** A probe arrives after the requests that it comes on top of … */
const GAP_MS = 80;
/** … and while the first of them surely counts at Zoom's end: within this part of a window. */
const SURELY_WITHIN = 0.8;
/** In one of so many windows probes go out that aren't sure: they get in the way of those that are. */
const UNSURE_EVERY = 5;

/** A request more than a plan allows in a window. */
export interface Probe {
	/** That is tried, in requests a window. */
	limit: number;
	/** Whether all that it comes on top of surely counts when it arrives. */
	isSure: boolean;
}

/** When a probe may go out. Times are milliseconds of a clock that is never set. */
export class ProbeTiming {
	/** When the last window began in which probes go out that aren't sure. */
	private unsureFrom = -Infinity;

	constructor(private readonly windowMs: number) {}

	/**
	 * In how many milliseconds a probe may go out. Where requests go out so evenly that a window is
	 * full late, one may go out at once that isn't sure: more accepted in a window than the limit rule
	 * it out. It may take the place of another request, which Zoom then refuses, so that for two
	 * windows none is sure.
	 *
	 * @param window with as many requests as the limit allows
	 */
	next(limit: number, window: SlidingWindow, now: number) {
		const firstAt = window.sentBefore(limit);
		const lastAt = window.lastSentAt();
		if (firstAt === undefined || lastAt === undefined) return undefined;
		const at = Math.max(now, lastAt + GAP_MS);
		const surelyMs = SURELY_WITHIN * this.windowMs;
		if (at - firstAt <= surelyMs && firstAt > this.unsureFrom + 2 * this.windowMs) {
			return { inMs: at - now, probe: { limit, isSure: true } };
		}
		const firstCounts = now - firstAt < this.windowMs;
		const isEven = now - Number(window.sentBefore(Math.ceil(limit / 2))) > surelyMs / 2;
		const windowsSince = (now - this.unsureFrom) / this.windowMs;
		const isTooSoon = windowsSince > 1 && windowsSince < UNSURE_EVERY;
		if (!firstCounts || !isEven || isTooSoon) return undefined;
		return { inMs: 0, probe: { limit, isSure: false } };
	}

	/** A probe goes out. */
	send({ isSure }: Probe, now: number): void {
		if (!isSure && now - this.unsureFrom > this.windowMs) this.unsureFrom = now;
	}
}
