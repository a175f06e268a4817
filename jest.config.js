/** @type {import('jest').Config} */
module.exports = {
	testEnvironment: 'node',
	roots: ['<rootDir>/test'],
	testMatch: ['**/*.test.ts'],
	// Twice what the slowest test takes on a machine that is busy with something else.
	testTimeout: 20_000,
	testPathIgnorePatterns: ['/node_modules/', '/test/e2e/', '/test/queue/', '/test/browser/'],
	transform: {
		'^.+\\.ts$': ['ts-jest', { tsconfig: 'test/tsconfig.json', diagnostics: false }],
	},
	setupFiles: ['<rootDir>/test/setup.ts'],
	collectCoverageFrom: ['nodes/**/*.ts', 'credentials/**/*.ts'],
	coverageReporters: ['text-summary', 'lcovonly'],
	coverageThreshold: { global: { lines: 95 } },
};
