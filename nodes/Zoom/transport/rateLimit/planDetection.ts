import type { Probe } from './probeTiming';

/** A refused probe may have been others' doing: it is believed for longer each time. */
const BELIEVED_MS = [60_000, 600_000, 3_600_000] as const;
/** What Zoom says is believed for an hour: plans change. */
const TOLD_FOR_MS = 3_600_000;
/** For so long no probe follows on one that was accepted by mistake. */
const CAREFUL_MS = 30_000;
/** At first everything waits for a probe's answer, and the first of two comes sooner. */
const FIRST_PROBES = 2;

/**
 * Finds out which plan's limit holds. A probe is one request more than the plan that is tried allows
 * in a window: where Zoom accepts it the plan is ruled out, where Zoom refuses it the limit is found.
 * Times are milliseconds of a clock that is never set.
 */
export class PlanDetection {
	/** How many of the limits are too low. */
	private ruledOut = 0;

	private known: { limit: number; until: number } | undefined;

	private refusals = 0;

	/** The probes under way of the limit that is tried: whether each is sure. */
	private probes: boolean[] = [];

	private carefulUntil = -Infinity;

	/** @param limits of the plans, in requests a window, the lowest first */
	constructor(private readonly limits: readonly number[]) {}

	/** The limit as Zoom has named it, or as a refused probe has shown it, while that is believed. */
	found(now: number): number | undefined {
		if (this.known && this.known.until <= now) this.known = undefined;
		return this.known?.limit;
	}

	/** Requests a window; undefined where no plan's limit holds. */
	limit(now: number): number | undefined {
		return this.found(now) ?? this.limits[this.ruledOut];
	}

	/** Whether a limit is tried, and may prove too low. */
	isLooking(now: number): boolean {
		return this.found(now) === undefined && this.ruledOut < this.limits.length;
	}

	/**
	 * Whether a probe may go out. A sure one is enough where it tries more than the lowest limit: that
	 * leaves work to do meanwhile, and a second one may be a second refusal.
	 */
	mayProbe(isSure: boolean, now: number): boolean {
		const hasSure = isSure || this.probes.includes(true);
		const most = this.refusals > 0 || (this.ruledOut > 0 && hasSure) ? 1 : FIRST_PROBES;
		return this.isLooking(now) && this.probes.length < most && now >= this.carefulUntil;
	}

	/** A probe is to go out. */
	begin({ isSure }: Probe): void {
		this.probes.push(isSure);
	}

	/** Zoom accepted a probe, or it met something that tells nothing of the limit. */
	ended({ limit, isSure }: Probe, isAccepted: boolean): void {
		// Of a limit that is no longer tried it tells nothing.
		if (this.known !== undefined || this.limits[this.ruledOut] !== limit) return;
		if (isAccepted && isSure) this.ruleOut();
		else this.remove(isSure);
	}

	/** Zoom has accepted, and answered, so many requests within a window. */
	proved(accepted: number): void {
		if (this.known === undefined && accepted > Number(this.limits[this.ruledOut])) this.ruleOut();
	}

	/** Zoom has accepted what it doesn't from accounts on the lowest plan. */
	provedPaid(): void {
		const hasSteppedBack = this.carefulUntil > -Infinity;
		if (this.known === undefined && this.ruledOut === 0 && !hasSteppedBack) this.ruleOut();
	}

	/**
	 * Zoom refused a request while a probe was under way: the one or the other was one too many.
	 *
	 * @returns whether that tells the limit
	 */
	refused(now: number): boolean {
		const limit = this.limits[this.ruledOut];
		if (this.probes.length === 0 || limit === undefined) return false;
		const believedMs = BELIEVED_MS[Math.min(this.refusals++, BELIEVED_MS.length - 1)];
		this.known = { limit, until: now + Number(believedMs) };
		this.probes = [];
		return true;
	}

	/**
	 * Zoom names the limit.
	 *
	 * @returns whether that is news
	 */
	tell(limit: number, now: number): boolean {
		const isNews = this.found(now) !== limit;
		this.known = { limit, until: now + TOLD_FOR_MS };
		return isNews;
	}

	/**
	 * Zoom refuses requests that the limit allows.
	 *
	 * @param left how many places in a window seem to be free
	 * @returns whether a plan had been ruled out by mistake
	 */
	stepBack(left: number, now: number): boolean {
		const lower = this.limits[this.ruledOut - 1];
		if (lower === undefined || this.found(now) !== undefined || left > lower) return false;
		this.ruledOut--;
		this.carefulUntil = now + CAREFUL_MS;
		return true;
	}

	private remove(isSure: boolean) {
		const place = this.probes.indexOf(isSure);
		if (place >= 0) this.probes.splice(place, 1);
	}

	private ruleOut() {
		this.ruledOut++;
		this.probes = [];
	}
}
