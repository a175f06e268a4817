import { sleep } from 'n8n-workflow';
import { dropOldest } from './bounded';

/** For each trigger: whoever floods one must neither flood n8n's log nor hide what others tell. */
const LINES = 10;
const PERIOD_MS = 10_000;
const MOST_TRIGGERS = 1_000;

/**
 * Strangers are answered 20 times a second at most, whatever the trigger: each request costs n8n
 * about 30 ms before it reaches the node, so that those who send again once they have their answer
 * would leave no time for Zoom's events.
 */
const ANSWER_EVERY_MS = 50;
/** So many are answered at once before the others have to wait. */
const AT_ONCE = 5;
const LONGEST_WAIT_MS = 10_000;

/** The turn of the last one, on the monotonic clock: in the past if it was answered at once. */
let lastTurn = 0;

/** How many requests each trigger has refused in the last seconds. */
const refused = new Map<string, { count: number }>();

/**
 * Tells why a request is refused: ten lines in ten seconds, then how many more there were.
 *
 * @param trigger tells one trigger from others, in this process
 * @param write writes a line to n8n's log
 */
export function tellRefusal(trigger: string, write: (text: string) => void, reason: string): void {
	const period = refused.get(trigger) ?? begin(trigger, write);
	period.count++;
	if (period.count <= LINES) write(`refused a request: ${reason}`);
}

/**
 * Takes the next turn to answer a refused request.
 *
 * @returns the milliseconds until it, 0 unless there are many
 */
export function waitOfRefusal(): number {
	const now = performance.now();
	const turn = Math.max(lastTurn + ANSWER_EVERY_MS, now - (AT_ONCE - 1) * ANSWER_EVERY_MS);
	lastTurn = Math.min(turn, now + LONGEST_WAIT_MS);
	return Math.max(0, lastTurn - now);
}

function begin(trigger: string, write: (text: string) => void) {
	const period = { count: 0 };
	refused.set(trigger, period);
	dropOldest(refused, MOST_TRIGGERS);
	void sleep(PERIOD_MS).then(() => {
		if (refused.get(trigger) === period) refused.delete(trigger);
		if (period.count > LINES) write(`refused ${period.count - LINES} more requests`);
	});
	return period;
}
