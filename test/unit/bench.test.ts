import { byRound, cpuOver, noisyRows } from '../../bench/bounds';
import type { Figures, Row } from '../../bench/types';

const figures: Figures = {
	wallMs: 1,
	cpuMsPerRow: 1,
	rssMb: 1,
	calls: 600,
	tokenCalls: 1,
	tooMany: 0,
	lost: 0,
	doubled: 0,
};
const row = (contestant: string, fields: Partial<Row>): Row => ({
	scenario: 'pro500',
	contestant,
	ratio: 1,
	spread: 0,
	runs: [],
	...figures,
	...fields,
});

describe('noisyRows', () => {
	it('are those of bare pools whose runs differ by more than a tenth', () => {
		const quiet = row('undici pool of 5', { wallMs: 10_000, spread: 0.1 });
		const noisy = row('undici pool, 30 a second', { wallMs: 20_000, spread: 0.11 });
		expect(noisyRows([quiet, noisy])).toEqual([noisy]);
	});

	it('says nothing by runs that are too short, nor by other contestants', () => {
		const short = row('undici pool of 200', { wallMs: 180, spread: 0.5 });
		const ours = row('This node, Add, plan told', { wallMs: 20_000, spread: 0.5 });
		expect(noisyRows([short, ours])).toEqual([]);
	});
});

describe('the CPU of contestants', () => {
	const ran = (...cpu: number[]) =>
		row('one', { runs: cpu.map((cpuMsPerRow) => ({ ...figures, cpuMsPerRow })) });

	it.each([
		// A round in which the machine was slow counts once, whoever met it.
		{ own: [30, 45, 31], others: [40, 60, 40], over: 0.75 },
		{ own: [30, 45, 31], others: [60, 40, 40], over: 0.775 },
		{ own: [2, 1, 9, 4, 3], others: [1, 1, 1, 1, 1], over: 3 },
		{ own: [5], others: [4], over: 1.25 },
	])('is compared round by round: $own over $others', ({ own, others, over }) => {
		expect(cpuOver(ran(...own), ran(...others))).toBe(over);
	});

	it.each([
		{ many: [10, 20, 30, 40, 50], few: [10, 10, 10], over: 2 },
		{ many: [10, 90], few: [5], over: 2 },
	])('is compared in rounds that all ran: $many and $few', ({ many, few, over }) => {
		expect(cpuOver(ran(...many), ran(...few))).toBe(over);
		expect(cpuOver(ran(...few), ran(...many))).toBe(1 / over);
	});

	it('is compared with the most of several', () => {
		const most = byRound(
			[ran(12, 30), ran(10, 10), ran(6, 20)],
			(own, ...others) =>
				own.cpuMsPerRow / Math.max(...others.map(({ cpuMsPerRow }) => cpuMsPerRow)),
		);
		expect(most).toBe(1.2);
	});
});
