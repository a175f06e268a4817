import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { toInteger } from '../../mapping/values';
import { PAGE_SIZE } from '../../transport/client';
import type { Zoom, ZoomCall } from '../../transport/client';

/** Return All and Limit, as all of n8n's lists have them. */
export const listFields: INodeProperties[] = [
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		description: 'Max number of results to return',
		displayOptions: { show: { returnAll: [false] } },
	},
];

/** How many results the user wants. */
export function readLimit(context: IExecuteFunctions, itemIndex: number): number {
	if (context.getNodeParameter('returnAll', itemIndex)) return Infinity;
	return toInteger(context.getNodeParameter('limit', itemIndex), 'Limit', 1);
}

/** Lists up to `limit` results and asks for no page beyond. */
export async function take(
	zoom: Zoom,
	call: ZoomCall,
	key: string,
	limit: number,
): Promise<IDataObject[]> {
	const rows: IDataObject[] = [];
	const query = { page_size: Math.min(PAGE_SIZE, limit), ...call.query };
	for await (const row of zoom.list({ ...call, query }, key)) {
		rows.push(row);
		if (rows.length >= limit) break;
	}
	return rows;
}

/** Simplify, for outputs of more than ten fields. */
export const simplifyField: INodeProperties = {
	displayName: 'Simplify',
	name: 'simple',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};

/** Keeps the named fields that are there. */
export function pick(row: IDataObject, keys: readonly string[]): IDataObject {
	return Object.fromEntries(keys.filter((key) => key in row).map((key) => [key, row[key]]));
}
