import { detailsOf } from '../../transport/errors';
import { isScopeMissing } from '../../transport/retry';
import type { ListRun } from '../types';

/** Zoom takes at most this many people in one call. */
export const MOST_TOGETHER = 30;

/** Splits rows into those that can share a call: the same group, at most 30. */
export function intoCalls<T>(rows: readonly T[], groupOf: (row: T) => string): T[][] {
	const open = new Map<string, T[]>();
	const calls: T[][] = [];
	for (const row of rows) {
		const group = groupOf(row);
		const call = open.get(group);
		if (call && call.length < MOST_TOGETHER) {
			call.push(row);
		} else {
			const next = [row];
			open.set(group, next);
			calls.push(next);
		}
	}
	return calls;
}

/** Zoom takes 3 adds a day for one person and meeting; only somebody registered can exceed them. */
export function isPersonsDailyLimit(error: unknown): boolean {
	const details = detailsOf(error);
	return details?.httpCode === 429 && /for the registrant/i.test(details.zoomMessage ?? '');
}

/** Zoom's refusals that hold for every row of a call: trying them one by one would change nothing. */
const ABOUT_ALL_CODES = [124, 200, 303, 404, 1001, 1010, 2300, 3000, 3001, 3038, 3161, 4700];

function isAboutAll(error: unknown): boolean {
	const details = detailsOf(error);
	// No details: the request was not sent, or sign-in failed. No code: the answer got lost.
	if (!details?.code || details.unknown) return true;
	// A limit of the account's, not of one person.
	if (details.httpCode === 429 && !isPersonsDailyLimit(error)) return true;
	return ABOUT_ALL_CODES.includes(details.code) || isScopeMissing(details.zoomMessage ?? '');
}

/**
 * Sends rows in one call. Where Zoom refuses the call because of some row, each goes out alone, so
 * that the others still go through. Halving the call until the row is found would take fewer calls
 * but count more often against Zoom's limit of 3 adds a day for each person in it.
 *
 * @param send sends the rows and settles each of them
 * @param refuse settles a row that Zoom refuses
 * @param sendAlone sends one row and settles it, refused or not
 */
export async function sendTogether<T>(
	run: ListRun,
	rows: readonly T[],
	{
		send,
		refuse,
		sendAlone,
	}: {
		send: (rows: readonly T[]) => Promise<void>;
		refuse: (row: T, error: unknown) => void;
		sendAlone: (row: T) => Promise<void>;
	},
): Promise<void> {
	let refused: unknown;
	await run.limit(async () => {
		if (run.stopped()) return;
		await send(rows).catch((error: unknown) => {
			refused = error;
		});
	});
	if (refused === undefined) return;
	if (rows.length === 1 || isAboutAll(refused)) {
		for (const row of rows) refuse(row, refused);
	} else {
		await Promise.all(rows.map(sendAlone));
	}
}
