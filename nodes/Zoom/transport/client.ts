import { NodeApiError, NodeOperationError, sleep } from 'n8n-workflow';
import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	IExecuteFunctions,
	IHttpRequestMethods,
	ILoadOptionsFunctions,
	INode,
	JsonObject,
} from 'n8n-workflow';
import { readSettings } from '../../../credentials/token/settings';
import {
	hasUsableToken,
	isCurrent,
	renewalWait,
	reportMissingScope,
	reportRejected,
} from '../../../credentials/token/session';
import {
	detailsOf,
	isGone,
	isSuccess,
	noAnswerError,
	notSentError,
	readThrown,
	readZoomError,
	refusedError,
} from './errors';
import type { ZoomAnswer } from './errors';
import { takeTurn } from './pacing';
import { toPath } from './path';
import { dailyLimitOf, decide } from './retry';
import type { Decision, Outcome } from './retry';

export const CREDENTIAL = 'zoomServerToServerOAuth2Api';
const TIMEOUT_MS = 60_000;
/** What an account's daily limit stops. */
const ALL_CALLS = 'all';
/** Zoom's largest page for the lists used here. */
export const PAGE_SIZE = 300;

export interface ZoomCall {
	method: IHttpRequestMethods;
	/** Unencoded segments after `/v2`. */
	path: readonly string[];
	query?: IDataObject;
	/** Sent as JSON. */
	body?: IDataObject;
	/** The input item that the call is made for. */
	itemIndex?: number;
}

/** The credential as n8n read it, at a time in milliseconds since 1970. */
interface CredentialRow {
	data: ICredentialDataDecryptedObject;
	readAt: number;
}

/** Zoom's API for one run of the node. */
export interface Zoom {
	/**
	 * Sends one call and returns Zoom's answer ({} where Zoom answers without a body).
	 *
	 * @throws NodeApiError with item index, Zoom's code and text, and a hint
	 */
	request(call: ZoomCall): Promise<IDataObject>;
	/**
	 * Lists, page by page, what Zoom holds under a key of its answers.
	 * https://developers.zoom.us/docs/api/using-zoom-apis/#pagination
	 */
	list(call: ZoomCall, key: string): AsyncGenerator<IDataObject>;
}

