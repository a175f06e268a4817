import type { IHttpRequestHelper } from 'n8n-workflow';
import { parseBody } from './request';
import type { ZoomAppSettings } from './settings';
import { isDomainRefused } from './signInErrors';
import type { KnownToken } from './token';

/** How long Zoom may take to say whether a token lives. */
const CHECK_WITHIN_MS = 10_000;

/** Checks under way: requests that failed together ask once. */
const checks = new WeakMap<KnownToken, Promise<boolean>>();

/**
 * Asks Zoom once whether it still knows a token. Only a refused token counts as dead: where Zoom
 * can't be asked, or says anything else, it lives. Never throws.
 */
export async function isAlive(
	helper: IHttpRequestHelper,
	settings: ZoomAppSettings,
	token: KnownToken,
): Promise<boolean> {
	const check = checks.get(token) ?? askZoom(helper, settings, token);
	checks.set(token, check);
	return await check.finally(() => checks.delete(token));
}

async function askZoom(helper: IHttpRequestHelper, settings: ZoomAppSettings, token: KnownToken) {
	const { accessToken, apiBaseUrl } = token.stored;
	const ask = async (baseUrl: string): Promise<{ statusCode: number; body?: unknown }> =>
		(await helper.helpers.httpRequest({
			method: 'GET',
			url: `${baseUrl}/users/me`,
			headers: { Authorization: `Bearer ${accessToken}` },
			ignoreHttpStatusErrors: true,
			returnFullResponse: true,
			disableFollowRedirect: true,
			timeout: CHECK_WITHIN_MS,
			abortSignal: AbortSignal.timeout(CHECK_WITHIN_MS),
		})) as { statusCode: number; body?: unknown };
	try {
		const { statusCode, body } = await ask(apiBaseUrl).catch(async (error: unknown) => {
			// The credential's Allowed Domains may name the general host and not the account's region.
			if (isDomainRefused(error)) return await ask(settings.apiBaseUrl);
			throw error;
		});
		return statusCode !== 401 || lacksScope(parseBody(body) ?? {});
	} catch {
		return true;
	}
}

/**
 * Whether a refusal says that the app lacks a scope. Apps with classic scopes are told so with the
 * status and the code of a dead token, so there only the text tells.
 * https://developers.zoom.us/docs/api/errors/
 */
function lacksScope({ code, message }: Record<string, unknown>): boolean {
	return Number(code) === 4711 || /does not contain scopes/i.test(String(message));
}
