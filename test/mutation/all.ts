/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs on a developer's machine, never inside n8n */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import areas from './areas.json';

/*
 * The tests of one area in one file: Stryker runs them for each of some thousand changed lines, and
 * each test file of its own would load n8n-workflow again.
 */
const area = areas[process.env.MUTATION_AREA as keyof typeof areas];
const TESTS = join(__dirname, '..');

/** The same inputs for each changed line, and fewer than in "npm test". */
fc.configureGlobal({ seed: 1, numRuns: 25 });

/** Unit and property tests that import something of the area. */
const files = ['unit', 'property'].flatMap((folder) =>
	readdirSync(join(TESTS, folder), { recursive: true, encoding: 'utf8' })
		.map((name) => join(folder, name))
		.filter((name) => name.endsWith('.test.ts') && !name.startsWith(join('unit', 'sandbox')))
		.filter((name) => {
			const imported = readFileSync(join(TESTS, name), 'utf8').matchAll(/ from '([^']+)'/g);
			return [...imported].some(([, path]) => area.tests.some((part) => path?.includes(part)));
		}),
);

// eslint-disable-next-line @typescript-eslint/no-require-imports -- a describe keeps hooks apart
describe.each(files.sort())('%s', (name) => void require(join(TESTS, name)));
