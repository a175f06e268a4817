import type { IDataObject } from 'n8n-workflow';
import { locator, ok, runNode } from './fakeN8n';
import type { Respond } from './fakeN8n';

export const URL = 'https://api.zoom.us/v2/meetings/85746065432/registrants';
export const meetingId = locator('id', '85746065432');
export const ann = locator('email', 'Ann@Example.com');

/** Runs an operation on registrants for one row. */
export async function run(
	operation: string,
	parameters: IDataObject,
	respond: Respond = () => ok(),
) {
	const result = await runNode({
		parameters: { resource: 'meetingRegistrant', operation, meetingId, ...parameters } as never,
		respond,
	});
	return { ...result, json: result.items.map(({ json }) => json) };
}
export const messageOf = async (operation: string, parameters: IDataObject) =>
	await run(operation, parameters).then(
		() => 'Nothing was thrown',
		(error: Error) => error.message,
	);

/** Ben is approved, Ann pending; nobody is denied. */
export const lists: Respond = ({ method, qs }) => {
	if (method !== 'GET') return { statusCode: 204, body: '' };
	if (qs?.status === 'approved') return ok({ registrants: [{ id: 'ben-id', email: 'b@x.org' }] });
	if (qs?.status === 'pending') {
		return ok({ registrants: [{ id: 'ann-id', email: 'ann@example.COM', status: 'pending' }] });
	}
	if (qs?.status === 'denied') return ok({ registrants: [] });
	return ok({ id: 'ann-id', email: 'ann@example.com', status: 'pending' });
};
