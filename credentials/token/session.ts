import { jsonParse, OperationalError, sleep } from 'n8n-workflow';
import type {
	ICredentialDataDecryptedObject,
	IHttpRequestHelper,
	IHttpRequestOptions,
} from 'n8n-workflow';
import { cutOut } from './redact';
import { isDomainRefused, requestToken, secretsOf } from './request';
import type { HttpSend, ZoomToken } from './request';
import { readSettings } from './settings';
import type { ZoomAppSettings } from './settings';
import { sign } from './sign';

/*
 * Which token a request goes out with. n8n keeps the token, encrypted, in the credential's row and
 * shares it with all executions and workers. What n8n lacks is added here: renewal before the end,
 * one token request at a time, and no use of a token that belongs to other settings.
 *
 * n8n runs preAuthentication before every request because the credential's `sessionGate` (its
 * `expirable` field) stays empty. That is cheap, without network, while a usable token is at hand.
 */

interface StoredToken extends ZoomToken {
	fingerprint: string;
}

/**
 * The tokens of each app that this process knows, newest first. The one before the newest is kept
 * too: where two processes fetched at once, the clock does not tell which of theirs Zoom made last.
 */
const knownTokens = new Map<string, StoredToken[]>();
/** Token requests under way: whoever needs the same token waits for the same one. */
const flights = new Map<string, Promise<StoredToken>>();
/** Recent failures of the token endpoint, so that 500 waiting rows do not ask 500 times. */
const failures = new Map<string, { error: Error; until: number }>();
/** Tokens that Zoom refused, newest last. */
const rejected = new Set<string>();
/** From when a refused token of an app may be replaced, in milliseconds since 1970. */
const renewalsDue = new Map<string, number>();
/** The token that a credentials object was signed with. */
const handedOut = new WeakMap<object, StoredToken>();
/** What follows the request of a credentials object. */
const followed = new WeakMap<object, { signal?: AbortSignal; onSigned?: () => void }>();
/** Checks under way of whether a token lives. */
const checks = new Map<string, Promise<boolean>>();

const FAILURE_HOLD_MS = 3_000;
const REJECTED_KEPT = 200;
const KNOWN_KEPT = 2;
/** Zoom's sign-in service may be away for some seconds: nothing is lost by waiting for it. */
const RETRY_PAUSES_MS = [500, 1_500, 3_000, 6_000];
const PATIENCE_MS = 12_000;
/**
 * Where a new token makes older ones invalid, processes that renew at the same moment would take
 * each other's away. Each waits for a time of its own, and finds the token of whoever was first:
 * the least is what that one needs to store it.
 */
const RENEWAL_WAIT_MS = { least: 800, spread: 2_000 };
/** Lets requests that carry the old token arrive before a new one may make it invalid. */
const SETTLE_MS = 250;
/** How long Zoom may take to say whether a token lives. */
const CHECK_WITHIN_MS = 10_000;
/** A token younger than this is not renewed to look for newly granted scopes. */
const SCOPE_RENEWAL_MIN_AGE_MS = 30_000;

/**
 * Makes sure that a usable token stands ready for a credentials object, as n8n's
 * `preAuthentication` is meant to.
 *
 * @param helper n8n's HTTP helper
 * @param credentials decrypted data; called again with the same object after a failed request
 * @returns the hidden fields for n8n to store when this call fetched a new token, else nothing
 * @throws UserError | OperationalError as requestToken does
 */
export async function prepareToken(
	helper: IHttpRequestHelper,
	credentials: ICredentialDataDecryptedObject,
): Promise<{ sessionGate: string; sessionToken: string } | Record<string, never>> {
	const settings = readSettings(credentials);
	const used = handedOut.get(credentials);
	// Called again: the request failed. n8n's HTTP Request node comes here after any failure and
	// would send its request again, so a token that still lives must not look renewed.
	if (used && !rejected.has(used.accessToken)) {
		if (await isAlive(helper, settings, used)) return {};
		reject(used);
	}
	const ready = usable(settings, credentials);
	if (ready) {
		handedOut.set(credentials, ready);
		return {};
	}
	const flying = flights.get(settings.fingerprint);
	const token = await (flying ?? renew(settings, sendWith(helper)));
	handedOut.set(credentials, token);
	return flying ? {} : { sessionGate: '', sessionToken: JSON.stringify(token) };
}

