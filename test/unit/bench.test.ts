import { noisyRows } from '../../bench/bounds';
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
