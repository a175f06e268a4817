import { atMost } from '../bounds';
import { measureEngineRows } from '../engineRows';
import type { Contestant, Row, Scenario } from '../types';

/** Our node and Edit Fields with the same items, each in a process of its own, measured at once. */
function inEngine(operation: 'add' | 'addMany', name: string): Contestant[] {
	let measured: ReturnType<typeof measureEngineRows> | undefined;
	const run =
		(whose: 'node' | 'editFields'): Contestant['run'] =>
		async ({ count }) => {
			measured ??= measureEngineRows(count, [operation]);
			const [figures] = await measured;
			if (!figures) throw new Error(`No figures of ${operation}`);
			const { wallMs, cpuMsPerRow, keptMb, blockMs } = figures[whose];
			const { rows } = figures;
			return { wallMs, cpuMs: cpuMsPerRow * rows, rssMb: keptMb, rows, blockMs };
		};
	const floor = `Edit Fields, items as of ${name}`;
	return [
		{ name: floor, run: run('editFields') },
		{ name: `This node, ${name}`, floor, run: run('node') },
	];
}

/** Without n8n's webhook and database: what is left is the node. */
export const engine: Scenario = {
	title: "50,000 rows in n8n's engine, in memory",
	rows: 50_000,
	rounds: 1,
	counts: 'engine',
	contestants: [...inEngine('add', 'Add'), ...inEngine('addMany', 'Add Many')],
	bounds: (row) =>
		['Add', 'Add Many'].flatMap((name) => {
			const own: Row = row(`This node, ${name}`);
			const floor = row(`Edit Fields, items as of ${name}`);
			return [
				atMost(`50,000 rows, ${name}: memory kept over Edit Fields'`, own.rssMb / floor.rssMb, 1.5),
				atMost('… longest block of the event loop in ms', own.blockMs ?? Infinity, 150),
			];
		}),
};
