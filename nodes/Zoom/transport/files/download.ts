import type { Zoom } from '../client';
import { cancelledError, readThrown, signInFailure } from '../errors';
import type { Failure } from '../errors';
import { judge } from './fileAnswer';
import type { Verdict } from './fileAnswer';
import { brokenOff, emptyFile, fileChanged, tooLargeForText, wrongSize } from './fileFailures';
import { requestFile, SILENCE_MS } from './fileRequest';
import type { ByteStream, FileAnswer, FileLink } from './fileRequest';

/** A file of Zoom's that is wanted. */
export interface WantedFile {
	link: FileLink;
	/** Whether it holds JSON; what else comes as JSON is a refusal. */
	isJson: boolean;
	/** Asks Zoom for a new link, where the one at hand no longer works. */
	renew(): Promise<FileLink>;
}

/** How often something is tried again that brings nothing. */
const MAX_TRIES = 6;
/** A connection that has brought as much has done well: what breaks then counts from the start. */
const PROGRESS = 1_048_576;
const LONGEST_PAUSE_MS = 16_000;

/**
 * One download: the file's bytes in order, whatever breaks on the way. A break is taken up where it
 * was (Range), as long as it is the same content (If-Range) and brings something.
 * https://developers.zoom.us/docs/api/meetings/#tag/cloud-recording/GET/meetings/{meetingId}/recordings
 */
export class Download {
	private link: FileLink;
	private body: ByteStream | undefined;
	private pieces: AsyncIterator<Uint8Array> | undefined;
	/** Ends the wait for a piece, while there is one. */
	private giveUp: (() => void) | undefined;
	/** In bytes, as Zoom's list or else the answer tells. */
	private size: number | undefined;
	private version: string | undefined;
	private got = 0;
	/** Bytes that arrive a second time, since a server started over. */
	private skip = 0;
	private tries = 0;
	private gotBefore = 0;
	private isRenewed = false;

	constructor(
		private readonly zoom: Zoom,
		private readonly file: WantedFile,
	) {
		this.link = file.link;
		this.size = sizeOf(file.link);
	}

	/**
	 * The file as a stream that n8n can store: nothing of it is held in memory.
	 *
	 * @returns once its first answer is there, which is known to be the file
	 * @throws NodeApiError where Zoom does not give it out; the stream fails with one too
	 */
	async open(): Promise<NodeJS.ReadableStream> {
		await this.ask();
		// Node's Readable, which a community node can't import.
		const { from } = (this.body as object).constructor as unknown as {
			from(source: AsyncIterable<Uint8Array>, options: object): NodeJS.ReadableStream;
		};
		return from(this.bytes(), { objectMode: false });
	}

	/**
	 * The file as UTF-8 text.
	 *
	 * @param most how many bytes it may have
	 * @throws NodeApiError as {@link open}
	 */
	async text(most: number): Promise<string> {
		await this.ask();
		const decoder = new TextDecoder();
		let text = '';
		for await (const piece of this.bytes()) {
			if (this.got > most) throw this.zoom.errorFor(tooLargeForText({ size: most }));
			text += decoder.decode(piece, { stream: true });
		}
		return text + decoder.decode();
	}

	/** Gives the connection back, whether or not somebody has read to the end. */
	close(): void {
		this.body?.destroy();
		this.body = undefined;
	}

	private async *bytes(): AsyncGenerator<Uint8Array> {
		try {
			for (let piece = await this.next(); piece; piece = await this.next()) yield piece;
		} finally {
			this.close();
		}
	}

	/** The next bytes that have not arrived before; undefined at the file's end. */
	private async next(): Promise<Uint8Array | undefined> {
		for (;;) {
			const piece = await this.nextPiece();
			if (piece && !piece.done) {
				const fresh = this.withoutSkipped(piece.value);
				if (fresh.length > 0) return fresh;
				continue;
			}
			// An answer without a length ends like one that breaks off, so only an end that was told counts.
			const isEnd = this.size === undefined ? piece?.done === true : this.got === this.size;
			if (isEnd && this.got === 0) throw this.zoom.errorFor(emptyFile());
			if (isEnd) return undefined;
			await this.takeUpAgain();
		}
	}

	/** Undefined where the connection broke, or nothing arrived on it any more. */
	private async nextPiece(): Promise<IteratorResult<Uint8Array> | undefined> {
		const piece = await new Promise<IteratorResult<Uint8Array> | undefined>((resolve) => {
			const broken = () => resolve(undefined);
			this.giveUp = broken;
			this.pieces?.next().then(resolve, broken);
		});
		this.giveUp = undefined;
		return piece;
	}

