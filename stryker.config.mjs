// One area of the code at a time, named by MUTATION_AREA: "npm run test:mutation" sets it.
import { readFileSync } from 'node:fs';

/**
 * `mutate`: what is changed. `tests`: the tests that import one of these are run. `bar`: the lowest
 * score, in percent, of an area that is not only measured.
 */
const areas = JSON.parse(
	readFileSync(new URL('test/mutation/areas.json', import.meta.url), 'utf8'),
);
const name = process.env.MUTATION_AREA;
const area = areas[name];
if (!area) throw new Error(`MUTATION_AREA is none of ${Object.keys(areas).join(', ')}: ${name}`);

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
	testRunner: 'jest',
	jest: {
		projectType: 'custom',
		configFile: 'jest.config.js',
		enableFindRelatedTests: false,
	},
	mutate: area.mutate,
	coverageAnalysis: 'perTest',
	// Mutants of module-level constants would each run all tests, and take three quarters of the time.
	// Most are texts and tables, whose values unit tests compare anyway.
	ignoreStatic: true,
	concurrency: 2,
	// Jest leaks what each run has loaded: after some hundred runs a process holds gigabytes.
	maxTestRunnerReuse: 40,
	// A mutant counts as noticed when its tests take too long. On a busy machine that may be the
	// machine's doing: measure on a quiet one.
	timeoutMS: 4_000,
	timeoutFactor: 2,
	// Into a report of some files, Stryker would mix what was noticed in the others.
	incremental: process.env.MUTATION_OF !== 'files',
	incrementalFile: `reports/stryker-incremental-${name}.json`,
	reporters: ['clear-text', 'progress-append-only', 'json'],
	jsonReporter: { fileName: `reports/mutation-${name}.json` },
	clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
	thresholds: { high: 90, low: 80, break: area.bar ?? null },
	ignorePatterns: ['dist', 'reports', 'coverage'],
	tempDirName: '.stryker-tmp',
};
