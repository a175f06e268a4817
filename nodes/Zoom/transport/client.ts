import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	IExecuteFunctions,
	ILoadOptionsFunctions,
} from 'n8n-workflow';
import { UserError } from 'n8n-workflow';
import {
	reportMissingScope,
	reportRejected,
	withoutSecrets,
} from '../../../credentials/token/session';
import { readSettings } from '../../../credentials/token/settings';
import type { Endpoint } from '../api/endpoints';
import { MAX_CONCURRENCY } from '../api/rateLimits';
import { asObject, isProven } from './answer';
import type { ZoomAnswer } from './answer';
import {
	cancelledError,
	failureOf,
	endlessListFailure,
	GONE,
	MAY_PASS,
	mayBeDone,
	noAnswerFailure,
	notReachedFailure,
	readThrown,
	refusedFailure,
	signInFailure,
	toNodeError,
} from './errors';
import type { Failure } from './errors';
import { toPath } from './path';
import type { Params } from './path';
import { releasePermit } from './rateLimit';
import { decide } from './retry';
import type { Decision, Outcome } from './retry';
import { CREDENTIAL, RunState } from './runState';

/** Zoom's largest page for the lists used here. */
export const PAGE_SIZE = 300;
const TIMEOUT_MS = 60_000;
const MAX_EMPTY_PAGES = 5;
const REPEATED_PAGE =
	'Zoom returned a page of a list twice and none after it, so the list may be incomplete.';

/** What comes of a request: Zoom's answer ({} where it has no body), or why there is none. */
export type Attempt = { ok: true; body: IDataObject } | { ok: false; failure: Failure };

interface Parts {
	query?: IDataObject;
	/** Sent as JSON. */
	body?: IDataObject;
}

/** What a request has met so far. */
interface Tries {
	rateWaits: number;
	renewals: number;
	repeats: number;
	/** The credential must be read again. */
	fresh: boolean;
	/** An earlier try may have done what was asked for. */
	mayBeDone: boolean;
}

/** Opens Zoom's API with the node's credential, for one run of the node. */
export function openZoom(
	context: IExecuteFunctions | ILoadOptionsFunctions,
	maxConcurrency = MAX_CONCURRENCY,
): Zoom {
	return new Zoom(new RunState(context, maxConcurrency));
}

/** Zoom's API for one run of the node, as one of its items uses it. */
export class Zoom {
	constructor(
		readonly run: RunState,
		private readonly itemIndex?: number,
	) {}

	/** The same API for another item of the run: errors name that one. */
	forItem(itemIndex: number): Zoom {
		return new Zoom(this.run, itemIndex);
	}

	/** Shows a sentence above the node's output, once in a run. */
	tell = (sentence: string): void => this.run.tell(sentence);

	/** Waits, in short steps, so that a cancelled run stops soon. */
	async pause(ms: number): Promise<void> {
		await this.run.pause(ms);
	}

	/**
	 * Sends a request.
	 *
	 * @param params the segments that the endpoint's path leaves open
	 * @returns Zoom's answer, {} where it has no body
	 * @throws NodeApiError with item index, Zoom's code and text, and a hint
	 */
	async send(endpoint: Endpoint, params: Params = {}, parts: Parts = {}): Promise<IDataObject> {
		const attempt = await this.attempt(endpoint, params, parts);
		if (attempt.ok) return attempt.body;
		throw this.errorFor(attempt.failure);
	}

	/** The error that tells this item of a failure. */
	errorFor(failure: Failure): Error {
		return toNodeError(this.run.context.getNode(), failure, this.itemIndex);
	}

	/**
	 * Sends a request and returns what came of it, for callers that go on after a refusal.
	 *
	 * @throws UserError where a segment can't be part of a path; NodeOperationError where the run
	 *   was cancelled
	 */
	async attempt(endpoint: Endpoint, params: Params = {}, parts: Parts = {}): Promise<Attempt> {
		const path = toPath(endpoint.path, params);
		const tries = { rateWaits: 0, renewals: 0, repeats: 0, fresh: false, mayBeDone: false };
		for (;;) {
			const start = await this.start(endpoint, params, tries.fresh);
			if ('failure' in start) return { ok: false, failure: start.failure };
			const { data, permit } = start;
			const { headers, ...attempt } = await this.tryOnce(endpoint, path, params, parts, data);
			const kind = attempt.ok ? 'done' : attempt.failure.kind;
			const outcome: Outcome = { kind, headers };
			const decision = decide(endpoint.method, outcome, tries, Date.now(), Math.random());
			releasePermit(permit, endpoint, { ...outcome, waitMs: 'ms' in decision ? decision.ms : 0 });
			if (this.run.signal?.aborted && !headers) throw cancelledError(this.run.context.getNode());
			if (attempt.ok) return attempt;
			const { failure } = attempt;
			if (tries.mayBeDone && endpoint.method === 'DELETE' && GONE.includes(failure.kind)) {
				return { ok: true, body: {} };
			}
			if (await this.prepareNextTry(decision, failure, data, tries)) continue;
			this.run.usedUp.note(params, failure);
			return { ok: false, failure: tries.mayBeDone ? mayBeDone(failure) : failure };
		}
	}

