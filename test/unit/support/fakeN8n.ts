/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, never inside n8n */
import { Readable } from 'node:stream';
import { NodeHelpers } from 'n8n-workflow';
import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	IExecuteFunctions,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INode,
	INodeExecutionData,
	INodeParameters,
} from 'n8n-workflow';
import type { ZoomPlan } from '../../../credentials/token/settings';
import { ZoomServerToServerOAuth2Api } from '../../../credentials/ZoomServerToServerOAuth2Api.credentials';
import { Zoom } from '../../../nodes/Zoom/Zoom.node';

export interface Answer {
	statusCode: number;
	headers?: Record<string, string>;
	body?: unknown;
	/** Completed by what Zoom's answer to such a request always has. */
	complete?: true;
}

/** Zoom's side: answers a signed request, or throws what n8n's HTTP helper would. */
export type Respond = (request: IHttpRequestOptions, index: number) => Answer | Promise<Answer>;

export interface FakeOptions {
	respond?: Respond;
	/** What the editor holds; missing parameters have their defaults. */
	parameters?: INodeParameters;
	rows?: IDataObject[];
	/** What expressions give for an item, in place of the parameters of the same name. */
	perItem?: (itemIndex: number) => IDataObject;
	timezone?: string;
	onError?: INode['onError'];
	signal?: AbortSignal;
	/** The plan in the credential; the one with the most requests a second where none is given. */
	plan?: ZoomPlan;
	getCredentials?: () => Promise<ICredentialDataDecryptedObject>;
}

/** Zoom did it. What its answer always has is there, whether `body` names it or not. */
export const ok = (body: IDataObject = {}): Answer => ({ statusCode: 200, body, complete: true });
/** Exactly this comes with HTTP 200. */
export const answered = (body: unknown): Answer => ({ statusCode: 200, body });
export const refusal = (
	statusCode: number,
	code: number,
	message: string,
	headers: Record<string, string> = {},
): Answer => ({ statusCode, headers, body: { code, message } });

/** What Zoom's answers always have, by the request's method and address. */
const ALWAYS: ReadonlyArray<readonly [request: RegExp, fields: (id: string) => IDataObject]> = [
	[/^POST .*\/registrants$/, () => ({ registrant_id: 'registrant' })],
	[/^POST .*\/batch_registrants$/, () => ({ registrants: [] })],
	[/^POST \/users\/.*\/(?:meetings|webinars)$/, () => ({ id: 85746065432, uuid: 'u' })],
	[/^POST \/webinars\/([^/]+)\/panelists$/, (id) => ({ id })],
	[/^GET .*\/panelists$/, () => ({ panelists: [] })],
	[/^GET .*\/tracking_sources$/, () => ({ tracking_sources: [] })],
	[/^GET .*\/registrants$/, () => ({ registrants: [] })],
	[/^GET .*\/participants$/, () => ({ participants: [] })],
	[/^GET \/users\/.*\/meetings$/, () => ({ meetings: [] })],
	[/^GET \/users\/.*\/recordings$/, () => ({ meetings: [] })],
	[/^GET .*\/meeting_summaries$/, () => ({ summaries: [] })],
	[/^GET .*\/meeting_summary$/, () => ({ meeting_uuid: 'u' })],
	[/^GET .*\/transcript$/, () => ({ meeting_id: 'u' })],
	[/^GET \/meetings\/([^/]+)\/recordings$/, (id) => ({ uuid: 'u', id: Number(id) || 85746065432 })],
	[/^GET \/users\/.*\/webinars$/, () => ({ webinars: [] })],
	[/^GET \/users$/, () => ({ users: [] })],
	[/^GET .*\/questions$/, () => ({ questions: [], custom_questions: [] })],
	[/^GET .*\/invitation$/, () => ({ invitation: 'Join' })],
	[/^GET .*\/registrants\/([^/]+)$/, (id) => ({ id })],
	[/^GET \/(?:past_)?(?:meetings|webinars)\/([^/]+)$/, (id) => ({ id: Number(id) || 85746065432 })],
];

function completed(request: IHttpRequestOptions, answer: Answer): Answer {
	if (!answer.complete) return answer;
	if (/^(PUT|PATCH|DELETE)$/.test(String(request.method))) return { statusCode: 204, body: '' };
	const call = `${request.method} ${request.url}`;
	const [pattern, fields] = ALWAYS.find(([known]) => known.test(call)) ?? [];
	const id = decodeURIComponent(pattern?.exec(call)?.[1] ?? '');
	return { ...answer, body: { ...fields?.(id), ...(answer.body as IDataObject) } };
}

/** One of a recording's files, whichever is asked for. */
const fileAnswer = () => ({
	statusCode: 200,
	headers: {},
	body: Readable.from([Buffer.from('WEBVTT\n\n00:01.000 --> 00:02.000\nHello')]),
});

let apps = 0;

/** Credential data of an app that no other test has, so that tokens are never shared by tests. */
export function newApp(more: ICredentialDataDecryptedObject = {}): ICredentialDataDecryptedObject {
	return {
		accountId: `account-${apps + 1}`,
		clientId: `client-${++apps}`,
		clientSecret: 's3cretOfTheApp',
		environment: 'zoom',
		...more,
	};
}

