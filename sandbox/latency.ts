import type { Settings } from './options';

/**
 * How long API answers are held back: a log-normal distribution, as answers across the internet have
 * (most near the median, a few much later). Number n of a seed is always the same, whoever asks, so
 * that two clients can be compared.
 */
export class Latency {
	private answers = 0;

	constructor(private readonly settings: () => Settings) {}

	/** The next answer's latency, in milliseconds. */
	next(): number {
		const { latencyMs, latencySigma, latencySeed } = this.settings();
		const spread = latencySigma * normal(latencySeed, this.answers);
		this.answers += 1;
		return latencyMs * Math.exp(spread);
	}

	/** Back to the seed's first latency. */
	clear(): void {
		this.answers = 0;
	}
}

/** Number `index` of a seed, of a normal distribution around 0 (Box and Muller). */
function normal(seed: number, index: number): number {
	const radius = Math.sqrt(-2 * Math.log(1 - uniform(seed, 2 * index)));
	return radius * Math.cos(2 * Math.PI * uniform(seed, 2 * index + 1));
}

/** Number `index` of a seed, from 0 to below 1: Mulberry32, which needs no state but a counter. */
function uniform(seed: number, index: number): number {
	let bits = (seed + Math.imul(index + 1, 0x6d2b79f5)) | 0;
	bits = Math.imul(bits ^ (bits >>> 15), bits | 1);
	bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
	return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
}
