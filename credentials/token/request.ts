import { isPlainObject } from 'lodash';
import { jsonParse, OperationalError, UserError } from 'n8n-workflow';
import { neverSentBecause } from './connection';
import { cutOut } from './redact';
import { isTrustedUrl } from './settings';
import type { ZoomAppSettings } from './settings';

/** A token as Zoom gave it, with its times made absolute. */
export interface ZoomToken {
	accessToken: string;
	/** When Zoom gave it, in milliseconds since 1970. */
	mintedAt: number;
	/** When it is to be renewed: 60 seconds before it ends (half its life if that is shorter). */
	renewAt: number;
	/** When it ends, in milliseconds since 1970. */
	expiresAt: number;
	/** The API's base URL for this account's region, with `/v2`. */
	apiBaseUrl: string;
	/** Granted scopes, separated by spaces; empty where Zoom did not say. */
	scope: string;
}

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

const RENEWAL_MARGIN_MS = 60_000;
/** For the whole answer. */
const ANSWER_WITHIN_MS = 30_000;

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
	const sent = send({ ...tokenRequest(settings), abortSignal });
	const answer = await Promise.race([sent, aborted(abortSignal)]).catch((error: unknown) =>
		unreachable(settings, error, abortSignal),
	);
	const body = parseBody(answer.body);
	if (answer.statusCode >= 500) {
		throw new OperationalError(`Zoom's sign-in service answered with HTTP ${answer.statusCode}`, {
			description: 'Zoom seems to be having trouble. Try again in a few minutes.',
		});
	}
	if (answer.statusCode === 429) {
		throw new OperationalError(
			"Zoom's sign-in service is refusing further token requests for now",
			{
				description: 'Too many tokens were asked for in a short time. Try again in a minute.',
			},
		);
	}
	if (body === undefined) throw notJson(settings, answer.statusCode);
	if (answer.statusCode >= 400) throw refusal(settings, body, answer.statusCode);
	if (typeof body.access_token !== 'string' || body.access_token === '') {
		throw new UserError("Zoom's sign-in answer holds no access_token", {
			description: `Check the Environment of the credential: ${host(settings)} answered, but not as Zoom's sign-in service does.`,
		});
	}
	return toToken(settings, body.access_token, body);
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
		renewAt: mintedAt + life - Math.min(RENEWAL_MARGIN_MS, life / 2),
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

function parseBody(body: unknown): Record<string, unknown> | undefined {
	const parsed = typeof body === 'string' ? jsonParse(body, { fallbackValue: null }) : body;
	return isPlainObject(parsed) ? (parsed as Record<string, unknown>) : undefined;
}

function host(settings: ZoomAppSettings) {
	return new URL(settings.oauthBaseUrl).host;
}

/** Whether n8n refused to send a request to a host that the credential's Allowed Domains lack. */
export function isDomainRefused(error: unknown): boolean {
	return error instanceof Error && error.message.includes('Domain not allowed');
}

function unreachable(settings: ZoomAppSettings, error: unknown, deadline: AbortSignal): never {
	if (isDomainRefused(error)) {
		throw new UserError(`The credential's Allowed Domains do not include ${host(settings)}`, {
			description: `Add ${host(settings)} there: the token is fetched from it.`,
		});
	}
	if (deadline.aborted) {
		throw new OperationalError(`Zoom's sign-in service at ${host(settings)} takes too long`, {
			description: `Its answer was not complete after ${ANSWER_WITHIN_MS / 1000} seconds. Try again in a few minutes.`,
		});
	}
	const check =
		"Check that this n8n can open connections to the internet, and the credential's Environment.";
	throw new OperationalError(`Zoom's sign-in service can't be reached at ${host(settings)}`, {
		description: [neverSentBecause(error), check].filter(Boolean).join(' '),
	});
}

function notJson(settings: ZoomAppSettings, statusCode: number) {
	return new UserError(
		`${host(settings)} did not answer as Zoom's sign-in service does (HTTP ${statusCode}, no JSON)`,
		{
			description:
				"Check the credential's Environment, and whether a proxy or firewall answers in Zoom's place.",
		},
	);
}

/** Zoom's OAuth errors are `{ reason, error }`, unlike those of its API. */
function refusal(settings: ZoomAppSettings, body: Record<string, unknown>, statusCode: number) {
	const reason = typeof body.reason === 'string' ? body.reason : '';
	const code = String(body.code ?? body.errorCode ?? '');
	if (/disabled|deactivated|not activated|inactive/i.test(reason) || /^47(17|38)$/.test(code)) {
		return new UserError('The Zoom app is not activated', {
			description:
				'Open the app in the Zoom App Marketplace (Manage → your app → Activation) and activate it.',
		});
	}
	switch (body.error) {
		case 'invalid_client':
			return new UserError('Zoom does not accept this Client ID and Client Secret', {
				description: "Copy both again from the app's App Credentials page; they belong together.",
			});
		case 'invalid_request':
			return new UserError('Zoom does not accept this Account ID', {
				description:
					"Copy the Account ID again from the app's App Credentials page: it is not the account number of your Zoom profile.",
			});
		case 'unsupported_grant_type':
			return new UserError('This Zoom app is not a Server-to-Server OAuth app', {
				description:
					'Create an app of the type "Server-to-Server OAuth" in the Zoom App Marketplace and use its credentials.',
			});
		default: {
			const said = cutOut(reason || String(body.error ?? ''), secretsOf(settings)).slice(0, 300);
			return new UserError(`Zoom refuses to sign in this app (HTTP ${statusCode})`, {
				...(said && { description: `Zoom says: ${said}` }),
			});
		}
	}
}
