import { sleep } from 'n8n-workflow';
import type { IDataObject } from 'n8n-workflow';
import { dropOldest } from './bounded';

const KEYS_OF_AN_EVENT = 2;
/** Remembered in this process, for each trigger. */
const KEPT_HERE = 10_000 * KEYS_OF_AN_EVENT;
/** Remembered with the workflow, in n8n's database. */
const KEPT_STORED = 1_000 * KEYS_OF_AN_EVENT;
/**
 * While other events are on their way, a write to the database serves all that come so close. n8n
 * answers an event only after its write, so hardly any should write.
 */
const WRITE_EVERY_MS = 10_000;
/** Events that come together begin with the texts of a few writes. */
const KNOWN_TEXTS = 3;
/** Whatever comes again after that time is refused for its age. */
const KEPT_MS = 2 * 24 * 3_600_000;
/** n8n has put a new version in the place of the old one by then. */
const LEAVING_MS = 60_000;
/** Of the others, what is stored tells enough. */
const MOST_TRIGGERS = 500;

/** What came to a trigger: keys of events, the oldest first. */
interface Memory {
	started: Set<string>;
	/** The last ones of `started`, which are stored. */
	recent: string[];
	/** Events that n8n has not started a workflow for yet, and perhaps will not. */
	starting: Set<string>;
	/** What was read or written last, the newest first: all of it is in `started`. */
	known: ReadonlyArray<IDataObject[string]>;
	/** On the clock of `performance.now()`. */
	writtenAt: number;
	/** On the clock of `performance.now()`. */
	usedAt: number;
	/** n8n has taken its webhook away, and nothing has used the memory since. */
	isLeaving: boolean;
}

/** By trigger, the one without events for the longest time first. */
const memories = new Map<string, Memory>();

function add({ started, recent }: Memory, keys: readonly string[]) {
	for (const key of keys) {
		if (started.has(key)) continue;
		started.add(key);
		recent.push(key);
	}
	recent.splice(0, recent.length - KEPT_STORED);
	dropOldest(started, KEPT_HERE);
}

/** Adds what came before a restart and what other processes took. */
function read(memory: Memory, { seen }: IDataObject) {
	if (memory.known.includes(seen)) return;
	// Version 0.1.0 stored a list, of other keys.
	if (typeof seen === 'string') add(memory, seen.split(' '));
	note(memory, seen);
}

function note(memory: Memory, text: IDataObject[string]) {
	memory.known = [text, ...memory.known].slice(0, KNOWN_TEXTS);
}

/** Writes one text: n8n loads, copies and saves it for each event, a list of keys much slower. */
function write(memory: Memory, stored: IDataObject) {
	if (memory.recent.length === 0) return;
	const text = memory.recent.join(' ');
	stored.seen = text;
	note(memory, text);
	memory.writtenAt = performance.now();
}

/** A trigger's memory, which begins with what is stored; those of triggers that are no more end. */
function memoryOf(trigger: string, stored: IDataObject): Memory {
	const now = performance.now();
	const memory = memories.get(trigger) ?? {
		started: new Set(),
		recent: [],
		starting: new Set(),
		known: [],
		writtenAt: -Infinity,
		usedAt: now,
		isLeaving: false,
	};
	read(memory, stored);
	memory.usedAt = now;
	memory.isLeaving = false;
	memories.delete(trigger);
	memories.set(trigger, memory);
	for (const [other, { usedAt }] of memories) {
		if (now - usedAt <= KEPT_MS) break;
		memories.delete(other);
	}
	dropOldest(memories, MOST_TRIGGERS);
	return memory;
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
	if (keys.some((key) => started.has(key) || starting.has(key))) return false;
	for (const key of keys) starting.add(key);
	return true;
}

/**
 * Remembers an event that has started the workflow, here and in the static data. Events that come at
 * the same time each begin with an older list, so all that this process knows is written: by the last
 * of them, and every 10 seconds while there is no last one. The answer to an event, which was
 * remembered when it started, changes nothing.
 */
export function remember(trigger: string, keys: readonly string[], stored: IDataObject): void {
	const memory = memoryOf(trigger, stored);
	release(trigger, keys);
	if (keys.every((key) => memory.started.has(key))) return;
	add(memory, keys);
	const isLast = memory.starting.size === 0;
	if (isLast || performance.now() - memory.writtenAt >= WRITE_EVERY_MS) write(memory, stored);
}

/** Lets an event come again that has not started the workflow; does nothing to one that has. */
export function release(trigger: string, keys: readonly string[]): void {
	for (const key of keys) memories.get(trigger)?.starting.delete(key);
}

/** Writes to the static data what this process remembers, if it remembers anything. */
export function store(trigger: string, stored: IDataObject): void {
	if (memories.has(trigger)) write(memoryOf(trigger, stored), stored);
}

/**
 * Ends the memory of a trigger that n8n no longer listens for: in a minute, unless something uses it
 * until then. n8n takes the webhook away for each version that another one replaces, too, and events
 * may be on their way that were taken before.
 */
export function forget(trigger: string): void {
	const memory = memories.get(trigger);
	if (!memory) return;
	memory.isLeaving = true;
	void sleep(LEAVING_MS).then(() => {
		const isUsed = !memory.isLeaving || memory.starting.size > 0;
		if (!isUsed && memories.get(trigger) === memory) memories.delete(trigger);
	});
}
