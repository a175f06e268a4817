import { sleep } from 'n8n-workflow';
import type {
	ICredentialDataDecryptedObject,
	IExecuteFunctions,
	ILoadOptionsFunctions,
} from 'n8n-workflow';
import pLimit from 'p-limit';
import type { Limit } from 'p-limit';
import { followRequests } from '../../../credentials/token/followers';
import { hasUsableToken, isCurrent, renewalWait } from '../../../credentials/token/session';
import { readSettings } from '../../../credentials/token/settings';
import type { ZoomAppSettings } from '../../../credentials/token/settings';
import type { Endpoint } from '../api/endpoints';
import { showHint } from './hints';
import { acquirePermit } from './rateLimit';
import type { Permit } from './rateLimit';
import { UsedUpLimits } from './usedUpLimits';

export const CREDENTIAL = 'zoomServerToServerOAuth2Api';

/** The credential as n8n read it, at a time on the clock of `performance.now()`. */
interface StoredCredential {
	data: ICredentialDataDecryptedObject;
	readAt: number;
}

interface Acquired {
	/** What the request goes out with. */
	data: ICredentialDataDecryptedObject;
	permit: Permit;
}

/** What the requests of one run of the node share. */
export class RunState {
	readonly signal: AbortSignal | undefined;

	/** What has been looked up, by its key. */
	readonly lookedUp = new Map<string, Promise<unknown>>();

	readonly usedUp = new UsedUpLimits();

	/** The hints that were given. */
	private readonly told = new Set<string>();

	private credential: Promise<StoredCredential> | undefined;

	private reading: Promise<StoredCredential> | undefined;

	private readonly limit: Limit;

	/** @param maxConcurrency how many requests may be under way */
	constructor(
		readonly context: IExecuteFunctions | ILoadOptionsFunctions,
		maxConcurrency: number,
	) {
		this.limit = pLimit(maxConcurrency);
		if ('getExecutionCancelSignal' in context) this.signal = context.getExecutionCancelSignal();
	}

	/**
	 * Waits until a request may go out.
	 *
	 * @param fresh whether the credential is read again, as its token was refused
	 * @returns the credential's data that the request goes out with, and its permit; undefined where
	 *   the run was cancelled
	 * @throws UserError where the credential's settings can't be right
	 */
	async acquirePermit(endpoint: Endpoint, fresh: boolean): Promise<Acquired | undefined> {
		const leave = await this.enter();
		const acquired = await this.acquire(endpoint, fresh).catch((error: Error) => {
			leave();
			throw error;
		});
		if (!acquired) {
			leave();
			return undefined;
		}
		const { data, permit } = acquired;
		followRequests(data, { signal: this.signal, onSigned: () => permit.sent() });
		const release: Permit['release'] = (result) => {
			permit.release(result);
			leave();
		};
		return { data, permit: { ...permit, release } };
	}

	/**
	 * The settings of the credential's app.
	 *
	 * @throws UserError where they can't be right
	 */
	async settings(): Promise<ZoomAppSettings> {
		const { data } = await (this.credential ??= this.read());
		return readSettings(data);
	}

	/** Waits until fewer requests are under way than may be; what it returns lets the next one in. */
	private async enter(): Promise<() => void> {
		return await new Promise((entered) => {
			void this.limit(async () => await new Promise<void>((leave) => entered(leave)));
		});
	}

	private async acquire(endpoint: Endpoint, fresh: boolean): Promise<Acquired | undefined> {
		for (;;) {
			const { data, readAt } = await this.currentCredential(fresh);
			const { apiBaseUrl, accountId, plan } = readSettings(data);
			const account = `${apiBaseUrl} ${accountId}`;
			const permit = await acquirePermit(account, endpoint, plan, this.signal);
			if (!permit) return undefined;
			// A token refused meanwhile may have been replaced, so the credential is read again.
			if (isCurrent(data, readAt)) return { data, permit };
			permit.release();
		}
	}

	/** Waits in short steps, so that a cancelled run stops within half a second. */
	async pause(ms: number): Promise<void> {
		for (let left = ms; left > 0 && !this.signal?.aborted; left -= 500) {
			await sleep(Math.min(left, 500));
		}
	}

	/** Shows a sentence above the node's output, once. */
	tell(message: string): void {
		if (this.told.has(message)) return;
		this.told.add(message);
		showHint(this.context, message);
	}

	/** The credential is read once, and again when its token is used up or refused. */
	private async currentCredential(fresh: boolean): Promise<StoredCredential> {
		let { data, readAt } = await (this.credential ??= this.read());
		if (fresh || !hasUsableToken(data)) {
			await this.pause(renewalWait(data));
			({ data, readAt } = await (this.credential = this.readAgain()));
		}
		// A copy for each request: the credential tells a second try by meeting the same object again.
		return { data: { ...data }, readAt };
	}

	/** All who need it at the same time read it once. */
	private async readAgain(): Promise<StoredCredential> {
		this.reading ??= this.read().finally(() => {
			this.reading = undefined;
		});
		return await this.reading;
	}

	private async read(): Promise<StoredCredential> {
		const readAt = performance.now();
		return { data: await this.context.getCredentials(CREDENTIAL), readAt };
	}
}
