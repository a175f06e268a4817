import { MAX_CONCURRENCY } from '../../nodes/Zoom/actions/common/runOptions';
import { sideBySide } from '../../nodes/Zoom/actions/sideBySide';

const numbers = (count: number) => Array.from({ length: count }, (_, n) => n);
const items = (count: number) => numbers(count).map((number) => ({ number }));

it('begins as many as may be under way, and each of the others when one has ended', async () => {
	const begun: number[] = [];
	const ends: Array<() => void> = [];
	const all = sideBySide(items(MAX_CONCURRENCY + 2), async ({ number }) => {
		begun.push(number);
		await new Promise<void>((resolve) => ends.push(resolve));
	});
	await Promise.resolve();
	expect(begun).toEqual(numbers(MAX_CONCURRENCY));
	ends[3]?.();
	await new Promise(setImmediate);
	expect(begun).toEqual(numbers(MAX_CONCURRENCY + 1));
	for (const end of ends) end();
	await new Promise(setImmediate);
	ends.at(-1)?.();
	await all;
	expect(begun).toEqual(numbers(MAX_CONCURRENCY + 2));
});

it('does nothing with no items', async () => {
	const work = jest.fn();
	await sideBySide([], work);
	expect(work).not.toHaveBeenCalled();
});

it('lets go of what has been done', async () => {
	const all = items(3 * MAX_CONCURRENCY);
	const left: number[] = [];
	await sideBySide(all, async ({ number }) => {
		left.push(all.length);
		await Promise.resolve(number);
	});
	expect(all).toEqual([]);
	expect(left).toEqual(numbers(3 * MAX_CONCURRENCY).reverse());
});