export const NODE: INode = {
	id: '1',
	name: 'Zoom',
	type: 'n8n-nodes-zoom.zoom',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

/**
 * What n8n gives a node, as far as this node asks for it. Requests are signed by the credential
 * itself; the token endpoint answers with `bearer(1)`, `bearer(2)` and so on.
 */
export function fakeN8n(options: FakeOptions = {}) {
	const { respond = () => ok(), rows = [{}], timezone = 'America/New_York' } = options;
	const node = { ...NODE, ...(options.onError && { onError: options.onError }) };
	const row = newApp({ plan: options.plan ?? 'business' });
	const token = (count: number) => `${String(row.clientId)}-token-${count}`;
	const requests: IHttpRequestOptions[] = [];
	const helperCalls: Array<{ credential: string; additional: unknown }> = [];
	const hints: unknown[] = [];
	const logged: string[] = [];
	const tokenRequests: IHttpRequestOptions[] = [];
	const credential = new ZoomServerToServerOAuth2Api();
	const getCredentials = jest.fn(options.getCredentials ?? (async () => ({ ...row })));
	const tokenHelper = {
		helpers: {
			httpRequest: async (request: IHttpRequestOptions) => {
				tokenRequests.push(request);
				const body = { access_token: token(tokenRequests.length), expires_in: 3600 };
				return { statusCode: 200, body };
			},
		},
	} as unknown as IHttpRequestHelper;

	async function httpRequestWithAuthentication(
		name: string,
		request: IHttpRequestOptions,
		additional: { credentialsDecrypted: { data: ICredentialDataDecryptedObject } },
	) {
		if (request.encoding === 'stream') return fileAnswer();
		const { data } = additional.credentialsDecrypted;
		helperCalls.push({ credential: name, additional });
		Object.assign(row, await credential.preAuthentication.call(tokenHelper, data));
		const signed = await credential.authenticate(data, request);
		requests.push(signed);
		return completed(signed, await respond(signed, requests.length - 1));
	}

	const { properties } = new Zoom().description;
	const parameters = NodeHelpers.getNodeParameters(
		properties,
		options.parameters ?? {},
		true,
		false,
		node,
		null,
	) as INodeParameters;

	// The parameter itself is the same for all items.
	const isPerItem = (name: string) =>
		rows.some((_, item) => name in (options.perItem?.(item) ?? {}));
	const context = {
		getNode: () => node,
		getTimezone: () => timezone,
		getInputData: () => rows.map((json): INodeExecutionData => ({ json })),
		continueOnFail: () => options.onError !== undefined,
		getCredentials,
		getExecutionCancelSignal: () => options.signal,
		addExecutionHints: (...added: unknown[]) => hints.push(...added),
		logger: {
			warn: (line: string) => logged.push(`warn ${line}`),
			error: (line: string) => logged.push(`error ${line}`),
		},
		getNodeParameter: (name: string, item: number, fallback?: unknown, more?: object) =>
			more && 'rawExpressions' in more && isPerItem(name.split('.')[0] ?? '')
				? '={{ what perItem gives }}'
				: readParameter({ ...parameters, ...options.perItem?.(item) }, name, fallback, more),
		getCurrentNodeParameter: (name: string, more?: object) =>
			readParameter(parameters, name, undefined, more),
		helpers: {
			httpRequestWithAuthentication,
			httpRequest: async () => fileAnswer(),
			prepareBinaryData: async (file: AsyncIterable<Buffer>, fileName: string) => {
				const pieces: Buffer[] = [];
				for await (const piece of file) pieces.push(piece);
				return { data: Buffer.concat(pieces).toString('base64'), fileName, mimeType: 'text/plain' };
			},
		},
	} as unknown as IExecuteFunctions;

	const bearer = (count: number) => `Bearer ${token(count)}`;
	return { context, requests, helperCalls, hints, logged, tokenRequests, getCredentials, bearer };
}

function readParameter(all: IDataObject, name: string, fallback: unknown, more?: object) {
	let value: unknown = all;
	for (const key of name.split('.')) value = (value as IDataObject | undefined)?.[key];
	if (value === undefined) value = fallback;
	if (more && 'extractValue' in more && typeof value === 'object' && value !== null) {
		return (value as IDataObject).value;
	}
	return value;
}

/** A request as Zoom sees it, without what all requests have. */
export function sent({ method, baseURL, url, qs, body }: IHttpRequestOptions) {
	return { method, url: `${baseURL}${url}`, ...(qs && { qs }), ...(body && { body }) };
}

const STATUSES = ['approved', 'pending', 'denied'];
const listOf = ({ qs, method }: IHttpRequestOptions) =>
	method === 'GET' ? STATUSES.indexOf(String(qs?.status)) : -1;

/** Requests as they went out, but first pages of lists that follow each other in the lists' order. */
export function inListOrder(requests: readonly IHttpRequestOptions[]): IHttpRequestOptions[] {
	const runs: IHttpRequestOptions[][] = [];
	for (const request of requests) {
		const last = runs.at(-1);
		const joins = (one?: IHttpRequestOptions) =>
			one && listOf(one) >= 0 && !one.qs?.next_page_token;
		if (last && joins(request) && joins(last[0]) && last[0]?.url === request.url)
			last.push(request);
		else runs.push([request]);
	}
	return runs.flatMap((run) => run.toSorted((a, b) => listOf(a) - listOf(b)));
}

/** Runs the node for its input rows. */
export async function runNode(options: FakeOptions) {
	const fake = fakeN8n(options);
	const [items] = await new Zoom().execute.call(fake.context);
	// Which of the lists that are asked for at the same time goes out first is left open.
	const requests = inListOrder(fake.requests);
	return { ...fake, requests, items: items ?? [], sent: requests.map(sent) };
}

/** A resource locator as the editor stores it. */
export const locator = (mode: 'id' | 'url' | 'list' | 'email', value: unknown) =>
	({ __rl: true, mode, value }) as INodeParameters;
