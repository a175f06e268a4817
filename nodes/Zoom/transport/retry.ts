/** What came of one try of a request. */
export type Outcome =
	| {
			kind: 'answer';
			status: number;
			/** Zoom's own code from the body, which may differ from the HTTP status. */
			code?: number;
			message: string;
			/** Names in lower case. */
			headers: Record<string, string | undefined>;
	  }
	/** No answer: `sent` is false where the connection was never made, so Zoom did nothing. */
	| { kind: 'noAnswer'; sent: boolean };

export type Decision =
	| { action: 'finish' }
	/** `everyone`: all calls of the account and category wait, because the limit is the account's. */
	| { action: 'wait'; ms: number; everyone: boolean }
	| { action: 'renewToken'; ms: number }
	| { action: 'renewScopes' };

const MAX_TOKEN_RENEWALS = 4;
/** Where processes that share an account are too fast, half of the tries are refused: ten are too few. */
const MAX_RATE_WAITS = 20;
const MAX_REPEATS = 3;
/** Longer than this is no per-second limit: the person should know rather than wait. */
const LONGEST_WAIT_MS = 60_000;

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
	if (outcome.kind === 'noAnswer') {
		const repeatable = !outcome.sent || method !== 'POST';
		return repeatable ? repeatLater(tries.repeats, random) : { action: 'finish' };
	}
	if (isScopeMissing(outcome.message)) {
		return tries.renewals === 0 ? { action: 'renewScopes' } : { action: 'finish' };
	}
	// Zoom's reference has 124 with HTTP 400 too.
	if (outcome.status === 401 || outcome.code === 124) {
		if (tries.renewals >= MAX_TOKEN_RENEWALS) return { action: 'finish' };
		return { action: 'renewToken', ms: Math.round(tries.renewals * (150 + 450 * random)) };
	}
	if (outcome.status === 429) {
		const ms = rateWait(outcome, tries.rateWaits, now, random);
		if (ms === undefined || tries.rateWaits >= MAX_RATE_WAITS) return { action: 'finish' };
		return { action: 'wait', ms, everyone: true };
	}
	if (outcome.status >= 500 && method !== 'POST') return repeatLater(tries.repeats, random);
	return { action: 'finish' };
}

function repeatLater(repeats: number, random: number): Decision {
	if (repeats >= MAX_REPEATS) return { action: 'finish' };
	const ms = Math.round(500 * 2 ** repeats * (1 + random));
	return { action: 'wait', ms, everyone: false };
}

/** Zoom names the missing scopes in the message, with code 4711, 4700 or 201. */
export function isScopeMissing(message: string): boolean {
	return /does not contain scopes/i.test(message);
}

/**
 * Whose daily limit a 429 tells of. Daily limits share this status with the per-second ones; they
 * reset at 00:00 UTC and no waiting helps.
 * https://developers.zoom.us/docs/api/rate-limits/
 *
 * @returns undefined where it is no daily limit
 */
export function dailyLimitOf(
	status: number,
	message: string,
	headers: Record<string, string | undefined>,
): 'account' | 'host' | 'person' | undefined {
	const daily =
		/daily/i.test(headers['x-ratelimit-type'] ?? '') ||
		/\bdaily\b|you (can|may) resume/i.test(message);
	if (status !== 429 || !daily) return undefined;
	if (/for the registrant/i.test(message)) return 'person';
	return /particular user/i.test(message) ? 'host' : 'account';
}

function rateWait(
	{ status, message, headers }: Extract<Outcome, { kind: 'answer' }>,
	waits: number,
	now: number,
	random: number,
): number | undefined {
	if (dailyLimitOf(status, message, headers)) return undefined;
	const asked = retryAfterMs(headers['retry-after'], zoomTime(headers, now));
	// The limit is per second, so a second is enough; less is, where the request was a little early.
	if (asked === undefined) return Math.round(Math.min(250 * 2 ** waits, 1000) * (1 + random / 4));
	if (asked > LONGEST_WAIT_MS) return undefined;
	return Math.round(asked + 250 * random);
}

/**
 * What time it is for Zoom: instants in its answers are by its clock, and this machine's may be off.
 *
 * @param now milliseconds since 1970, for an answer that does not tell
 */
export function zoomTime(headers: Record<string, string | undefined>, now: number): number {
	const told = Date.parse(headers.date ?? '');
	return Number.isNaN(told) ? now : told;
}

/**
 * Reads a Retry-After header: seconds, an HTTP date, or the ISO 8601 instant that Zoom sends.
 *
 * @param now milliseconds since 1970, by the clock of whoever sent the header
 * @returns milliseconds from now, or undefined where there is nothing to read
 */
export function retryAfterMs(value: string | undefined, now: number): number | undefined {
	const text = value?.trim();
	if (!text) return undefined;
	if (/^\d+(\.\d+)?$/.test(text)) return Number(text) * 1000;
	const instant = Date.parse(text);
	return Number.isNaN(instant) ? undefined : Math.max(0, instant - now);
}
