import * as workflow from 'n8n-workflow';
import { forEachItem } from '../../nodes/Zoom/actions/forEachItem';
import type { Run } from '../../nodes/Zoom/actions/types';

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
])('leaves out rows that can not be taken further %s, and fails them', async (_when, answer) => {
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

it('lets others have a turn after every 100 rows', async () => {
	const read: number[] = [];
	const others = jest.fn();
	const sleeping = jest.spyOn(workflow, 'sleep').mockImplementation(async (ms) => {
		others(ms, read.length);
	});
	await forEachItem(newRun().run, rows(...Array(350).keys()), ({ itemIndex }) =>
		read.push(itemIndex),
	);
	sleeping.mockRestore();
	expect(others.mock.calls).toEqual([
		[0, 100],
		[0, 200],
		[0, 300],
	]);
});
