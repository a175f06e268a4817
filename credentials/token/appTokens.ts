import { sleep } from 'n8n-workflow';
import { stopIfCancelled, unlessCancelled } from './cancellation';
import { RecentMap } from './recentMap';
import type { HttpSend } from './request';
import type { ZoomAppSettings } from './settings';
import { requestPatiently } from './signIn';
import { copyOf } from './signInErrors';
import { readStored, toKnown } from './token';
import type { KnownToken, ZoomToken } from './token';

const TEXTS_KEPT = 10;
const REJECTED_KEPT = 200;
/** Lets requests that carry the old token arrive before a new one may make it invalid. */
const SETTLE_MS = 250;
/** So that 500 waiting items do not ask 500 times. */
const FAILURE_HOLD_MS = 3_000;

/** What this process knows of one app's tokens. Moments are those of `performance.now()`. */
export class AppTokens {
	/** When a rejected token may be replaced: until then, another process may store a new one. */
	renewAfter = 0;

	/** Being fetched, for all who need one. */
	private pending: Promise<KnownToken> | undefined;

	private newest: KnownToken | undefined;

	/** Where two processes fetched at once, nobody knows which of their tokens Zoom made last. */
	private previous: KnownToken | undefined;

	/** Fetched here, and not given to n8n to store yet. */
	private unsaved: KnownToken | undefined;

	/** Why the last attempt to fetch a token failed. */
	private failure: { error: unknown; heldUntil: number } | undefined;

	/** Access tokens that Zoom does not accept any more. */
	private readonly rejected = new RecentMap<string, true>(REJECTED_KEPT);

	/** What n8n has stored, by its text; null for what isn't a token of this app. */
	private readonly read = new RecentMap<string, KnownToken | null>(TEXTS_KEPT);

	constructor(private readonly fingerprint: string) {}

	/**
	 * The token to use now, if there is one.
	 *
	 * @param text what n8n has stored, perhaps from another process
	 */
	usable(text: unknown): KnownToken | undefined {
		if (typeof text === 'string' && text !== '') this.adopt(text);
		if (this.newest && this.isUsable(this.newest)) return this.newest;
		return this.previous && this.isUsable(this.previous) ? this.previous : undefined;
	}

	/**
	 * Fetches a token: one request, whoever asks for it meanwhile. A failure is told to whoever asks in
	 * the three seconds after it.
	 *
	 * @param signal ends this caller's wait; the request goes on for the others
	 * @throws UserError | OperationalError as requestToken does, one of its own for each caller
	 */
	async fetch(settings: ZoomAppSettings, send: HttpSend, signal?: AbortSignal) {
		stopIfCancelled(signal);
		if (!this.pending && this.failure && performance.now() < this.failure.heldUntil) {
			throw copyOf(this.failure.error);
		}
		this.pending ??= this.fetchNow(settings, send).finally(() => (this.pending = undefined));
		return await unlessCancelled(this.pending, signal).catch((error: unknown) => {
			throw copyOf(error);
		});
	}

	isFetching(): boolean {
		return this.pending !== undefined;
	}

	/** Takes a token that was just fetched into use. */
	keep(token: ZoomToken): KnownToken {
		const known = toKnown({ ...token, fingerprint: this.fingerprint });
		this.read.set(JSON.stringify(known.stored), known);
		this.offer(known);
		this.failure = undefined;
		this.renewAfter = 0;
		return known;
	}

	/** The text of a fetched token, for n8n to store; only the first who asks gets it. */
	takeUnsaved(token: KnownToken): string | undefined {
		if (token !== this.unsaved) return undefined;
		this.unsaved = undefined;
		return JSON.stringify(token.stored);
	}

	/** Zoom does not accept the token: it is not used again, wherever it comes from. */
	reject({ stored }: KnownToken): void {
		this.rejected.set(stored.accessToken, true);
	}

	isRejected({ stored }: KnownToken): boolean {
		return this.rejected.get(stored.accessToken) !== undefined;
	}

	/** What must not be shown. */
	accessTokens(): string[] {
		return [this.newest, this.previous].flatMap((token) => token?.stored.accessToken ?? []);
	}

	private isUsable(token: KnownToken): boolean {
		return performance.now() < token.renewAt && !this.isRejected(token);
	}

	private adopt(text: string): void {
		let token = this.read.get(text);
		if (token === undefined) {
			const stored = readStored(text);
			token = stored?.fingerprint === this.fingerprint ? toKnown(stored) : null;
			this.read.set(text, token);
		}
		if (token && this.isUsable(token)) this.offer(token);
	}

	/** Keeps the two newest that were not rejected. */
	private offer(token: KnownToken): void {
		if (token === this.newest || token === this.previous) return;
		const others = [this.newest, this.previous].filter((one) => one && !this.isRejected(one));
		const byAge = [token, ...(others as KnownToken[])].sort((a, b) => b.fetchedAt - a.fetchedAt);
		[this.newest, this.previous] = byAge;
	}

	private async fetchNow(settings: ZoomAppSettings, send: HttpSend): Promise<KnownToken> {
		const { newest } = this;
		const isInUse = newest && performance.now() < newest.endsAt && !this.isRejected(newest);
		if (isInUse) await sleep(SETTLE_MS);
		const token = await requestPatiently(settings, send).catch((error: unknown) => {
			this.failure = { error, heldUntil: performance.now() + FAILURE_HOLD_MS };
			throw error;
		});
		this.unsaved = this.keep(token);
		return this.unsaved;
	}
}
