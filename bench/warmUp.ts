import { union } from 'lodash';
import { HAND_MADE_B, HAND_MADE_C, once, ours } from './contestants';
import { measure } from './measure';
import { events, refused } from './scenarios/events';
import type { Bench, Scenario } from './types';

/** The first run of anything is slower: n8n loads and compiles what it needs. */
export async function warmUp(bench: Bench): Promise<void> {
	const quietly = { ...bench, log: () => undefined };
	const adding: Scenario = {
		title: 'Warm-up',
		rows: 1000,
		rounds: 1,
		https: true,
		contestants: [ours('Add', 'add'), HAND_MADE_B],
	};
	await measure('warm-up', adding, quietly);
	await measure('warm-up', { ...adding, rows: 10, contestants: [HAND_MADE_C] }, quietly);
	const contestants = union(events.contestants, refused.contestants).map(once);
	await measure('warm-up', { ...events, rows: 50, contestants }, quietly);
}
