/** What goes out within this part of a window arrives within a window. */
const SURELY_WITHIN = 0.95;

/** How a request went out. */
export interface Departure {
	readonly sentAt: number;
	/** When it had left this process; undefined until then. */
	leftBy?: number;
	/** Zoom has accepted it. */
	isAccepted: boolean;
}

/**
 * The requests of the last windows of a rate limit. Times are milliseconds of a clock that is never
 * set, such as `performance.now()`.
 */
export class SlidingWindow {
	/** The first one first. */
	private readonly sent: Departure[] = [];

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
	send(now: number): Departure {
		this.waiting--;
		const departure: Departure = { sentAt: now, isAccepted: false };
		this.sent.push(departure);
		// No later request has to keep its distance from these.
		while (Number(this.sent[0]?.sentAt) < now - 2 * this.windowMs) this.sent.shift();
		return departure;
	}

	/** How many Zoom has accepted, and answered, of those that surely arrived within one window. */
	mostAccepted(): number {
		const times = this.sent.filter(({ isAccepted }) => isAccepted).map(({ sentAt }) => sentAt);
		let first = 0;
		let most = 0;
		for (const [last, time] of times.entries()) {
			while (time - Number(times[first]) > SURELY_WITHIN * this.windowMs) first++;
			most = Math.max(most, last + 1 - first);
		}
		return most;
	}

	/** A request counts no longer. */
	remove(departure: Departure): void {
		const place = this.sent.indexOf(departure);
		if (place >= 0) this.sent.splice(place, 1);
	}

	/**
	 * When the next request may go out: a window and the margin after the one that is `limit` places
	 * before it had left, or after now where that has not left yet.
	 *
	 * @param limit requests in a window, at least 1
	 */
	dueAt(limit: number, marginMs: number, now: number): number {
		if (this.reserved >= limit) return now + this.windowMs + marginMs;
		const before = this.sent.at(this.reserved - limit);
		return before ? (before.leftBy ?? now) + this.windowMs + marginMs : now;
	}

	/** When the last request went out; undefined where any is still to go, or none has. */
	lastSentAt(): number | undefined {
		return this.reserved > 0 ? undefined : this.sent.at(-1)?.sentAt;
	}

	/** When the one went out that is `places` before the next; undefined where there is none. */
	sentBefore(places: number): number | undefined {
		return this.sent.at(-places)?.sentAt;
	}
}
