import { sleep } from 'n8n-workflow';

/**
 * So many refused requests, whatever the trigger, are answered at once before the others have to
 * wait: each costs n8n about 30 ms before it reaches the node, so that those who send again once
 * they have their answer would leave no time for Zoom's events.
 */
const AT_ONCE = 5;
/** Those who wait are answered one by one, at this distance. */
const ANSWER_EVERY_MS = 50;
/** The distance while Zoom's events come, and for so long after the last one. */
const ANSWER_BESIDE_EVENTS_EVERY_MS = 200;
const BESIDE_EVENTS_MS = 5_000;
/** The first one waits for so long, so that n8n has time for what came together with it. */
const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 10_000;

/** An answer to come, and its latest time on performance.now(). */
interface Waiting {
	answer: () => void;
	latest: number;
}

/** The oldest first. */
const waiting: Waiting[] = [];

/** The turn of the last one, on performance.now(): in the past if it was answered at once. */
let lastTurn = -Infinity;
/** When the last event of Zoom's came, on performance.now(). */
let lastEvent = -Infinity;

/** Notes that an event of Zoom's has come, so that strangers leave n8n more time. */
export function noteEvent(): void {
	lastEvent = performance.now();
}

/** Answers a refused request: at once or, where there are many, in its turn within 10 seconds. */
export function answerInTurn(answer: () => void): void {
	const now = performance.now();
	const turn = Math.max(lastTurn + ANSWER_EVERY_MS, now - (AT_ONCE - 1) * ANSWER_EVERY_MS);
	if (waiting.length === 0 && turn <= now) {
		lastTurn = turn;
		answer();
		return;
	}
	waiting.push({ answer, latest: now + LONGEST_WAIT_MS });
	if (waiting.length === 1) void answerOneByOne();
}

async function answerOneByOne(): Promise<void> {
	let distanceMs = FIRST_WAIT_MS;
	while (waiting.length > 0) {
		await sleep(distanceMs);
		lastTurn = performance.now();
		const hasEvents = lastTurn - lastEvent < BESIDE_EVENTS_MS;
		distanceMs = hasEvents ? ANSWER_BESIDE_EVENTS_EVERY_MS : ANSWER_EVERY_MS;
		const nextTurn = lastTurn + distanceMs;
		const due = waiting.filter(({ latest }) => latest < nextTurn).length;
		for (const { answer } of waiting.splice(0, Math.max(1, due))) answer();
	}
}