/**
 * Signs a request with the token that stands ready: see {@link sign}.
 *
 * @throws UserError when the request would take the token to a host that is not Zoom's
 */
export function signRequest(
	credentials: ICredentialDataDecryptedObject,
	request: IHttpRequestOptions,
): IHttpRequestOptions {
	const settings = readSettings(credentials);
	const token = handedOut.get(credentials) ?? usable(settings, credentials);
	if (!token) throw new OperationalError('No Zoom token is at hand for this request');
	followed.get(credentials)?.onSigned?.();
	return sign(settings, token, request);
}

/** Follows the requests made with this very object: `onSigned` is called as one goes out. */
export function followRequest(
	credentials: ICredentialDataDecryptedObject,
	follower: { signal?: AbortSignal; onSigned?: () => void },
): void {
	followed.set(credentials, follower);
}

/**
 * Cuts the app's secret and its tokens, as far as this process knows them, out of a text that comes
 * from elsewhere, such as Zoom's or a proxy's: see {@link cutOut}.
 */
export function withoutSecrets(text: string, credentials: ICredentialDataDecryptedObject): string {
	const settings = readSettings(credentials);
	const tokens = [
		handedOut.get(credentials),
		parseStored(credentials.sessionToken),
		...(knownTokens.get(settings.fingerprint) ?? []),
	].flatMap((token) => token?.accessToken ?? []);
	return cutOut(text, [...secretsOf(settings), ...tokens]);
}

/** Whether a request with these credentials would go out without asking Zoom for a token first. */
export function hasUsableToken(credentials: ICredentialDataDecryptedObject): boolean {
	return usable(readSettings(credentials), credentials) !== undefined;
}

/** Zoom refused the token (401): it is not used again, whoever holds it. */
export function reportRejected(credentials: ICredentialDataDecryptedObject): void {
	const token = handedOut.get(credentials);
	if (!token || rejected.has(token.accessToken)) return;
	reject(token);
	const { least, spread } = RENEWAL_WAIT_MS;
	const wait = Math.round(least + spread * Math.random());
	renewalsDue.set(token.fingerprint, Date.now() + wait);
}

/**
 * How long to wait before a credential without a usable token is read again: after a refusal, another
 * process may store a new token meanwhile.
 *
 * @returns milliseconds
 */
export function renewalWait(credentials: ICredentialDataDecryptedObject): number {
	const due = renewalsDue.get(readSettings(credentials).fingerprint) ?? 0;
	return hasUsableToken(credentials) ? 0 : Math.max(0, due - Date.now());
}

/**
 * Whether a request may go out with credentials that n8n read some time ago: with a usable token, or
 * for a new one when it was read late enough to show what another process may have stored.
 *
 * @param readAt when n8n read them, in milliseconds since 1970
 */
export function isCurrent(credentials: ICredentialDataDecryptedObject, readAt: number): boolean {
	const due = renewalsDue.get(readSettings(credentials).fingerprint) ?? 0;
	return hasUsableToken(credentials) || readAt >= due;
}

/**
 * Zoom says that the token lacks a scope. Scopes granted later are in later tokens only, so an
 * older token is given up.
 *
 * @returns whether trying again is worth it
 */
export function reportMissingScope(credentials: ICredentialDataDecryptedObject): boolean {
	const token = handedOut.get(credentials);
	if (!token || Date.now() - token.mintedAt < SCOPE_RENEWAL_MIN_AGE_MS) return false;
	reject(token);
	return true;
}

/** Fetches a token for settings that may not be saved yet, and keeps it for the workflows to come. */
export async function testSettings(
	credentials: ICredentialDataDecryptedObject,
	send: HttpSend,
): Promise<ZoomToken> {
	const settings = readSettings(credentials);
	return keep(settings, await requestToken(settings, send));
}

function usable(
	settings: ZoomAppSettings,
	credentials: ICredentialDataDecryptedObject,
): StoredToken | undefined {
	const stored = parseStored(credentials.sessionToken);
	if (stored && isUsable(settings, stored)) remember(stored);
	return knownTokens.get(settings.fingerprint)?.find((token) => isUsable(settings, token));
}

function isUsable({ fingerprint }: ZoomAppSettings, token: StoredToken): boolean {
	return (
		token.fingerprint === fingerprint &&
		token.renewAt > Date.now() &&
		!rejected.has(token.accessToken)
	);
}

