import { eachItem, forEachItem } from '../../nodes/Zoom/actions/forEachItem';
import type { Run } from '../../nodes/Zoom/actions/types';
import { slowClock } from './support/slowClock';

afterEach(() => jest.restoreAllMocks());

/** A run that notes which items failed. */
function newRun(stopped: () => boolean = () => false) {
	const failures: Array<[number, unknown]> = [];
	const failed = (itemIndex: number, error: unknown) => failures.push([itemIndex, error]);
	return { run: { failed, stopped } as unknown as Run, failures };
}

const rows = (...indexes: number[]) => indexes.map((itemIndex) => ({ itemIndex }));

it.each([
	['at once', (value: string) => value],
	['later', async (value: string) => await Promise.resolve(value)],
])('leaves out rows that cannot be taken further %s, and fails them', async (_when, answer) => {
	const { run, failures } = newRun();
	const bad = new Error('bad');
	const results = await forEachItem(run, rows(4, 5, 6), ({ itemIndex }) => {
		if (itemIndex === 5) throw bad;
		return answer(`row ${itemIndex}`);
	});
	expect(results).toEqual(['row 4', 'row 6']);
	expect(failures).toEqual([[5, bad]]);
});

it('goes no further once the run has stopped', async () => {
	const read: number[] = [];
	const { run } = newRun(() => read.length > 1);
	await forEachItem(run, rows(0, 1, 2, 3), ({ itemIndex }) => read.push(itemIndex));
	expect(read).toEqual([0, 1]);
});

it('reads a row only as it is asked for, after those that cannot be read', async () => {
	const { run, failures } = newRun();
	const read: number[] = [];
	const bad = new Error('bad');
	const results = eachItem(run, rows(0, 1, 2, 3), ({ itemIndex }) => {
		read.push(itemIndex);
		if (itemIndex === 1) throw bad;
		return itemIndex;
	});
	expect(read).toEqual([]);
	expect((await results.next()).value).toBe(0);
	expect(read).toEqual([0]);
	expect((await results.next()).value).toBe(2);
	expect(read).toEqual([0, 1, 2]);
	expect(failures).toEqual([[1, bad]]);
});

it('lets others have their turns while it reads thousands of rows', async () => {
	const clock = slowClock();
	await forEachItem(newRun().run, rows(...Array(2000).keys()), ({ itemIndex }) => itemIndex);
	expect(clock.turns()).toBeGreaterThan(50);
});

it('takes no break from a few rows, which are quick', async () => {
	const clock = slowClock();
	await forEachItem(newRun().run, rows(...Array(5).keys()), ({ itemIndex }) => itemIndex);
	expect(clock.turns()).toBe(0);
});
