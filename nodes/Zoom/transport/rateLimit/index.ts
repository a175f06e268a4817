import type { ZoomPlan } from '../../../../credentials/token/settings';
import type { Endpoint } from '../../api/endpoints';
import { RATE_LIMITS } from '../../api/rateLimits';
import type { RateCategory } from '../../api/rateLimits';
import type { Outcome } from '../retry';
import { RateLimiter } from './rateLimiter';
import type { Permit } from './rateLimiter';

export type { Permit };

/** Accounts and categories that are remembered; those in use are, however many they are. */
const KEPT = 200;

/** By account and category, the one used longest ago first. */
const limiters = new Map<string, RateLimiter>();

/** What Zoom's own header says of an endpoint, by method and path template; goes before the table. */
const categories = new Map<string, RateCategory>();

const nameOf = ({ method, path }: Endpoint) => `${method} ${path}`;

function limiterOf(account: string, endpoint: Endpoint): RateLimiter {
	const category = categories.get(nameOf(endpoint)) ?? endpoint.category;
	const key = `${account} ${category}`;
	const limiter = limiters.get(key) ?? new RateLimiter(category);
	limiters.delete(key);
	limiters.set(key, limiter);
	for (const [other, { isIdle }] of limiters) {
		if (limiters.size <= KEPT) break;
		if (isIdle && other !== key) limiters.delete(other);
	}
	return limiter;
}

/**
 * Waits until a request may go out.
 *
 * @param account whose limit it is
 * @param plan the account's plan, or `auto` to detect it
 * @param signal ends the wait
 * @returns undefined where the signal ended it
 */
export async function acquirePermit(
	account: string,
	endpoint: Endpoint,
	plan: ZoomPlan,
	signal?: AbortSignal,
): Promise<Permit | undefined> {
	return await limiterOf(account, endpoint).acquire(plan, signal);
}

/**
 * Ends a request's permit.
 *
 * @param outcome the headers of Zoom's answer, where there was one (names in lower case); what came
 *   of the request, and how long it waits before it is sent again, in milliseconds
 */
export function releasePermit(
	permit: Permit,
	endpoint: Endpoint,
	outcome: Outcome & { waitMs: number },
): void {
	const { headers, kind, waitMs } = outcome;
	if (!headers) return permit.release();
	const category = headers['x-ratelimit-category']?.toLowerCase() ?? '';
	if (Object.hasOwn(RATE_LIMITS, category)) {
		categories.set(nameOf(endpoint), category as RateCategory);
	}
	const limit = Math.floor(Number(headers['x-ratelimit-limit']));
	const isTold = /qps/i.test(headers['x-ratelimit-type'] ?? '') && limit >= 1;
	const isRefused = kind === 'perSecondLimit';
	permit.release({
		accepted: kind === 'done',
		isPaid: kind === 'done' && endpoint.licensed,
		refused: isRefused,
		...(isTold && { limit }),
		// It is the account that Zoom asks to wait.
		...(isRefused && headers['retry-after'] !== undefined && { waitMs }),
	});
}
