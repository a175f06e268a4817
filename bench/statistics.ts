/** To three places. */
export const rounded = (value: number) => Math.round(value * 1000) / 1000;

/** What so large a share of the values does not exceed, 0.5 being the median. */
export function percentile(values: readonly number[], share: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}
