import { byRound, noisyRows } from '../../bench/bounds';
import type { Row } from '../../bench/types';

const row = (contestant: string, wallMs: number, spread: number): Row => ({
	scenario: 'pro500',
	contestant,
	wallMs,
	spread,
	ratio: 1,
	cpuMsPerRow: 1,
	rssMb: 1,
	calls: 600,
	tokenCalls: 1,
	tooMany: 0,
	lost: 0,
	doubled: 0,
	runs: [],
});

describe('noisyRows', () => {
	it('are those of bare pools whose runs differ by more than a tenth', () => {
		const quiet = row('undici pool of 5', 10_000, 0.1);
		const noisy = row('undici pool, 30 a second', 20_000, 0.11);
		expect(noisyRows([quiet, noisy])).toEqual([noisy]);
	});

	it('says nothing by runs that are too short, nor by other contestants', () => {
		const short = row('undici pool of 200', 180, 0.5);
		const ours = row('This node, Add, plan told', 20_000, 0.5);
		expect(noisyRows([short, ours])).toEqual([]);
	});
});

describe('byRound', () => {
	const withRuns = (...cpu: number[]): Row => {
		const one = row('Zoom Trigger', 1_000, 0);
		return { ...one, runs: cpu.map((cpuMsPerRow) => ({ ...one, cpuMsPerRow })) };
	};
	const ratioOf = (...rows: Row[]) =>
		byRound(rows, (theirs, ours) => ours.cpuMsPerRow / theirs.cpuMsPerRow);

	it('is the median of the rounds, not the ratio of two medians', () => {
		// The machine was half as fast in the third round.
		expect(ratioOf(withRuns(10, 12, 20), withRuns(9, 9, 16))).toBe(0.8);
		expect(ratioOf(withRuns(10, 10, 10), withRuns(9, 12, 8))).toBe(0.9);
	});

	it('is that of one round where there is one', () => {
		expect(ratioOf(withRuns(10), withRuns(5))).toBe(0.5);
	});
});
