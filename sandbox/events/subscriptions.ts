import { randomBytes, randomUUID } from 'node:crypto';
import type { Clock } from '../clock';
import { encrypted, signed } from './signature';

/** Zoom waits so long for an answer. */
const ANSWER_WITHIN_MS = 3_000;
/** Minutes after a try at which an unanswered event is sent again. */
const RETRY_MINUTES = [5, 20, 60];
const CHECK_EVERY_MS = 72 * 3_600_000;
const CHECKS_BEFORE_END = 6;

/** An address that events are sent to. */
export interface Subscription {
	url: string;
	/** Names, or all of them. */
	events: string[] | 'all';
	secret: string;
	state: 'enabled' | 'disabled';
	/** Checks of the address in a row that it did not pass. */
	failures: number;
	nextCheckAt: number;
}

/** One try to deliver an event or a challenge. */
export interface Delivery {
	event: string;
	url: string;
	/** 1 for the first try. */
	attempt: number;
	/** Absent where no answer came within 3 seconds. */
	status?: number;
	/** Milliseconds until the answer. */
	ms: number;
}

interface Pending {
	subscription: Subscription;
	name: string;
	body: string;
	/** The same for all tries of a delivery (Zoom docs, Webhook logs: request_id). */
	requestId: string;
	/** Seconds since 1970, by which the first try was signed. */
	seconds: number;
	attempt: number;
	dueAt: number;
}

/** Zoom's event subscriptions of an app (Zoom docs, Using webhooks). */
export class Subscriptions {
	readonly all: Subscription[] = [];
	readonly log: Delivery[] = [];
	private pending: Pending[] = [];
	private readonly underWay = new Set<Promise<void>>();

	constructor(
		private readonly clock: Clock,
		private readonly keepsTimestamp: () => boolean,
	) {}

	clear(): void {
		this.all.length = 0;
		this.log.length = 0;
		this.pending = [];
	}

	/**
	 * Checks the address as Zoom does, then keeps it.
	 *
	 * @throws Error that says what is wrong with the answer to the challenge
	 */
	async subscribe(url: string, secret: string, events: string[] | 'all'): Promise<Subscription> {
		const nextCheckAt = this.clock.now() + CHECK_EVERY_MS;
		const subscription = {
			url,
			secret,
			events,
			state: 'enabled',
			failures: 0,
			nextCheckAt,
		} as const;
		const wrong = await this.challenge({ ...subscription });
		if (wrong) throw new Error(`${url} did not pass Zoom's check: ${wrong}`);
		const kept: Subscription = { ...subscription };
		this.all.push(kept);
		return kept;
	}

	/** Sends an event to everybody who wants it, in the background. */
	announce(event: { event: string }): void {
		const body = JSON.stringify(event);
		for (const subscription of this.all) {
			const { state, events } = subscription;
			if (state === 'disabled' || (events !== 'all' && !events.includes(event.event))) continue;
			this.start(
				this.deliver({
					subscription,
					name: event.event,
					body,
					requestId: newRequestId(),
					seconds: Math.floor(this.clock.now() / 1000),
					attempt: 1,
					dueAt: 0,
				}),
			);
		}
	}

	/** Resolves once nothing is under way. */
	async settled(): Promise<void> {
		while (this.underWay.size > 0) await Promise.all(this.underWay);
	}

	/** Sends again what is due by the sandbox's clock, and checks addresses that are due. */
	async catchUp(): Promise<void> {
		const now = this.clock.now();
		const due = this.pending.filter(({ dueAt }) => dueAt <= now);
		this.pending = this.pending.filter(({ dueAt }) => dueAt > now);
		for (const one of due) this.start(this.deliver({ ...one, attempt: one.attempt + 1 }));
		for (const subscription of this.all) {
			if (subscription.state === 'enabled' && subscription.nextCheckAt <= now) {
				subscription.nextCheckAt = now + CHECK_EVERY_MS;
				this.start(this.check(subscription));
			}
		}
		await this.settled();
	}

	private start(work: Promise<void>): void {
		this.underWay.add(work);
		void work.finally(() => this.underWay.delete(work));
	}

	private async check(subscription: Subscription): Promise<void> {
		const wrong = await this.challenge(subscription);
		subscription.failures = wrong ? subscription.failures + 1 : 0;
		if (subscription.failures >= CHECKS_BEFORE_END) subscription.state = 'disabled';
	}

	private async deliver(one: Pending): Promise<void> {
		const { subscription, name, body, attempt } = one;
		const seconds =
			attempt > 1 && !this.keepsTimestamp() ? Math.floor(this.clock.now() / 1000) : one.seconds;
		const { url, secret } = subscription;
		const headers = { ...signed(secret, body, seconds), 'x-zm-request-id': one.requestId };
		const { status } = await this.send(name, url, body, headers, attempt);
		// Today's guide: only failures of the server and no answer are tried again.
		const again = RETRY_MINUTES[attempt - 1];
		if (again !== undefined && (status === undefined || status >= 500)) {
			this.pending.push({ ...one, dueAt: this.clock.now() + again * 60_000 });
		}
	}

	/** @returns what is wrong with the answer; nothing where it is right */
	private async challenge({ url, secret }: Subscription): Promise<string | undefined> {
		const plainToken = randomBytes(16).toString('base64url');
		const event = 'endpoint.url_validation';
		const body = JSON.stringify({ payload: { plainToken }, event_ts: this.clock.now(), event });
		const headers = {
			...signed(secret, body, Math.floor(this.clock.now() / 1000)),
			'x-zm-request-id': newRequestId(),
		};
		const { status, text } = await this.send(event, url, body, headers, 1);
		if (status === undefined) return 'no answer within 3 seconds';
		if (status !== 200) return `it answered with HTTP ${status}`;
		const answer = JSON.stringify({ plainToken, encryptedToken: encrypted(secret, plainToken) });
		try {
			const { plainToken: plain, encryptedToken } = JSON.parse(text) as Record<string, unknown>;
			if (JSON.stringify({ plainToken: plain, encryptedToken }) === answer) return undefined;
		} catch {
			return "its answer isn't JSON";
		}
		return 'its answer has not the right tokens';
	}

	private async send(
		event: string,
		url: string,
		body: string,
		headers: Record<string, string>,
		attempt: number,
	): Promise<{ status?: number; text: string }> {
		const started = performance.now();
		const answer = await fetch(url, {
			method: 'POST',
			headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
			body,
			redirect: 'manual',
			signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
		})
			.then(async (response) => ({ status: response.status, text: await response.text() }))
			.catch(() => ({ text: '' }));
		const status = 'status' in answer ? { status: answer.status } : {};
		this.log.push({ event, url, attempt, ...status, ms: performance.now() - started });
		return answer;
	}
}

/** As in the sample of Zoom's docs, Using webhooks: `6009d653_d487_445d_8406_42b654974899`. */
function newRequestId(): string {
	return randomUUID().replaceAll('-', '_');
}
