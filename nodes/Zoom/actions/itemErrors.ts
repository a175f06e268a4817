import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	JsonObject,
	NodeError,
} from 'n8n-workflow';
import type { Zoom } from '../transport/client';
import { detailsOf } from '../transport/errors';
import type { Run } from './types';

/**
 * What an item ends with, by whatever was thrown.
 *
 * @param run where the item belongs
 */
export function asNodeError(
	context: IExecuteFunctions,
	run: Run,
	thrown: unknown,
	itemIndex: number,
): NodeError {
	const error = isBug(thrown) ? bugError(context, run.zoom.forItem(itemIndex), thrown) : thrown;
	if (error instanceof NodeApiError || error instanceof NodeOperationError) {
		error.context.itemIndex ??= itemIndex;
		return error;
	}
	return new NodeOperationError(context.getNode(), error as Error | JsonObject, {
		itemIndex,
		description: (error as { description?: string }).description,
	});
}

/** Whether JavaScript itself threw it: nothing that this node or n8n means the user to read. */
function isBug(thrown: unknown): thrown is Error {
	const { name } = (thrown ?? {}) as { name?: unknown };
	return /^(Eval|Range|Reference|Syntax|Type|URI)Error$/.test(String(name));
}

/** A bug is told in n8n's log, without its message, as that may hold data of the row. */
function bugError(context: IExecuteFunctions, zoom: Zoom, { name, stack = '' }: Error): Error {
	const place = stack.split('\n').find((line) => /^\s+at /.test(line)) ?? '';
	context.logger.error(`${context.getNode().name}: ${name}${place}`);
	return zoom.errorFor({
		kind: 'noAnswer',
		concerns: 'item',
		title: "Something went wrong inside this node, so it's unknown whether this succeeded",
		details: {
			hint: "Look it up in Zoom before you send the item again, and please report the line in n8n's log.",
			unknown: true,
		},
	});
}

/**
 * An item that tells of a failure. n8n sends items that hold nothing but `error` to the error output
 * and merges the input item into them; versions before 2.41 take no further key beside it. n8n would
 * do the same for items with an `error` beside their json, but then replaces their json, input
 * and all, by the bare message. On the regular output n8n merges nothing, so it is added here.
 */
export function toErrorItem(
	context: IExecuteFunctions,
	error: NodeError,
	itemIndex: number,
): INodeExecutionData {
	const details = detailsOf(error) ?? { hint: error.description || 'Correct this item.' };
	const input =
		context.getNode().onError === 'continueErrorOutput'
			? {}
			: context.getInputData()[itemIndex]?.json;
	return {
		json: { ...input, error: { message: error.message, ...details } as IDataObject },
		pairedItem: { item: itemIndex },
	};
}
