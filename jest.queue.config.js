// Tests on n8n's queue mode: npm run test:queue
const e2e = require('./jest.e2e.config.js');

/** @type {import('jest').Config} */
module.exports = {
	...e2e,
	testMatch: ['<rootDir>/test/queue/**/*.queue.test.ts'],
	globalSetup: '<rootDir>/test/queue/global-setup.mjs',
	testTimeout: 240_000,
};
