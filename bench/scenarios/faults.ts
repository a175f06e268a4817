import { atMost } from '../bounds';
import {
	HAND_MADE_A,
	HAND_MADE_B,
	bodiesOf,
	n8nAlone,
	newPath,
	once,
	ours,
	pool,
	registering,
	rivet,
} from '../contestants';
import type { Scenario } from '../types';
import { handMadeA } from '../workflows/handMade';

const COLD = 'This node, Add';

/** Everybody needs a token at the same moment. */
export const cold: Scenario = {
	title: '200 form posts at once, nothing cached, 50 ms latency',
	rows: 200,
	contestants: [
		pool({ kind: 'add', concurrency: 200 }),
		ours('Add', 'add', { executions: ({ count }) => count }),
		n8nAlone(({ count }) => count),
		once({
			name: 'Hand-made B, token once for each post',
			run: async (arena) => {
				const path = newPath();
				await arena.n8n.publish(handMadeA(path, arena));
				return await arena.n8n.run(path, bodiesOf(arena, arena.count));
			},
		}),
		once(rivet('add', 200)),
	],
	bounds: (row) => [
		atMost('200 cold form posts, token requests', row(COLD).tokenCalls, 1),
		atMost('… lost and doubled', row(COLD).lost + row(COLD).doubled, 0),
	],
};

const AT_FIVE = 'This node, Add, 5 at a time';
const on = 'POST /meetings/{meetingId}/registrants';

/** Zoom refuses a token that has not run out. */
export const killed: Scenario = {
	title: '300 registrations, the token is killed after 150, 50 ms latency',
	rows: 300,
	sandbox: { faults: [{ kind: 'tokenKilled', on, after: 150, times: 1 }] },
	contestants: [
		pool({ kind: 'add', concurrency: 5 }),
		ours('Add, 5 at a time', 'add', { parameters: registering(5) }),
		once(rivet('add', 5)),
		once(HAND_MADE_A),
		once(HAND_MADE_B),
	],
	bounds: (row) => [
		atMost(
			'Token killed in mid-run, lost and doubled',
			row(AT_FIVE).lost + row(AT_FIVE).doubled,
			0,
		),
	],
};