	/**
	 * Lists, page by page, what Zoom holds under the endpoint's key. A page that Zoom gives a second
	 * time ends the list, which the run's hints tell.
	 * https://developers.zoom.us/docs/api/using-zoom-apis/#pagination
	 *
	 * @throws NodeApiError as {@link send}, and for a list without an end
	 */
	async *list(
		endpoint: Endpoint & { list: string },
		params: Params = {},
		query: IDataObject = {},
	): AsyncGenerator<IDataObject> {
		const tokens = new Set<string>();
		let token = '';
		let emptyPages = 0;
		do {
			tokens.add(token);
			const page = await this.send(endpoint, params, {
				query: { page_size: PAGE_SIZE, ...query, ...(token && { next_page_token: token }) },
			});
			const entries = (page[endpoint.list] ?? []) as IDataObject[];
			const next = typeof page.next_page_token === 'string' ? page.next_page_token : '';
			// Zoom named the page that it was asked for as the next one: these are the entries before.
			if (next !== '' && tokens.has(next)) return this.run.tell(REPEATED_PAGE);
			yield* entries;
			emptyPages = entries.length === 0 ? emptyPages + 1 : 0;
			if (emptyPages >= MAX_EMPTY_PAGES) throw this.errorFor(endlessListFailure());
			token = next;
		} while (token !== '');
	}

	/**
	 * Does something once in a run for all items that ask for it under the same key. What came of it
	 * is kept, Zoom's refusals too; what may be otherwise later in the run is forgotten.
	 *
	 * @throws what `work` throws, made again for this item
	 */
	async once<T>(key: string, work: (zoom: Zoom) => Promise<T>): Promise<T> {
		const { lookedUp } = this.run;
		const result = (lookedUp.get(key) ?? work(this)) as Promise<T>;
		lookedUp.set(key, result);
		try {
			return await result;
		} catch (error) {
			const failure = failureOf(error);
			const stays = failure ? !MAY_PASS.includes(failure.kind) : error instanceof UserError;
			if (!stays && lookedUp.get(key) === result) lookedUp.delete(key);
			throw failure ? this.errorFor(failure) : (error as Error);
		}
	}

	/** Waits until a request may go out. */
	private async start(endpoint: Endpoint, params: Params, fresh: boolean) {
		const { run } = this;
		const stopped = run.usedUp.stops(endpoint, params);
		if (stopped) return { failure: stopped };
		const started = await run.acquirePermit(endpoint, fresh).catch((error: Error) => ({
			failure: signInFailure(error),
		}));
		if (!started) throw cancelledError(run.context.getNode());
		if ('failure' in started) return started;
		const stoppedMeanwhile = run.usedUp.stops(endpoint, params);
		if (!stoppedMeanwhile) return started;
		started.permit.release();
		return { failure: stoppedMeanwhile };
	}

	/** One try of a request. Never throws. */
	private async tryOnce(
		endpoint: Endpoint,
		path: string,
		params: Params,
		parts: Parts,
		data: ICredentialDataDecryptedObject,
	): Promise<Attempt & { headers?: ZoomAnswer['headers'] }> {
		try {
			const answer = await this.request(endpoint, path, parts, data);
			const { headers } = answer;
			if (isProven(answer, endpoint, params)) {
				const body = asObject(answer.body) as IDataObject;
				this.run.usedUp.learnHost(params, body);
				return { ok: true, body, headers };
			}
			const clean = (text: string) => withoutSecrets(text, data);
			return { ok: false, failure: refusedFailure(answer, endpoint, clean), headers };
		} catch (error) {
			const thrown = readThrown(error);
			if ('signIn' in thrown) return { ok: false, failure: signInFailure(thrown.signIn) };
			const { neverSent } = thrown;
			return {
				ok: false,
				failure: neverSent ? notReachedFailure(neverSent) : noAnswerFailure(endpoint),
			};
		}
	}

	private async request(
		endpoint: Endpoint,
		path: string,
		{ query, body }: Parts,
		data: ICredentialDataDecryptedObject,
	): Promise<ZoomAnswer> {
		const { context } = this.run;
		const answer = (await context.helpers.httpRequestWithAuthentication.call(
			context,
			CREDENTIAL,
			{
				method: endpoint.method,
				baseURL: readSettings(data).apiBaseUrl,
				url: path,
				...(query && { qs: query }),
				...(body && { body }),
				headers: { Accept: 'application/json' },
				json: true,
				returnFullResponse: true,
				ignoreHttpStatusErrors: true,
				disableFollowRedirect: true,
				timeout: TIMEOUT_MS,
			},
			{
				credentialsDecrypted: { id: '', name: '', type: CREDENTIAL, data },
				// n8n's own second try is blind; ours reads the credential again.
				preAuthenticationRetryStatusCode: [],
			},
		)) as { statusCode: number; headers: ZoomAnswer['headers']; body: unknown };
		return { status: answer.statusCode, headers: answer.headers ?? {}, body: answer.body };
	}

	/** Does what a decision asks for before the next try; returns whether there is one. */
	private async prepareNextTry(
		decision: Decision,
		{ details }: Failure,
		data: ICredentialDataDecryptedObject,
		tries: Tries,
	): Promise<boolean> {
		switch (decision.action) {
			case 'wait':
				tries.fresh = false;
				tries[decision.counts]++;
				tries.mayBeDone ||= details.unknown === true;
				await this.run.pause(decision.ms);
				return true;
			case 'renewToken':
				tries.renewals++;
				tries.fresh = true;
				reportRejected(data);
				await this.run.pause(decision.ms);
				return true;
			case 'renewScopes':
				tries.renewals++;
				tries.fresh = reportMissingScope(data);
				return tries.fresh;
			case 'finish':
				return false;
		}
	}
}
