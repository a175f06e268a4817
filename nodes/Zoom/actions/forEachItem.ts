import { Breaks } from './breaks';
import type { Run } from './types';

/**
 * Takes each item a step further, in order, as the next one is asked for; items that can't be fail
 * and are left out.
 */
export async function* eachItem<Item extends { itemIndex: number }, Result>(
	run: Run,
	items: readonly Item[],
	step: (item: Item) => Result | Promise<Result>,
): AsyncGenerator<Awaited<Result>> {
	const breaks = new Breaks();
	for (const item of items) {
		await breaks.ifDue();
		if (run.stopped()) break;
		try {
			yield await step(item);
		} catch (error) {
			run.failed(item.itemIndex, error);
		}
	}
}

/** As `eachItem`, all of them. */
export async function forEachItem<Item extends { itemIndex: number }, Result>(
	run: Run,
	items: readonly Item[],
	step: (item: Item) => Result | Promise<Result>,
): Promise<Array<Awaited<Result>>> {
	const results: Array<Awaited<Result>> = [];
	for await (const result of eachItem(run, items, step)) results.push(result);
	return results;
}
