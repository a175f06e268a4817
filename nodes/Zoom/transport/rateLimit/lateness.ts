/** More than this does not tell what comes next: the machine slept, or all of it stood still. */
const MOST_MS = 300;

/**
 * How late this process wakes from its sleeps where n8n or the machine is busy: what it sends leaves
 * as unevenly. Times are milliseconds of a clock that is never set.
 */
export class Lateness {
	private mostMs = 0;

	private seenAt = -Infinity;

	constructor(private readonly windowMs: number) {}

	/** A sleep took so much longer than it was asked to. */
	note(lateMs: number, now: number): void {
		if (lateMs < this.most(now)) return;
		this.mostMs = Math.min(lateMs, MOST_MS);
		this.seenAt = now;
	}

	/** The most in the last window. */
	most(now: number): number {
		return now - this.seenAt <= this.windowMs ? this.mostMs : 0;
	}
}
