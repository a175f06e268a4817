import { sleep } from 'n8n-workflow';
import type { ZoomPlan } from '../../../credentials/token/settings';
import type { Endpoint } from '../api/endpoints';
import { RATE_LIMITS } from '../api/rateLimits';
import type { RateCategory } from '../api/rateLimits';

const PLAN_INDEX: Record<Exclude<ZoomPlan, 'auto'>, number> = { free: 0, pro: 1, business: 2 };

/** Requests take differently long to arrive: so much keeps them apart at Zoom's end too … */
const MARGIN_MS = 30;
/** … and so much more for each window in which one is refused in spite of it. */
const MARGIN_STEP_MS = 10;
const MOST_MARGIN_MS = 100;
/** A moment in which n8n was busy delays some requests; where more are refused, others use the account. */
const FEW = 0.1;
/** Plans change, and other apps use the account's limit too: what was learnt is tried again. */
const LEARNT_FOR_MS = 3_600_000;
/** The longest sleep of a wait: within it a cancelled run stops. */
const STEP_MS = 100;
/** The same while a limit is tried, which may end the wait. */
const PROBE_STEP_MS = 25;

/** What Zoom's own header said of an operation; goes before the table. */
const seen = new Map<string, RateCategory>();

/** One request's place in its lane. */
interface Slot {
	/** When it went out, or is expected to, in milliseconds since 1970. */
	at: number;
	/** Whether `at` is no longer a guess. */
	settled: boolean;
}

/** A request that has its turn. */
export interface Turn {
	/**
	 * Zoom has answered, or never will.
	 *
	 * @param headers of Zoom's answer, names in lower case
	 * @param pauseMs where Zoom refused the request for its rate: how long all of the account's
	 *   requests of the category have to wait
	 */
	ended(headers?: Headers, pauseMs?: number): void;
}

type Headers = Record<string, string | undefined>;

/**
 * The requests of one account and category, from all executions of this process. No more of them
 * start within a window than Zoom allows.
 *
 * Where the plan is not known, a single request tries whether Zoom takes more than the plan below
 * allows: one refusal at most tells where the limit is.
 */
class Lane {
	/** Requests of the last windows, in the order in which they went out. */
	private readonly gone: Slot[] = [];

	private readonly waiting: Slot[] = [];

	/** Requests that went out and have not ended. */
	private underWay = 0;

	private pausedUntil = 0;

	/** When Zoom refused requests in spite of the distance: those of the last window, or the last one. */
	private refusals: number[] = [];

	private margin = MARGIN_MS;

	private known: { limit: number; until: number } | undefined;

	/** How many of the plans' limits were passed without a refusal. */
	private passed = 0;

	private probing = false;

	constructor(private readonly category: RateCategory) {}

	/** A cancelled run gets its turn at once, and must not use it. */
	async turn(plan: ZoomPlan, cold: boolean, signal: AbortSignal | undefined): Promise<Turn> {
		const slot: Slot = { at: 0, settled: false };
		this.waiting.push(slot);
		slot.at = Math.max(Date.now(), this.dueAt(slot, plan));
		let probe = false;
		while (!signal?.aborted) {
			const paused = this.pausedUntil - Date.now();
			const early = this.dueAt(slot, plan) - Date.now();
			if (paused <= 0 && early <= 0) break;
			if (paused <= 0 && plan === 'auto' && this.mayProbe()) {
				this.probing = probe = true;
				break;
			}
			const step = this.limitKnown() ? STEP_MS : PROBE_STEP_MS;
			await sleep(Math.min(Math.max(paused, early), step));
		}
		this.forget();
		this.waiting.splice(this.waiting.indexOf(slot), 1);
		slot.at = Date.now();
		if (!signal?.aborted) this.gone.push(slot);
		// A request that fetches a token first arrives late: its time is known when it has ended.
		slot.settled = !cold;
		this.underWay++;
		return {
			ended: (headers, pauseMs) => {
				this.underWay--;
				if (!slot.settled) Object.assign(slot, { at: Date.now(), settled: true });
				if (probe) this.probing = false;
				if (!headers) return;
				const isNew = this.learn(headers, pauseMs !== undefined, probe);
				if (pauseMs === undefined) return;
				// What Zoom refuses takes nothing off its limit: the place is free again.
				const place = this.gone.indexOf(slot);
				if (place >= 0) this.gone.splice(place, 1);
				const enough = isNew || this.widen(plan);
				if (enough && headers['retry-after'] === undefined) return;
				this.pausedUntil = Math.max(this.pausedUntil, Date.now() + pauseMs);
			},
		};
	}

