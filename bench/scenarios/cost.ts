import { atMost } from '../bounds';
import { bodiesOf, newPath, ours, registering } from '../contestants';
import { LATENCY_MS } from '../measure';
import type { Contestant, Scenario } from '../types';
import { around } from '../workflows/nodes';
import { httpRequest, zoomCredential } from '../workflows/zoom';

const AT_A_TIME = 5;

/** n8n's HTTP Request node with our credential. */
const request: Contestant = {
	name: 'HTTP Request with this credential',
	run: async (arena) => {
		const path = newPath();
		const step = httpRequest(path, arena, AT_A_TIME, LATENCY_MS);
		await arena.n8n.publish(around(path, step), zoomCredential(path, arena, 'auto'));
		return await arena.n8n.run(path, bodiesOf(arena, 1));
	},
};
const node = ours('Add, 5 at a time', 'add', { parameters: registering(AT_A_TIME) });

const overHttps = (one: Contestant): Contestant => ({
	...one,
	name: `${one.name}, https`,
	https: true,
});
const secureRequest = overHttps(request);
const secureNode = { ...overHttps(node), floor: secureRequest.name };

/** What a row takes at the same pace: it takes less the faster rows go, whoever sends them. */
export const cost: Scenario = {
	title: "1,000 registrations at the pace of 5 at a time, beside n8n's HTTP Request node",
	rows: 1000,
	contestants: [request, node, secureRequest, secureNode],
	bounds: (row) => [
		atMost(
			'CPU per row over that of the HTTP Request node with this credential, same pace, http',
			row(node.name).cpuMsPerRow / row(request.name).cpuMsPerRow,
			0.8,
		),
		atMost('… https', row(secureNode.name).cpuMsPerRow / row(secureRequest.name).cpuMsPerRow, 0.8),
	],
};
