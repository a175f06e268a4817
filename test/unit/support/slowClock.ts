/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs on a developer's machine, never inside n8n */
/**
 * A clock that goes on by a millisecond whenever somebody looks at it, as if the work between had
 * taken that long.
 *
 * @returns how often other work of the process has had its turn since
 */
export function slowClock(): { turns: () => number } {
	let now = 0;
	let turns = 0;
	jest.spyOn(performance, 'now').mockImplementation(() => now++);
	const setTimer = globalThis.setTimeout;
	jest.spyOn(globalThis, 'setTimeout').mockImplementation(((work: () => void, ms?: number) => {
		turns++;
		return setTimer(work, ms);
	}) as typeof setTimeout);
	return { turns: () => turns };
}
