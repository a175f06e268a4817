import { OperationalError, sleep } from 'n8n-workflow';
import { requestToken } from './request';
import type { HttpSend } from './request';
import type { ZoomAppSettings } from './settings';
import type { ZoomToken } from './token';

/** Zoom's sign-in service may be away for some seconds: nothing is lost by waiting for it. */
const RETRY_PAUSES_MS = [500, 1_500, 3_000, 6_000];
const PATIENCE_MS = 12_000;
const RENEWAL_DELAY_MS = { least: 800, spread: 2_000 };

/**
 * How long to wait, in milliseconds, before a rejected token is replaced. Where a new token makes
 * older ones invalid, processes that renew at the same moment would take each other's away. Each
 * waits for a time of its own, and finds the token of whoever was first: the least is what that one
 * needs to store it.
 */
export function renewalDelay(): number {
	return Math.round(RENEWAL_DELAY_MS.least + RENEWAL_DELAY_MS.spread * Math.random());
}

/**
 * Requests a token, again and again for some seconds where trying again may help.
 *
 * @throws UserError | OperationalError as requestToken does
 */
export async function requestPatiently(
	settings: ZoomAppSettings,
	send: HttpSend,
): Promise<ZoomToken> {
	const patientUntil = performance.now() + PATIENCE_MS;
	for (let attempt = 0; ; attempt++) {
		const result = await requestToken(settings, send).catch((error: Error) => error);
		if (!(result instanceof Error)) return result;
		const pause = RETRY_PAUSES_MS[attempt];
		const mayHelp = result instanceof OperationalError && performance.now() < patientUntil;
		if (!mayHelp || pause === undefined) throw result;
		await sleep(pause);
	}
}
