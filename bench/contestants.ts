import { handMadeA, handMadeB, handMadeC } from './workflows/handMade';
import { around, noOperation } from './workflows/nodes';
import { zoom, zoomCredential } from './workflows/zoom';
import { runProgram, type Task } from './programs';
import type { Arena, Contestant } from './types';

let published = 0;
/** A name for a workflow, its webhook and its credential. */
export const newPath = () => `bench-${(published += 1)}`;

/** Splits the arena's rows among so many executions, which begin at once. */
export function bodiesOf({ rows }: Arena, executions: number): object[] {
	const share = Math.ceil(rows.length / executions);
	return Array.from({ length: executions }, (_, i) => ({
		rows: rows.slice(i * share, (i + 1) * share),
	}));
}

const oneExecution = () => 1;

/** How our node is used. */
export interface NodeUse {
	/** Of the credential; `auto` where it is to be detected. */
	plan?: 'pro' | 'business' | 'auto';
	resource?: string;
	/** Beside resource and operation, as the editor saves them; `options` are those of the run. */
	parameters?: (arena: Arena) => Record<string, unknown>;
	/** The field that tells how many items came back. */
	counted?: string;
	/** How many executions share the rows, all begun at once; one where it is not given. */
	executions?: (arena: Arena) => number;
}

export const byId = (value: string | number) => ({ __rl: true, mode: 'id', value: String(value) });

/** Registering the arena's people; without `maxConcurrency` as many requests at once as by default. */
export const registering =
	(maxConcurrency?: number) =>
	({ meetingId }: Arena) => ({
		meetingId: byId(meetingId),
		email: '={{ $json.email }}',
		registrantFrom: 'define',
		firstName: 'Ada',
		options: maxConcurrency === undefined ? {} : { maxConcurrency },
	});

/** Our node in a workflow, with default options where none are given. */
export const ours = (
	name: string,
	operation: string,
	{
		plan = 'auto',
		resource = 'meetingRegistrant',
		parameters = registering(),
		counted,
		executions = oneExecution,
	}: NodeUse = {},
): Contestant => ({
	name: `This node, ${name}`,
	run: async (arena) => {
		const path = newPath();
		const step = zoom(path, { resource, operation, ...parameters(arena) });
		await arena.n8n.publish(around(path, step, counted), zoomCredential(path, arena, plan));
		return await arena.n8n.run(path, bodiesOf(arena, executions(arena)));
	},
});

/** With one run only: enough to warm up, and for what is far from any bound. */
export const once = (contestant: Contestant): Contestant => ({ ...contestant, rounds: 1 });

/** A bare undici pool. */
export const pool = (task: Task, name?: string): Contestant => ({
	name: name ?? `undici pool of ${task.concurrency}`,
	run: async (arena) => await runProgram('floor', arena, task),
});

/** One that paces: so many requests start a second, on as many connections as that needs. */
export const pacedPool = (kind: Task['kind'], perSecond: number): Contestant =>
	pool({ kind, perSecond }, `undici pool, ${perSecond} a second`);

/** Zoom's own SDK. */
export const rivet = (kind: Task['kind'], concurrency: number): Contestant => ({
	name: `@zoom/rivet, ${concurrency} at a time`,
	run: async (arena) => await runProgram('rivet', arena, { kind, concurrency }),
});

/** What n8n itself takes for such a workflow. */
export const n8nAlone = (executions: NodeUse['executions'] = oneExecution): Contestant => ({
	name: 'n8n alone, with No Operation for a node',
	// Nothing is sent to Zoom.
	counts: 'listed',
	run: async (arena) => {
		const path = newPath();
		await arena.n8n.publish(around(path, noOperation()));
		const usage = await arena.n8n.run(path, bodiesOf(arena, executions(arena)));
		return { ...usage, rows: arena.count };
	},
});

const handMade =
	(build: typeof handMadeA): Contestant['run'] =>
	async (arena) => {
		const path = newPath();
		await arena.n8n.publish(build(path, arena));
		return await arena.n8n.run(path, bodiesOf(arena, 1));
	};

export const HAND_MADE_A: Contestant = {
	name: 'Hand-made A, token for each row',
	run: handMade(handMadeA),
};
export const HAND_MADE_B: Contestant = {
	name: 'Hand-made B, token once',
	run: handMade(handMadeB),
};
export const HAND_MADE_C: Contestant = {
	name: 'Hand-made C, cached and paced',
	run: handMade(handMadeC),
};
