/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/require-node-api-error -- runs on a developer's machine, never inside n8n */
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { setTimeout as delay } from 'node:timers/promises';
import { admit, parseJson, perform, type Admission, type ApiCall } from './api';
import type { Certificate } from './certificate';
import { answerControl } from './control';
import { toZoomTime } from './clock';
import { ZoomApiError } from './errors';
import type { Fault } from './faults';
import { serveFile } from './files/serve';
import { withoutSecrets } from './recorder';
import { inXml, send, type Reply } from './reply';
import { findEndpoint } from './routes';
import type { Zoom } from './zoom';

const MAX_BODY_BYTES = 1_000_000;

type ReplyWithCode = Reply & { code?: number };

/** What the log has as the status of a request that was never read. */
const UNREAD = 0;

/**
 * Zoom over HTTP, or over https where there is a certificate: the token endpoint, the API below
 * `/v2`, the controls below `/__sandbox`.
 */
export function createZoomServer(zoom: Zoom, certificate?: Certificate): Server {
	const answer = (request: IncomingMessage, response: ServerResponse) => {
		handle(zoom, request, response).catch((error: unknown) => {
			// A client that hangs up is no fault of the sandbox; anything else is one and must be seen.
			if (request.destroyed && !request.complete) return;
			const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
			send(response, { status: 500, body: { code: 500, message } });
		});
	};
	const server = certificate ? createTlsServer(certificate, answer) : createServer(answer);
	// Node's 5 seconds would close kept connections just as a client takes them up again.
	server.keepAliveTimeout = 60_000;
	return server;
}

async function handle(zoom: Zoom, request: IncomingMessage, response: ServerResponse) {
	const url = new URL(`http://sandbox${request.url ?? '/'}`);
	// The path as it came: URL would resolve dots and lose what clients really sent.
	const path = (request.url ?? '/').split('?')[0] ?? '/';
	if (path === '/oauth/token') return await handleToken(zoom, request, response, url);
	if (path.startsWith('/v2/')) return await handleApi(zoom, request, response, url, path);
	if (path.startsWith('/rec/') || path === '/signin') {
		return await serveFile(zoom, request, response, url, path);
	}
	const body = parseJson((await readBody(request)) || '{}');
	send(response, await answerControl(zoom, request.method ?? 'GET', path, url.searchParams, body));
}

const PROXY_PAGE = '<html><body><h1>Service unavailable</h1></body></html>';

async function handleToken(
	zoom: Zoom,
	request: IncomingMessage,
	response: ServerResponse,
	url: URL,
): Promise<void> {
	const at = new Date().toISOString();
	const fault = zoom.faults.next('token');
	if (fault?.kind === 'resetBefore') return reset(request);
	const isForm = /^application\/x-www-form-urlencoded\b/i.test(
		request.headers['content-type'] ?? '',
	);
	const text = await readBody(request);
	const form = new URLSearchParams(isForm ? text : '');
	// Only POST is documented; what others get is not.
	const { status, body } =
		insteadOfWork(zoom, fault, 'application/json') ??
		(request.method === 'POST'
			? zoom.tokens.grant(request.headers.authorization, form)
			: { status: 405, body: { reason: 'Method Not Allowed', error: 'invalid_request' } });
	zoom.recorder.countToken(status);
	zoom.recorder.remember({
		at,
		method: request.method ?? '',
		path: url.pathname,
		query: withoutSecrets(url.searchParams),
		body: withoutSecrets(form),
		status,
	});
	await wait(zoom.settings.tokenLatencyMs);
	await deliver(zoom, fault, request, response, { status, body });
}

async function handleApi(
	zoom: Zoom,
	request: IncomingMessage,
	response: ServerResponse,
	{ searchParams: query }: URL,
	path: string,
): Promise<void> {
	const at = new Date().toISOString();
	const method = request.method ?? '';
	const below = path.slice('/v2'.length);
	const { 'content-type': contentType, accept } = request.headers;
	const scheme = 'encrypted' in request.socket ? 'https' : 'http';
	const origin = `${scheme}://${request.headers.host ?? ''}`;
	const call = { method, path: below, query, contentType, accept, origin };
	const latencyMs = zoom.latency.next();
	zoom.recorder.arrived();
	response.once('close', () => zoom.recorder.left());

	const endpoint = findEndpoint(method, below)?.endpoint;
	const operation = endpoint && `${endpoint.method} ${endpoint.path}`;
	const fault = zoom.faults.next(operation ?? 'unknown');
	if (fault?.kind === 'tokenKilled') zoom.tokens.revokeAll();
	if (fault?.kind === 'resetBefore') {
		zoom.recorder.countApi(operation, UNREAD);
		return reset(request);
	}

	const admission = admit(zoom, call, request.headers.authorization);
	const text = await readBody(request);
	const reply = insteadOfWork(zoom, fault, accept) ?? decide(zoom, call, admission, text);

	zoom.recorder.countApi(operation, reply.status);
	zoom.recorder.remember({
		at,
		method,
		path,
		query: withoutSecrets(query),
		body: text && (parseJson(text) ?? text),
		...(admission.token && { clientId: admission.token.app.clientId }),
		status: reply.status,
		...(reply.code !== undefined && { code: reply.code }),
	});
	await wait(latencyMs);
	await deliver(zoom, fault, request, response, reply);
}

