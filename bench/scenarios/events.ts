import { atMost, byRound } from '../bounds';
import { newPath } from '../contestants';
import { EventSender, type Origin } from '../events';
import type { Arena, Contestant, Scenario } from '../types';
import { chain, node, noOperation } from '../workflows/nodes';
import { zoomCredential, zoomTrigger } from '../workflows/zoom';

/** So many events are on their way at a time in a burst, and so many forged ones in a flood. */
const BURST = 20;
const FLOOD = 50;
/** Events that are refused come in so many turns of so many. */
const TURNS = 9;
const PER_TURN = 200;

/** Publishes "trigger → No Operation" and returns its address. */
async function publish(arena: Arena, kind: 'webhook' | 'plain' | 'zoom'): Promise<string> {
	const path = newPath();
	const byPath = { httpMethod: 'POST', path, responseMode: 'onReceived', options: {} };
	const triggers = {
		webhook: () => node('Webhook', 'webhook', 2, byPath, { webhookId: path }),
		plain: () => node('Plain', 'n8n-nodes-plain.plainTrigger', 1.1, {}, { webhookId: path }),
		zoom: () => zoomTrigger(path, path),
	};
	const address = kind === 'webhook' ? path : `${path}/${kind}`;
	const credential = kind === 'zoom' ? zoomCredential(path, arena, 'auto') : undefined;
	const workflow = chain(path, [triggers[kind](), noOperation()]);
	await arena.n8n.publish(workflow, credential, address);
	return arena.n8n.address(address);
}

const burst = (
	name: string,
	kind: 'webhook' | 'plain' | 'zoom',
	origin: Origin = 'signed',
): Contestant => ({
	name,
	run: async (arena) => {
		const sender = new EventSender(await publish(arena, kind), BURST);
		try {
			return await arena.n8n.measured(
				async () => await sender.sendMany(arena.count, BURST, origin),
			);
		} finally {
			await sender.close();
		}
	},
});

const WEBHOOK = burst("n8n's Webhook node, which verifies nothing", 'webhook');
const PLAIN = burst('A 20-line trigger that verifies nothing', 'plain');
const SIGNED = burst('Zoom Trigger, signed events', 'zoom');
const FORGED = burst('Zoom Trigger, forged events', 'zoom', 'forged');
const UNSIGNED = burst('Zoom Trigger, unsigned events', 'zoom', 'unsigned');

/** What an event costs from its arrival to the end of the workflow that it starts. */
export const events: Scenario = {
	title: `1,000 events, ${BURST} at a time`,
	rows: 1000,
	rounds: 5,
	counts: 'events',
	contestants: [WEBHOOK, PLAIN, SIGNED],
	bounds: (row) => {
		const rows = [WEBHOOK, PLAIN, SIGNED].map(({ name }) => row(name));
		/** 1.2 × the Webhook node, or 1.1 × the least that a trigger can be, where that is more. */
		const overFloor = (figure: 'p99Ms' | 'cpuMsPerRow') =>
			byRound(
				rows,
				({ [figure]: webhook = 0 }, { [figure]: plain = 0 }, { [figure]: ours = 0 }) => {
					return ours / Math.max(1.2 * webhook, 1.1 * plain);
				},
			);
		const floor = '1.2 × the Webhook node, or 1.1 × the 20-line trigger';
		return [
			atMost(`1,000 signed events: 99 % answered, over ${floor}`, overFloor('p99Ms'), 1),
			atMost(`… CPU of each, over ${floor}`, overFloor('cpuMsPerRow'), 1),
			atMost('… lost', row(SIGNED.name).lost, 0),
		];
	},
};

/**
 * What an event costs that is refused: little less than the Webhook node's, since most of both is the
 * sandbox that n8n sets up. The same events' CPU differs by a tenth from one minute to the next, so
 * the contestants take turns often.
 */
export const refused: Scenario = {
	title: `${PER_TURN} events, ${BURST} at a time, which the Zoom Trigger refuses`,
	rows: PER_TURN,
	rounds: TURNS,
	counts: 'events',
	contestants: [WEBHOOK, FORGED, UNSIGNED],
	bounds: (row) =>
		[FORGED, UNSIGNED].map(({ name }) =>
			atMost(
				`${name}, ${TURNS} × ${PER_TURN}: CPU of each over the Webhook node's`,
				byRound([row(WEBHOOK.name), row(name)], (webhook, ours) => {
					return ours.cpuMsPerRow / webhook.cpuMsPerRow;
				}),
				0.85,
			),
		),
};

const AMONG_FORGED = 'Zoom Trigger, signed events among forged ones';

/** A stranger sends forged events as fast as they are answered. */
export const flood: Scenario = {
	title: `100 signed events, while ${FLOOD} forged ones are always on their way`,
	rows: 100,
	counts: 'events',
	contestants: [
		{
			name: AMONG_FORGED,
			run: async (arena) => {
				const address = await publish(arena, 'zoom');
				const zoom = new EventSender(address, 5);
				const stranger = new EventSender(address, FLOOD);
				let isOver = false;
				const sendOnAndOn = async () => {
					while (!isOver) await stranger.send('forged');
				};
				try {
					return await arena.n8n.measured(async () => {
						const flooding = Array.from({ length: FLOOD }, sendOnAndOn);
						const answers = await zoom.sendMany(arena.count, 5, 'signed');
						isOver = true;
						await Promise.all(flooding);
						return answers;
					});
				} finally {
					isOver = true;
					await Promise.all([zoom.close(), stranger.close()]);
				}
			},
		},
	],
	bounds: (row) => [
		atMost(
			`Signed events among ${FLOOD} forged at a time: longest answer in ms`,
			row(AMONG_FORGED).longestMs ?? Infinity,
			3_000,
		),
		atMost('… lost', row(AMONG_FORGED).lost, 0),
	],
};
