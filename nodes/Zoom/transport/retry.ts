import type { Failure } from './errors';
import { askedWaitMs, LONGEST_WAIT_MS } from './retryAfter';

/** What came of one try of a request. */
export interface Outcome {
	kind: Failure['kind'] | 'done';
	/** Of the answer, where there was one; names in lower case. */
	headers?: Record<string, string | undefined>;
}

export type Decision =
	| { action: 'finish' }
	/** `counts`: what the next try adds to. */
	| { action: 'wait'; ms: number; counts: 'rateWaits' | 'repeats' }
	| { action: 'renewToken'; ms: number }
	| { action: 'renewScopes' };

const MAX_TOKEN_RENEWALS = 4;
/**
 * Where processes that share an account are too fast, half of the tries are refused: ten are too few.
 * A limit told in another language may last the day.
 */
const MAX_RATE_WAITS = { perSecondLimit: 20, concurrentLimit: 8, someLimit: 4 };
const MAX_REPEATS = 3;

/**
 * Decides what follows a try. A POST is sent again only where Zoom surely did nothing: refused for
 * its rate or its token, or never connected.
 *
 * @param method HTTP method
 * @param outcome what came of the try
 * @param tries how many tries of each kind there were before this one
 * @param now milliseconds since 1970
 * @param random from 0 to 1, spreads the waits
 */
export function decide(
	method: string,
	outcome: Outcome,
	tries: { rateWaits: number; renewals: number; repeats: number },
	now: number,
	random: number,
): Decision {
	const { kind } = outcome;
	if (kind === 'notReached') return repeatLater(tries.repeats, random);
	if (kind === 'missingScope') {
		return tries.renewals === 0 ? { action: 'renewScopes' } : { action: 'finish' };
	}
	if (kind === 'tokenRejected') {
		if (tries.renewals >= MAX_TOKEN_RENEWALS) return { action: 'finish' };
		return { action: 'renewToken', ms: Math.round(tries.renewals * (150 + 450 * random)) };
	}
	if (kind === 'perSecondLimit' || kind === 'concurrentLimit' || kind === 'someLimit') {
		const ms = rateWait(outcome, tries.rateWaits, now, random);
		if (ms === undefined || tries.rateWaits >= MAX_RATE_WAITS[kind]) return { action: 'finish' };
		return { action: 'wait', ms, counts: 'rateWaits' };
	}
	const mayPass = kind === 'noAnswer' || kind === 'zoomDown';
	return mayPass && method !== 'POST' ? repeatLater(tries.repeats, random) : { action: 'finish' };
}

function repeatLater(repeats: number, random: number): Decision {
	if (repeats >= MAX_REPEATS) return { action: 'finish' };
	const ms = Math.round(500 * 2 ** repeats * (1 + random));
	return { action: 'wait', ms, counts: 'repeats' };
}

function rateWait(
	{ headers = {} }: Outcome,
	waits: number,
	now: number,
	random: number,
): number | undefined {
	const asked = askedWaitMs(headers, now) ?? 0;
	if (asked > LONGEST_WAIT_MS) return undefined;
	// The limit is per second, so a second is enough; less is, where the request was a little early.
	// An answer may ask for no wait at all, which would use all tries up within a moment.
	const least = Math.min(250 * 2 ** waits, 1000);
	return Math.round(Math.max(asked, least) + (asked > least ? 250 : least / 4) * random);
}