	/** A probe goes alone, so that Zoom refuses it and no other. */
	private mayProbe(): boolean {
		return !this.probing && this.underWay === 0 && !this.limitKnown();
	}

	/** When a request may go out: a window after the one that is as many places before as may. */
	private dueAt(slot: Slot, plan: ZoomPlan): number {
		const limit = this.limit(plan);
		if (limit === undefined) return 0;
		const place = this.gone.length + this.waiting.indexOf(slot) - limit;
		const before = this.gone[place] ?? this.waiting[place - this.gone.length];
		if (!before) return 0;
		const at = before.settled ? before.at : Math.max(before.at, Date.now());
		return at + RATE_LIMITS[this.category].windowMs + this.margin;
	}

	/**
	 * Zoom refused a request although the known limit was kept to.
	 *
	 * @returns whether a wider distance is enough
	 */
	private widen(plan: ZoomPlan): boolean {
		const { windowMs } = RATE_LIMITS[this.category];
		const now = Date.now();
		const last = this.refusals.at(-1) ?? -Infinity;
		const recent = this.refusals.filter((at) => now - at <= windowMs);
		if (recent.length === 0) {
			const margin = now - last > LEARNT_FOR_MS ? MARGIN_MS : this.margin;
			this.margin = Math.min(margin + MARGIN_STEP_MS, MOST_MARGIN_MS);
		}
		this.refusals = [...recent, now];
		return this.refusals.length <= Math.max(1, FEW * (this.limit(plan) ?? 0));
	}

	private limit(plan: ZoomPlan): number | undefined {
		const { plans } = RATE_LIMITS[this.category];
		if (this.limitKnown()) return this.known?.limit;
		return plan === 'auto' ? plans[this.passed] : plans[PLAN_INDEX[plan]];
	}

	private limitKnown(): boolean {
		if (this.known && this.known.until <= Date.now()) this.known = undefined;
		return this.known !== undefined || this.passed >= RATE_LIMITS[this.category].plans.length;
	}

	/**
	 * Only Zoom's own word and refused probes tell of a limit: a request that kept to the limit and
	 * was refused all the same was a little early, or others use the account.
	 *
	 * @returns whether the limit was not known before
	 */
	private learn(headers: Headers, refused: boolean, probe: boolean): boolean {
		const told = Number(headers['x-ratelimit-limit']);
		if (/qps/i.test(headers['x-ratelimit-type'] ?? '') && told > 0) return this.know(told);
		if (!probe) return false;
		const limit = RATE_LIMITS[this.category].plans[this.passed];
		if (refused && limit !== undefined) return this.know(limit);
		this.passed++;
		return false;
	}

	private know(limit: number): boolean {
		const isNew = this.known?.limit !== limit;
		this.known = { limit, until: Date.now() + LEARNT_FOR_MS };
		return isNew;
	}

	/** Drops requests that no later one has to keep a distance from. */
	private forget() {
		const old = Date.now() - 2 * RATE_LIMITS[this.category].windowMs;
		const keep = this.gone.findIndex(({ at, settled }) => !settled || at > old);
		this.gone.splice(0, keep < 0 ? this.gone.length : keep);
	}
}

const lanes = new Map<string, Lane>();

/**
 * Waits until a request may go out.
 *
 * @param account whose limit it is
 * @param plan the account's plan, or `auto` to find its limits out
 * @param cold whether the request has to fetch a token first
 * @param signal ends the wait at once
 */
export async function takeTurn(
	account: string,
	endpoint: Endpoint,
	plan: ZoomPlan,
	cold: boolean,
	signal: AbortSignal | undefined,
): Promise<Turn> {
	const operation = `${endpoint.method} ${endpoint.path}`;
	const category = seen.get(operation) ?? endpoint.category;
	const key = `${account} ${category}`;
	const lane = lanes.get(key) ?? new Lane(category);
	lanes.set(key, lane);
	const turn = await lane.turn(plan, cold, signal);
	return {
		ended: (headers, pauseMs) => {
			const label = headers?.['x-ratelimit-category']?.toLowerCase() ?? '';
			if (Object.hasOwn(RATE_LIMITS, label)) seen.set(operation, label as RateCategory);
			turn.ended(headers, pauseMs);
		},
	};
}
