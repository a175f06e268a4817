import { NodeApiError, OperationalError, UserError } from 'n8n-workflow';
import type { INode, JsonObject } from 'n8n-workflow';
import { hintFor } from './hints';
import { dailyLimitOf, retryAfterMs, zoomTime } from './retry';

/** Zoom's answer to a request, whatever its status. */
export interface ZoomAnswer {
	status: number;
	/** Names in lower case. */
	headers: Record<string, string | undefined>;
	body: unknown;
}

/** What a workflow gets to know of a failed row, beside the sentence that says what happened. */
export interface FailureDetails {
	/** How to get on. */
	hint: string;
	/** Zoom's own code. */
	code?: number;
	/** HTTP status. */
	httpCode?: number;
	/** Zoom's own text. */
	zoomMessage?: string;
	/** The fields that Zoom names. */
	fields?: Array<{ field: string; message: string }>;
	/** Zoom's support asks for it. */
	trackingId?: string;
	/** Set where the answer got lost, so that nobody knows whether Zoom did it. */
	unknown?: boolean;
	/** Why looking it up, to settle what became of it, failed. */
	lookUp?: string;
	/** Set where the row was not sent, so that it can be sent again as it is. */
	notSent?: boolean;
	/** When a daily limit starts again, ISO 8601 in UTC. */
	resetsAt?: string;
}

const asObject = (value: unknown): Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value)
		? (value as Record<string, unknown>)
		: {};

/** Zoom's code and message from a body `{ code, message, errors? }`, where it is one. */
export function readZoomError(body: unknown) {
	const { code, message, errors } = asObject(body);
	const fields = Array.isArray(errors)
		? errors.map(asObject).map((entry) => ({
				field: String(entry.field ?? ''),
				message: String(entry.message ?? ''),
			}))
		: [];
	return {
		code: typeof code === 'number' ? code : undefined,
		message: typeof message === 'string' ? message : '',
		fields,
	};
}

/** Some of Zoom's answers are failures in spite of a status of 2xx. */
export function isSuccess({ status, body }: ZoomAnswer): boolean {
	if (status < 200 || status > 299) return false;
	// Zoom answers with JSON or without a body; text is some proxy's page.
	if (typeof body === 'string' && body !== '') return false;
	const { code, message } = readZoomError(body);
	return !(code !== undefined && code !== 0 && message !== '');
}

/** Whether Zoom says that what a request names is not there (any more). */
export function isGone({ status, body }: ZoomAnswer): boolean {
	// A registrant who is not there is HTTP 400 with code 300, as a field that is invalid.
	return status === 404 || /registrant id field is invalid/i.test(readZoomError(body).message);
}

const DAY_MS = 86_400_000;

const LOOK_IT_UP =
	'It may have been done. Look it up before you send the row again: this node does not, so that nothing happens twice.';

/**
 * The error for an answer that is no success.
 *
 * @param changes whether the request was to change something: a failure inside Zoom then leaves
 *   open whether it did
 */
export function refusedError(
	node: INode,
	answer: ZoomAnswer,
	changes: boolean,
	itemIndex?: number,
): NodeApiError {
	const { code, message, fields } = readZoomError(answer.body);
	// Where only a header says that the limit is a day's.
	const daily = dailyLimitOf(answer.status, message, answer.headers) !== undefined;
	const { title, hint } = hintFor(answer.status, code, daily ? `${message} (daily)` : message);
	const trackingId = answer.headers['x-zm-trackingid'];
	const unknown = changes && answer.status >= 500;
	const details: FailureDetails = {
		hint: unknown ? `${hint} ${LOOK_IT_UP}` : hint,
		...(unknown && { unknown }),
		httpCode: answer.status,
		...(code !== undefined && { code }),
		...(message !== '' && { zoomMessage: message }),
		...(fields.length > 0 && { fields }),
		...(trackingId !== undefined && { trackingId }),
		...(daily && { resetsAt: resetOf(answer.headers) }),
	};
	return apiError(node, title, details, itemIndex);
}

