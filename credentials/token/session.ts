import { OperationalError } from 'n8n-workflow';
import type {
	ICredentialDataDecryptedObject as Credentials,
	IHttpRequestHelper,
	IHttpRequestOptions,
} from 'n8n-workflow';
import { appOf } from './apps';
import { unlessCancelled } from './cancellation';
import { followerOf } from './followers';
import { isAlive } from './liveness';
import { cutOut } from './redact';
import { requestToken, secretsOf, sendWith } from './request';
import type { HttpSend } from './request';
import { sign } from './sign';
import { renewalDelay } from './signIn';
import { readStored } from './token';
import type { KnownToken, ZoomToken } from './token';

/*
 * Which token a request goes out with. n8n keeps the token, encrypted, in the credential's row and
 * shares it with all executions and workers. What n8n lacks is in AppTokens: renewal before the end,
 * one token request at a time, and no use of a token that belongs to other settings. n8n runs
 * preAuthentication before every request, as the credential's `sessionGate` (its `expirable` field)
 * stays empty; that is cheap, without network, while a usable token is at hand.
 */

/** A token younger than this is not renewed to look for newly granted scopes. */
const SCOPE_RENEWAL_MIN_AGE_MS = 30_000;

/** The token that a credentials object was signed with. */
const handedOut = new WeakMap<object, KnownToken>();
/**
 * Makes sure that a usable token stands ready for a credentials object, as n8n's
 * `preAuthentication` is meant to.
 *
 * @param helper n8n's HTTP helper
 * @param credentials decrypted data; called again with the same object after a failed request
 * @returns the hidden fields for n8n to store where there is a new token to store, else nothing
 * @throws UserError | OperationalError as requestToken does, or where the request's follower ends it
 */
export async function prepareToken(
	helper: IHttpRequestHelper,
	credentials: Credentials,
): Promise<{ sessionGate: string; sessionToken: string } | Record<string, never>> {
	const { app, settings } = appOf(credentials);
	const signal = followerOf(credentials).signal;
	const used = handedOut.get(credentials);
	// Called again: the request failed. n8n's HTTP Request node comes here after any failure and
	// would send its request again, so a token that still lives must not look renewed.
	if (used && !app.isRejected(used)) {
		if (await unlessCancelled(isAlive(helper, settings, used), signal)) return {};
		app.reject(used);
	}
	const token =
		app.usable(credentials.sessionToken) ?? (await app.fetch(settings, sendWith(helper), signal));
	handedOut.set(credentials, token);
	const sessionToken = app.takeUnsaved(token);
	return sessionToken === undefined ? {} : { sessionGate: '', sessionToken };
}

/**
 * Signs a request with the token that stands ready: see {@link sign}.
 *
 * @throws UserError when the request would take the token to a host that is not Zoom's
 */
export function signRequest(
	credentials: Credentials,
	request: IHttpRequestOptions,
): IHttpRequestOptions {
	const { app, settings } = appOf(credentials);
	const token = handedOut.get(credentials) ?? app.usable(credentials.sessionToken);
	if (!token) throw new OperationalError('No Zoom token is available for this request');
	const { signal, onSigned } = followerOf(credentials);
	const signed = sign(settings, token.stored, request, signal);
	onSigned?.();
	return signed;
}

/**
 * Cuts the app's secret and its tokens, as far as this process knows them, out of a text that comes
 * from elsewhere, such as Zoom's or a proxy's: see {@link cutOut}.
 */
export function withoutSecrets(text: string, credentials: Credentials): string {
	const { app, settings } = appOf(credentials);
	const tokens = [handedOut.get(credentials)?.stored, readStored(credentials.sessionToken)];
	const accessTokens = tokens.flatMap((token) => token?.accessToken ?? []);
	return cutOut(text, [...secretsOf(settings), ...accessTokens, ...app.accessTokens()]);
}

/** Whether a request with these credentials would go out without asking Zoom for a token first. */
export function hasUsableToken(credentials: Credentials): boolean {
	return appOf(credentials).app.usable(credentials.sessionToken) !== undefined;
}

/** Zoom refused the token (401): it is not used again, whoever holds it. */
export function reportRejected(credentials: Credentials): void {
	const { app } = appOf(credentials);
	const token = handedOut.get(credentials);
	if (!token || app.isRejected(token)) return;
	app.reject(token);
	app.renewAfter = performance.now() + renewalDelay();
}

/**
 * How long to wait before a credential without a usable token is read again: after a refusal, another
 * process may store a new token meanwhile.
 *
 * @returns milliseconds
 */
export function renewalWait(credentials: Credentials): number {
	if (hasUsableToken(credentials)) return 0;
	return Math.max(0, appOf(credentials).app.renewAfter - performance.now());
}

/**
 * Whether a request may go out with credentials that n8n read some time ago: with a usable token, or
 * for a new one when it was read late enough to show what another process may have stored.
 *
 * @param readAt when n8n read them, in milliseconds of `performance.now()`
 */
export function isCurrent(credentials: Credentials, readAt: number): boolean {
	return hasUsableToken(credentials) || readAt >= appOf(credentials).app.renewAfter;
}

/**
 * Zoom says that the token lacks a scope. Scopes granted later are in later tokens only, so an
 * older token is given up.
 *
 * @returns whether trying again is worth it
 */
export function reportMissingScope(credentials: Credentials): boolean {
	const token = handedOut.get(credentials);
	if (!token || performance.now() - token.fetchedAt < SCOPE_RENEWAL_MIN_AGE_MS) return false;
	appOf(credentials).app.reject(token);
	return true;
}

/** Fetches a token for settings that may not be saved yet, and keeps it for the workflows to come. */
export async function testSettings(credentials: Credentials, send: HttpSend): Promise<ZoomToken> {
	const { app, settings } = appOf(credentials);
	return app.keep(await requestToken(settings, send)).stored;
}
