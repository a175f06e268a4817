import { Breaks } from './breaks';
import { taken } from './common/sideBySide';
import type { Run } from './types';

/** Takes each item a step further, in order; items that can't be fail and are left out. */
export async function forEachItem<Item extends { itemIndex: number }, Result>(
	run: Run,
	items: readonly Item[],
	step: (item: Item) => Result | Promise<Result>,
): Promise<Result[]> {
	const results: Result[] = [];
	const breaks = new Breaks();
	for (const item of items) {
		await breaks.ifDue();
		if (run.stopped()) break;
		try {
			results.push(await step(item));
		} catch (error) {
			run.failed(item.itemIndex, error);
		}
	}
	return results;
}

/** As `forEachItem`, a part of the items at a time: the next one when all of the last were taken. */
export async function* inParts<Item extends { itemIndex: number }, Result>(
	run: Run,
	parts: ReadonlyArray<readonly Item[]>,
	step: (item: Item) => Result | Promise<Result>,
): AsyncGenerator<Awaited<Result>> {
	for (const part of parts) yield* taken(await forEachItem(run, part, step));
}
