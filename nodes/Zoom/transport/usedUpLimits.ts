import type { IDataObject } from 'n8n-workflow';
import type { Endpoint } from '../api/endpoints';
import { heldBackFailure } from './errors';
import type { Failure } from './errors';
import type { Params } from './path';

/** What a limit of the account stops. */
const ALL_CALLS = 'all';

/** The limits that a run has met and that no waiting helps against, and the calls that they stop. */
export class UsedUpLimits {
	/** Until when (on the clock of `performance.now()`), and what the calls fail with. */
	private readonly stopped = new Map<string, { until: number; failure: Failure }>();

	/** The hosts of users and events, as far as Zoom's answers have named them. */
	private readonly hosts = new Map<string, string>();

	/** Learns from an answer whose event it was about. */
	learnHost({ userId, eventId }: Params, { host_id: host }: IDataObject): void {
		if (typeof host !== 'string') return;
		for (const name of [userId, eventId]) if (name !== undefined) this.hosts.set(name, host);
	}

	/** The failure of a call that would meet a limit again. */
	stops(endpoint: Endpoint, params: Params): Failure | undefined {
		const keys = [ALL_CALLS, ...(endpoint.hostLimited ? [this.hostKey(params)] : [])];
		for (const key of keys) {
			const stop = this.stopped.get(key);
			if (stop && stop.until > performance.now()) return stop.failure;
		}
		return undefined;
	}

	/** Remembers the limit that a call has met, if it is one. */
	note(params: Params, failure: Failure): void {
		const { kind, endsInMs = 0 } = failure;
		const isAll = kind === 'dailyLimit' || kind === 'longWait';
		if (!isAll && kind !== 'hostDailyLimit') return;
		this.stopped.set(isAll ? ALL_CALLS : this.hostKey(params), {
			until: performance.now() + endsInMs,
			failure: heldBackFailure(failure),
		});
	}

	/** An event whose host is not known stands for itself. */
	private hostKey({ userId, eventId }: Params): string {
		const name = userId ?? eventId ?? '';
		return `host ${this.hosts.get(name) ?? name}`;
	}
}
