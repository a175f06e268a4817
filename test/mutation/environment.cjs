const { TestEnvironment } = require('jest-environment-node');

/** What makes thousands of runs of the same tests quick. */
module.exports = class MutationEnvironment extends TestEnvironment {
	#hasFailed = false;

	constructor(...args) {
		super(...args);
		// It takes a second to load: Stryker's processes load it once, not for each changed line.
		this.global.fastCheck = require('fast-check');
	}

	/** One failure is enough to notice a change: jest's own `bail` only leaves out other files. */
	handleTestEvent(event) {
		if (event.name === 'test_fn_failure') this.#hasFailed = true;
		if (event.name === 'test_start' && this.#hasFailed) event.test.mode = 'skip';
	}
};
