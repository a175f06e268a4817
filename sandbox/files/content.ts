/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, never inside n8n */
import { createHash } from 'node:crypto';

/** What a file holds: a text, or as many bytes as are asked for, made when they are sent. */
export type Content = { text: string } | { size: number };

/** A piece of a made file: its number, then bytes that are the file's own. */
const BLOCK = 65_536;

export function sizeOf(content: Content): number {
	return 'text' in content ? Buffer.byteLength(content.text) : content.size;
}

/**
 * A file's bytes, as often as they are asked for the same. None of a made file are at another place
 * in it too, so that a part that is missing or comes twice shows in a checksum.
 *
 * @param id of the file
 * @param from the first byte
 * @param to the one after the last
 */
export function* bytesOf(
	id: string,
	content: Content,
	from: number,
	to: number,
): Generator<Buffer> {
	if ('text' in content) {
		yield Buffer.from(content.text).subarray(from, to);
		return;
	}
	const filling = createHash('shake256', { outputLength: BLOCK }).update(id).digest();
	for (let at = from; at < to; ) {
		const number = Math.floor(at / BLOCK);
		const block = Buffer.from(filling);
		block.writeUInt32BE(number, 0);
		const start = at - number * BLOCK;
		const end = Math.min(BLOCK, start + to - at);
		yield block.subarray(start, end);
		at += end - start;
	}
}

/** The SHA-256 of a whole file, as hexadecimal digits. */
export function checksumOf(id: string, content: Content): string {
	const hash = createHash('sha256');
	for (const piece of bytesOf(id, content, 0, sizeOf(content))) hash.update(piece);
	return hash.digest('hex');
}
