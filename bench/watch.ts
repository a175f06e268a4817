/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs on a developer's machine, never inside n8n */
import type { IExecuteFunctions, INodeType } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';

/** What a node took in this process, from its start to its end. Megabytes are 1,000,000 bytes. */
export interface Watched {
	wallMs: number;
	/** Milliseconds of all threads, those of the garbage collection included. */
	cpuMsPerRow: number;
	/** How often the node had n8n evaluate a parameter. */
	readsPerRow: number;
	/** The longest time without a turn of the event loop. */
	blockMs: number;
	/** The same by the CPU time that the process took: what other processes take does not count. */
	blockCpuMs: number;
	/** Growth of the heap, garbage collected, while the items that came out are held. */
	keptMb: number;
	/** Growth of the process's memory at its peak. */
	rssMb: number;
}

const HEARTBEAT_MS = 5;

/** Watches one run of a node. */
export class Watch {
	private reads = 0;
	private block = { ms: 0, cpuMs: 0 };
	private readonly started = { wall: 0, cpu: 0, heap: 0, rss: 0 };
	private ended = { wall: 0, cpu: 0 };
	private rss = 0;
	private timer: NodeJS.Timeout | undefined;
	/** Input items, held until the figures are there, as n8n holds them: none go meanwhile. */
	input: unknown;

	read(): void {
		this.reads++;
	}

	async start(): Promise<void> {
		collect();
		this.started.heap = process.memoryUsage().heapUsed;
		this.started.rss = process.memoryUsage.rss();
		await sleep(HEARTBEAT_MS);
		Object.assign(this.started, { wall: performance.now(), cpu: cpuMs() });
		this.beat();
	}

	async end(): Promise<void> {
		this.ended = { wall: performance.now(), cpu: cpuMs() };
		// The last block ends with the beat that comes after it.
		await sleep(4 * HEARTBEAT_MS);
		clearInterval(this.timer);
	}

	/** Called while the items are held. */
	figures(rows: number): Watched {
		collect();
		const { heapUsed } = process.memoryUsage();
		this.input = undefined;
		const tenths = (value: number) => Math.round(value * 10) / 10;
		return {
			wallMs: Math.round(this.ended.wall - this.started.wall),
			cpuMsPerRow: Math.round(((this.ended.cpu - this.started.cpu) / rows) * 1000) / 1000,
			readsPerRow: tenths(this.reads / rows),
			blockMs: tenths(this.block.ms),
			blockCpuMs: tenths(this.block.cpuMs),
			keptMb: tenths((heapUsed - this.started.heap) / 1e6),
			rssMb: tenths((this.rss - this.started.rss) / 1e6),
		};
	}

	private beat(): void {
		let last = { wall: performance.now(), cpu: cpuMs() };
		let beats = 0;
		this.timer = setInterval(() => {
			const now = { wall: performance.now(), cpu: cpuMs() };
			const ms = now.wall - last.wall - HEARTBEAT_MS;
			this.block.ms = Math.max(this.block.ms, ms);
			this.block.cpuMs = Math.max(this.block.cpuMs, Math.min(ms, now.cpu - last.cpu));
			// Asking for the memory takes longer than the rest.
			if (++beats % 20 === 0) this.rss = Math.max(this.rss, process.memoryUsage.rss());
			last = now;
		}, HEARTBEAT_MS);
	}
}

function cpuMs(): number {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1000;
}

function collect(): void {
	for (let round = 0; round < 3; round++) globalThis.gc?.();
}

/** The same node, watched while it runs. */
export function watched(type: INodeType, watch: Watch): INodeType {
	const { execute } = type;
	return Object.assign(Object.create(type) as INodeType, {
		async execute(this: IExecuteFunctions) {
			const { getNodeParameter } = this;
			this.getNodeParameter = ((...args: Parameters<typeof getNodeParameter>) => {
				const [, , , options] = args as unknown[];
				if (!(options as { rawExpressions?: boolean } | undefined)?.rawExpressions) watch.read();
				return getNodeParameter(...args);
			}) as typeof getNodeParameter;
			watch.input = this.getInputData();
			await watch.start();
			try {
				return (await execute?.call(this)) ?? null;
			} finally {
				await watch.end();
			}
		},
	});
}
