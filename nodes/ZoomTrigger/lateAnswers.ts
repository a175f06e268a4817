import { attempt } from 'lodash';
import { sleep } from 'n8n-workflow';

/**
 * Refused requests, whatever the trigger, are answered at once if they are so far apart. The others
 * are answered one by one, at this distance: each costs n8n about 30 ms before it reaches the node,
 * so those who send again once they have their answer would leave no time for Zoom's events.
 */
const ANSWER_EVERY_MS = 50;
/** The distance while Zoom's events come, and for so long after the last one. */
const ANSWER_BESIDE_EVENTS_EVERY_MS = 200;
const BESIDE_EVENTS_MS = 5_000;
/** The first one waits at least this long, so that n8n has time for what came together with it, */
const FIRST_WAIT_MS = 2_000;
/** and until nobody has been refused for this long: a slow n8n takes seconds to ask the node. */
const QUIET_MS = 500;
/** The most that the first one waits. */
const LONGEST_FIRST_WAIT_MS = 5_000;
/** The most that anyone waits. */
const LONGEST_WAIT_MS = 10_000;

/** An answer to come, and its latest time on performance.now(). */
interface Waiting {
	answer: () => void;
	latest: number;
}

/** The oldest first. */
const waiting: Waiting[] = [];

/** When somebody was last answered and last refused, on performance.now(). */
let lastAnswer = -Infinity;
let lastRefusal = -Infinity;
/** When the last event of Zoom's came, on performance.now(). */
let lastEvent = -Infinity;

/** Notes that an event of Zoom's has come, so that strangers leave n8n more time. */
export function noteEvent(): void {
	lastEvent = performance.now();
}

/** Answers a refused request: at once or, where there are many, in its turn within 10 seconds. */
export function answerInTurn(answer: () => void): void {
	lastRefusal = performance.now();
	if (waiting.length === 0 && lastRefusal - lastAnswer >= ANSWER_EVERY_MS) {
		lastAnswer = lastRefusal;
		answer();
		return;
	}
	waiting.push({ answer, latest: lastRefusal + LONGEST_WAIT_MS });
	if (waiting.length === 1) void answerOneByOne();
}

async function answerOneByOne(): Promise<void> {
	await firstTurn();
	let distanceMs = answerNext();
	while (waiting.length > 0) {
		await sleep(distanceMs);
		distanceMs = answerNext();
	}
}

/** Answers one, or all whose time ends before the next turn; returns the milliseconds until it. */
function answerNext(): number {
	lastAnswer = performance.now();
	const hasEvents = lastAnswer - lastEvent < BESIDE_EVENTS_MS;
	const distanceMs = hasEvents ? ANSWER_BESIDE_EVENTS_EVERY_MS : ANSWER_EVERY_MS;
	const due = waiting.filter(({ latest }) => latest < lastAnswer + distanceMs).length;
	// One that can't be given any more must not cost the others theirs.
	for (const { answer } of waiting.splice(0, Math.max(1, due))) attempt(answer);
	return distanceMs;
}

/** Waits until n8n, however slow, has had time for what came together with the first one. */
async function firstTurn(): Promise<void> {
	const capped = performance.now() + LONGEST_FIRST_WAIT_MS;
	let waitMs = FIRST_WAIT_MS;
	while (waitMs > 0) {
		await sleep(waitMs);
		waitMs = Math.min(lastRefusal + QUIET_MS, capped) - performance.now();
	}
}