function remember(token: StoredToken) {
	const others = (knownTokens.get(token.fingerprint) ?? []).filter(
		({ accessToken }) => accessToken !== token.accessToken && !rejected.has(accessToken),
	);
	const all = [token, ...others].sort((a, b) => b.mintedAt - a.mintedAt);
	knownTokens.set(token.fingerprint, all.slice(0, KNOWN_KEPT));
}

function parseStored(value: unknown): StoredToken | undefined {
	if (typeof value !== 'string') return undefined;
	return jsonParse<StoredToken | null>(value, { fallbackValue: null }) ?? undefined;
}

async function renew(settings: ZoomAppSettings, send: HttpSend): Promise<StoredToken> {
	const failure = failures.get(settings.fingerprint);
	if (failure && failure.until > Date.now()) throw failure.error;
	const flight = fetchPatiently(settings, send)
		.then((token) => keep(settings, token))
		.finally(() => flights.delete(settings.fingerprint));
	flights.set(settings.fingerprint, flight);
	return await flight;
}

async function fetchPatiently(settings: ZoomAppSettings, send: HttpSend): Promise<ZoomToken> {
	const previous = knownTokens.get(settings.fingerprint)?.[0];
	const stillInUse =
		previous && !rejected.has(previous.accessToken) && previous.expiresAt > Date.now();
	if (stillInUse) await sleep(SETTLE_MS);
	const patientUntil = Date.now() + PATIENCE_MS;
	for (let attempt = 0; ; attempt++) {
		const result = await requestToken(settings, send).catch((error: Error) => error);
		if (!(result instanceof Error)) return result;
		const pause = RETRY_PAUSES_MS[attempt];
		const mayHelp = result instanceof OperationalError && Date.now() < patientUntil;
		if (!mayHelp || pause === undefined) {
			failures.set(settings.fingerprint, {
				error: result,
				until: Date.now() + FAILURE_HOLD_MS,
			});
			throw result;
		}
		await sleep(pause);
	}
}

function keep(settings: ZoomAppSettings, token: ZoomToken): StoredToken {
	const stored = { ...token, fingerprint: settings.fingerprint };
	for (const [fingerprint, tokens] of knownTokens) {
		if (tokens.every(({ expiresAt }) => expiresAt < Date.now())) knownTokens.delete(fingerprint);
	}
	remember(stored);
	failures.delete(settings.fingerprint);
	renewalsDue.delete(settings.fingerprint);
	return stored;
}

function reject(token: StoredToken) {
	rejected.add(token.accessToken);
	for (const oldest of rejected) {
		if (rejected.size <= REJECTED_KEPT) break;
		rejected.delete(oldest);
	}
}

/** Asks Zoom once whether it still knows the token; any answer but 401 says yes. */
async function isAlive(
	helper: IHttpRequestHelper,
	settings: ZoomAppSettings,
	token: StoredToken,
): Promise<boolean> {
	const known = checks.get(token.accessToken);
	if (known) return await known;
	const ask = async (apiBaseUrl: string): Promise<{ statusCode: number }> =>
		(await helper.helpers.httpRequest({
			method: 'GET',
			url: `${apiBaseUrl}/users/me`,
			headers: { Authorization: `Bearer ${token.accessToken}` },
			ignoreHttpStatusErrors: true,
			returnFullResponse: true,
			disableFollowRedirect: true,
			timeout: CHECK_WITHIN_MS,
			abortSignal: AbortSignal.timeout(CHECK_WITHIN_MS),
		})) as { statusCode: number };
	const alive = ask(token.apiBaseUrl)
		.catch(async (error: unknown) => {
			// The credential's Allowed Domains may name the general host and not the account's region.
			if (isDomainRefused(error)) return await ask(settings.apiBaseUrl);
			throw error;
		})
		.then(
			({ statusCode }) => statusCode !== 401,
			() => true,
		)
		.finally(() => checks.delete(token.accessToken));
	checks.set(token.accessToken, alive);
	return await alive;
}

function sendWith(helper: IHttpRequestHelper): HttpSend {
	return async (request) =>
		(await helper.helpers.httpRequest({
			method: 'POST',
			...request,
			ignoreHttpStatusErrors: true,
			returnFullResponse: true,
			disableFollowRedirect: true,
		})) as { statusCode: number; body: unknown };
}
