import { identity, mapValues } from 'lodash';
import { NodeApiError, NodeOperationError, OperationalError, UserError } from 'n8n-workflow';
import type { INode, JsonObject } from 'n8n-workflow';
import { neverSentBecause } from '../../../credentials/token/connection';
import type { Endpoint } from '../api/endpoints';
import { classify } from '../api/refusals';
import type { RefusalKind } from '../api/refusals';
import type { Concerns } from '../api/refusalTable';
import { asObject, excerptOf, readZoomError } from './answer';
import type { ZoomAnswer } from './answer';
import { askedWaitMs, LONGEST_WAIT_MS, zoomTime } from './retryAfter';

/** What a workflow gets to know of a failed item, beside the sentence that says what happened. */
export interface FailureDetails {
	/** How to get on. */
	hint: string;
	/** Zoom's own code. */
	code?: number;
	/** HTTP status. */
	httpCode?: number;
	/** Zoom's own text. */
	zoomMessage?: string;
	/** How an answer begins that isn't in Zoom's form. */
	excerpt?: string;
	/** The fields that Zoom names. */
	fields?: Array<{ field: string; message: string }>;
	/** Zoom's support asks for it. */
	trackingId?: string;
	/** Set where the answer got lost, so that nobody knows whether Zoom did it. */
	unknown?: boolean;
	/** What looking it up, to settle what became of it, showed, or why that failed. */
	lookUp?: string;
	/** Set where the item was not sent, so that it can be sent again as it is. */
	notSent?: boolean;
	/** When Zoom takes such requests again, ISO 8601 in UTC. */
	resetsAt?: string;
}

/** Why a request was not done, or is not known to be done. */
export interface Failure {
	/** What Zoom's refusal means; the others are for requests that Zoom did not answer. */
	kind:
		| RefusalKind
		| 'endlessList'
		| 'file'
		| 'heldBack'
		| 'longWait'
		| 'noAnswer'
		| 'notReached'
		| 'signIn';
	concerns: Concerns;
	title: string;
	details: FailureDetails;
	/** In how many milliseconds a limit ends that no waiting helps against. */
	endsInMs?: number;
}

const DAY_MS = 86_400_000;

const LOOK_IT_UP =
	"It may have succeeded. Look it up before you send the item again. This node doesn't send it again, so that nothing happens twice.";

/** Whether a request was to change something, so that a failure inside Zoom leaves open if it did. */
const changesZoom = ({ method }: Endpoint) => method !== 'GET';

/**
 * The failure that an answer tells of.
 *
 * @param clean cuts secrets out of a text that comes from elsewhere
 */
export function refusedFailure(
	answer: ZoomAnswer,
	endpoint: Endpoint,
	clean: (text: string) => string = identity,
): Failure {
	const { code, message, fields } = readZoomError(answer.body);
	const { status, headers } = answer;
	const { kind, concerns, title, hint } = classify({ status, code, message, headers }, endpoint);
	const trackingId = headers['x-zm-trackingid'];
	const excerpt = message === '' ? excerptOf(answer) : '';
	const details: FailureDetails = {
		hint: clean(hint),
		httpCode: status,
		...(code !== undefined && { code }),
		...(message && { zoomMessage: clean(message) }),
		...(excerpt && { excerpt: clean(excerpt) }),
		...(fields.length > 0 && { fields: fields.map((one) => mapValues(one, clean)) }),
		...(trackingId !== undefined && { trackingId: clean(trackingId) }),
	};
	if (kind === 'perSecondLimit' && asksForLongWait(headers)) return longWait(headers, details);
	const failure: Failure = { kind, concerns, title, details };
	if (DAILY_LIMITS.includes(kind)) {
		const { resetsAt, endsInMs } = endOf(headers);
		return { ...failure, details: { ...details, resetsAt }, endsInMs };
	}
	return changesZoom(endpoint) && MAY_BE_DONE.includes(kind) ? mayBeDone(failure) : failure;
}

/** The same failure of a request that may have done what it was to do. */
export function mayBeDone(failure: Failure): Failure {
	const { details } = failure;
	if (details.unknown) return failure;
	return {
		...failure,
		details: { ...details, hint: `${details.hint} ${LOOK_IT_UP}`, unknown: true },
	};
}

/** Answers that leave open whether a change was made. */
const MAY_BE_DONE: ReadonlyArray<Failure['kind']> = ['unproven', 'zoomDown'];

/** Limits that no waiting helps against: they start again at 00:00 UTC. */
export const DAILY_LIMITS: ReadonlyArray<Failure['kind']> = [
	'personDailyLimit',
	'hostDailyLimit',
	'dailyLimit',
];

/** A DELETE that is told one of these at its second try had done its work at the first. */
export const GONE: ReadonlyArray<Failure['kind']> = [
	'notFound',
	'eventUnknown',
	'noRecording',
	'occurrenceUnknown',
	'registrantUnknown',
];

/** What may be otherwise later in the run. */
export const MAY_PASS: ReadonlyArray<Failure['kind']> = [
	'concurrentLimit',
	'endlessList',
	'heldBack',
	'longWait',
	'noAnswer',
	'notReached',
	'notZoom',
	'perSecondLimit',
	'signIn',
	'someLimit',
	'tokenRejected',
	'unproven',
	'zoomDown',
];

const asksForLongWait = (headers: ZoomAnswer['headers']) =>
	Number(askedWaitMs(headers, Date.now())) > LONGEST_WAIT_MS;

