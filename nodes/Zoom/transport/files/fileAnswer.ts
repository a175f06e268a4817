import { askedWaitMs, LONGEST_WAIT_MS } from '../retryAfter';
import type { Failure } from '../errors';
import {
	fileChanged,
	fileGone,
	fileRefused,
	fileUnavailable,
	webPage,
	wrongSize,
} from './fileFailures';

/** The head of an answer to a request for a file. */
export interface FileHead {
	status: number;
	/** Names in lower case. */
	headers: Record<string, string | undefined>;
}

/** What is known of a file before it is asked for. */
export interface Expected {
	/** How many bytes have arrived: from here on it is asked for. */
	from: number;
	/** In bytes; undefined where nobody has told. */
	size?: number;
	/** What named this very content in the answer that has brought the first bytes. */
	version?: string;
	/** Whether JSON can be the file itself rather than a refusal. */
	isJson: boolean;
}

export type Verdict =
	/** These are the file's bytes, after as many that have arrived before; `size` as the answer tells. */
	| { is: 'file'; skip: number; size?: number; version?: string }
	/** A new link or token may help. */
	| { is: 'stale'; failure: Failure }
	/** It may pass. */
	| { is: 'later'; failure: Failure; waitMs: number }
	| { is: 'failed'; failure: Failure };

/**
 * What an answer to a request for a file is. Who isn't let in gets 401, or 200 with a web page:
 * https://devforum.zoom.us/t/53338, https://github.com/Jericho/ZoomNet/issues/348
 *
 * @param now milliseconds since 1970
 */
export function judge({ status, headers }: FileHead, expected: Expected, now: number): Verdict {
	const about = { httpCode: status };
	if (status === 401 || status === 403) return { is: 'stale', failure: fileRefused(about) };
	if (status === 404 || status === 410) return { is: 'stale', failure: fileGone(about) };
	if (status === 416) return { is: 'failed', failure: fileChanged() };
	if (status === 408 || status === 429 || status >= 500) {
		const waitMs = Math.min(askedWaitMs(headers, now) ?? 0, LONGEST_WAIT_MS);
		return { is: 'later', failure: fileUnavailable(about), waitMs };
	}
	const type = (headers['content-type'] ?? '').toLowerCase();
	const isPage = type.includes('html') || (type.includes('json') && !expected.isJson);
	if (isPage || (status !== 200 && status !== 206)) return { is: 'stale', failure: webPage(about) };
	return judgeBytes({ status, headers }, expected);
}

function judgeBytes({ status, headers }: FileHead, { from, size, version }: Expected): Verdict {
	const part = status === 206 ? rangeOf(headers['content-range']) : undefined;
	const told = part ? part.size : numberIn(headers['content-length']);
	const given = headers.etag ?? headers['last-modified'];
	const isChanged = from > 0 && version !== undefined && given !== version;
	if (isChanged || (status === 206 && part?.start !== from)) {
		return { is: 'failed', failure: fileChanged() };
	}
	if (size !== undefined && told !== undefined && told !== size) {
		const failure = from > 0 ? fileChanged() : wrongSize({ size, told });
		return { is: from > 0 ? 'failed' : 'stale', failure };
	}
	// Without a range in the answer it starts over.
	return {
		is: 'file',
		skip: status === 200 ? from : 0,
		...(told !== undefined && { size: told }),
		...(given !== undefined && { version: given }),
	};
}

const numberIn = (text = '') => (/^\d+$/.test(text) ? Number(text) : undefined);

/** `bytes 200-999/1000`; the size is `*` where the server does not know it. */
function rangeOf(text = ''): { start: number; size?: number } | undefined {
	const [, start, size] = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(text) ?? [];
	if (start === undefined) return undefined;
	return { start: Number(start), ...(size !== '*' && { size: Number(size) }) };
}
