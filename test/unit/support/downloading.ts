import type { IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';
import { openZoom } from '../../../nodes/Zoom/transport/client';
import { Download } from '../../../nodes/Zoom/transport/files/download';
import type { WantedFile } from '../../../nodes/Zoom/transport/files/download';
import type { ByteStream, FileLink } from '../../../nodes/Zoom/transport/files/fileRequest';
import { fakeN8n } from './fakeN8n';
import type { FakeOptions } from './fakeN8n';
import { rejectionOf } from './thrown';

export const URL_OF_FILE = 'https://zoom.us/rec/download/f1';
export const MIB = 1_048_576;
export const BREAK = new Error('aborted');

/** What arrives of an answer's body, in pieces; a break ends it. */
export class Body implements ByteStream {
	isDestroyed = false;
	isSilent = false;

	constructor(readonly pieces: ReadonlyArray<string | Uint8Array | Error>) {}

	async *[Symbol.asyncIterator]() {
		for (const piece of this.pieces) {
			if (piece instanceof Error) throw piece;
			this.isSilent = piece === 'SILENCE';
			if (this.isSilent) await new Promise(() => undefined);
			yield typeof piece === 'string' ? new TextEncoder().encode(piece) : piece;
		}
	}

	destroy() {
		this.isDestroyed = true;
	}

	/** In place of Node's Readable. */
	static from = (source: AsyncIterable<Uint8Array>, options: object) => ({ source, options });
}

export interface FileReply {
	status?: number;
	headers?: Record<string, string>;
	body?: Body;
}

export const all = (text: string, headers: FileReply['headers'] = {}): FileReply => ({
	body: new Body([text]),
	headers,
});
export const broken = (text: string, headers: FileReply['headers'] = {}): FileReply => ({
	body: new Body([text, BREAK]),
	headers,
});
export const rest = (
	text: string,
	range: string,
	headers: FileReply['headers'] = {},
): FileReply => ({
	status: 206,
	body: new Body([text]),
	headers: { 'content-range': range, ...headers },
});
export const redirect = (location?: string, status = 302): FileReply => ({
	status,
	headers: location === undefined ? {} : { location },
});

export type Reply = FileReply | Error;

/** A download of a file, whose server answers one after the other, the last again and again. */
export function downloading(
	replies: Reply[],
	{ link = {}, isJson = false, renewed = [], onAsk, ...fakes }: Wish = {},
) {
	const { context } = fakeN8n(fakes);
	const asked: Array<IHttpRequestOptions & { signed: 'app' | 'itself' }> = [];
	const bodies: Body[] = [];
	const answer = async (signed: 'app' | 'itself', request: IHttpRequestOptions) => {
		asked.push({ ...request, signed });
		onAsk?.(asked.length);
		const reply = replies[Math.min(asked.length, replies.length) - 1];
		if (!reply || reply instanceof Error) throw reply ?? new Error('Nothing was to be asked');
		const { status: statusCode = 200, headers = {}, body = new Body([]) } = reply;
		bodies.push(body);
		return { statusCode, headers, body };
	};
	const helpers = context.helpers as unknown as Record<string, unknown>;
	helpers.httpRequest = async (request: IHttpRequestOptions) => await answer('itself', request);
	helpers.httpRequestWithAuthentication = async (_: string, request: IHttpRequestOptions) =>
		await answer('app', request);
	const zoom = openZoom(context as IExecuteFunctions);
	const pauses: number[] = [];
	jest.spyOn(zoom, 'pause').mockImplementation(async (ms) => void pauses.push(ms));
	const renewals = [...renewed];
	const renew = jest.fn<Promise<FileLink>, []>(async () => renewals.shift() ?? file.link);
	const file: WantedFile = { link: { url: URL_OF_FILE, ...link }, isJson, renew };
	const download = new Download(zoom, file);
	const text = async (most = 100 * MIB) => await download.text(most);
	return { download, text, asked, bodies, pauses, renew };
}

interface Wish extends FakeOptions {
	link?: Partial<FileLink>;
	isJson?: boolean;
	/** Links that are given for new ones; then the first. */
	renewed?: FileLink[];
	onAsk?: (count: number) => void;
}

/** What people see first of why it failed. */
export const titleOf = async (text: Promise<unknown>) => (await rejectionOf(text)).message;
