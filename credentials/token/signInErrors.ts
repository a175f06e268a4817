import { OperationalError, UserError } from 'n8n-workflow';
import { neverSentBecause } from './connection';
import type { ZoomAppSettings } from './settings';

/** Whether n8n refused to send a request to a host that the credential's Allowed Domains lack. */
export function isDomainRefused(error: unknown): boolean {
	return error instanceof Error && error.message.includes('Domain not allowed');
}

/** The same error once more: n8n adds to those that it is given, so each caller gets its own. */
export function copyOf(error: unknown): unknown {
	if (!(error instanceof UserError || error instanceof OperationalError)) return error;
	const SameError = error instanceof UserError ? UserError : OperationalError;
	return new SameError(error.message, { description: error.description });
}

/** Why no answer came from the sign-in service, from what n8n's helper threw. */
export function unreachable(host: string, error: unknown): Error {
	if (isDomainRefused(error)) {
		return new UserError(`The credential's 'Allowed Domains' don't include ${host}`, {
			description: `Add ${host}, where tokens are requested.`,
		});
	}
	const check =
		"Check that this n8n can open connections to the internet, and the credential's Environment.";
	return new OperationalError(`Zoom's sign-in service couldn't be reached at ${host}`, {
		description: [neverSentBecause(error), check].filter(Boolean).join(' '),
	});
}

/** @param waitedMs how long its answer was waited for */
export function tooSlow(host: string, waitedMs: number): Error {
	return new OperationalError(`Zoom's sign-in service at ${host} took too long`, {
		description: `Its response wasn't complete after ${waitedMs / 1000} seconds. Try again in a few minutes.`,
	});
}

/**
 * Why there is no token in an answer.
 *
 * @param settings the app's
 * @param body the answer, unless it isn't a JSON object
 * @param clean cuts secrets out of a text that comes from elsewhere
 */
export function noTokenBecause(
	{ oauthBaseUrl, environment }: Pick<ZoomAppSettings, 'oauthBaseUrl' | 'environment'>,
	statusCode: number,
	body: Record<string, unknown> | undefined,
	clean: (text: string) => string,
): Error {
	if (statusCode >= 500 || statusCode === 429) return notNow(statusCode);
	const { host } = new URL(oauthBaseUrl);
	if (environment === 'custom' && statusCode >= 400 && body && !isZooms(body)) {
		return new UserError(
			`${host} didn't respond like Zoom's sign-in service (HTTP ${statusCode})`,
			{
				description: "Check the credential's OAuth Base URL. Without a proxy it's https://zoom.us",
			},
		);
	}
	const check =
		"Check the credential's Environment, and whether a proxy or firewall responds instead of Zoom.";
	if (body === undefined) {
		return new UserError(
			`${host} didn't respond like Zoom's sign-in service (HTTP ${statusCode}, no JSON)`,
			{ description: check },
		);
	}
	if (statusCode >= 400) return refusal(statusCode, body, clean);
	return new UserError("Zoom's sign-in response doesn't contain an access_token", {
		description: `Check the credential's Environment. ${host} responded, but not like Zoom's sign-in service.`,
	});
}

/** Zoom's refusals have a `reason` or one of its codes; other servers refuse with an `error` too. */
function isZooms({ reason, code, errorCode }: Record<string, unknown>): boolean {
	return typeof reason === 'string' || /^47\d\d$/.test(String(code ?? errorCode));
}

function notNow(statusCode: number): OperationalError {
	if (statusCode === 429) {
		return new OperationalError("Zoom's sign-in service rejects further token requests for now", {
			description: 'Too many tokens were requested in a short time. Try again in a minute.',
		});
	}
	return new OperationalError(`Zoom's sign-in service responded with HTTP ${statusCode}`, {
		description: 'Zoom seems to be having trouble. Try again in a few minutes.',
	});
}

const NOT_ACTIVATED = {
	title: "The Zoom app isn't activated",
	hint: 'Open the app in the Zoom App Marketplace (Manage → your app → Activation) and activate it.',
};

/** What Zoom's OAuth errors mean, by their `error`. */
const OAUTH_ERRORS = new Map<unknown, { title: string; hint: string }>([
	[
		'invalid_client',
		{
			title: 'Zoom rejected the Client ID and Client Secret',
			hint: "Copy both again from the app's App Credentials page. They belong together.",
		},
	],
	[
		'invalid_request',
		{
			title: 'Zoom rejected the Account ID',
			hint: "Copy the Account ID again from the app's App Credentials page. It isn't the account number in your Zoom profile.",
		},
	],
	[
		'unsupported_grant_type',
		{
			title: "This Zoom app isn't a Server-to-Server OAuth app",
			hint: 'Create an app of the type "Server-to-Server OAuth" in the Zoom App Marketplace and use its credentials.',
		},
	],
]);

/** Zoom's OAuth errors are `{ reason, error }`, unlike those of its API. */
function refusal(
	statusCode: number,
	body: Record<string, unknown>,
	clean: (text: string) => string,
): UserError {
	const reason = typeof body.reason === 'string' ? body.reason : '';
	const code = String(body.code ?? body.errorCode ?? '');
	const isInactive =
		/disabled|deactivated|not activated|inactive/i.test(reason) || /^47(17|38)$/.test(code);
	const known = isInactive ? NOT_ACTIVATED : OAUTH_ERRORS.get(body.error);
	if (known) return new UserError(known.title, { description: known.hint });
	const said = clean(reason || String(body.error ?? '')).slice(0, 300);
	return new UserError(`Zoom rejected the app's sign-in (HTTP ${statusCode})`, {
		...(said && { description: `Zoom says: ${said}` }),
	});
}
