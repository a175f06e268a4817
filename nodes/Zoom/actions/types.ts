import type { IBinaryKeyData, IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import type { Limit } from 'p-limit';
import type { Endpoint } from '../api/endpoints';
import type { Zoom } from '../transport/client';

interface OperationBase {
	/** The entry in the Operation list; `action` names it in the node panel and for AI agents. */
	option: { name: string; value: string; action: string; description: string };
	/** All that the operation may ask Zoom for; the first is the one that it is there for. */
	endpoints: Endpoint[];
	/** Fields, without the displayOptions for resource and operation: those are added. */
	fields: INodeProperties[];
}

/** A result with files. */
export class FileItem {
	constructor(
		readonly json: IDataObject,
		readonly binary: IBinaryKeyData,
	) {}
}

/** What becomes the json of an output item, or one with files. */
export type Result = IDataObject | FileItem;

/**
 * Sends what an item asks for.
 *
 * @param zoom Zoom's API for this item
 * @returns one or many results; each becomes an output item paired to the input item
 * @throws NodeApiError where Zoom refuses; UserError where Zoom does not have what the item names
 */
export type Send = (zoom: Zoom) => Promise<Result | Result[]>;

/**
 * One operation, done for each input item by itself. All items are read before the first is sent,
 * so that invalid items are reported before any request is sent.
 */
export interface ItemOperation extends OperationBase {
	/**
	 * Reads and checks one input item.
	 *
	 * @param itemIndex the input item
	 * @throws UserError for bad input
	 */
	prepare(this: IExecuteFunctions, itemIndex: number): Send;
}

/** One operation that sees all input items, since Zoom takes several of them in one call. */
export interface BatchOperation extends OperationBase {
	/**
	 * Does it for all input items. Each of them must end in `run.done` or `run.failed`, unless the
	 * run has stopped.
	 *
	 * @param itemIndexes the input items
	 */
	executeBatch(this: IExecuteFunctions, itemIndexes: readonly number[], run: Run): Promise<void>;
}

/** What a run of the node gives its operations. */
export interface Run {
	zoom: Zoom;
	/** Keeps to the number of requests at a time. */
	limit: Limit;
	/** The item's result, or its results. */
	done(itemIndex: number, output: Result | Result[]): void;
	/** What went wrong with the item; one that has its result keeps it. */
	failed(itemIndex: number, error: unknown): void;
	/** Whether the item has its result or its error. */
	hasEnded(itemIndex: number): boolean;
	/** Whether nothing new may be begun: the run was cancelled, or failed without continue on fail. */
	stopped(): boolean;
}

export type Operation = ItemOperation | BatchOperation;

export interface Resource {
	option: { name: string; value: string };
	operations: Operation[];
	/** The value of the operation that the panel starts with. */
	defaultOperation: string;
}
