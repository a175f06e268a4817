import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import type { Limit } from 'p-limit';
import type { Zoom } from '../transport/client';

interface OperationBase {
	/** The entry in the Operation list; `action` names it in the node panel and for AI agents. */
	option: { name: string; value: string; action: string; description: string };
	/** Fields, without the displayOptions for resource and operation: those are added. */
	fields: INodeProperties[];
}

/** One operation, done for each input item by itself. */
export interface ItemOperation extends OperationBase {
	/**
	 * Does it for one input item.
	 *
	 * @param itemIndex the input item
	 * @param zoom Zoom's API for this run of the node
	 * @returns one or many results; each becomes an output item paired to the input item
	 * @throws UserError for bad input, before any request; NodeApiError where Zoom refuses
	 */
	execute(
		this: IExecuteFunctions,
		itemIndex: number,
		zoom: Zoom,
	): Promise<IDataObject | IDataObject[]>;
}

/** One operation that sees all input items, since Zoom takes several of them in one call. */
export interface ListOperation extends OperationBase {
	/**
	 * Does it for all input items. Each of them must end in `run.done` or `run.failed`, unless the
	 * run has stopped.
	 */
	executeAll(this: IExecuteFunctions, itemIndexes: readonly number[], run: ListRun): Promise<void>;
}

/** What a list operation works with. */
export interface ListRun {
	zoom: Zoom;
	/** Keeps to the number of requests at a time. */
	limit: Limit;
	/** The item's result. */
	done(itemIndex: number, output: IDataObject): void;
	/** What went wrong with the item. */
	failed(itemIndex: number, error: unknown): void;
	/** Whether nothing new may be begun: the run was cancelled, or failed without continue on fail. */
	stopped(): boolean;
}

export type Operation = ItemOperation | ListOperation;

export interface Resource {
	option: { name: string; value: string };
	operations: Operation[];
	/** The value of the operation that the panel starts with. */
	defaultOperation: string;
}
