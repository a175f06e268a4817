import { sleep } from 'n8n-workflow';
import pLimit from 'p-limit';
import {
	allEnded,
	lookUpEach,
	sideBySide,
	taken,
} from '../../nodes/Zoom/actions/common/sideBySide';
import type { Run } from '../../nodes/Zoom/actions/types';
import { settled } from './support/settled';
import { useFakeTime } from './support/zoomAnswering';

useFakeTime();

const numbers = (count: number) => Array.from({ length: count }, (_, n) => n);

describe('allEnded', () => {
	it('gives the results in their order', async () => {
		const works = [20, 10].map(async (ms) => await sleep(ms).then(() => ms));
		expect(await settled(allEnded(works))).toEqual([20, 10]);
	});

	it('throws what failed once the others have ended', async () => {
		const ended: number[] = [];
		const works = [
			Promise.reject(new Error('early')),
			sleep(10).then(() => ended.push(10)),
			sleep(20).then(() => Promise.reject(new Error('late'))),
		];
		const all = allEnded(works).catch((error: Error) => [error.message, ...ended]);
		expect(await settled(all)).toEqual(['early', 10]);
	});
});

describe('sideBySide', () => {
	/** Work of 10 ms that notes what was begun, and how much was under way at a time. */
	function noting(more: (item: number) => void = () => undefined) {
		const seen = { begun: [] as number[], most: 0, underWay: 0 };
		const work = async (item: number) => {
			seen.begun.push(item);
			seen.most = Math.max(seen.most, ++seen.underWay);
			await sleep(10);
			seen.underWay--;
			more(item);
		};
		return { seen, work };
	}

	it('does all of it in order, so many at a time', async () => {
		const { seen, work } = noting();
		await settled(sideBySide(numbers(9), 4, work, () => false));
		expect(seen).toEqual({ begun: numbers(9), most: 4, underWay: 0 });
	});

	it('begins nothing once it is enough', async () => {
		let enough = false;
		const { seen, work } = noting((item) => (enough ||= item === 2));
		await settled(sideBySide(numbers(20), 2, work, () => enough));
		expect(seen).toEqual({ begun: [0, 1, 2, 3], most: 2, underWay: 0 });
	});

	it('begins nothing after a failure, and throws it when nothing is under way', async () => {
		const { seen, work } = noting((item) => {
			if (item === 2) throw new Error('third');
		});
		const failing = sideBySide(numbers(20), 3, work, () => false);
		await expect(settled(failing)).rejects.toThrow('third');
		expect(seen).toEqual({ begun: numbers(5), most: 3, underWay: 0 });
	});
});

describe('sideBySide, where many answers come at once', () => {
	it.each([20, 100])('lets others have their turns before each goes on, of %i', async (atATime) => {
		jest.useRealTimers();
		let answer = () => {};
		const answered = new Promise<void>((resolve) => (answer = resolve));
		let done = 0;
		const between = new Set<number>();
		const others = async () => {
			for (; done < 2 * atATime; between.add(done)) await sleep(0);
		};
		const work = async (item: number) => {
			if (item < atATime) await answered;
			const end = performance.now() + 2;
			while (performance.now() < end);
			done++;
		};
		const all = sideBySide(numbers(2 * atATime), atATime, work, () => false);
		await sleep(1);
		answer();
		await Promise.all([all, others()]);
		// The second half is begun one by one, 10 ms of it at most in a row.
		const later = [...between].filter((number) => number >= atATime);
		expect(later.length).toBeGreaterThanOrEqual(atATime / 10);
	});
});

describe('taken', () => {
	it('gives all in their order, and lets go of what was given', () => {
		const items = [1, 2, 3];
		const left: number[][] = [];
		for (const item of taken(items)) left.push([item, items.length]);
		expect(left).toEqual([
			[1, 2],
			[2, 1],
			[3, 0],
		]);
	});
});

describe('lookUpEach', () => {
	const rows = (count: number) => numbers(count).map((itemIndex) => ({ itemIndex }));
	function newRun(atATime = 20) {
		const failures: Array<[number, string]> = [];
		let isStopped = false;
		const run = {
			limit: pLimit(atATime),
			stopped: () => isStopped,
			failed: (itemIndex: number, error: Error) => failures.push([itemIndex, error.message]),
		} as unknown as Run;
		return { run, failures, stop: () => (isStopped = true) };
	}

	it('keeps the order, leaves out rows that fail, and lets the others go on', async () => {
		const { run, failures } = newRun();
		const results = await settled(
			lookUpEach(run, rows(25), async ({ itemIndex }) => {
				await sleep(100 - itemIndex);
				if (itemIndex % 10 === 3) throw new Error(`bad ${itemIndex}`);
				return [itemIndex];
			}),
		);
		expect(results).toEqual(
			numbers(25)
				.filter((n) => n % 10 !== 3)
				.map((n) => [n]),
		);
		expect(failures.toSorted(([a], [b]) => a - b)).toEqual([3, 13, 23].map((n) => [n, `bad ${n}`]));
	});

	it.each([
		[20, 10],
		[3, 3],
	])('looks several up at a time, and never more than the run may (%d)', async (may, most) => {
		let underWay = 0;
		let seen = 0;
		await settled(
			lookUpEach(newRun(may).run, rows(40), async () => {
				seen = Math.max(seen, ++underWay);
				await sleep(10);
				underWay--;
			}),
		);
		expect(seen).toBe(most);
	});

	it.each([1, 20])('begins nothing once the run has stopped, %d at a time', async (atATime) => {
		const { run, stop } = newRun(atATime);
		const begun: number[] = [];
		await settled(
			lookUpEach(run, rows(40), async ({ itemIndex }) => {
				begun.push(itemIndex);
				await sleep(10);
				stop();
			}),
		);
		expect(begun).toEqual(numbers(Math.min(atATime, 10)));
	});

	it('lets others have their turns while thousands have their answer at once', async () => {
		jest.useRealTimers();
		let done = 0;
		const between = new Set<number>();
		const others = async () => {
			for (; done < 100; between.add(done)) await sleep(0);
		};
		const work = async () => {
			const end = performance.now() + 2;
			while (performance.now() < end);
			done++;
		};
		await Promise.all([lookUpEach(newRun().run, rows(100), work), others()]);
		expect(between.size).toBeGreaterThan(1);
	});
});
