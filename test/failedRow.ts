import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

type Row = Pick<INodeExecutionData, 'json'> | undefined;

/** What a failed row tells in its json; undefined where the row did not fail. */
export const errorOf = (row: Row) => row?.json.error as IDataObject | undefined;

/** Its sentence. An error without one gives null, so that it does not pass for no error. */
export function errorMessage(row: Row) {
	const error = errorOf(row);
	return error && (error.message ?? null);
}
