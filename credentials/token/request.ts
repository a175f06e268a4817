import { isPlainObject } from 'lodash';
import { jsonParse } from 'n8n-workflow';
import type { IHttpRequestHelper } from 'n8n-workflow';
import { cutOut } from './redact';
import { isTrustedUrl } from './settings';
import type { ZoomAppSettings } from './settings';
import { noTokenBecause, tooSlow, unreachable } from './signInErrors';
import type { ZoomToken } from './token';

/**
 * What a token request needs of HTTP: it must resolve for every status code. The signal ends it after
 * 30 seconds; requestToken waits no longer, even for one that takes no signal.
 */
export type HttpSend = (request: {
	url: string;
	headers: Record<string, string>;
	body: string;
	abortSignal: AbortSignal;
}) => Promise<{ statusCode: number; body: unknown }>;

/** For the whole answer. */
const ANSWER_WITHIN_MS = 30_000;

/** Sends a token request by n8n's HTTP helper. */
export function sendWith(helper: IHttpRequestHelper): HttpSend {
	return async (request) =>
		(await helper.helpers.httpRequest({
			method: 'POST',
			...request,
			ignoreHttpStatusErrors: true,
			returnFullResponse: true,
			disableFollowRedirect: true,
		})) as { statusCode: number; body: unknown };
}

/**
 * Fetches a token with the `account_credentials` grant: a form body and a Basic header.
 * https://developers.zoom.us/docs/internal-apps/s2s-oauth/
 *
 * @param settings the app
 * @param send sends the one HTTP request
 * @returns the token
 * @throws UserError with a sentence on what to correct where the app's settings are the cause
 * @throws OperationalError where trying again may help: no connection, Zoom busy or down
 */
export async function requestToken(settings: ZoomAppSettings, send: HttpSend): Promise<ZoomToken> {
	const abortSignal = AbortSignal.timeout(ANSWER_WITHIN_MS);
	const { host } = new URL(settings.oauthBaseUrl);
	const sent = send({ ...tokenRequest(settings), abortSignal });
	const answer = await Promise.race([sent, aborted(abortSignal)]).catch((error: unknown) => {
		throw abortSignal.aborted ? tooSlow(host, ANSWER_WITHIN_MS) : unreachable(host, error);
	});
	const body = parseBody(answer.body);
	const accessToken = answer.statusCode < 400 && body?.access_token;
	if (body && typeof accessToken === 'string' && accessToken !== '') {
		return toToken(settings, accessToken, body);
	}
	const clean = (text: string) => cutOut(text, secretsOf(settings));
	throw noTokenBecause(settings, answer.statusCode, body, clean);
}

function tokenRequest(settings: ZoomAppSettings) {
	return {
		url: `${settings.oauthBaseUrl}/oauth/token`,
		headers: {
			Authorization: `Basic ${basicPair(settings)}`,
			'Content-Type': 'application/x-www-form-urlencoded',
			Accept: 'application/json',
		},
		body: new URLSearchParams({
			grant_type: 'account_credentials',
			account_id: settings.accountId,
		}).toString(),
	};
}

/** What must not be shown of an app, as it is and as it is sent. */
export function secretsOf(settings: ZoomAppSettings): string[] {
	return [settings.clientSecret, basicPair(settings)];
}

function basicPair({ clientId, clientSecret }: ZoomAppSettings) {
	return Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
}

/** Rejects once the signal is aborted. */
async function aborted(signal: AbortSignal): Promise<never> {
	return await new Promise((_, reject) => {
		signal.addEventListener('abort', () => reject(signal.reason as Error));
	});
}

function toToken(settings: ZoomAppSettings, accessToken: string, body: Record<string, unknown>) {
	const life = (Number(body.expires_in) > 0 ? Number(body.expires_in) : 3600) * 1000;
	const mintedAt = Date.now();
	return {
		accessToken,
		mintedAt,
		expiresAt: mintedAt + life,
		apiBaseUrl: regionalApi(settings, body.api_url),
		scope: typeof body.scope === 'string' ? body.scope : '',
	};
}

/** Zoom names the account's region in `api_url`; it is trusted only as an https host of Zoom's. */
function regionalApi(settings: ZoomAppSettings, apiUrl: unknown): string {
	if (settings.environment === 'custom' || typeof apiUrl !== 'string' || !URL.canParse(apiUrl)) {
		return settings.apiBaseUrl;
	}
	const url = new URL(apiUrl);
	return isTrustedUrl(settings, url) ? `${url.origin}/v2` : settings.apiBaseUrl;
}

/** An answer's body, where it is a JSON object. */
export function parseBody(body: unknown): Record<string, unknown> | undefined {
	const parsed = typeof body === 'string' ? jsonParse(body, { fallbackValue: null }) : body;
	return isPlainObject(parsed) ? (parsed as Record<string, unknown>) : undefined;
}
