// End-to-end tests on real n8n: npm run test:e2e
const unit = require('./jest.config.js');

/** @type {import('jest').Config} */
module.exports = {
	testEnvironment: unit.testEnvironment,
	transform: unit.transform,
	testMatch: ['<rootDir>/test/e2e/**/*.e2e.test.ts'],
	globalSetup: '<rootDir>/test/e2e/global-setup.mjs',
	// One n8n at a time, and a start takes about 10 seconds.
	maxWorkers: 1,
	testTimeout: 60_000,
};
