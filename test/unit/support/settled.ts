import { turn } from '../../../nodes/Zoom/transport/turn';

/** More turns of the event loop than any call takes between two of its waits. */
const MOST_TURNS = 1_000;

/** With jest's fake timers: lets all waits pass and gives what came of the call. */
export async function settled<T>(promise: Promise<T>): Promise<T> {
	let isSettled = false;
	const ended = () => void (isSettled = true);
	promise.then(ended, ended);
	for (let turns = 0; !isSettled && turns < MOST_TURNS; turns++) {
		await jest.runAllTimersAsync();
		await turn();
	}
	return await promise;
}
