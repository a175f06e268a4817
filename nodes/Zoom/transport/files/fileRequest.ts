import type { IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';
import { isTrustedUrl } from '../../../../credentials/token/settings';
import type { ZoomAppSettings } from '../../../../credentials/token/settings';
import type { Failure } from '../errors';
import { CREDENTIAL } from '../runState';
import type { RunState } from '../runState';
import type { FileHead } from './fileAnswer';
import { insecureRedirect, notZoomsLink, tooManyRedirects } from './fileFailures';

/** Where one of Zoom's files is. */
export interface FileLink {
	url: string;
	/** The token of this file alone; without one the app's is sent. */
	token?: string;
	/** In bytes, where Zoom tells. */
	size?: number;
}

/** The bytes of an answer: what Node's http gives, as far as it is needed. */
export interface ByteStream extends AsyncIterable<Uint8Array> {
	destroy(): unknown;
}

export interface FileAnswer extends FileHead {
	body: ByteStream;
}

/** Until the head of an answer is there, and between two pieces of its body. */
export const SILENCE_MS = 60_000;
const MAX_REDIRECTS = 5;

/**
 * Asks for a file and follows redirects: the token goes to Zoom's hosts only, and to none any more
 * once a redirect has led elsewhere. Links that Zoom's redirects lead to are signed by themselves.
 *
 * @param headers besides the token
 * @returns the answer that is no redirect, its body not read yet; or why nobody is asked
 * @throws what n8n's request helper throws where no answer came
 */
export async function requestFile(
	run: RunState,
	{ url: text, token }: FileLink,
	headers: Record<string, string>,
): Promise<FileAnswer | { failure: Failure }> {
	const settings = await run.settings();
	let url = URL.canParse(text) ? new URL(text) : undefined;
	if (!url || !isTrustedUrl(settings, url)) return { failure: notZoomsLink() };
	let signedBy: Signature = token === undefined ? 'app' : { token };
	for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
		const answer = await send(run, url, signedBy, headers);
		const next: URL | undefined = redirectOf(answer, url);
		if (!next) return answer;
		answer.body.destroy();
		if (!isSecure(settings, next)) return { failure: insecureRedirect({ origin: next.origin }) };
		if (next.origin !== url.origin) signedBy = 'nobody';
		url = next;
	}
	return { failure: tooManyRedirects() };
}

/** What a request is signed with: a file's own token, the app's, or nothing. */
type Signature = { token: string } | 'app' | 'nobody';

async function send(
	{ context, signal }: RunState,
	url: URL,
	signedBy: Signature,
	headers: Record<string, string>,
): Promise<FileAnswer> {
	const { helpers } = context as IExecuteFunctions;
	const own = typeof signedBy === 'object';
	const request: IHttpRequestOptions = {
		method: 'GET',
		url: url.href,
		headers: {
			// What is compressed on its way can't be taken up again in the middle.
			'Accept-Encoding': 'identity',
			...headers,
			// In this spelling n8n 1 does not put it on another host's requests.
			...(own && { authorization: `Bearer ${signedBy.token}` }),
		},
		encoding: 'stream',
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
		timeout: SILENCE_MS,
		...(signal && { abortSignal: signal }),
	};
	const { statusCode, ...answer } = (
		signedBy === 'app'
			? await helpers.httpRequestWithAuthentication.call(context, CREDENTIAL, request)
			: await helpers.httpRequest(request)
	) as { statusCode: number; headers: FileAnswer['headers']; body: ByteStream };
	return { status: statusCode, headers: answer.headers, body: answer.body };
}

function redirectOf({ status, headers: { location } }: FileHead, base: URL): URL | undefined {
	if (status < 300 || status >= 400 || location === undefined) return undefined;
	return URL.canParse(location, base.href) ? new URL(location, base) : undefined;
}

/** http is for the host of a custom environment only. */
const isSecure = (settings: ZoomAppSettings, url: URL) =>
	url.protocol === 'https:' || isTrustedUrl(settings, url);
