import { Breaks } from '../breaks';
import type { Run } from '../types';

/** How many items are looked up at a time. */
const LOOK_UPS_AT_A_TIME = 10;

/** As Promise.all, but a failure is thrown once all have ended: nothing goes on unseen. */
export async function allEnded<Works extends readonly unknown[] | []>(works: Works) {
	await Promise.allSettled(works);
	return await Promise.all(works);
}

/** The items of a list, which is emptied: of thousands, those that are done are let go of. */
export function* taken<Item>(items: Item[]): Generator<Item> {
	items.reverse();
	while (items.length > 0) yield items.pop() as Item;
}

/**
 * Does something with each item, so many at a time, begun in order. Nothing new is begun once it is
 * enough, or something was thrown.
 *
 * @throws what `work` threw, once all that is under way has ended
 */
export async function sideBySide<Item>(
	items: Iterable<Item> | AsyncIterable<Item>,
	atATime: number,
	work: (item: Item) => Promise<void>,
	isEnough: () => boolean,
): Promise<void> {
	const left =
		Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]();
	let failed = false;
	const breaks = new Breaks();
	const workOff = async () => {
		for (;;) {
			await breaks.ifDue();
			if (failed || isEnough()) return;
			const { done, value } = await left.next();
			if (done) return;
			await work(value).catch((error: Error) => {
				failed = true;
				throw error;
			});
		}
	};
	await allEnded(Array.from({ length: atATime }, workOff));
}

/**
 * As `forEachItem`, for steps that ask Zoom: several items at a time. Results keep the items' order.
 */
export async function lookUpEach<Item extends { itemIndex: number }, Result>(
	run: Run,
	items: readonly Item[],
	step: (item: Item) => Promise<Result>,
): Promise<Result[]> {
	const results: Array<{ result: Result }> = [];
	const lookUp = async (index: number, item: Item) => {
		if (run.stopped()) return;
		try {
			results[index] = { result: await step(item) };
		} catch (error) {
			run.failed(item.itemIndex, error);
		}
	};
	await sideBySide(
		items.entries(),
		LOOK_UPS_AT_A_TIME,
		async ([index, item]) => await run.limit(lookUp, index, item),
		() => run.stopped(),
	);
	// Without the holes that failed items left.
	return results.flatMap(({ result }) => [result]);
}
