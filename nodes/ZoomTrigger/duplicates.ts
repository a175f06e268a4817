import type { IDataObject } from 'n8n-workflow';

const KEYS_OF_AN_EVENT = 2;
/** Remembered in this process, for each trigger. */
const KEPT_HERE = 10_000 * KEYS_OF_AN_EVENT;
/** Remembered with the workflow, which n8n writes to its database at each event. */
const KEPT_STORED = 1_000 * KEYS_OF_AN_EVENT;
/** Whatever comes again after that time is refused for its age. */
const KEPT_MS = 2 * 24 * 3_600_000;

/** What came to a trigger: keys of events, the oldest first. */
interface Memory {
	started: Set<string>;
	/** Events that n8n has not started a workflow for yet, and perhaps will not. */
	starting: Set<string>;
	/** On the clock of `performance.now()`. */
	usedAt: number;
}

/** By trigger, the one without events for the longest time first. */
const memories = new Map<string, Memory>();

const storedIn = (stored: IDataObject) =>
	Array.isArray(stored.seen) ? stored.seen.map(String) : [];

/** A trigger's memory, which begins with what is stored; those of triggers that are no more end. */
function memoryOf(trigger: string, stored: IDataObject): Memory {
	const now = performance.now();
	const memory = memories.get(trigger) ?? {
		started: new Set(storedIn(stored)),
		starting: new Set(),
		usedAt: now,
	};
	memory.usedAt = now;
	memories.delete(trigger);
	memories.set(trigger, memory);
	for (const [other, { usedAt }] of memories) {
		if (now - usedAt <= KEPT_MS) break;
		memories.delete(other);
	}
	return memory;
}

function dropOldest(keys: Set<string>, most: number) {
	for (const oldest of keys) {
		if (keys.size <= most) return;
		keys.delete(oldest);
	}
}

/**
 * Whether an event is to start the workflow: it has not come before. From then on it is known, until
 * `remember` says that it did start, or `release` that it did not.
 *
 * @param trigger tells one trigger from others, in this process
 * @param keys of which one is enough to know the event by
 * @param stored the node's static data, which outlive a restart of n8n
 */
export function isNew(trigger: string, keys: readonly string[], stored: IDataObject): boolean {
	const { started, starting } = memoryOf(trigger, stored);
	const before = storedIn(stored);
	const isKnown = (key: string) => started.has(key) || starting.has(key) || before.includes(key);
	if (keys.some(isKnown)) return false;
	for (const key of keys) starting.add(key);
	return true;
}

/** Remembers an event that has started the workflow, here and in the static data. */
export function remember(trigger: string, keys: readonly string[], stored: IDataObject): void {
	const { started } = memoryOf(trigger, stored);
	release(trigger, keys);
	for (const key of keys) started.add(key);
	dropOldest(started, KEPT_HERE);
	store(trigger, stored);
}

/** Lets an event come again that has not started the workflow; does nothing to one that has. */
export function release(trigger: string, keys: readonly string[]): void {
	for (const key of keys) memories.get(trigger)?.starting.delete(key);
}

/**
 * Writes to the static data what this process remembers. Events that come at the same time each
 * begin with an older list, so all of it is written; what other processes wrote is kept with it.
 */
export function store(trigger: string, stored: IDataObject): void {
	const started = memories.get(trigger)?.started;
	if (!started) return;
	const all = new Set([...storedIn(stored), ...[...started].slice(-KEPT_STORED)]);
	dropOldest(all, KEPT_STORED);
	stored.seen = [...all];
}