/** Opens Zoom's API with the node's credential. */
export function openZoom(context: IExecuteFunctions | ILoadOptionsFunctions): Zoom {
	const signal =
		'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;
	/** Daily limits that this run has met: when each resets, by what it stops. */
	const usedUp = new Map<string, string | undefined>();
	let row: Promise<CredentialRow> | undefined;

	async function readRow(): Promise<CredentialRow> {
		const readAt = Date.now();
		return { data: await context.getCredentials(CREDENTIAL), readAt };
	}

	/** The credential's row is read once, and again when its token is used up or refused. */
	async function currentRow(fresh: boolean): Promise<CredentialRow> {
		let { data, readAt } = await (row ??= readRow());
		if (fresh || !hasUsableToken(data)) {
			await pause(renewalWait(data), signal);
			({ data, readAt } = await (row = readRow()));
		}
		// A copy for each request: the credential tells a second try by meeting the same object again.
		return { data: { ...data }, readAt };
	}

	/** Waits for a call's turn; the credential's data are what it goes out with. */
	async function takeTurnWithRow(call: ZoomCall, fresh: boolean) {
		for (;;) {
			const { data, readAt } = await currentRow(fresh);
			const { apiBaseUrl, accountId, plan } = readSettings(data);
			const account = `${apiBaseUrl} ${accountId}`;
			const turn = await takeTurn(account, call, plan, !hasUsableToken(data), signal);
			// A token refused meanwhile may have been replaced, so the row is read again.
			if (signal?.aborted || isCurrent(data, readAt)) return { data, turn };
			turn.ended();
		}
	}

	async function prepare(call: ZoomCall, fresh: boolean) {
		const node = context.getNode();
		const { data, turn } = await takeTurnWithRow(call, fresh).catch((error: unknown) => {
			throw new NodeApiError(node, error as JsonObject, { itemIndex: call.itemIndex });
		});
		const limit = [ALL_CALLS, sameCalls(call)].find((key) => usedUp.has(key));
		if (limit === undefined && !signal?.aborted) return { data, turn };
		turn.ended();
		if (limit === undefined) throw cancelled(node);
		throw notSentError(node, usedUp.get(limit), call.itemIndex);
	}

	async function send(call: ZoomCall, data: ICredentialDataDecryptedObject): Promise<ZoomAnswer> {
		const answer = (await context.helpers.httpRequestWithAuthentication.call(
			context,
			CREDENTIAL,
			{
				method: call.method,
				baseURL: readSettings(data).apiBaseUrl,
				url: toPath(call.path),
				...(call.query && { qs: call.query }),
				...(call.body && { body: call.body }),
				headers: { Accept: 'application/json' },
				json: true,
				returnFullResponse: true,
				ignoreHttpStatusErrors: true,
				disableFollowRedirect: true,
				timeout: TIMEOUT_MS,
			},
			{
				credentialsDecrypted: { id: '', name: '', type: CREDENTIAL, data },
				// n8n's own second try is blind; the one below reads the credential anew.
				preAuthenticationRetryStatusCode: [],
			},
		)) as { statusCode: number; headers: ZoomAnswer['headers']; body: unknown };
		return { status: answer.statusCode, headers: answer.headers ?? {}, body: answer.body };
	}

	async function request(call: ZoomCall): Promise<IDataObject> {
		const node = context.getNode();
		const tries = { rateWaits: 0, renewals: 0, repeats: 0 };
		let fresh = false;
		let fateUnknown = false;
		for (;;) {
			const { data, turn } = await prepare(call, fresh);
			let answer: ZoomAnswer | undefined;
			let outcome: Outcome;
			try {
				answer = await send(call, data);
				const { code, message } = readZoomError(answer.body);
				outcome = { kind: 'answer', status: answer.status, code, message, headers: answer.headers };
			} catch (error) {
				turn.ended();
				if (signal?.aborted) throw cancelled(node);
				const thrown = readThrown(error);
				if ('signIn' in thrown) {
					throw new NodeApiError(node, thrown.signIn as unknown as JsonObject, {
						itemIndex: call.itemIndex,
					});
				}
				outcome = { kind: 'noAnswer', sent: thrown.sent };
			}
			const done = answer !== undefined && isSuccess(answer);
			const decision: Decision = done
				? { action: 'finish' }
				: decide(call.method, outcome, tries, Date.now(), Math.random());
			const forAll = decision.action === 'wait' && decision.everyone;
			turn.ended(answer?.headers, forAll ? decision.ms : undefined);
			if (done) return (answer?.body || {}) as IDataObject;
			// The first DELETE may have worked although its answer got lost.
			if (answer && isGone(answer) && fateUnknown && call.method === 'DELETE') return {};

			switch (decision.action) {
				case 'wait':
					fresh = false;
					if (forAll) {
						tries.rateWaits++;
					} else {
						tries.repeats++;
						fateUnknown ||= outcome.kind === 'noAnswer' ? outcome.sent : true;
					}
					await pause(decision.ms, signal);
					continue;
				case 'renewToken':
					tries.renewals++;
					reportRejected(data);
					await pause(decision.ms, signal);
					fresh = true;
					continue;
				case 'renewScopes':
					tries.renewals++;
					if (reportMissingScope(data)) {
						fresh = true;
						continue;
					}
			}
			const changes = call.method !== 'GET';
			if (!answer) {
				const sent = outcome.kind === 'noAnswer' && outcome.sent;
				throw noAnswerError(node, { sent, changes }, call.itemIndex);
			}
			const error = refusedError(node, answer, changes, call.itemIndex);
			const whose = dailyLimitOf(answer.status, readZoomError(answer.body).message, answer.headers);
			if (whose === 'account' || whose === 'host') {
				const key = whose === 'account' ? ALL_CALLS : sameCalls(call);
				usedUp.set(key, detailsOf(error)?.resetsAt);
			}
			throw error;
		}
	}

	async function* list(call: ZoomCall, key: string): AsyncGenerator<IDataObject> {
		const seen = new Set<string>();
		let token = '';
		do {
			seen.add(token);
			const page = await request({
				...call,
				query: { page_size: PAGE_SIZE, ...call.query, ...(token && { next_page_token: token }) },
			});
			const rows = page[key];
			if (Array.isArray(rows)) yield* rows as IDataObject[];
			token = typeof page.next_page_token === 'string' ? page.next_page_token : '';
		} while (token !== '' && !seen.has(token));
	}

	return { request, list };
}

function cancelled(node: INode) {
	return new NodeOperationError(node, 'The run was cancelled');
}

/** What a host's daily limit stops: the same operation on the same host or meeting. */
function sameCalls({ method, path }: ZoomCall) {
	return `${method} ${toPath(path)}`;
}

/** Waits in short steps, so that a cancelled run stops within half a second. */
async function pause(ms: number, signal: AbortSignal | undefined) {
	for (let left = ms; left > 0 && !signal?.aborted; left -= 500) await sleep(Math.min(left, 500));
}