/** The failure where Zoom asks to wait for longer than anybody should without being told. */
function longWait(headers: ZoomAnswer['headers'], details: FailureDetails): Failure {
	const { resetsAt, endsInMs } = endOf(headers);
	const hint = `Zoom asks to wait until ${resetsAt}. After that, the item can be sent again unchanged.`;
	return {
		kind: 'longWait',
		concerns: 'account',
		title: 'Zoom accepts no more requests for now',
		details: { ...details, hint, resetsAt },
		endsInMs,
	};
}

/**
 * When Zoom takes such requests again: as it says, or at the next 00:00 UTC. By its clock, since this
 * machine's may be off.
 */
function endOf(headers: ZoomAnswer['headers']) {
	const now = zoomTime(headers, Date.now());
	const untilMidnight = DAY_MS - (now % DAY_MS);
	const endsInMs = askedWaitMs(headers, now) || untilMidnight;
	return { resetsAt: new Date(now + endsInMs).toISOString(), endsInMs };
}

/** The failure of items that are not sent any more, since an earlier one met such a limit. */
export function heldBackFailure({ kind, details: { resetsAt } }: Failure): Failure {
	const why = kind === 'longWait' ? 'Zoom asked to wait' : "Zoom's daily limit is used up";
	const hint = `Nothing was done for this item. It can be sent again unchanged after ${resetsAt}.`;
	return {
		kind: 'heldBack',
		concerns: 'account',
		title: `Not sent because ${why}`,
		details: { hint, notSent: true, resetsAt },
	};
}

/** The failure of a list that goes on and on without new entries. */
export function endlessListFailure(): Failure {
	return {
		kind: 'endlessList',
		concerns: 'account',
		title: "Zoom's list doesn't end",
		details: {
			hint: 'Zoom kept announcing more entries, but none came. Try again later.',
		},
	};
}

/** The failure of a request that was never sent, for a reason in a sentence. */
export function notReachedFailure(reason: string): Failure {
	return {
		kind: 'notReached',
		concerns: 'account',
		title: "Zoom couldn't be reached",
		details: { hint: `${reason} Nothing was done, so the item can be sent again.` },
	};
}

/** The failure of a request that may have reached Zoom, and got no answer. */
export function noAnswerFailure(endpoint: Endpoint): Failure {
	const unknown = changesZoom(endpoint);
	return {
		kind: 'noAnswer',
		concerns: 'account',
		title: unknown
			? "Zoom's response was lost, so it's unknown whether this succeeded"
			: "Zoom's response was lost",
		details: unknown
			? { hint: LOOK_IT_UP, unknown }
			: { hint: 'The connection broke several times. Try again later.' },
	};
}

/** The failure to get a token, or to read the credential, in the words of the error that tells it. */
export function signInFailure({ message, description }: Error & { description?: string }): Failure {
	const hint = description ?? 'Test the credential.';
	return { kind: 'signIn', concerns: 'account', title: message, details: { hint } };
}

/** The error that tells a workflow of a failure. */
export function toNodeError(node: INode, failure: Failure, itemIndex?: number): NodeApiError {
	const { title, details } = failure;
	const error = new NodeApiError(node, { ...details } as JsonObject, {
		message: title,
		description: describe(details),
		...(details.httpCode !== undefined && { httpCode: String(details.httpCode) }),
		...(itemIndex !== undefined && { itemIndex }),
	});
	// NodeApiError puts n8n's own words in place of messages that look like system errors.
	error.message = title;
	error.messages = toldToSupport(details);
	error.context.zoom = failure;
	return error;
}

export function cancelledError(node: INode): NodeOperationError {
	return new NodeOperationError(node, 'The run was canceled');
}

function describe(details: FailureDetails) {
	const { hint, code, zoomMessage, excerpt, fields } = details;
	const says = zoomMessage === undefined ? [] : [`Zoom says: "${zoomMessage}"`];
	if (excerpt !== undefined) says.push(`The response begins: "${excerpt}"`);
	const named = (fields ?? []).map(({ field, message }) => `${field}: ${message}`);
	const number = code === undefined ? '' : `(Zoom code ${code})`;
	return [hint, [...says, ...named].join(' · '), number].filter(Boolean).join(' ');
}

/** What Zoom's support asks for: n8n shows it where the error's details are unfolded. */
function toldToSupport({ httpCode, trackingId }: FailureDetails): string[] {
	return [
		...(httpCode === undefined ? [] : [`HTTP status ${httpCode}`]),
		...(trackingId === undefined ? [] : [`Zoom's tracking ID ${trackingId}`]),
	];
}

/** The failure that an error tells of, for errors made here; other errors have none. */
export function failureOf(error: unknown): Failure | undefined {
	return asObject((error as { context?: unknown } | undefined)?.context).zoom as
		| Failure
		| undefined;
}

/** As {@link failureOf}, what a workflow gets to know of it. */
export function detailsOf(error: unknown): FailureDetails | undefined {
	return failureOf(error)?.details;
}

/**
 * Sorts out what n8n's request helper threw: a failure to sign in, which has its own words, or a
 * request that got no answer, with the reason in a sentence where it was never sent.
 */
export function readThrown(error: unknown): { signIn: Error } | { neverSent?: string } {
	const causes: unknown[] = [];
	for (let cause = error; cause && causes.length < 6; cause = (cause as Error).cause) {
		causes.push(cause);
	}
	const signIn = causes.find(
		(cause) => cause instanceof UserError || cause instanceof OperationalError,
	);
	return signIn ? { signIn: signIn as Error } : { neverSent: neverSentBecause(error) };
}
