import { atMost } from '../bounds';
import { newPath, ours, pool, rivet } from '../contestants';
import type { Arena, Scenario } from '../types';
import type { Usage } from '../usage';
import { around } from '../workflows/nodes';
import { builtInZoom } from '../workflows/zoom';
import { EVERYBODY, PAGE_BY_PAGE, register } from './operations';

const GET_MANY = 'This node, Get Many';

/** One list that is long. */
export const list: Scenario = {
	title: 'A list of 10,000 registrants, 50 ms latency',
	rows: 10_000,
	counts: 'listed',
	prepare: async (arena) => {
		await register(arena);
		return [{}];
	},
	contestants: [
		PAGE_BY_PAGE,
		ours('Get Many', 'getAll', EVERYBODY),
		{ ...rivet('list', 1), name: '@zoom/rivet, page by page' },
	],
	bounds: (row) => [
		atMost('10,000 registrants listed, calls', row(GET_MANY).calls, 34),
		atMost('… growth of memory in MB', row(GET_MANY).rssMb, 100),
		atMost('… time over the floor', row(GET_MANY).ratio, 1.25),
		atMost('… lost and doubled', row(GET_MANY).lost + row(GET_MANY).doubled, 0),
	],
};

/** Beside n8n's own Zoom node, which has no registrants. */
export const create: Scenario = {
	title: '90 meetings created, 50 ms latency',
	rows: 90,
	prepare: async ({ count }) =>
		Array.from({ length: count }, (_, i) => ({ topic: `Meeting ${i}` })),
	contestants: [
		pool({ kind: 'create', concurrency: 5 }),
		ours('Create', 'create', {
			resource: 'meeting',
			parameters: () => ({
				topic: '={{ $json.topic }}',
				startTime: '2027-03-05T10:00:00',
				additionalFields: { duration: 30 },
			}),
		}),
		{
			name: "n8n's built-in Zoom node, Create",
			run: async (arena) =>
				await runBuiltIn(arena, { operation: 'create', topic: '={{ $json.topic }}' }),
		},
		rivet('create', 5),
	],
};

/** The account's owner. */
const OWNER = 'KdYKjnimT4KPd8FFgQt9FQ';

export const meetings: Scenario = {
	title: 'A list of 650 meetings, 50 ms latency',
	rows: 650,
	rounds: 1,
	counts: 'listed',
	contestants: [
		ours('Get Many', 'getAll', {
			resource: 'meeting',
			parameters: () => ({ returnAll: true }),
			counted: 'id',
		}),
		{
			name: "n8n's built-in Zoom node, Get Many",
			run: async (arena) => await runBuiltIn(arena, { operation: 'getAll', returnAll: true }, 'id'),
		},
	],
	prepare: async ({ sandbox, app: { accountId }, count }) => {
		const all = await sandbox.meetings(accountId);
		const fields = { topic: 'Listed', start_time: '2027-03-05T10:00:00Z' };
		for (let have = all.filter(({ host_id: host }) => host === OWNER).length; have < count; have++)
			await sandbox.addMeeting(accountId, fields);
		return [{}];
	},
};

/** n8n's built-in node gets a token from us: it can't fetch one. */
async function runBuiltIn(
	{ n8n, url, app, rows }: Arena,
	parameters: Record<string, unknown>,
	counted?: string,
): Promise<Usage> {
	const basic = Buffer.from(`${app.clientId}:${app.clientSecret}`).toString('base64');
	const answer = await fetch(`${url}/oauth/token`, {
		method: 'POST',
		headers: { Authorization: `Basic ${basic}` },
		body: new URLSearchParams({ grant_type: 'account_credentials', account_id: app.accountId }),
	});
	const { access_token: accessToken } = (await answer.json()) as { access_token: string };
	const path = newPath();
	const credential = { name: path, type: 'zoomApi', data: { accessToken } };
	await n8n.publish(around(path, builtInZoom(path, parameters), counted), credential);
	return await n8n.run(path, [{ rows }]);
}
