/** A window's requests go out over half of it, as what goes out at once arrives unevenly … */
const SPREAD_OVER = 0.5;
/** … but no further apart than this … */
const MOST_GAP_MS = 50;
/** … and so many may go out at once, after a while without any or where n8n was busy. */
const AT_ONCE = 4;
/** A limit that is to be found is reached soon: so far apart they arrive one after the other. */
const UNKNOWN_GAP_MS = 3;

/**
 * Keeps the requests of a window apart. Times are milliseconds of a clock that is never set.
 */
export class Spacing {
	/** When the next request would go out if none had been held back. */
	private evenlyAt = -Infinity;

	constructor(private readonly windowMs: number) {}

	/**
	 * When the next request may go out.
	 *
	 * @param limit requests in a window; undefined while it is to be found, which happens at once
	 * @param reserved requests that have a permit and wait for their token: they go out together as
	 *   soon as it is there, so each of them counts as well, and behind `AT_ONCE` of them all others
	 *   wait
	 */
	dueAt(limit: number | undefined, reserved: number, now: number): number {
		const gapMs = this.gapMs(limit);
		return this.earliest(gapMs, now) + reserved * gapMs;
	}

	/** A request goes out. */
	send(limit: number | undefined, now: number): void {
		const gapMs = this.gapMs(limit);
		this.evenlyAt = this.earliest(gapMs, now) + gapMs;
	}

	private earliest(gapMs: number, now: number): number {
		return Math.max(this.evenlyAt, now - (AT_ONCE - 1) * gapMs);
	}

	private gapMs(limit: number | undefined): number {
		if (limit === undefined) return UNKNOWN_GAP_MS;
		return Math.min((SPREAD_OVER * this.windowMs) / limit, MOST_GAP_MS);
	}
}
