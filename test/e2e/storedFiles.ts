/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs on a developer's machine, never inside n8n */
import { createHash } from 'node:crypto';
import { createReadStream, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { N8nProcess } from '../../demo/n8n';

/** n8n keeps files in a folder for each execution; what it hasn't finished has another name. */
export interface StoredFile {
	path: string;
	size: number;
	/** Whether n8n is still writing it, or was: nothing takes it for a file. */
	isUnfinished: boolean;
}

/**
 * The binary data in n8n's folder; n8n 1 keeps it in another folder than n8n 2, with a description
 * beside each file.
 */
export function storedFiles({ folder }: N8nProcess): StoredFile[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && /binary_data|binaryData/.test(entry.parentPath))
		.map(({ parentPath, name }) => join(parentPath, name))
		.filter((path) => !path.endsWith('.metadata') && basename(dirname(path)) !== 'meta')
		.map((path) => ({ path, size: statSync(path).size, isUnfinished: /\.tmp\b/.test(path) }));
}

/** The SHA-256 of a file, as hexadecimal digits. */
export async function hashOf({ path }: StoredFile): Promise<string> {
	const hash = createHash('sha256');
	await pipeline(createReadStream(path), hash);
	return hash.digest('hex');
}
