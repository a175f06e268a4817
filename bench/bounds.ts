import { unzip } from 'lodash';
import { percentile, rounded } from './statistics';
import type { Bound, Figures, Row } from './types';

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

/**
 * The median of what each round gave. The contestants of a round run one after another, so what slows
 * the machine for a minute slows all of them and leaves their ratio as it is.
 *
 * @param rows of contestants that run equally often
 * @param of what one round gave, from its runs in the order of the rows
 */
export function byRound(rows: readonly Row[], of: (...runs: Figures[]) => number): number {
	const rounds = unzip(rows.map(({ runs }) => [...runs]));
	return percentile(
		rounds.map((runs) => of(...runs)),
		0.5,
	);
}

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
