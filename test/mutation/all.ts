/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs on a developer's machine, never inside n8n */
import { join } from 'node:path';
import fc from 'fast-check';
import { load, sourceOf, testsIn } from '../together/files';
import areas from './areas.json';

/* The tests of one area in one file: Stryker runs them for each of some thousand changed lines. */
const area = areas[process.env.MUTATION_AREA as keyof typeof areas];

/** The same inputs for each changed line, and fewer than in "npm test". */
fc.configureGlobal({ seed: 1, numRuns: 25 });

/** Unit and property tests that import something of the area. */
const names = testsIn('unit', 'property')
	.filter((name) => !name.startsWith(join('unit', 'sandbox')))
	.filter((name) => {
		const imported = sourceOf(name).matchAll(/ from '([^']+)'/g);
		return [...imported].some(([, path]) => area.tests.some((part) => path?.includes(part)));
	});
load(names);
