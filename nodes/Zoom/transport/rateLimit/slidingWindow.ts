/** What a wait is late by anyway. */
const ALWAYS_LATE_MS = 4;
/** A request connects, agrees on keys and writes: so many times it waits for the event loop … */
const LEAVES_AFTER = 3;
/** … within so long. */
const LEAVES_WITHIN_MS = 60;
/** What goes out within this part of a window arrives within a window. */
const SURELY_WITHIN = 0.95;

/** How a request went out. */
export interface Departure {
	readonly sentAt: number;
	/** When it had left this process at the latest. */
	leftBy: number;
	/** How many waits were late meanwhile. */
	lateWaits: number;
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
		const departure = { sentAt: now, leftBy: now, lateWaits: 0, isAccepted: false };
		this.sent.push(departure);
		// No later request has to keep its distance from these.
		while (Number(this.sent[0]?.sentAt) < now - 2 * this.windowMs) this.sent.shift();
		return departure;
	}

	/**
	 * A wait took so much longer than it should, as n8n or the machine was busy. What may not have left
	 * before that is taken to have left as much later; after a long one, to have left only now. Where
	 * one such time follows on another, both count, and a third; after that it has left.
	 */
	late(ms: number, now: number): void {
		if (ms <= ALWAYS_LATE_MS) return;
		const since = now - ms - LEAVES_WITHIN_MS;
		for (const departure of this.sent) {
			if (departure.leftBy < since || departure.lateWaits === LEAVES_AFTER) continue;
			departure.lateWaits++;
			departure.leftBy = ms > LEAVES_WITHIN_MS ? now : Math.min(departure.leftBy + ms, now);
		}
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
	 * before it had left.
	 *
	 * @param limit requests in a window, at least 1
	 */
	dueAt(limit: number, marginMs: number, now: number): number {
		if (this.reserved >= limit) return now + this.windowMs + marginMs;
		const before = this.sent.at(this.reserved - limit);
		return before === undefined ? now : before.leftBy + this.windowMs + marginMs;
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
