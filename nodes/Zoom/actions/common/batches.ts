import { chunk } from 'lodash';
import type { IDataObject } from 'n8n-workflow';
import { MAX_CONCURRENCY } from '../../api/rateLimits';
import type { Attempt, Zoom } from '../../transport/client';
import { failureOf } from '../../transport/errors';
import type { Failure } from '../../transport/errors';
import { Breaks } from '../breaks';
import type { Run } from '../types';
import { sideBySide, taken } from './sideBySide';
import { withWarnings } from './warnings';

/** Zoom takes at most this many people in one call. */
export const MAX_IN_BATCH = 30;

/** An input item that stands for others too. */
export interface Merged {
	itemIndex: number;
	/** Further items that name the same person: sent once, all get the result. */
	duplicates: number[];
}

/** Merges items that name the same person; the first one's data are kept. */
export async function mergeDuplicates<Item extends { itemIndex: number }>(
	items: readonly Item[],
	personOf: (item: Item) => string,
): Promise<Array<Item & Merged>> {
	const people = new Map<string, Item & Merged>();
	const breaks = new Breaks();
	for (const item of items) {
		await breaks.ifDue();
		const person = personOf(item);
		const first = people.get(person);
		if (first) first.duplicates.push(item.itemIndex);
		else people.set(person, { ...item, duplicates: [] });
	}
	return [...people.values()];
}

/** Splits items into those that can share a call: the same group, at most 30. */
export async function chunkByGroup<Item>(
	items: readonly Item[],
	groupOf: (item: Item) => string,
): Promise<Item[][]> {
	const groups = new Map<string, Item[]>();
	const breaks = new Breaks();
	for (const item of items) {
		await breaks.ifDue();
		const name = groupOf(item);
		const group = groups.get(name);
		if (group) group.push(item);
		else groups.set(name, [item]);
	}
	return [...groups.values()].flatMap((group) => chunk(group, MAX_IN_BATCH));
}

/**
 * Whether people of a refused batch are worth sending one by one: where somebody in it is the
 * reason, the others still go through. Halving the batch until that one is found would take fewer
 * calls but count more often against Zoom's limit of 3 adds a day for each person in it.
 */
export function isWorthSendingSingly({ concerns, details }: Failure, size: number): boolean {
	return size > 1 && !details.unknown && (concerns === 'person' || concerns === 'item');
}

/**
 * Sends calls side by side; one that breaks fails its own people and no others.
 *
 * @param calls is emptied
 */
export async function sendEach<Item extends Merged>(
	run: Run,
	calls: Item[][],
	send: (people: readonly Item[]) => Promise<void>,
): Promise<void> {
	const sendCall = async (people: Item[]) => {
		await send(people).catch((error: Error) => {
			for (const one of people) fail(run, one, error);
		});
	};
	await sideBySide(taken(calls), MAX_CONCURRENCY, sendCall, () => false);
}

/**
 * Sends people in one call; where Zoom refuses that for somebody among them, each in a call of their
 * own.
 *
 * @param attempt sends a call; what its people share, the first of them tells
 * @param settleOne gives one of them the result
 * @param later gets calls for each of them instead, where something else is to be sent before
 */
export async function sendTogether<Item extends Merged>(
	run: Run,
	people: readonly Item[],
	attempt: (zoom: Zoom, first: Item, people: readonly Item[]) => Promise<Attempt>,
	settleOne: (person: Item) => void,
	later?: Item[][],
): Promise<void> {
	const [first] = people;
	if (!first) return;
	const result = await run.limit(async () =>
		run.stopped() ? undefined : await attempt(run.zoom.forItem(first.itemIndex), first, people),
	);
	if (!result) return;
	if (!result.ok && isWorthSendingSingly(result.failure, people.length)) {
		const singly = people.map((one) => [one]);
		if (later) {
			later.push(...singly);
			return;
		}
		await sendEach(run, singly, async (one) => await sendTogether(run, one, attempt, settleOne));
		return;
	}
	for (const one of people) {
		if (result.ok) settleOne(one);
		else fail(run, one, result.failure);
	}
}

/** Gives an item and its duplicates their result. */
export function settle(
	run: Run,
	{ itemIndex, duplicates }: Merged,
	output: IDataObject,
	warning: string,
): void {
	run.done(itemIndex, output);
	for (const duplicate of duplicates) run.done(duplicate, withWarnings(output, warning));
}

/** Tells an item and its duplicates what went wrong, each by an error of its own. */
export function fail(run: Run, { itemIndex, duplicates }: Merged, reason: Failure | Error): void {
	const failure = reason instanceof Error ? failureOf(reason) : reason;
	for (const item of [itemIndex, ...duplicates]) {
		run.failed(item, failure ? run.zoom.forItem(item).errorFor(failure) : reason);
	}
}
