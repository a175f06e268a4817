/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs on a developer's machine, never inside n8n */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const TESTS = join(__dirname, '..');
const ALONE = /[\\/]alone[\\/]/;

/**
 * Tests of some of the folders in test/, by their paths from there. Jest gives each file that it runs
 * modules of its own, and n8n-core and n8n-workflow are some thousand of them; whoever needs many
 * tests loads them into one file.
 */
export function testsIn(...folders: string[]): string[] {
	return folders.flatMap((folder) =>
		readdirSync(join(TESTS, folder), { recursive: true, encoding: 'utf8' })
			.map((name) => join(folder, name))
			.filter((name) => name.endsWith('.test.ts') && !ALONE.test(name))
			.sort(),
	);
}

/** Loads tests into the file that runs; each has a describe, which keeps its hooks apart. */
export function load(names: string[]): void {
	describe.each(names)('%s', (name) => {
		if (sourceOf(name).includes('jest.mock(')) {
			throw new Error(`${name} replaces modules: its place is a folder named "alone".`);
		}
		// eslint-disable-next-line @typescript-eslint/no-require-imports -- a describe can't wait
		require(join(TESTS, name));
	});
}

/** A test's text. */
export const sourceOf = (name: string) => readFileSync(join(TESTS, name), 'utf8');
