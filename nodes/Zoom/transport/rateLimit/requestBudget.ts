import type { ZoomPlan } from '../../../../credentials/token/settings';
import { RATE_LIMITS } from '../../api/rateLimits';
import type { RateCategory } from '../../api/rateLimits';
import { BackOff } from './backOff';
import { Lateness } from './lateness';
import { PlanDetection } from './planDetection';
import { SlidingWindow } from './slidingWindow';
import { Spacing } from './spacing';

const PLAN_INDEX: Record<Exclude<ZoomPlan, 'auto'>, number> = { free: 0, pro: 1, business: 2 };
/** A probe arrives after the requests that it comes on top of … */
const PROBE_GAP_MS = 50;
/** … and while the first of them still counts at Zoom's end: within this part of a window. */
const PROBE_WITHIN = 0.8;

type Sent = { plan: ZoomPlan; probe?: number; sentAt: number };

/** What came of a request, as far as its limit is concerned. */
export interface Result {
	/** Zoom accepted it. */
	accepted?: boolean;
	/** Zoom refused it for the limit. */
	refused?: boolean;
	/** How long Zoom asks everybody to wait, in milliseconds. */
	waitMs?: number;
	/** The limit that Zoom names, in requests a window. */
	limit?: number;
}

/** When the next request may go out. */
export interface Turn {
	/** In so many milliseconds; now where there are none left. */
	inMs: number;
	/** The limit that it goes out on top of, to try whether it holds. */
	probe?: number;
}

/**
 * What an account may send of one category. Knows nothing of waiting: the limiter does that.
 * Times are milliseconds of a clock that is never set.
 */
export class RequestBudget {
	private readonly plans: readonly number[];
	private readonly windowMs: number;
	private readonly window: SlidingWindow;
	private readonly detection: PlanDetection;
	private readonly backOff: BackOff;
	private readonly spacing: Spacing;
	private readonly lateness: Lateness;
	private pausedUntil = -Infinity;

	constructor(category: RateCategory) {
		const { windowMs, plans } = RATE_LIMITS[category];
		this.plans = plans;
		this.windowMs = windowMs;
		this.window = new SlidingWindow(windowMs);
		this.spacing = new Spacing(windowMs);
		this.lateness = new Lateness(windowMs);
		this.detection = new PlanDetection(plans);
		this.backOff = new BackOff(windowMs);
	}

	/** When the next request may go out. */
	next(plan: ZoomPlan, now: number): Turn {
		const pausedFor = this.pausedUntil - now;
		if (pausedFor > 0) return { inMs: pausedFor };
		const limit = this.limit(plan, now);
		if (limit === undefined) return { inMs: 0 };
		const places = this.backOff.left(limit, now);
		const marginMs = this.backOff.marginMs + this.lateness.most(now);
		const dueAt = this.window.dueAt(places, marginMs, now);
		const evenlyAt = this.spacing.dueAt(this.spreadLimit(plan, now), this.window.reserved, now);
		const inMs = Math.max(dueAt, evenlyAt) - now;
		if (inMs <= 0 || plan !== 'auto' || places < limit) return { inMs };
		const probeInMs = this.probeIn(limit, now);
		return probeInMs < inMs ? { inMs: probeInMs, probe: limit } : { inMs };
	}

	/** A wait for a turn took so much longer than it should. */
	late(ms: number, now: number): void {
		this.lateness.note(ms, now);
	}

	/** A request gets its permit. */
	reserve(probe?: number): void {
		this.window.reserve();
		if (probe !== undefined) this.detection.probe();
	}

	/** It goes out. */
	send(plan: ZoomPlan, now: number): void {
		this.window.send(now);
		this.spacing.send(this.spreadLimit(plan, now), now);
	}

	/** It never goes out. */
	cancel(probe?: number): void {
		this.window.cancel();
		if (probe !== undefined) this.detection.probed(probe, false);
	}

	/** It has ended. */
	end({ plan, probe, sentAt }: Sent, result: Result, now: number): void {
		const isNews = result.limit !== undefined && this.detection.tell(result.limit, now);
		if (!result.refused) {
			if (probe !== undefined) this.detection.probed(probe, result.accepted === true);
			return;
		}
		// What Zoom refuses takes nothing off its limit.
		this.window.remove(sentAt);
		this.pausedUntil = Math.max(this.pausedUntil, now + (result.waitMs ?? 0));
		const isFound = plan === 'auto' && this.detection.refused(now);
		// A probe was one too many on purpose.
		if (!isNews && !isFound && probe === undefined) this.giveWay(plan, now);
	}

	private limit(plan: ZoomPlan, now: number): number | undefined {
		if (plan === 'auto') return this.detection.limit(now);
		return this.detection.told(now) ?? this.plans[PLAN_INDEX[plan]];
	}

	/** A limit that is still to be found is reached at once. */
	private spreadLimit(plan: ZoomPlan, now: number): number | undefined {
		return plan === 'auto' ? this.detection.told(now) : this.limit(plan, now);
	}

	/** In how many milliseconds a probe may go out on top of what the limit allows. */
	private probeIn(limit: number, now: number): number {
		const firstAt = this.window.sentBefore(limit);
		const lastAt = this.window.lastSentAt();
		if (!this.detection.mayProbe(now) || firstAt === undefined || lastAt === undefined) {
			return Infinity;
		}
		const at = Math.max(now, lastAt + PROBE_GAP_MS);
		return at - firstAt <= PROBE_WITHIN * this.windowMs ? at - now : Infinity;
	}

	/** Zoom refused a request that kept to the limit as far as it is known. */
	private giveWay(plan: ZoomPlan, now: number) {
		const limit = this.limit(plan, now) ?? this.plans[this.plans.length - 1];
		if (limit === undefined) return;
		this.backOff.refused(limit, now);
		if (plan !== 'auto') return;
		if (this.detection.stepBack(this.backOff.left(limit, now), now)) this.backOff.reset();
	}
}
