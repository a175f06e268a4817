// Every kind of test is a project here; package.json's scripts choose among them (scripts/test.mjs).

/** @type {import('jest').Config} */
const common = {
	testEnvironment: 'node',
	roots: ['<rootDir>/test'],
	transform: {
		'^.+\\.ts$': ['ts-jest', { tsconfig: 'test/tsconfig.json', diagnostics: false }],
	},
};

/** Needs no n8n server. */
const quick = (displayName, ...folders) => ({
	...common,
	displayName,
	testMatch: folders.map((folder) => `<rootDir>/test/${folder}/**/*.test.ts`),
	setupFiles: ['<rootDir>/test/setup.ts'],
});

/** On real n8n, which is installed before the first test. */
const onRealN8n = (displayName, more) => ({
	...common,
	displayName,
	testMatch: [`<rootDir>/test/${displayName}/**/*.${displayName}.test.ts`],
	globalSetup: `<rootDir>/test/${displayName}/global-setup.mjs`,
	setupFilesAfterEnv: [`<rootDir>/test/${displayName}/timeout.ts`],
	...more,
});

/** "npm test" as a whole: the tests of unit and engine, most of them in a few files. */
const together = {
	...quick('together'),
	testMatch: ['<rootDir>/test/together/{quick,engine}.ts', '<rootDir>/test/**/alone/*.test.ts'],
};

/** What Stryker runs for each changed line of the area in MUTATION_AREA. */
const mutation = {
	...quick('mutation'),
	testMatch: ['<rootDir>/test/mutation/all.ts'],
	// Stryker wraps it, and knows no <rootDir>.
	testEnvironment: require.resolve('./test/mutation/environment.cjs'),
	moduleNameMapper: {
		'^fast-check$': '<rootDir>/test/mutation/fastCheck.cjs',
		// Made by scripts/bundleWorkflow.mjs.
		'^n8n-workflow$': '<rootDir>/node_modules/.cache/n8n-nodes-zoom/n8n-workflow.cjs',
	},
};

/** @type {import('jest').Config} */
const all = {
	projects: [
		quick('unit', 'unit', 'property', 'contract', 'completeness'),
		quick('engine', 'engine'),
		quick('package', 'package'),
		quick('faults', 'faults'),
		together,
		onRealN8n('e2e', { globalTeardown: '<rootDir>/test/e2e/global-teardown.mjs' }),
		onRealN8n('queue'),
		onRealN8n('download'),
		onRealN8n('browser', { setupFilesAfterEnv: ['<rootDir>/test/e2e/timeout.ts'] }),
		mutation,
	],
	// Only stops what hangs: no test may depend on how fast the machine is.
	testTimeout: 60_000,
	testSequencer: '<rootDir>/test/longFirst.cjs',
	// Jest leaves one core alone otherwise: half of a machine with two.
	maxWorkers: '100%',
	collectCoverageFrom: ['nodes/**/*.ts', 'credentials/**/*.ts'],
	coverageReporters: ['text-summary', 'lcovonly'],
	coverageThreshold: { global: { lines: 95 } },
};

// Stryker takes one project, not a list of them.
module.exports = process.env.MUTATION_AREA ? { ...mutation, testTimeout: all.testTimeout } : all;
