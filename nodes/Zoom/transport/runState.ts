import { sleep } from 'n8n-workflow';
import type {
	ICredentialDataDecryptedObject,
	IExecuteFunctions,
	ILoadOptionsFunctions,
} from 'n8n-workflow';
import { hasUsableToken, isCurrent, renewalWait } from '../../../credentials/token/session';
import { readSettings } from '../../../credentials/token/settings';
import type { Endpoint } from '../api/endpoints';
import { heldBackFailure } from './errors';
import type { Failure } from './errors';
import { takeTurn } from './pacing';
import type { Turn } from './pacing';

export const CREDENTIAL = 'zoomServerToServerOAuth2Api';

/** The credential as n8n read it, at a time in milliseconds of `performance.now()`. */
interface StoredCredential {
	data: ICredentialDataDecryptedObject;
	readAt: number;
}

/** What an account's daily limit stops. */
const ALL_CALLS = 'all';

/** What the requests of one run of the node share. */
export class RunState {
	readonly signal: AbortSignal | undefined;

	/** What has been looked up, by its key. */
	readonly lookedUp = new Map<string, Promise<unknown>>();

	/** What calls fail with that a daily limit stops, which was met before. */
	private readonly usedUp = new Map<string, Failure>();

	/** The hints that were given. */
	private readonly told = new Set<string>();

	private credential: Promise<StoredCredential> | undefined;

	constructor(readonly context: IExecuteFunctions | ILoadOptionsFunctions) {
		if ('getExecutionCancelSignal' in context) this.signal = context.getExecutionCancelSignal();
	}

	/**
	 * Waits for the turn to send.
	 *
	 * @param fresh whether the credential is read again, as its token was refused
	 * @returns the credential's data that the request goes out with, and its turn
	 * @throws UserError where the credential's settings can't be right
	 */
	async takeTurn(
		endpoint: Endpoint,
		fresh: boolean,
	): Promise<{ data: ICredentialDataDecryptedObject; turn: Turn }> {
		for (;;) {
			const { data, readAt } = await this.currentCredential(fresh);
			const { apiBaseUrl, accountId, plan } = readSettings(data);
			const account = `${apiBaseUrl} ${accountId}`;
			const turn = await takeTurn(account, endpoint, plan, !hasUsableToken(data), this.signal);
			// A token refused meanwhile may have been replaced, so the credential is read again.
			if (this.signal?.aborted || isCurrent(data, readAt)) return { data, turn };
			turn.ended();
		}
	}

	/** Waits in short steps, so that a cancelled run stops within half a second. */
	async pause(ms: number): Promise<void> {
		for (let left = ms; left > 0 && !this.signal?.aborted; left -= 500) {
			await sleep(Math.min(left, 500));
		}
	}

	/**
	 * The failure of calls that a daily limit stops, which an earlier one has met.
	 *
	 * @param calls method and path: a host's limit stops the same calls, an account's all
	 */
	heldBack(calls: string): Failure | undefined {
		return this.usedUp.get(ALL_CALLS) ?? this.usedUp.get(calls);
	}

	/** Remembers the daily limits that a failure tells of. */
	noteLimit(calls: string, failure: Failure): void {
		if (failure.kind === 'dailyLimit') this.usedUp.set(ALL_CALLS, heldBackFailure(failure));
		if (failure.kind === 'hostDailyLimit') this.usedUp.set(calls, heldBackFailure(failure));
	}

	/** Shows a sentence above the node's output, once. */
	tell(message: string): void {
		if (this.told.has(message) || !('addExecutionHints' in this.context)) return;
		this.told.add(message);
		this.context.addExecutionHints({ message, location: 'outputPane' });
	}

	/** The credential is read once, and again when its token is used up or refused. */
	private async currentCredential(fresh: boolean): Promise<StoredCredential> {
		let { data, readAt } = await (this.credential ??= this.read());
		if (fresh || !hasUsableToken(data)) {
			await this.pause(renewalWait(data));
			({ data, readAt } = await (this.credential = this.read()));
		}
		// A copy for each request: the credential tells a second try by meeting the same object again.
		return { data: { ...data }, readAt };
	}

	private async read(): Promise<StoredCredential> {
		const readAt = performance.now();
		return { data: await this.context.getCredentials(CREDENTIAL), readAt };
	}
}
