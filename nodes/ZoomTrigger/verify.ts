import { createHmac, timingSafeEqual } from 'node:crypto';

/** Clocks differ: a time this far ahead is still taken. */
const AHEAD_MS = 5 * 60_000;
/**
 * Zoom's own plain tokens have 22 characters. Were longer or freer ones signed, whoever gets an
 * answer for `v0:<time>:<body>` would hold a valid signature of that body.
 */
const PLAIN_TOKEN = /^[\w-]{1,128}$/;
/** HMAC SHA-256 in hex. */
const SIGNATURE = /^v0=[0-9a-f]{64}$/;

/** The headers of a request that may come from Zoom. */
export interface SignedHeaders {
	/** Seconds since 1970. */
	timestamp: string;
	/** `v0=` and 64 hexadecimal digits. */
	signature: string;
}

/** What of a request its signature is about. */
export interface Delivery extends SignedHeaders {
	/** The body's bytes as they came: the same JSON written in another way has another signature. */
	rawBody: Buffer;
}

/** Why a request is refused, in words that hold nothing of the request or the secret. */
export interface Refused {
	reason: string;
}

export type Verdict = { secret: string } | Refused;

/**
 * Reads the headers of a signed request, whoever signed it. It costs next to nothing.
 * https://developers.zoom.us/docs/api/webhooks/#verify-with-zooms-header
 *
 * @param headers all of the request, by names in lower case
 */
export function readHeaders(headers: Readonly<Record<string, unknown>>): SignedHeaders | Refused {
	const { 'x-zm-request-timestamp': timestamp, 'x-zm-signature': signature } = headers;
	if (typeof timestamp !== 'string' || typeof signature !== 'string') {
		return { reason: "it has no signature, so it doesn't come from Zoom" };
	}
	if (!/^\d{1,11}$/.test(timestamp)) return { reason: "its time isn't a number of seconds" };
	if (!SIGNATURE.test(signature)) {
		return { reason: "its signature doesn't have Zoom's form" };
	}
	return { timestamp, signature };
}

/**
 * Why a request is refused for its time.
 *
 * @param windowMs how old it may be, in milliseconds
 * @param now milliseconds since 1970
 */
export function flawOfTime(
	{ timestamp }: SignedHeaders,
	windowMs: number,
	now: number,
): string | undefined {
	const age = now - Number(timestamp) * 1000;
	if (age > windowMs) return `it was sent ${inMinutes(age)} ago, which is too old`;
	if (age < -AHEAD_MS) return `its time is ${inMinutes(-age)} in the future`;
	return undefined;
}

/**
 * Checks that a request comes from Zoom.
 *
 * @param secrets secret tokens, any of which will do
 * @returns the secret that the request is signed with, or why it is refused
 */
export function verify(
	{ rawBody, timestamp, signature }: Delivery,
	secrets: readonly string[],
): Verdict {
	if (secrets.length === 0) return { reason: 'the credential has no Secret Token' };
	const given = Buffer.from(signature);
	const secret = secrets.find((candidate) =>
		timingSafeEqual(given, Buffer.from(signatureOf(rawBody, timestamp, candidate))),
	);
	if (secret !== undefined) return { secret };
	return {
		reason:
			"its signature doesn't match the credential's Secret Token: either that is wrong, or the request doesn't come from Zoom",
	};
}

function signatureOf(rawBody: Buffer, timestamp: string, secret: string): string {
	const hmac = createHmac('sha256', secret).update(`v0:${timestamp}:`).update(rawBody);
	return `v0=${hmac.digest('hex')}`;
}

function inMinutes(ms: number): string {
	const minutes = Math.round(ms / 60_000);
	return minutes === 1 ? '1 minute' : `${minutes} minutes`;
}

/**
 * Answers Zoom's check of the address, which comes when it is saved and again every 72 hours.
 * https://developers.zoom.us/docs/api/webhooks/#validate-your-webhook-endpoint
 *
 * @param secret that the check itself was signed with
 * @returns undefined for a plain token that Zoom would not send
 */
export function answerChallenge(plainToken: unknown, secret: string) {
	if (typeof plainToken !== 'string' || !PLAIN_TOKEN.test(plainToken)) return undefined;
	const encryptedToken = createHmac('sha256', secret).update(plainToken).digest('hex');
	return { plainToken, encryptedToken };
}
