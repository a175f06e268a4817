import type { IDataObject } from 'n8n-workflow';
import { locator, ok, runNode } from './fakeN8n';
import type { Respond } from './fakeN8n';

export const API = 'https://api.zoom.us/v2';
export const ID = 85746065432;
export const MEETING = {
	id: ID,
	uuid: 'u',
	topic: 'T',
	type: 2,
	start_url: 'secret',
	settings: { approval_type: 0 },
};
export const SIMPLE = { id: ID, uuid: 'u', topic: 'T', type: 2, approval_type: 0 };
export const byId = locator('id', '857 4606 5432');

/** Runs an operation of meetings for one row; Zoom answers with {@link MEETING} unless told otherwise. */
export async function run(
	operation: string,
	parameters: IDataObject,
	respond: Respond = () => ok(MEETING),
) {
	const result = await runNode({
		parameters: { resource: 'meeting', operation, ...parameters } as never,
		respond,
	});
	return { ...result, json: result.items.map(({ json }) => json) };
}