/** When a daily limit starts again: as Zoom says, or at the next 00:00 UTC. */
function resetOf(headers: ZoomAnswer['headers']): string {
	const now = zoomTime(headers, Date.now());
	const asked = retryAfterMs(headers['retry-after'], now);
	const midnight = (Math.floor(now / DAY_MS) + 1) * DAY_MS;
	return new Date(asked ? now + asked : midnight).toISOString();
}

/**
 * The error for a row that was not sent, since an earlier one met a daily limit.
 *
 * @param resetsAt when the limit starts again, ISO 8601
 */
export function notSentError(
	node: INode,
	resetsAt: string | undefined,
	itemIndex?: number,
): NodeApiError {
	const hint = `Nothing was done for this row: it can be sent again as it is, after ${resetsAt ?? '00:00 UTC'}.`;
	const details: FailureDetails = { hint, notSent: true, ...(resetsAt && { resetsAt }) };
	return apiError(node, "Not sent, since Zoom's daily limit is used up", details, itemIndex);
}

/** The error for a request that got no answer. */
export function noAnswerError(
	node: INode,
	{ sent, changes }: { sent: boolean; changes: boolean },
	itemIndex?: number,
): NodeApiError {
	if (!sent) {
		const hint =
			"Check that this n8n can open connections to Zoom's API. Nothing was done: the row can be sent again.";
		return apiError(node, 'Zoom could not be reached', { hint }, itemIndex);
	}
	if (!changes) {
		const hint = 'The connection broke several times. Try again later.';
		return apiError(node, "Zoom's answer did not arrive", { hint }, itemIndex);
	}
	return apiError(
		node,
		"Zoom's answer did not arrive, so it is unknown whether this was done",
		{ hint: LOOK_IT_UP, unknown: true },
		itemIndex,
	);
}

function apiError(node: INode, title: string, details: FailureDetails, itemIndex?: number) {
	const error = new NodeApiError(node, { ...details } as JsonObject, {
		message: title,
		description: describe(details),
		...(details.httpCode !== undefined && { httpCode: String(details.httpCode) }),
		...(itemIndex !== undefined && { itemIndex }),
	});
	// NodeApiError puts n8n's own words in place of messages that look like system errors.
	error.message = title;
	error.context.zoom = details;
	return error;
}

function describe({ hint, code, httpCode, zoomMessage, fields, trackingId }: FailureDetails) {
	const says = zoomMessage === undefined ? [] : [`Zoom says: "${zoomMessage}"`];
	const named = (fields ?? []).map(({ field, message }) => `${field}: ${message}`);
	const numbers = [
		code === undefined ? '' : `code ${code}`,
		httpCode === undefined ? '' : `HTTP ${httpCode}`,
		trackingId === undefined ? '' : `tracking ID ${trackingId}`,
	].filter((part) => part !== '');
	return [
		hint,
		[...says, ...named].join(' · '),
		numbers.length > 0 ? `(${numbers.join(', ')})` : '',
	]
		.filter((part) => part !== '')
		.join(' ');
}

/** The failure's details, for errors made here; other errors have none. */
export function detailsOf(error: unknown): FailureDetails | undefined {
	const context = asObject(asObject(error).context);
	return context.zoom as FailureDetails | undefined;
}

const NEVER_SENT = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/;

/**
 * Sorts out what n8n's request helper threw: a failure to sign in, which has its own words, or a
 * request that got no answer.
 */
export function readThrown(error: unknown): { signIn: Error } | { sent: boolean } {
	const causes: unknown[] = [];
	for (let cause = error; cause && causes.length < 6; cause = asObject(cause).cause) {
		causes.push(cause);
	}
	const signIn = causes.find(
		(cause) => cause instanceof UserError || cause instanceof OperationalError,
	);
	if (signIn) return { signIn: signIn as Error };
	const neverSent = causes.some((cause) => NEVER_SENT.test(String(asObject(cause).code ?? '')));
	return { sent: !neverSent };
}
