/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs on a developer's machine, never inside n8n */
/**
 * A clock that goes on by a millisecond whenever somebody looks at it, as if the work between had
 * taken that long.
 *
 * @returns how often other work of the process has had its turn since; counts no further
 */
export function slowClock(): { turns: () => number } {
	let now = 0;
	let turns = 0;
	jest.spyOn(performance, 'now').mockImplementation(() => now++);
	let next = setImmediate(otherWork);
	function otherWork() {
		turns++;
		next = setImmediate(otherWork);
	}
	return {
		turns: () => {
			clearImmediate(next);
			return turns;
		},
	};
}
