import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import type { Zoom } from '../transport/client';

/** One operation: its fields beside what it does. */
export interface Operation {
	/** The entry in the Operation list; `action` names it in the node panel and for AI agents. */
	option: { name: string; value: string; action: string; description: string };
	/** Fields, without the displayOptions for resource and operation: those are added. */
	fields: INodeProperties[];
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

export interface Resource {
	option: { name: string; value: string };
	operations: Operation[];
	/** The value of the operation that the panel starts with. */
	defaultOperation: string;
}
