import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	JsonObject,
	NodeError,
} from 'n8n-workflow';
import pLimit from 'p-limit';
import { toInteger } from '../mapping/values';
import { openZoom } from '../transport/client';
import { detailsOf } from '../transport/errors';
import { DEFAULT_CONCURRENCY, MAX_CONCURRENCY } from './common/runOptions';
import { findOperation } from './index';
import { forEachItem } from './forEachItem';
import type { ItemOperation, Operation, Run, Send } from './types';

/**
 * Runs the node: every input item through its operation, some at a time, results in input order,
 * each paired to its item. The only loop over items.
 */
export async function router(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const items = this.getInputData();
	const results: INodeExecutionData[][] = [];
	let stop: NodeError | undefined;

	const run: Run = {
		zoom: openZoom(this),
		limit: pLimit(readConcurrency(this)),
		done: (itemIndex, output) => {
			results[itemIndex] = [output]
				.flat()
				.map((json) => ({ json, pairedItem: { item: itemIndex } }));
		},
		failed: (itemIndex, thrown) => {
			const error = asNodeError(this, thrown, itemIndex);
			if (this.continueOnFail()) results[itemIndex] = [toErrorItem(this, error, itemIndex)];
			else stop ??= error;
		},
		// Without continue on fail nothing new is begun after a failure; what is under way ends first,
		// so that nothing happens behind the user's back.
		stopped: () => stop !== undefined || this.getExecutionCancelSignal()?.aborted === true,
	};
	await Promise.all(
		[...groupByOperation(this, run)].map(async ([operation, itemIndexes]) => {
			if ('executeBatch' in operation) await operation.executeBatch.call(this, itemIndexes, run);
			else await executeEach(this, operation, itemIndexes, run);
		}),
	);

	if (stop) {
		tellWhatWasDone(stop, results.filter(Boolean).length, items.length);
		throw stop;
	}
	return [results.flat()];
}

/** Reads all items before the first is sent, then sends some at a time. */
async function executeEach(
	context: IExecuteFunctions,
	operation: ItemOperation,
	itemIndexes: readonly number[],
	run: Run,
) {
	const items = itemIndexes.map((itemIndex) => ({ itemIndex }));
	const read = await forEachItem(run, items, ({ itemIndex }) => ({
		itemIndex,
		send: operation.prepare.call(context, itemIndex),
	}));
	await Promise.all(
		read.map(async ({ itemIndex, send }) => await run.limit(sendItem, run, itemIndex, send)),
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
		const resource = String(context.getNodeParameter('resource', itemIndex));
		const name = String(context.getNodeParameter('operation', itemIndex));
		const operation = findOperation(resource, name);
		if (operation) {
			const group = groups.get(operation) ?? [];
			groups.set(operation, group);
			group.push(itemIndex);
		} else {
			const message = `This node has no operation "${name}" for the resource "${resource}"`;
			run.failed(itemIndex, new NodeOperationError(context.getNode(), message, { itemIndex }));
		}
	}
	return groups;
}

function readConcurrency(context: IExecuteFunctions) {
	const value =
		context.getNodeParameter('options.maxConcurrency', 0, DEFAULT_CONCURRENCY) ??
		DEFAULT_CONCURRENCY;
	try {
		return toInteger(value, 'Requests at a Time', 1, MAX_CONCURRENCY);
	} catch (error) {
		throw new NodeOperationError(context.getNode(), error as Error, { itemIndex: 0 });
	}
}

function asNodeError(context: IExecuteFunctions, error: unknown, itemIndex: number): NodeError {
	if (error instanceof NodeApiError || error instanceof NodeOperationError) {
		error.context.itemIndex ??= itemIndex;
		return error;
	}
	return new NodeOperationError(context.getNode(), error as Error | JsonObject, {
		itemIndex,
		description: (error as { description?: string }).description,
	});
}

/**
 * An item that tells of a failure. n8n sends items that hold nothing but `error` to the error output
 * and merges the input item into them; versions before 2.41 take no further key beside it. n8n would
 * do the same for items with an `error` beside their json, but then replaces their json, input
 * and all, by the bare message. On the regular output n8n merges nothing, so it is added here.
 */
function toErrorItem(
	context: IExecuteFunctions,
	error: NodeError,
	itemIndex: number,
): INodeExecutionData {
	const details = detailsOf(error) ?? { hint: error.description || 'Correct this row.' };
	const input =
		context.getNode().onError === 'continueErrorOutput'
			? {}
			: context.getInputData()[itemIndex]?.json;
	return {
		json: { ...input, error: { message: error.message, ...details } as IDataObject },
		pairedItem: { item: itemIndex },
	};
}

/** When the node stops, its output is lost; whoever reads the error must know what Zoom has done. */
function tellWhatWasDone(error: NodeError, done: number, total: number) {
	if (total < 2) return;
	error.description = [
		error.description,
		`The run stopped at this item; ${done} of ${total} items were done before. To get a result for each item, set the node's On Error to "Continue (using error output)".`,
	]
		.filter(Boolean)
		.join(' ');
}
