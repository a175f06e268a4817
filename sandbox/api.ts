/* eslint-disable @n8n/community-nodes/require-node-api-error -- runs on a developer's machine, never inside n8n */
import { ZoomApiError } from './errors';
import type { ZoomEvent } from './events/build';
import type { Settings } from './options';
import { findEndpoint } from './routes';
import type { Answer, Endpoint } from './routes/endpoint';
import { checkScope } from './scopes';
import type { Token } from './tokens';
import type { Zoom } from './zoom';

/** An API request of which the head has arrived. */
export interface ApiCall {
	method: string;
	/** Below `/v2`, still encoded. */
	path: string;
	query: URLSearchParams;
	contentType: string | undefined;
	accept: string | undefined;
	/** By which Zoom was asked: `http://127.0.0.1:PORT`. */
	origin: string;
}

/** The operation of a call and what its token was worth when it arrived. */
export interface Admission {
	found: ReturnType<typeof findEndpoint>;
	token?: Token;
	refusal?: ZoomApiError;
}

/**
 * What is decided as soon as the head of a request is there: 429 and then 401, for the token as it
 * is at that moment.
 */
export function admit(zoom: Zoom, call: ApiCall, authorization: string | undefined): Admission {
	const found = findEndpoint(call.method, call.path);
	const { token, refusal } = zoom.tokens.identify(authorization, call.query);
	if (token && found) {
		const { category, perSecondCode } = found.endpoint;
		try {
			zoom.perSecond.take(token.app.accountId, category, perSecondCode);
			zoom.daily.take('callsPerAccount', [{ key: token.app.accountId }]);
		} catch (error) {
			if (error instanceof ZoomApiError) return { found, token, refusal: error };
			throw error;
		}
	}
	return { found, token, refusal };
}

/**
 * The rest, in this order: scope, path and method, body, and what the request asks for.
 *
 * @param body as it was sent
 * @throws ZoomApiError where Zoom refuses
 */
export function perform(zoom: Zoom, call: ApiCall, admission: Admission, body: string): Answer {
	const { found, token, refusal } = admission;
	if (refusal) throw refusal;
	if (!token || !found) throw new ZoomApiError('endpointUnknown');
	checkScope(found.endpoint, token.scopes);
	checkRole(found.endpoint, zoom.settings);
	const world = {
		account: zoom.account(token.app.accountId),
		now: zoom.clock.now(),
		origin: call.origin,
		files: zoom.files,
		settings: zoom.settings,
		hasSimulive: zoom.settings.simulive,
		attendanceDelayMs: zoom.settings.attendanceDelaySeconds * 1000,
		showsOnePerson: zoom.settings.showOnePerson,
		daily: zoom.daily,
		paging: zoom.paging,
		announce: (event: ZoomEvent) => zoom.subscriptions.announce(event),
	};
	const json = readBody(call, body);
	return found.endpoint.run(world, found.path, Object.fromEntries(call.query), json);
}

/**
 * The reference has the answer for nearly every operation on webinars, and for no other; who gets it,
 * it does not say. Here it is for a role that may do nothing with them, before anything is looked up.
 *
 * @throws ZoomApiError 200
 */
function checkRole({ path }: Endpoint, { managesWebinars }: Settings): void {
	if (!managesWebinars && path.includes('webinars')) throw new ZoomApiError('noPermission');
}

/**
 * A body must be a JSON object and say that it is JSON; where an operation takes none, whatever is
 * sent must be one too (users were told so on GET and DELETE).
 */
function readBody({ method, contentType }: ApiCall, body: string): unknown {
	const takesBody = method !== 'GET' && method !== 'DELETE';
	if (!takesBody && body === '') return undefined;
	if (!/^application\/json\s*(;|$)/i.test(contentType ?? '')) throw new ZoomApiError('bodyInvalid');
	const json = parseJson(body);
	if (typeof json !== 'object' || json === null || Array.isArray(json)) {
		throw new ZoomApiError('bodyInvalid');
	}
	return json;
}

/** @returns undefined for text that isn't JSON */
export function parseJson(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}
