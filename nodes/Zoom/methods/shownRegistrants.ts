import type { ILoadOptionsFunctions, INodeListSearchItems } from 'n8n-workflow';
import { readSettings } from '../../../credentials/token/settings';
import { readRegistrants } from '../actions/common/registrantList';
import type { EventKind } from '../api/eventKinds';
import { openZoom } from '../transport/client';
import { CREDENTIAL } from '../transport/runState';
import { readCurrentEvent } from './currentEvent';

type Entries = INodeListSearchItems[];

/** For so long somebody who types searches what the list showed before, instead of Zoom. */
const SHOWN_FOR_MS = 60_000;
const MOST_SHOWN = 20;

/** What was shown last, by app and event, the oldest first; `at` is of the monotonic clock. */
const shown = new Map<string, { entries: Promise<Entries>; at: number }>();

/**
 * The registrants of the event that is chosen in the panel, as the list shows them.
 *
 * @param typing whether those that were just shown will do: n8n asks at each key
 * @throws UserError where no event is chosen; NodeApiError where Zoom refuses
 */
export async function listShownRegistrants(
	context: ILoadOptionsFunctions,
	kind: EventKind,
	typing: boolean,
): Promise<Entries> {
	const eventId = readCurrentEvent(context, kind);
	// Asks n8n for the credential each time, so that nobody sees what theirs does not show.
	const { fingerprint } = readSettings(await context.getCredentials(CREDENTIAL));
	const key = JSON.stringify([fingerprint, kind.name, eventId]);
	forgetOld();
	const before = typing ? shown.get(key) : undefined;
	const { entries } = before ?? remember(key, readEntries(context, kind, eventId));
	return await entries;
}

function remember(key: string, entries: Promise<Entries>) {
	const now = { entries, at: performance.now() };
	shown.delete(key);
	shown.set(key, now);
	forgetOld();
	entries.catch(() => {
		if (shown.get(key) === now) shown.delete(key);
	});
	return now;
}

function forgetOld() {
	const tooOld = performance.now() - SHOWN_FOR_MS;
	for (const [key, { at }] of shown) {
		if (at <= tooOld || shown.size > MOST_SHOWN) shown.delete(key);
	}
}

async function readEntries(
	context: ILoadOptionsFunctions,
	kind: EventKind,
	eventId: string,
): Promise<Entries> {
	const registrants = await readRegistrants(openZoom(context), kind, eventId, {});
	return registrants.map(({ first_name: first = '', last_name: last = '', email, status, id }) => ({
		name: `${`${first} ${last}`.trim()} · ${email} (${status})`,
		value: String(id),
	}));
}
