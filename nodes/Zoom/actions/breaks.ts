import { turn } from '../transport/turn';

/** So long items are worked on, in milliseconds, before n8n gets to do something else. */
const STRETCH_MS = 10;

/** Keeps long work from holding up everything else in n8n. */
export class Breaks {
	private since = performance.now();

	/** To be awaited between items; most of the time it returns nothing. */
	ifDue(): Promise<void> | undefined {
		return performance.now() - this.since < STRETCH_MS ? undefined : this.take();
	}

	private async take() {
		await turn();
		this.since = performance.now();
	}
}
