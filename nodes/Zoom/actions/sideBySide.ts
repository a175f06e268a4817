import { MAX_CONCURRENCY } from './common/runOptions';

/**
 * Does the work for all items. As many as may be under way at most are begun at first, and each of
 * the others when one has ended, so that thousands of them do not wait as promises.
 *
 * @param items is emptied: what has been done is let go of
 * @param work which keeps to `run.limit` for what it sends, and never throws
 */
export async function sideBySide<Item extends object>(
	items: Item[],
	work: (item: Item) => Promise<void>,
): Promise<void> {
	items.reverse();
	const worker = async () => {
		for (let item = items.pop(); item; item = items.pop()) await work(item);
	};
	await Promise.all(Array.from({ length: MAX_CONCURRENCY }, worker));
}
