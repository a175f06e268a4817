import type { Bound, Row } from './types';

/** To three places. */
export const rounded = (value: number) => Math.round(value * 1000) / 1000;

export const atMost = (text: string, value: number, most: number): Bound => ({
	text,
	value: rounded(value),
	bound: `at most ${most}`,
	holds: value <= most,
});

export const atLeast = (text: string, value: number, least: number): Bound => ({
	text,
	value: rounded(value),
	bound: `at least ${least}`,
	holds: value >= least,
});

/** Refused requests, and that nobody is lost or registered twice. */
export const nothingLost = (what: string, { tooMany, calls, lost, doubled }: Row): Bound[] => [
	atMost(`${what}: 429s over calls`, tooMany / calls, 0.005),
	atMost(`${what}: lost and doubled`, lost + doubled, 0),
];

/** How much the bare pool's own runs may differ. */
const MOST_SPREAD = 0.1;
/** What is shorter than this is mostly the start of a process. */
const TELLING_MS = 2_000;

/** Bare pools whose runs differ too much for figures of that machine to mean anything. */
export function noisyRows(rows: readonly Row[]): Row[] {
	return rows.filter(
		({ contestant, wallMs, spread }) =>
			contestant.startsWith('undici') && wallMs >= TELLING_MS && spread > MOST_SPREAD,
	);
}
