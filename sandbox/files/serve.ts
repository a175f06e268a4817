/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, never inside n8n */
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { Fault } from '../faults';
import { withoutSecrets } from '../recorder';
import { send, type Reply } from '../reply';
import type { CloudRecording, RecordingFile } from '../state/recording';
import type { Zoom } from '../zoom';
import { bytesOf, sizeOf } from './content';

/** A file that a request asks for, as it was found. */
interface Asked {
	recording: CloudRecording;
	file: RecordingFile;
	accountId: string;
}

/** Bytes of a file, from the first one that was asked for. */
interface Part {
	status: 200 | 206;
	headers: Record<string, string>;
	from: number;
	to: number;
}

// As long as the page that others saved for a video: github.com/minds-ai/zoom-drive-connector, pull
// request 33.
const LOGIN_PAGE = `<!DOCTYPE html><html><head><title>Sign In | Zoom</title></head><body>${'<p>Only the host can download this recording. Please sign in to your Zoom account.</p>'.repeat(170)}</body></html>`;
const page = (): Reply => ({ status: 200, body: LOGIN_PAGE });
// What the file host says, which is no part of Zoom's API: that of Amazon's.
const DENIED = '<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>';
const denied = (): Reply => ({
	status: 403,
	text: DENIED,
	headers: { 'Content-Type': 'application/xml' },
});

const TYPES: Record<string, string> = {
	MP4: 'video/mp4',
	M4A: 'audio/mp4',
	VTT: 'text/vtt',
	TXT: 'text/plain',
	CSV: 'text/csv',
	JSON: 'application/json',
	JPG: 'image/jpeg',
};

/**
 * The files of recordings: `/rec/download/{fileId}` checks the token and redirects to a signed link,
 * `/rec/file/{fileId}`, at another host where the option fileHost names one. A request that succeeds
 * gets a 302, one that fails a page with 200: developer forum thread 53338.
 */
export async function serveFile(
	zoom: Zoom,
	request: IncomingMessage,
	response: ServerResponse,
	url: URL,
	path: string,
): Promise<void> {
	const at = new Date().toISOString();
	const [, kind = '', fileId = ''] = /^\/rec\/(download|file)\/([^/]+)$/.exec(path) ?? [];
	const fault = kind ? zoom.faults.next(`GET /rec/${kind}/{fileId}`) : undefined;
	if (fault?.kind === 'resetBefore') {
		request.socket.resetAndDestroy();
		return;
	}
	const asked = findFile(zoom, fileId);
	const answer = insteadOfFile(fault) ?? answerTo(zoom, kind, asked, request, url);
	zoom.recorder.remember({
		at,
		method: request.method ?? '',
		path,
		query: withoutSecrets(url.searchParams),
		body: '',
		status: answer.status,
		isSigned: request.headers.authorization !== undefined,
	});
	if (fault?.kind === 'slow') await delay(fault.ms, undefined, { ref: false });
	if (!('from' in answer) || !asked) return send(response, answer as Reply);
	await sendPart(asked.file, answer, fault, request, response);
}

function findFile(zoom: Zoom, fileId: string): Asked | undefined {
	for (const account of zoom.knownAccounts()) {
		for (const recording of account.cloudRecordings) {
			const file = recording.files.find(({ id }) => id === fileId);
			if (file) return { recording, file, accountId: account.id };
		}
	}
	return undefined;
}

function insteadOfFile(fault: Fault | undefined): Reply | undefined {
	switch (fault?.kind) {
		case 'htmlBefore':
			return { status: fault.status, body: '<html><body>Service unavailable</body></html>' };
		case 'redirect':
			return { status: 302, headers: { Location: fault.location } };
		case 'loginPage':
			return page();
		case 'answer':
			return { status: 200, text: fault.text, headers: { 'Content-Type': 'application/json' } };
		case 'tooMany':
			return { status: 429, headers: { 'Retry-After': String(fault.retryAfterSeconds ?? 1) } };
		default:
			return undefined;
	}
}

