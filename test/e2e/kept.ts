/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, never inside n8n */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { N8nProcess } from '../../demo/n8n';

/**
 * Everything in n8n's folder, as [name, text]: its log, SQLite with its write-ahead log, and the rest.
 * A rollback journal is gone as soon as its change is made.
 */
export function everythingKept({ folder }: N8nProcess): Array<[name: string, text: string]> {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
		.filter(({ name }) => !name.endsWith('-journal'))
		.map(({ parentPath, name }) => [name, readFileSync(join(parentPath, name), 'latin1')]);
}

/** The ways in which a secret may be written down. */
export function formsOf(secret: string): string[] {
	return [secret, encodeURIComponent(secret), Buffer.from(secret).toString('base64')];
}
