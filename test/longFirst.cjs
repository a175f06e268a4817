const Sequencer = require('@jest/test-sequencer').default;

/** On a fresh clone jest starts the largest files first, which are not those that take longest. */
const isLong = ({ path }) => /[\\/](hostile(Meetings|Webinars)|everyFault|engine\.ts)/.test(path);

module.exports = class LongFirst extends Sequencer {
	sort(tests) {
		const others = tests.filter((test) => !isLong(test));
		return [...tests.filter(isLong), ...super.sort(others)];
	}
};
