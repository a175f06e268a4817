/**
 * The tests of mapping/ and transport/ in one file: Stryker runs them for each of 1,600 changed
 * lines, and each test file of its own would load n8n-workflow anew.
 */
const MODULES = [
	'body',
	'client',
	'clientRetries',
	'errors',
	'form',
	'hints',
	'path',
	'questions',
	'recurrence',
	'references',
	'retry',
	'time',
	'values',
];

// eslint-disable-next-line @typescript-eslint/no-require-imports -- a describe keeps hooks apart
describe.each(MODULES)('%s', (name) => void require(`../unit/${name}.test`));