/** The answer of a fault that keeps the work from being done. */
function insteadOfWork(
	zoom: Zoom,
	fault: Fault | undefined,
	accept: string | undefined,
): ReplyWithCode | undefined {
	if (fault?.kind === 'htmlBefore') return { status: fault.status, body: PROXY_PAGE };
	if (fault?.kind === 'redirect') return { status: 302, headers: { Location: fault.location } };
	if (fault?.kind === 'answer') return { status: 200, text: fault.text };
	if (fault?.kind === 'rawBefore') return { status: UNREAD };
	if (fault?.kind !== 'tooMany') return undefined;
	const { retryAfterSeconds: seconds } = fault;
	const error = new ZoomApiError('perSecondLimit');
	const retryAfter = seconds !== undefined && toZoomTime(zoom.clock.now() + seconds * 1000);
	const headers = { ...(retryAfter && { 'Retry-After': retryAfter }) };
	return refusal(zoom, error, accept, headers);
}

/**
 * A refusal as the caller asks for it. Without `Accept: application/json` it is XML (developer forum
 * thread 55790: PHP's Guzzle, which sends no Accept; also 62578). What "anything" gets is not told
 * there; curl, which sends that, shows JSON everywhere.
 */
function refusal(
	zoom: Zoom,
	error: ZoomApiError,
	accept: string | undefined,
	headers: Record<string, string>,
): ReplyWithCode {
	const { http: status, code } = error;
	const body = error.body(zoom.settings.language);
	if (/application\/json|\*\/\*/i.test(accept ?? '')) return { status, code, body, headers };
	const asXml = { ...headers, 'Content-Type': 'application/xml;charset=UTF-8' };
	return { status, code, body: inXml(body), headers: asXml };
}

/** Sends an answer, as far as the fault lets it through. */
async function deliver(
	zoom: Zoom,
	fault: Fault | undefined,
	request: IncomingMessage,
	response: ServerResponse,
	reply: Reply,
): Promise<void> {
	// Zoom's clock, which may differ from this machine's.
	response.setHeader('Date', new Date(zoom.clock.now()).toUTCString());
	switch (fault?.kind) {
		case 'resetAfter':
			return reset(request);
		case 'halfAnswer': {
			const text = JSON.stringify(reply.body ?? {});
			response.writeHead(reply.status === 204 ? 200 : reply.status, {
				'Content-Type': 'application/json;charset=UTF-8',
				'Content-Length': text.length * 2,
			});
			await new Promise((sent) => response.write(text.slice(0, text.length / 2), sent));
			return reset(request);
		}
		case 'rawBefore':
		case 'rawAfter':
			return await sendRaw(request, fault);
		case 'htmlAfter':
			return send(response, { status: fault.status, body: PROXY_PAGE });
		case 'drip':
			return await drip(response, reply, fault.ms);
		case 'slow':
			await wait(fault.ms);
	}
	send(response, reply);
}

/** Sends an answer a character at a time, as long as somebody listens. */
async function drip(response: ServerResponse, { status, body }: Reply, ms: number) {
	response.writeHead(status === 204 ? 200 : status, {
		'Content-Type': 'application/json;charset=UTF-8',
	});
	for (const character of JSON.stringify(body ?? {})) {
		if (response.destroyed) return;
		response.write(character);
		await wait(ms);
	}
	response.end();
}

function reset(request: IncomingMessage): void {
	request.socket.resetAndDestroy();
}

/** Sends bytes that need not be HTTP. */
async function sendRaw(request: IncomingMessage, { bytes, ending }: Fault): Promise<void> {
	const { socket } = request;
	await new Promise<void>((sent) => socket.write(Buffer.from(bytes, 'base64'), () => sent()));
	if (ending === 'reset') reset(request);
	else socket.end();
}

function decide(
	zoom: Zoom,
	call: ApiCall,
	admission: Admission,
	text: string | undefined,
): ReplyWithCode {
	// Zoom support asks for the tracking ID; the category is what a 200 was seen to carry.
	const headers = {
		'x-zm-trackingid': `v=2.0;clid=sandbox;rid=WEB_${randomBytes(16).toString('hex')}`,
		...(admission.found && { 'x-ratelimit-category': admission.found.endpoint.category }),
	};
	try {
		if (text === undefined) throw new ZoomApiError('bodyTooLarge');
		return { headers, ...perform(zoom, call, admission, text) };
	} catch (error) {
		if (!(error instanceof ZoomApiError)) throw error;
		return refusal(zoom, error, call.accept, { ...headers, ...error.details.headers });
	}
}

/** The body as text; undefined if it is too large, of which no more than the limit is kept. */
async function readBody(request: IncomingMessage): Promise<string | undefined> {
	const chunks: Buffer[] = [];
	let bytes = 0;
	for await (const chunk of request as AsyncIterable<Buffer>) {
		bytes += chunk.length;
		if (bytes <= MAX_BODY_BYTES) chunks.push(chunk);
	}
	return bytes > MAX_BODY_BYTES ? undefined : Buffer.concat(chunks).toString('utf8');
}

/** Holds an answer back without keeping a process alive that is about to end. */
async function wait(ms: number): Promise<void> {
	if (ms > 0) await delay(ms, undefined, { ref: false });
}
