/** The sandbox's own clock, so that a test can let an hour or a day go by. */
export class Clock {
	private aheadMs = 0;

	/** Milliseconds since 1970. */
	now(): number {
		return Date.now() + this.aheadMs;
	}

	advance(seconds: number): void {
		this.aheadMs += seconds * 1000;
	}

	reset(): void {
		this.aheadMs = 0;
	}
}

/** An instant as Zoom writes it: `2026-10-05T12:30:00Z`. */
export function toZoomTime(ms: number): string {
	return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}
