/** Requests take differently long to arrive: so much keeps them apart at Zoom's end too … */
const MARGIN_MS = 30;
/** … and so much more for each window in which one is refused in spite of it. */
const MARGIN_STEP_MS = 10;
const MOST_MARGIN_MS = 100;
/** Where more of a limit's places are lost, others use the account. */
const FEW = 0.1;
/** A refusal after so long without any widens the margin from where it began. */
const FORGET_MS = 3_600_000;

/**
 * What to make of requests that Zoom refuses although they keep to its limit. A few of them arrived
 * too close together: the margin widens. Each also shows that one of the limit's places is taken by
 * somebody else: it is left alone. After a window without a refusal one place is tried again, after
 * the next one two more, then four.
 * Times are milliseconds of a clock that is never set.
 */
export class BackOff {
	/** Added to the distance of a window. */
	marginMs = MARGIN_MS;

	private taken = 0;

	/** How many places are tried again when the next window ends without a refusal. */
	private step = 1;

	/** When the window began that is being watched. */
	private watchedFrom = 0;

	private refusedAt = -Infinity;

	constructor(private readonly windowMs: number) {}

	/**
	 * How many of a limit's places are free; at least one. Those are among them that are to be tried
	 * again by now.
	 */
	left(limit: number, now: number): number {
		while (this.taken > 0 && now - this.watchedFrom >= this.windowMs) {
			this.taken = Math.max(0, this.taken - this.step);
			this.step *= 2;
			this.watchedFrom += this.windowMs;
		}
		return Math.max(1, limit - this.taken);
	}

	/** Zoom refused a request that kept to the limit. */
	refused(limit: number, now: number): void {
		const left = this.left(limit, now);
		this.taken = limit - Math.max(1, left - 1);
		this.step = 1;
		this.watchedFrom = now;
		if (this.taken <= Math.max(1, FEW * limit)) this.widen(now);
		this.refusedAt = now;
	}

	/** All places are free. */
	reset(): void {
		this.taken = 0;
	}

	private widen(now: number): void {
		const quietFor = now - this.refusedAt;
		if (quietFor <= this.windowMs) return;
		const margin = quietFor > FORGET_MS ? MARGIN_MS : this.marginMs;
		this.marginMs = Math.min(margin + MARGIN_STEP_MS, MOST_MARGIN_MS);
	}
}
