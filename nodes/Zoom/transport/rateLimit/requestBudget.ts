import type { ZoomPlan } from '../../../../credentials/token/settings';
import { RATE_LIMITS } from '../../api/rateLimits';
import type { RateCategory } from '../../api/rateLimits';
import { BackOff } from './backOff';
import { PlanDetection } from './planDetection';
import { ProbeTiming } from './probeTiming';
import type { Probe } from './probeTiming';
import { SlidingWindow } from './slidingWindow';
import type { Departure } from './slidingWindow';
import { Spacing } from './spacing';

const PLAN_INDEX: Record<Exclude<ZoomPlan, 'auto'>, number> = { free: 0, pro: 1, business: 2 };
interface Sent {
	plan: ZoomPlan;
	probe?: Probe;
	departure: Departure;
}

/** What came of a request, as far as its limit is concerned. */
export interface Result {
	/** Zoom accepted it. */
	accepted?: boolean;
	/** That shows that the account isn't on Zoom's Free plan. */
	isPaid?: boolean;
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
	/** It goes out on top of a limit, to try whether that holds. */
	probe?: Probe;
}

/**
 * What an account may send of one category. Knows nothing of waiting: the limiter does that.
 * Times are milliseconds of a clock that is never set.
 */
export class RequestBudget {
	private readonly plans: readonly number[];
	private readonly window: SlidingWindow;
	private readonly detection: PlanDetection;
	private readonly probes: ProbeTiming;
	private readonly backOff: BackOff;
	private readonly spacing: Spacing;
	private pausedUntil = -Infinity;

	constructor(category: RateCategory) {
		const { windowMs, plans } = RATE_LIMITS[category];
		this.plans = plans;
		this.window = new SlidingWindow(windowMs);
		this.spacing = new Spacing(windowMs);
		this.detection = new PlanDetection(plans);
		this.probes = new ProbeTiming(windowMs);
		this.backOff = new BackOff(windowMs);
	}

	/** When the next request may go out. */
	next(plan: ZoomPlan, now: number): Turn {
		const pausedFor = this.pausedUntil - now;
		if (pausedFor > 0) return { inMs: pausedFor };
		const limit = this.limit(plan, now);
		if (limit === undefined) return { inMs: 0 };
		const places = this.backOff.left(limit, now);
		const dueAt = this.window.dueAt(places, this.backOff.marginMs, now);
		const evenlyAt = this.spacing.dueAt(this.spreadLimit(plan, now), this.window.reserved, now);
		const inMs = Math.max(dueAt, evenlyAt) - now;
		if (inMs <= 0 || plan !== 'auto' || places < limit) return { inMs };
		const turn = this.probes.next(limit, this.window, now);
		const comesFirst = turn !== undefined && turn.inMs < inMs;
		return comesFirst && this.detection.mayProbe(turn.probe.isSure, now) ? turn : { inMs };
	}

	/** A request gets its permit. */
	reserve(probe?: Probe): void {
		this.window.reserve();
		if (probe) this.detection.begin(probe);
	}

	/** It goes out. Where nothing keeps its distance from it, it has left at once. */
	send(plan: ZoomPlan, now: number, probe?: Probe): Departure {
		if (probe) this.probes.send(probe, now);
		this.spacing.send(this.spreadLimit(plan, now), now);
		const departure = this.window.send(now);
		if (this.limit(plan, now) === undefined) departure.leftBy = now;
		return departure;
	}

	/** It never goes out. */
	cancel(probe?: Probe): void {
		this.window.cancel();
		if (probe) this.detection.ended(probe, false);
	}

	/** It has ended. */
	end({ plan, probe, departure }: Sent, result: Result, now: number): void {
		const isNews = result.limit !== undefined && this.detection.tell(result.limit, now);
		if (!result.refused) {
			if (probe) this.detection.ended(probe, result.accepted === true);
			departure.isAccepted = result.accepted === true;
			if (departure.isAccepted && this.detection.isLooking(now)) {
				this.detection.proved(this.window.mostAccepted());
			}
			if (result.isPaid) this.detection.provedPaid();
			return;
		}
		// What Zoom refuses takes nothing off its limit.
		this.window.remove(departure);
		this.pausedUntil = Math.max(this.pausedUntil, now + (result.waitMs ?? 0));
		const isFound = plan === 'auto' && this.detection.refused(now);
		// A probe was one too many on purpose.
		if (!isNews && !isFound && !probe) this.giveWay(plan, now);
	}

	private limit(plan: ZoomPlan, now: number): number | undefined {
		if (plan === 'auto') return this.detection.limit(now);
		return this.detection.found(now) ?? this.plans[PLAN_INDEX[plan]];
	}

	/** A limit that is still to be found is reached at once. */
	private spreadLimit(plan: ZoomPlan, now: number): number | undefined {
		return plan === 'auto' ? this.detection.found(now) : this.limit(plan, now);
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
