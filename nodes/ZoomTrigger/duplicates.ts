import { createHash } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';
import type { ZoomEvent } from './event';

/** Remembered in this process, for each trigger. */
const KEPT_HERE = 10_000;
/** Remembered with the workflow, which n8n writes to its database at each event. */
const KEPT_STORED = 1_000;

const seenHere = new Map<string, Set<string>>();

/** JSON with keys in order: Zoom does not always write them in the same one. */
function inOrder(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(inOrder);
	if (typeof value !== 'object' || value === null) return value;
	const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
	return entries.map(([key, one]) => [key, inOrder(one)]);
}

/** The same for each delivery of one event: Zoom sends again what was not answered in time. */
export function fingerprintOf(event: ZoomEvent): string {
	const text = JSON.stringify(inOrder({ ...event, download_token: undefined }));
	return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}

function dropOldest(seen: Set<string>, most: number) {
	for (const oldest of seen) {
		if (seen.size <= most) return;
		seen.delete(oldest);
	}
}

/**
 * Whether an event has come before; remembers it if it has not.
 *
 * @param trigger tells one trigger from others, in this process
 * @param stored the node's static data, which outlive a restart of n8n
 */
export function isDuplicate(trigger: string, event: ZoomEvent, stored: IDataObject): boolean {
	const before = Array.isArray(stored.seen) ? stored.seen.map(String) : [];
	const here = seenHere.get(trigger) ?? new Set(before);
	seenHere.set(trigger, here);
	const fingerprint = fingerprintOf(event);
	if (here.has(fingerprint) || before.includes(fingerprint)) return true;
	here.add(fingerprint);
	dropOldest(here, KEPT_HERE);
	// Events that come at the same time each start from an older list, so all of this process is
	// written; what other processes wrote is kept with it.
	const all = new Set([...before, ...[...here].slice(-KEPT_STORED)]);
	dropOldest(all, KEPT_STORED);
	stored.seen = [...all];
	return false;
}
