import { atLeast, atMost, nothingLost } from '../bounds';
import {
	HAND_MADE_A,
	HAND_MADE_B,
	HAND_MADE_C,
	once,
	ours,
	pacedPool,
	rivet,
} from '../contestants';
import type { Bound, Row, Scenario } from '../types';

const ADD_TOLD = 'This node, Add, plan told';
const ADD_DETECTED = 'This node, Add, plan detected';
const ADD_MANY = 'This node, Add Many, plan told';

const nearTheLimit = (what: string, row: (contestant: string) => Row): Bound[] =>
	[ADD_TOLD, ADD_DETECTED].flatMap((name) => {
		const how = `${what}, ${name.replace(/.*, /, '')}`;
		return [
			atMost(`${how}: time over rows/rate`, row(name).overBound ?? Infinity, 1.05),
			...nothingLost(how, row(name)),
		];
	});

/** Answers come fast, so that only the rate counts. */
export const pro: Scenario = {
	title: "600 registrations at Pro's 30 requests a second, 50 ms latency",
	rows: 600,
	perSecond: 30,
	sandbox: { plan: 'pro' },
	contestants: [
		pacedPool('add', 30),
		ours('Add, plan told', 'add', { plan: 'pro' }),
		ours('Add, plan detected', 'add'),
		ours('Add Many, plan told', 'addMany', { plan: 'pro' }),
		once(rivet('add', 5)),
		once(HAND_MADE_A),
		once(HAND_MADE_B),
		once(HAND_MADE_C),
	],
	bounds: (row) => [
		...nearTheLimit('600 adds at 30/s, 50 ms', row),
		atLeast(
			'Add Many, times faster than hand-made C',
			row(HAND_MADE_C.name).wallMs / row(ADD_MANY).wallMs,
			15,
		),
	],
};

export const business: Scenario = {
	title: "1,600 registrations at Business's 80 requests a second, 50 ms latency",
	rows: 1600,
	perSecond: 80,
	sandbox: { plan: 'business' },
	contestants: [
		once(pacedPool('add', 80)),
		ours('Add, plan told', 'add', { plan: 'business' }),
		ours('Add, plan detected', 'add'),
	],
	bounds: (row) => nearTheLimit('1,600 adds at 80/s, 50 ms', row),
};
