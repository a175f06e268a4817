/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs on a developer's machine, never inside n8n */
import { turn } from '../../nodes/Zoom/transport/turn';

it.each([1, 5, 20])('lets the event loop go round each time: %i times', async (times) => {
	let rounds = 0;
	let next = setImmediate(round);
	function round() {
		rounds++;
		next = setImmediate(round);
	}
	// The first may be over in the round that has begun.
	for (let time = 0; time <= times; time++) await turn();
	clearImmediate(next);
	expect(rounds).toBeGreaterThanOrEqual(times);
});
