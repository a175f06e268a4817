/**
 * The requests of the last windows of a rate limit. Times are milliseconds of a clock that is never
 * set, such as `performance.now()`.
 */
export class SlidingWindow {
	/** When requests went out, the first one first. */
	private readonly sent: number[] = [];

	private waiting = 0;

	constructor(private readonly windowMs: number) {}

	/** How many requests may go out and have not yet: they are signing in, for example. */
	get reserved(): number {
		return this.waiting;
	}

	reserve(): void {
		this.waiting++;
	}

	/** A reserved request never goes out. */
	cancel(): void {
		this.waiting--;
	}

	/** A reserved request goes out. */
	send(now: number): void {
		this.waiting--;
		this.sent.push(now);
		// No later request has to keep its distance from these.
		while (Number(this.sent[0]) < now - 2 * this.windowMs) this.sent.shift();
	}

	/** What was sent then counts no longer. */
	remove(sentAt: number): void {
		const place = this.sent.lastIndexOf(sentAt);
		if (place >= 0) this.sent.splice(place, 1);
	}

	/**
	 * When the next request may go out: a window and the margin after the one that is `limit` places
	 * before it.
	 *
	 * @param limit requests in a window, at least 1
	 */
	dueAt(limit: number, marginMs: number, now: number): number {
		if (this.reserved >= limit) return now + this.windowMs + marginMs;
		const before = this.sent.at(this.reserved - limit);
		return before === undefined ? now : before + this.windowMs + marginMs;
	}

	/** When the last request went out; undefined where any is still to go, or none has. */
	lastSentAt(): number | undefined {
		return this.reserved > 0 ? undefined : this.sent.at(-1);
	}

	/** When the one went out that is `places` before the next; undefined where there is none. */
	sentBefore(places: number): number | undefined {
		return this.sent.at(-places);
	}
}
