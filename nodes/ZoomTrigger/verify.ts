import { createHmac, timingSafeEqual } from 'node:crypto';

/** Clocks differ: a time this far ahead is still taken. */
const AHEAD_MS = 5 * 60_000;
/**
 * Zoom's own plain tokens have 22 characters. Were longer or freer ones signed, whoever gets an
 * answer for `v0:<time>:<body>` would hold a valid signature of that body.
 */
const PLAIN_TOKEN = /^[\w-]{1,128}$/;

/** What of a request its signature is about. */
export interface Delivery {
	/** The body's bytes as they came: the same JSON written in another way has another signature. */
	rawBody: Buffer;
	/** The header x-zm-request-timestamp: seconds since 1970. */
	timestamp: unknown;
	/** The header x-zm-signature. */
	signature: unknown;
}

export type Verdict = { secret: string } | { reason: string };

/**
 * Checks that a request comes from Zoom and is not too old.
 * https://developers.zoom.us/docs/api/webhooks/#verify-with-zooms-header
 *
 * @param secrets secret tokens, any of which will do
 * @param windowMs how old a request may be, in milliseconds
 * @param now milliseconds since 1970
 * @returns the secret that the request is signed with, or why it is refused, in words that hold
 *   nothing of the request or the secret
 */
export function verify(
	{ rawBody, timestamp, signature }: Delivery,
	secrets: readonly string[],
	windowMs: number,
	now: number,
): Verdict {
	if (secrets.length === 0) return { reason: 'the credential has no Webhook Secret Token' };
	if (typeof timestamp !== 'string' || typeof signature !== 'string') {
		return { reason: 'it has no signature, so it does not come from Zoom' };
	}
	if (!/^\d{1,11}$/.test(timestamp)) return { reason: "its time isn't a number of seconds" };
	const age = now - Number(timestamp) * 1000;
	if (age > windowMs) return { reason: `it was sent ${inMinutes(age)} ago, which is too old` };
	if (age < -AHEAD_MS) return { reason: `its time lies ${inMinutes(-age)} ahead` };
	const given = Buffer.from(signature);
	const secret = secrets.find((candidate) => {
		const expected = Buffer.from(signatureOf(rawBody, timestamp, candidate));
		return given.length === expected.length && timingSafeEqual(given, expected);
	});
	if (secret === undefined) {
		return {
			reason:
				"its signature does not fit the credential's Webhook Secret Token: the secret is wrong, or it does not come from Zoom",
		};
	}
	return { secret };
}

function signatureOf(rawBody: Buffer, timestamp: string, secret: string): string {
	const hmac = createHmac('sha256', secret).update(`v0:${timestamp}:`).update(rawBody);
	return `v0=${hmac.digest('hex')}`;
}

function inMinutes(ms: number): string {
	return `${Math.round(ms / 60_000)} minutes`;
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
