import { pickBy } from 'lodash';
import { UserError } from 'n8n-workflow';
import type { IHttpRequestOptions } from 'n8n-workflow';
import { isTrustedUrl } from './settings';
import type { ZoomAppSettings } from './settings';
import type { ZoomToken } from './token';

/** n8n's older helper, which the HTTP Request node uses, calls the URL `uri`. */
type AnyRequest = IHttpRequestOptions & { uri?: string };

/**
 * Makes a request one of the app's: with its token, to its region, and so that no redirect takes the
 * token to another host. n8n puts a header spelt `Authorization` on each hop of a redirect again;
 * n8n 1 knows no option against that. One in lower case it leaves to follow-redirects, which drops it
 * on the way to another host (other than a subdomain) or from https to http.
 *
 * @param end ends the request when it is aborted
 * @returns a copy, whose `timeout` holds for the whole answer where n8n's helper takes a signal
 * @throws UserError when the request would take the token to a host that is not Zoom's
 */
export function sign(
	settings: ZoomAppSettings,
	token: ZoomToken,
	request: IHttpRequestOptions,
	end?: AbortSignal,
): IHttpRequestOptions {
	const baseURL = request.baseURL === settings.apiBaseUrl ? token.apiBaseUrl : request.baseURL;
	const target = targetOf(request, baseURL);
	if (!target || !isTrustedUrl(settings, target)) {
		throw new UserError('This credential works with Zoom only', {
			description: `A Zoom token is never sent to ${target?.host ?? 'another host'}. Use a URL of Zoom's API.`,
		});
	}
	const others = pickBy(request.headers, (_, name) => name.toLowerCase() !== 'authorization');
	return {
		...request,
		...(baseURL !== undefined && { baseURL }),
		...withSignals(request, end),
		headers: { ...others, authorization: `Bearer ${token.accessToken}` },
		sendCredentialsOnCrossOriginRedirect: false,
	};
}

function targetOf(request: AnyRequest, baseURL?: string) {
	const url = request.url || request.uri || '';
	if (baseURL === undefined) return URL.canParse(url) ? new URL(url) : undefined;
	return URL.canParse(url, baseURL) ? new URL(url, baseURL) : undefined;
}

/** By itself, n8n's timeout is for silence: an answer that drips never meets it. */
function withSignals({ timeout, abortSignal, uri, encoding }: AnyRequest, end?: AbortSignal) {
	// The older helper takes no signal.
	if (uri !== undefined) return {};
	const signals = new Set([abortSignal as AbortSignal | undefined, end]);
	// A stream lasts as long as somebody reads it.
	if (timeout && encoding !== 'stream') signals.add(AbortSignal.timeout(timeout));
	signals.delete(undefined);
	const all = [...signals] as AbortSignal[];
	return all.length > 0 && { abortSignal: all.length > 1 ? AbortSignal.any(all) : all[0] };
}
