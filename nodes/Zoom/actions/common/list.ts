import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import type { Endpoint } from '../../api/endpoints';
import { toBoolean, toInteger } from '../../mapping/values';
import { PAGE_SIZE } from '../../transport/client';
import type { Zoom } from '../../transport/client';
import { readOutput } from './output';

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
	if (toBoolean(context.getNodeParameter('returnAll', itemIndex) ?? false, 'Return All')) {
		return Infinity;
	}
	return toInteger(context.getNodeParameter('limit', itemIndex) ?? 50, 'Limit', 1);
}

/** Lists up to `limit` results and asks for no page beyond. */
export async function take(
	zoom: Zoom,
	endpoint: Endpoint & { list: string },
	params: Record<string, string>,
	query: IDataObject,
	limit: number,
): Promise<IDataObject[]> {
	const results: IDataObject[] = [];
	const paged = { page_size: Math.min(PAGE_SIZE, limit), ...query };
	for await (const result of zoom.list(endpoint, params, paged)) {
		results.push(result);
		if (results.length >= limit) break;
	}
	return results;
}

/** Simplify, for outputs of more than ten fields. */
export const simplifyField: INodeProperties = {
	displayName: 'Simplify',
	name: 'simple',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};

/** Whether the user wants the simplified version. */
export function readSimplify(context: IExecuteFunctions, itemIndex: number): boolean {
	const output = readOutput(context, itemIndex);
	if (output !== undefined) return output === 'simple';
	return toBoolean(context.getNodeParameter('simple', itemIndex) ?? true, 'Simplify');
}
