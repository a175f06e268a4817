import { atMost } from '../bounds';
import {
	HAND_MADE_A,
	HAND_MADE_B,
	n8nAlone,
	once,
	ours,
	pool,
	registering,
	rivet,
} from '../contestants';
import type { Scenario } from '../types';

const AT_FIVE = 'This node, Add, 5 at a time';
const AT_TWENTY = 'This node, Add, 20 at a time';
const BY_DEFAULT = 'This node, Add, by default';

const pool20 = pool({ kind: 'add', concurrency: 20 });

/** As fast as it goes. */
export const unlimited: Scenario = {
	title: '1,000 registrations, no limit, 50 ms latency',
	rows: 1000,
	contestants: [
		pool({ kind: 'add', concurrency: 5 }),
		ours('Add, 5 at a time', 'add', { parameters: registering(5) }),
		pool20,
		{
			...ours('Add, 20 at a time', 'add', { parameters: registering(20) }),
			floor: pool20.name,
		},
		{ ...ours('Add, by default', 'add'), floor: pool20.name },
		ours('Add Many', 'addMany'),
		n8nAlone(),
		once(rivet('add', 5)),
		once(HAND_MADE_A),
		HAND_MADE_B,
	],
	bounds: (row) => [
		atMost('1,000 adds without a limit, 5 at a time, over a pool of 5', row(AT_FIVE).ratio, 1.15),
		atMost(
			'… by default, over this node at 20 at a time',
			row(BY_DEFAULT).wallMs / row(AT_TWENTY).wallMs,
			1,
		),
		atMost(
			'… CPU per row over that of hand-made B, each as fast as it goes',
			row(BY_DEFAULT).cpuMsPerRow / row(HAND_MADE_B.name).cpuMsPerRow,
			1,
		),
	],
};
