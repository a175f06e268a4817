import { atMost, nothingLost } from '../bounds';
import { ours } from '../contestants';
import { runProgram } from '../programs';
import type { Contestant, Scenario } from '../types';
import { latencyAround } from './realistic';

const RATE = 30;
const HALF = RATE / 2;
/** Longer than any run takes. */
const OTHERS_SECONDS = 120;

/** While the contestant runs, another app sends half of what the account may. */
const besideAnotherApp = ({ name, run }: Contestant): Contestant => ({
	name: `${name}, beside another app`,
	run: async (arena) => {
		const { accountId } = arena.app;
		const app = await arena.sandbox.addApp(accountId);
		const meetingId = await arena.sandbox.addMeeting(accountId, {
			topic: 'Of the other app',
			capacity: 20_000,
			settings: { approval_type: 0 },
		});
		const other = new AbortController();
		const count = HALF * OTHERS_SECONDS;
		const task = { kind: 'add', count, perSecond: HALF } as const;
		const running = runProgram('floor', { ...arena, app, meetingId }, task, other.signal);
		running.catch(() => undefined);
		try {
			return await run(arena);
		} finally {
			other.abort();
		}
	},
});

/** The account's limit is that of all its apps. */
export const otherApp: Scenario = {
	title: '300 registrations, Pro, https, around 500 ms; another app sends 15 requests a second',
	rows: 300,
	perSecond: HALF,
	https: true,
	sandbox: { plan: 'pro', ...latencyAround(500) },
	contestants: [
		besideAnotherApp(ours('Add, plan told', 'add', { plan: 'pro' })),
		besideAnotherApp(ours('Add, plan detected', 'add')),
	],
	bounds: (row) =>
		['told', 'detected'].flatMap((how) => {
			const one = row(`This node, Add, plan ${how}, beside another app`);
			const what = `300 adds beside an app that takes half of 30/s, plan ${how}`;
			return [
				atMost(`${what}: time over what the other half allows`, one.overBound ?? Infinity, 1.15),
				atMost(`${what}: lost and doubled`, one.lost + one.doubled, 0),
			];
		}),
};

/** … and of all its executions. */
export const twoExecutions: Scenario = {
	title: '600 registrations in two executions at once, Pro, https, around 500 ms',
	rows: 600,
	perSecond: RATE,
	https: true,
	sandbox: { plan: 'pro', ...latencyAround(500) },
	contestants: [ours('Add in two executions', 'add', { executions: () => 2 })],
	bounds: (row) => {
		const one = row('This node, Add in two executions');
		const what = '600 adds in two executions at once, at 30/s, plan detected';
		return [
			atMost(`${what}: time over rows/rate`, one.overBound ?? Infinity, 1.15),
			...nothingLost(what, one),
		];
	},
};
