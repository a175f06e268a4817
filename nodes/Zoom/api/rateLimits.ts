/** Zoom's groups of API operations, each with limits of its own. */
export type RateCategory = 'light' | 'medium' | 'heavy' | 'resource-intensive';

/**
 * Requests in a window on Zoom's plans Free, Pro, and Business with all above.
 * https://developers.zoom.us/docs/api/rate-limits/
 */
export const RATE_LIMITS: Record<
	RateCategory,
	{ windowMs: number; plans: readonly [number, number, number] }
> = {
	light: { windowMs: 1_000, plans: [4, 30, 80] },
	medium: { windowMs: 1_000, plans: [2, 20, 60] },
	heavy: { windowMs: 1_000, plans: [1, 10, 40] },
	'resource-intensive': { windowMs: 60_000, plans: [10, 10, 20] },
};

/**
 * How many requests of a run are under way at most. Enough for Zoom's fastest plan, 80 requests a
 * second, where answers take 1.2 seconds. More would gain nothing, and each is a connection of its
 * own.
 */
export const MAX_CONCURRENCY = 100;
