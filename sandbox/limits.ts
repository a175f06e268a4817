import type { Clock } from './clock';
import { toZoomTime } from './clock';
import { ZoomApiError, type ErrorName } from './errors';
import type { DailyLimitNumbers, LimitName, Settings } from './options';

const WINDOW_MS = 1000;

/** How Zoom's reference weighs an operation. */
export type Category = 'Light' | 'Medium' | 'Heavy';

/**
 * Requests per second by account and category (Zoom docs, Rate limits: an account's apps share
 * them). Zoom does not say how it counts; a window that slides is the stricter reading, and whether
 * refused requests count is not known: here they don't.
 */
export class PerSecondLimits {
	private readonly taken = new Map<string, number[]>();

	constructor(private readonly settings: () => Settings) {}

	/**
	 * Takes one request off the account's allowance.
	 *
	 * @param code what the operation's reference documents for this: 4001 or the older 429
	 * @throws ZoomApiError 429 with Zoom's headers, as official docs listed them before 2025
	 */
	take(accountId: string, category: Category, code: number): void {
		const { limits } = this.settings();
		const limit = limits === 'none' ? undefined : limits[category.toLowerCase() as LimitName];
		if (limit === undefined) return;
		const key = `${accountId} ${category}`;
		const now = performance.now();
		const recent = (this.taken.get(key) ?? []).filter((at) => now - at < WINDOW_MS);
		this.taken.set(key, recent);
		if (recent.length >= limit) {
			const headers = {
				'X-RateLimit-Type': 'QPS',
				'X-RateLimit-Limit': String(limit),
				'X-RateLimit-Remaining': '0',
			};
			throw new ZoomApiError('perSecondLimit', {}, { headers, code });
		}
		recent.push(now);
	}

	clear(): void {
		this.taken.clear();
	}
}

const DAILY_ERRORS: Record<keyof DailyLimitNumbers, ErrorName> = {
	callsPerAccount: 'dailyAccountLimit',
	addPerRegistrant: 'dailyAddLimit',
	createUpdatePerHost: 'dailyHostLimit',
	statusPerRegistrant: 'dailyStatusLimit',
};

// As recorded in developer forum thread 18928: neither type nor time, and the numbers are those of
// the account's limit, which is not reached.
const HOST_LIMIT_HEADERS = { 'X-RateLimit-Limit': '6000', 'X-RateLimit-Remaining': '5893' };

/** Zoom's daily limits on an account, a host or a registrant; they end at 00:00 GMT. */
export class DailyLimits {
	private counts = new Map<string, number>();
	private day = 0;

	constructor(
		private readonly clock: Clock,
		private readonly settings: () => Settings,
	) {}

	/**
	 * Takes one off the day's allowance of every subject, or of none if one has nothing left.
	 *
	 * @param subjects a key for the counter, and the email address that the message names
	 * @param error where a kind of meeting has a text of its own
	 * @throws ZoomApiError 429
	 */
	take(
		name: keyof DailyLimitNumbers,
		subjects: Array<{ key: string; email?: string }>,
		error: ErrorName = DAILY_ERRORS[name],
	): void {
		this.startDay();
		const limit = this.settings().dailyLimits[name];
		const count = (key: string) => this.counts.get(`${name} ${key}`) ?? 0;
		const used = subjects.find(({ key }) => count(key) >= limit);
		if (used) {
			const headers = name === 'createUpdatePerHost' ? HOST_LIMIT_HEADERS : this.headersOf(limit);
			throw new ZoomApiError(error, { limit, email: used.email ?? '' }, { headers });
		}
		for (const { key } of subjects) this.counts.set(`${name} ${key}`, count(key) + 1);
	}

	clear(): void {
		this.counts.clear();
	}

	/**
	 * Zoom docs, Rate limits, before 2025. `Retry-After` is an instant, not seconds (developer forum
	 * thread 18928 has Zoom's word for it).
	 */
	private headersOf(limit: number): Record<string, string> {
		return {
			'X-RateLimit-Type': 'Daily-limit',
			'X-RateLimit-Limit': String(limit),
			'X-RateLimit-Remaining': '0',
			'Retry-After': toZoomTime((this.day + 1) * 86_400_000),
		};
	}

	private startDay(): void {
		const today = Math.floor(this.clock.now() / 86_400_000);
		if (today !== this.day) this.counts.clear();
		this.day = today;
	}
}
