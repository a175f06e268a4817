import { assign } from 'lodash';
import { NodeOperationError } from 'n8n-workflow';
import type { IExecuteFunctions, INodeExecutionData, NodeError } from 'n8n-workflow';
import pLimit from 'p-limit';
import { MAX_CONCURRENCY } from '../api/rateLimits';
import { toInteger } from '../mapping/values';
import { openZoom } from '../transport/client';
import { withSelection } from './common/output';
import { sideBySide, taken } from './common/sideBySide';
import { findOperation } from './index';
import { eachItem, forEachItem } from './forEachItem';
import { asNodeError, toErrorItem } from './itemErrors';
import { FileItem } from './types';
import type { ItemOperation, Operation, Result, Run, Send } from './types';
import { logWhatWasDone, tellFailed, tellWhatWasDone } from './whatWasDone';

/**
 * Runs the node: every input item through its operation, some at a time, results in input order,
 * each paired to its item. The only loop over items.
 */
export async function router(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const items = this.getInputData();
	const results: INodeExecutionData[][] = [];
	const failed = new Set<number>();
	let stop: NodeError | undefined;
	const maxConcurrency = readConcurrency(this);

	const run: Run = {
		zoom: openZoom(this, maxConcurrency),
		limit: pLimit(maxConcurrency),
		done: (itemIndex, output) => {
			failed.delete(itemIndex);
			results[itemIndex] = [output].flat().map((result) => toItem(result, itemIndex));
		},
		failed: (itemIndex, thrown) => {
			// What is done stays done, whatever went wrong after it.
			if (results[itemIndex] && !failed.has(itemIndex)) return;
			failed.add(itemIndex);
			const error = asNodeError(this, run, thrown, itemIndex);
			if (this.continueOnFail()) results[itemIndex] = [toErrorItem(this, error, itemIndex)];
			else stop ??= error;
		},
		hasEnded: (itemIndex) => results[itemIndex] !== undefined || failed.has(itemIndex),
		// Without continue on fail nothing new is begun after a failure; what is under way ends first,
		// so that nothing happens behind the user's back.
		stopped: () => stop !== undefined || this.getExecutionCancelSignal()?.aborted === true,
	};
	await Promise.all(
		[...groupByOperation(this, run)].map(
			async ([operation, itemIndexes]) => await executeGroup(this, operation, itemIndexes, run),
		),
	);

	const done = [...results.keys()].filter((index) => results[index] && !failed.has(index));
	if (this.getExecutionCancelSignal()?.aborted) logWhatWasDone(this, items.length, done, failed);
	if (stop) {
		tellWhatWasDone(stop, done.length, items.length);
		throw stop;
	}
	tellFailed(this, failed.size, items.length);
	return [results.flat()];
}

/**
 * One output item. `assign`, as each object of `{ ...a, b }` would take 0.3 kB for a shape of its own
 * in V8, where thousands of items have the same fields.
 */
function toItem(result: Result, itemIndex: number): INodeExecutionData {
	const { json, ...files } = result instanceof FileItem ? result : { json: result };
	return assign({ json: assign({}, json), pairedItem: { item: itemIndex } }, files);
}

/** Every item of the group ends in a result or an error, unless the run has stopped. */
async function executeGroup(
	context: IExecuteFunctions,
	operation: Operation,
	itemIndexes: readonly number[],
	run: Run,
) {
	// An item that the operation forgets is a bug, and is told as one.
	let reason: unknown = new ReferenceError('An item has no result');
	try {
		if ('executeBatch' in operation) await operation.executeBatch.call(context, itemIndexes, run);
		else await executeEach(context, operation, itemIndexes, run);
		if (run.stopped()) return;
	} catch (error) {
		reason = error;
	}
	for (const itemIndex of itemIndexes) if (!run.hasEnded(itemIndex)) run.failed(itemIndex, reason);
}

/**
 * Reads items and sends them, some at a time. Where an item that can't be read stops the node, all
 * are read before the first is sent.
 */
async function executeEach(
	context: IExecuteFunctions,
	operation: ItemOperation,
	itemIndexes: readonly number[],
	run: Run,
) {
	const items = itemIndexes.map((itemIndex) => ({ itemIndex }));
	const read = ({ itemIndex }: { itemIndex: number }) => ({
		itemIndex,
		send: withSelection(context, itemIndex, operation.prepare.call(context, itemIndex)),
	});
	const toSend = context.continueOnFail()
		? eachItem(run, items, read)
		: taken(await forEachItem(run, items, read));
	await sideBySide(
		toSend,
		MAX_CONCURRENCY,
		async ({ itemIndex, send }) => await run.limit(sendItem, run, itemIndex, send),
		() => run.stopped(),
	);
}

async function sendItem(run: Run, itemIndex: number, send: Send) {
	if (run.stopped()) return;
	try {
		run.done(itemIndex, await send(run.zoom.forItem(itemIndex)));
	} catch (error) {
		run.failed(itemIndex, error);
	}
}

/** Resource and Operation can be expressions in a workflow's JSON, so each item is asked. */
function groupByOperation(context: IExecuteFunctions, run: Run) {
	const groups = new Map<Operation, number[]>();
	for (const itemIndex of context.getInputData().keys()) {
		try {
			const operation = readOperation(context, itemIndex);
			const group = groups.get(operation) ?? [];
			groups.set(operation, group);
			group.push(itemIndex);
		} catch (error) {
			run.failed(itemIndex, error);
		}
	}
	return groups;
}

function readOperation(context: IExecuteFunctions, itemIndex: number): Operation {
	const resource = String(context.getNodeParameter('resource', itemIndex));
	const name = String(context.getNodeParameter('operation', itemIndex));
	const operation = findOperation(resource, name);
	if (operation) return operation;
	const message = `This node has no operation "${name}" for the resource "${resource}"`;
	throw new NodeOperationError(context.getNode(), message, { itemIndex });
}

function readConcurrency(context: IExecuteFunctions) {
	const value =
		context.getNodeParameter('options.maxConcurrency', 0, MAX_CONCURRENCY) ?? MAX_CONCURRENCY;
	try {
		return toInteger(value, 'Max Concurrent Requests', 1, MAX_CONCURRENCY);
	} catch (error) {
		throw new NodeOperationError(context.getNode(), error as Error, { itemIndex: 0 });
	}
}
