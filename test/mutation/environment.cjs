const { TestEnvironment } = require('jest-environment-node');

/** fast-check takes a second to load: Stryker's processes load it once, not for each changed line. */
module.exports = class MutationEnvironment extends TestEnvironment {
	constructor(...args) {
		super(...args);
		this.global.fastCheck = require('fast-check');
	}
};