	/** Ends a wait that is as long as all of {@link SILENCE_MS}: n8n's own timeout ends with the head. */
	private watch(body: ByteStream): void {
		const { giveUp } = this;
		AbortSignal.timeout(SILENCE_MS).addEventListener('abort', () => {
			if (this.body !== body) return;
			if (giveUp && giveUp === this.giveUp) giveUp();
			else this.watch(body);
		});
	}

	private withoutSkipped(piece: Uint8Array): Uint8Array {
		const skipped = Math.min(this.skip, piece.length);
		this.skip -= skipped;
		this.got += piece.length - skipped;
		const { size, got } = this;
		if (size !== undefined && got > size) {
			throw this.zoom.errorFor(this.gotBefore > 0 ? fileChanged() : wrongSize({ size, told: got }));
		}
		return piece.subarray(skipped);
	}

	private async takeUpAgain(): Promise<void> {
		this.body?.destroy();
		if (this.got - this.gotBefore >= PROGRESS) {
			this.tries = 0;
			this.isRenewed = false;
		}
		this.gotBefore = this.got;
		await this.pauseOr(brokenOff({ told: this.got, size: this.size }));
		await this.ask();
	}

	/** Asks for what has not arrived yet, until an answer brings it. */
	private async ask(): Promise<void> {
		for (;;) {
			const answer = await this.tryOnce();
			const verdict = 'failure' in answer ? failed(answer.failure) : this.judge(answer);
			if (verdict.is === 'file' && 'body' in answer) return this.read(answer.body, verdict);
			if ('body' in answer) answer.body.destroy();
			if (verdict.is === 'later') await this.pauseOr(verdict.failure, verdict.waitMs);
			else if (verdict.is === 'stale' && !this.isRenewed) await this.renew();
			else if (verdict.is !== 'file') throw this.zoom.errorFor(verdict.failure);
		}
	}

	private async tryOnce(): Promise<FileAnswer | { failure: Failure }> {
		for (;;) {
			this.refuseCancelled();
			try {
				return await requestFile(this.zoom.run, this.link, this.headers());
			} catch (error) {
				this.refuseCancelled();
				const thrown = readThrown(error);
				if ('signIn' in thrown) return { failure: signInFailure(thrown.signIn) };
				await this.pauseOr(brokenOff({ told: this.got, size: this.size }));
			}
		}
	}

	private headers(): Record<string, string> {
		if (this.got === 0) return {};
		// A weak name of a content does not promise the same bytes.
		const version = this.version?.startsWith('W/') ? undefined : this.version;
		return { Range: `bytes=${this.got}-`, ...(version !== undefined && { 'If-Range': version }) };
	}

	private judge({ status, headers }: FileAnswer): Verdict {
		const { got: from, size, version, file } = this;
		const expected = { from, isJson: file.isJson, ...(size !== undefined && { size }), version };
		return judge({ status, headers }, expected, Date.now());
	}

	private read(body: ByteStream, { skip, size, version }: Extract<Verdict, { is: 'file' }>) {
		this.body = body;
		this.watch(body);
		this.pieces = body[Symbol.asyncIterator]();
		this.skip = skip;
		this.size ??= size;
		this.version ??= version;
	}

	/** A link may have been used up, or be older than the file. */
	private async renew(): Promise<void> {
		this.isRenewed = true;
		this.link = await this.file.renew();
		const size = sizeOf(this.link);
		// Not every link comes with a size: what is known of the content that has begun stays.
		if (this.got > 0 && size !== undefined && this.size !== undefined && size !== this.size) {
			throw this.zoom.errorFor(fileChanged());
		}
		this.size = size ?? (this.got > 0 ? this.size : undefined);
	}

	/** Waits before the next try, or fails where there were enough. */
	private async pauseOr(failure: Failure, atLeastMs = 0): Promise<void> {
		this.refuseCancelled();
		if (this.tries >= MAX_TRIES) throw this.zoom.errorFor(failure);
		const ms = Math.min(500 * 2 ** this.tries, LONGEST_PAUSE_MS);
		this.tries++;
		await this.zoom.pause(Math.max(ms, atLeastMs));
	}

	private refuseCancelled(): void {
		const { signal, context } = this.zoom.run;
		if (signal?.aborted) throw cancelledError(context.getNode());
	}
}

const failed = (failure: Failure): Verdict => ({ is: 'failed', failure });

/** Zoom lists 0 for files that it has not measured yet. */
const sizeOf = ({ size }: FileLink) => (size === 0 ? undefined : size);
