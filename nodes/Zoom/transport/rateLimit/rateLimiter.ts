import { sleep } from 'n8n-workflow';
import type { ZoomPlan } from '../../../../credentials/token/settings';
import type { RateCategory } from '../../api/rateLimits';
import { turn } from '../turn';
import type { Probe } from './probeTiming';
import { RequestBudget } from './requestBudget';
import type { Result } from './requestBudget';
import type { Departure } from './slidingWindow';

/** The longest sleep of a wait, after which a cancelled run stops. */
const STEP_MS = 10;
/** A request connects, agrees on keys and writes: so often the event loop goes round until then. */
const LEAVES_AFTER_TURNS = 4;

/** Leave to send one request. */
export interface Permit {
	/** The request goes out now. */
	sent(): void;
	/** Ends the permit; only the first call counts. Without a result nothing was sent. */
	release(result?: Result): void;
}

interface Waiter {
	plan: ZoomPlan;
	signal: AbortSignal | undefined;
	resolve: (permit: Permit | undefined) => void;
}

/**
 * Keeps the requests of one account and category, from all executions of this process, to Zoom's
 * limit. They go out in the order in which they asked.
 */
export class RateLimiter {
	private readonly budget: RequestBudget;

	private waiting: Waiter[] = [];

	private isPumping = false;

	/** How many permits have not been released. */
	private inUse = 0;

	/** Ends the pump's sleep. */
	private wake = () => {};

	constructor(category: RateCategory) {
		this.budget = new RequestBudget(category);
	}

	/** Whether nobody waits for a permit or holds one. */
	get isIdle(): boolean {
		return this.waiting.length === 0 && this.inUse === 0;
	}

	/**
	 * Waits until a request may go out.
	 *
	 * @param plan the account's plan, or `auto` to detect it
	 * @param signal ends the wait
	 * @returns undefined where the signal ended it
	 */
	async acquire(plan: ZoomPlan, signal?: AbortSignal): Promise<Permit | undefined> {
		const permit = new Promise<Permit | undefined>((resolve) => {
			this.waiting.push({ plan, signal, resolve });
		});
		if (!this.isPumping) void this.pump();
		return await permit;
	}

	/** Lets those who wait go, one after the other. */
	private async pump() {
		this.isPumping = true;
		for (;;) {
			const [first] = this.waiting;
			if (!first) break;
			const { inMs, probe } = this.budget.next(first.plan, performance.now());
			if (inMs <= 0) {
				this.waiting.shift();
				first.resolve(first.signal?.aborted ? undefined : this.issue(first.plan, probe));
			} else {
				await this.rest(Math.min(Math.ceil(inMs), STEP_MS));
				this.dropCancelled();
			}
		}
		this.isPumping = false;
	}

	private async rest(ms: number) {
		const woken = new Promise<void>((resolve) => (this.wake = resolve));
		await Promise.race([sleep(ms), woken]);
		await turn();
	}

	private dropCancelled() {
		if (!this.waiting.some(isCancelled)) return;
		for (const { resolve } of this.waiting.filter(isCancelled)) resolve(undefined);
		this.waiting = this.waiting.filter((waiter) => !isCancelled(waiter));
	}

	private send(plan: ZoomPlan, probe?: Probe): Departure {
		const departure = this.budget.send(plan, performance.now(), probe);
		if (departure.leftBy === undefined) void leave(departure);
		return departure;
	}

	private issue(plan: ZoomPlan, probe?: Probe): Permit {
		let departure: Departure | undefined;
		let isOpen = true;
		const send = () => (departure ??= this.send(plan, probe));
		this.budget.reserve(probe);
		this.inUse++;
		return {
			sent: () => {
				if (isOpen) send();
				this.wake();
			},
			release: (result) => {
				if (!isOpen) return;
				isOpen = false;
				this.inUse--;
				if (result) send();
				if (!departure) this.budget.cancel(probe);
				else this.budget.end({ plan, probe, departure }, result ?? {}, performance.now());
				this.wake();
			},
		};
	}
}

/** Notes when a request has left: later where n8n or the machine is busy. */
async function leave(departure: Departure) {
	for (let turns = 0; turns < LEAVES_AFTER_TURNS; turns++) await turn();
	departure.leftBy = performance.now();
}

const isCancelled = ({ signal }: Waiter) => signal?.aborted === true;
