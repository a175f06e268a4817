// What Stryker runs for each changed line: npm run test:mutation
const unit = require('./jest.config.js');

/** @type {import('jest').Config} */
module.exports = { ...unit, testMatch: ['<rootDir>/test/mutation/all.ts'] };