function answerTo(
	zoom: Zoom,
	kind: string,
	asked: Asked | undefined,
	request: IncomingMessage,
	url: URL,
): Reply | Part {
	const { authorization = '', host = '', range, 'if-range': version } = request.headers;
	if (kind === '') return page();
	if (kind === 'download') {
		const refusal = refuse(zoom, asked, authorization, url.searchParams);
		if (refusal || !asked) return refusal ?? page();
		const { fileHost, fileLinkLifeSeconds } = zoom.settings;
		const signed = zoom.files.sign(asked.file.id, fileLinkLifeSeconds);
		const here = 'encrypted' in request.socket ? `https://${host}` : `http://${host}`;
		return { status: 302, headers: { Location: `${fileHost || here}${signed}` } };
	}
	if (!asked || !zoom.files.isSigned(asked.file.id, url.searchParams)) return denied();
	return partOf(asked.file, range, typeof version === 'string' ? version : undefined);
}

/** Why somebody is not let in to a file; undefined where they are. */
function refuse(
	zoom: Zoom,
	asked: Asked | undefined,
	authorization: string,
	query: URLSearchParams,
): Reply | undefined {
	// Without a token Zoom sends people to where they sign in, or asks for the passcode.
	if (authorization === '') return { status: 302, headers: { Location: '/signin' } };
	const own = zoom.files.identify(authorization.replace(/^Bearer /, ''));
	const { token, refusal } = zoom.tokens.identify(authorization, query);
	// A token that has expired gets 401: github.com/Jericho/ZoomNet, issue 348.
	if (own?.isExpired === true || (!own && (refusal || !token))) {
		return { status: 401, body: { status: false, errorCode: 401, errorMessage: 'Unauthorized' } };
	}
	const isGone =
		!asked || asked.recording.trashedAt !== undefined || asked.file.trashedAt !== undefined;
	// What the link of a deleted file gets is not documented; the page says that it does not exist.
	if (isGone || asked.file.status === 'processing') return page();
	const isOwn = own ? own.uuid === asked.recording.uuid : mayRead(token?.scopes);
	return isOwn && zoom.settings.viewsRecordings ? undefined : page();
}

/** "use the user's OAuth access token to download the file" (API reference, download_url). */
const mayRead = (scopes: ReadonlySet<string> = new Set()) =>
	[...scopes].some((scope) => /^cloud_recording:read:|^recording:(read|write)/.test(scope));

/** As RFC 9110 has it: a range where it is of the version that is there, else the whole file. */
function partOf(file: RecordingFile, range: string | undefined, version: string | undefined) {
	const size = sizeOf(file.content);
	const etag = `"${file.id}-${file.version}"`;
	const headers = { 'Content-Type': TYPES[file.file_extension] ?? 'video/mp4', ETag: etag };
	const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(range ?? '') ?? [];
	if (first === undefined || (version !== undefined && version !== etag)) {
		const whole = { ...headers, 'Accept-Ranges': 'bytes', 'Content-Length': String(size) };
		return { status: 200, headers: whole, from: 0, to: size } satisfies Part;
	}
	const from = Number(first);
	const to = Math.min(size, last ? Number(last) + 1 : size);
	if (from >= to) return { status: 416, headers: { 'Content-Range': `bytes */${size}` } };
	const told = {
		'Content-Range': `bytes ${from}-${to - 1}/${size}`,
		'Content-Length': String(to - from),
	};
	return { status: 206, headers: { ...headers, ...told }, from, to } satisfies Part;
}

/** Sends bytes as fast as they are read; the fault `cut` breaks the connection in the middle. */
async function sendPart(
	{ id, content }: RecordingFile,
	{ status, headers, from, to }: Part,
	fault: Fault | undefined,
	request: IncomingMessage,
	response: ServerResponse,
): Promise<void> {
	response.writeHead(status, headers);
	const end = fault?.kind === 'cut' ? Math.min(to, from + fault.at) : to;
	const gone = once(response, 'close');
	for (const piece of bytesOf(id, content, from, end)) {
		if (response.destroyed) return;
		if (fault?.kind === 'drip') await delay(fault.ms, undefined, { ref: false });
		if (!response.write(piece)) await Promise.race([once(response, 'drain'), gone]);
	}
	if (fault?.kind !== 'cut') return void response.end();
	// What was written has to go out before the end. A connection over TLS can't be reset.
	await delay(50, undefined, { ref: false });
	request.socket.destroy();
}
