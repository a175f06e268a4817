import { zip } from 'lodash';
import type { Bound, Figures, Row } from './types';

/** To three places. */
export const rounded = (value: number) => Math.round(value * 1000) / 1000;

/** What so large a share of the values does not exceed, 0.5 being the median. */
export function percentile(values: readonly number[], share: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	return rounded(sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0);
}

/**
 * How contestants compare: the median of what `compare` makes of each round that all of them ran in.
 * What disturbs the machine for a minute disturbs a round's contestants alike, so rounds differ less
 * than the contestants' own medians.
 */
export function byRound(rows: readonly Row[], compare: (...runs: Figures[]) => number): number {
	const length = Math.min(...rows.map(({ runs }) => runs.length));
	const rounds = zip(...rows.map(({ runs }) => runs.slice(0, length))) as Figures[][];
	return percentile(
		rounds.map((runs) => compare(...runs)),
		0.5,
	);
}

/** The CPU time of a contestant's row over that of another's. */
export const cpuOver = (one: Row, other: Row) =>
	byRound([one, other], (own, others) => own.cpuMsPerRow / others.cpuMsPerRow);

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
