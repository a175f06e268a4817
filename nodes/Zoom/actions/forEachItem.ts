import { sleep } from 'n8n-workflow';
import type { Run } from './types';

/** Reading thousands of items takes seconds: after so many, n8n gets to do something else. */
const ITEMS_AT_A_STRETCH = 100;

/** Takes each item a step further, in order; items that can't be fail and are left out. */
export async function forEachItem<Item extends { itemIndex: number }, Result>(
	run: Run,
	items: readonly Item[],
	step: (item: Item) => Result | Promise<Result>,
): Promise<Result[]> {
	const results: Result[] = [];
	for (const [index, item] of items.entries()) {
		if (run.stopped()) break;
		if (index > 0 && index % ITEMS_AT_A_STRETCH === 0) await sleep(0);
		try {
			results.push(await step(item));
		} catch (error) {
			run.failed(item.itemIndex, error);
		}
	}
	return results;
}
