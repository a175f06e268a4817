import { turn } from '../transport/turn';

/** So long items are worked on, in milliseconds, before n8n gets to do something else. */
const STRETCH_MS = 10;

/** Keeps long work from holding up everything else in n8n. */
export class Breaks {
	private since = performance.now();

	private last: Promise<void> = Promise.resolve();

	/**
	 * To be awaited before an item is worked on; most of the time it returns nothing. Where many
	 * wait, as a hundred answers came at once, they go on one by one.
	 */
	ifDue(): Promise<void> | undefined {
		if (performance.now() - this.since < STRETCH_MS) return undefined;
		this.last = this.last.then(async () => await this.take());
		return this.last;
	}

	private async take() {
		await turn();
		this.since = performance.now();
	}
}
