import { startSandbox, type Sandbox, type SandboxOptions } from '../sandbox';
import type { Usage } from './programs';

/** Zoom's answers take so long. */
export const LATENCY_MS = 50;
const CAPACITY = 20_000;
const ROUNDS = 5;
/** What takes longer runs in the first round only. */
const SHORT_MS = 15_000;

/** One line of the table. */
export interface Row {
	scenario: string;
	contestant: string;
	wallMs: number;
	/** Wall time over that of the floor, or of the physical bound. */
	ratio: number;
	cpuMsPerRow: number;
	/** Growth of the process's memory, in megabytes. */
	rssMb: number;
	/** Requests to the API. */
	calls: number;
	tokenCalls: number;
	tooMany: number;
	/** Rows that should have been done and were not. */
	lost: number;
	/** How often Zoom did a row once more. */
	doubled: number;
}

type Figures = Omit<Row, 'scenario' | 'contestant' | 'ratio'>;

export interface Contestant {
	name: string;
	run: (sandbox: Sandbox, meetingId: number | string) => Promise<Usage>;
	/** Its ratio is to this contestant; to the first one where none is named. */
	floor?: string;
	/** One of its own for each run where none is given. */
	sandbox?: Sandbox;
}

export interface Scenario {
	name: string;
	/** How many rows it is about. */
	rows: number;
	/** What the sandbox is like, beside the latency. */
	options: SandboxOptions;
	contestants: Contestant[];
	prepare?: (sandbox: Sandbox, meetingId: number) => Promise<void>;
	/** The physical bound in milliseconds, where there is one. */
	boundMs?: number;
	/** Rows are those that come back, not those that are posted. */
	isListing?: boolean;
}

/** Has each contestant do the scenario; those that are quick five times, in turns. */
export async function measure(scenario: Scenario, log: (line: string) => void): Promise<Row[]> {
	const { name, contestants, boundMs } = scenario;
	const runs = new Map<Contestant, Figures[]>(contestants.map((one) => [one, []]));
	for (let round = 0; round < ROUNDS; round++) {
		for (const [contestant, done] of runs) {
			if (round > 0 && (done[0]?.wallMs ?? 0) >= SHORT_MS) continue;
			const sandbox = contestant.sandbox ?? (await startSandbox());
			try {
				done.push(await measureOnce(scenario, contestant, sandbox));
			} finally {
				if (!contestant.sandbox) await sandbox.close();
			}
		}
	}
	const medians = contestants.map((one) => ({ one, figures: middle(runs.get(one) ?? []) }));
	return medians.map(({ one, figures }) => {
		const floor = medians.find((other) => other.one.name === one.floor) ?? medians[0];
		const ratio = rounded(figures.wallMs / (boundMs ?? floor?.figures.wallMs ?? figures.wallMs));
		const row: Row = { scenario: name, contestant: one.name, ...figures, ratio };
		log(
			`${name} · ${row.contestant}: ${row.wallMs} ms, ${row.ratio} of the floor, ${row.cpuMsPerRow} ms CPU a row, +${row.rssMb} MB, ${row.calls} calls, ${row.tokenCalls} tokens, ${row.tooMany} × 429, ${row.lost} lost, ${row.doubled} doubled`,
		);
		return row;
	});
}

async function measureOnce(
	{ rows, options, prepare, isListing }: Scenario,
	contestant: Contestant,
	sandbox: Sandbox,
): Promise<Figures> {
	sandbox.reset();
	const settings = { approval_type: 0 } as const;
	const { id } = sandbox.addMeeting({ topic: 'Bench', capacity: CAPACITY, settings });
	await prepare?.(sandbox, id);
	sandbox.configure({ latencyMs: LATENCY_MS, ...options });
	sandbox.resetCounts();
	const before = sandbox.requests().length;
	const usage = await contestant.run(sandbox, id);
	const { tokens, tokenFailures, tooMany, byEndpoint } = sandbox.counts();
	const worked = sandbox
		.requests()
		.slice(before)
		.filter(({ method, status }) => method === 'POST' && status === 201)
		.flatMap(({ body }) => idsIn(body));
	const done = isListing ? usage.rows : new Set(worked).size;
	return {
		wallMs: Math.round(usage.wallMs),
		cpuMsPerRow: rounded(usage.cpuMs / rows),
		rssMb: Math.round(usage.rssMb),
		calls: Object.values(byEndpoint).reduce((sum, one) => sum + one, 0),
		tokenCalls: tokens + tokenFailures,
		tooMany,
		lost: rows - Math.min(rows, done),
		doubled: isListing ? Math.max(0, done - rows) : worked.length - new Set(worked).size,
	};
}

/** The median of time and calls; the most of memory and of what must not happen. */
function middle(runs: readonly Figures[]): Figures {
	const sorted = (figure: keyof Figures) => runs.map((run) => run[figure]).sort((a, b) => a - b);
	const median = (figure: keyof Figures) => sorted(figure)[Math.floor(runs.length / 2)] ?? 0;
	const most = (figure: keyof Figures) => sorted(figure).at(-1) ?? 0;
	return {
		wallMs: median('wallMs'),
		cpuMsPerRow: median('cpuMsPerRow'),
		rssMb: most('rssMb'),
		calls: median('calls'),
		tokenCalls: most('tokenCalls'),
		tooMany: most('tooMany'),
		lost: most('lost'),
		doubled: most('doubled'),
	};
}

/** To three places. */
export const rounded = (value: number) => Math.round(value * 1000) / 1000;

/** Who a request registered, or what it created. */
function idsIn(body: unknown): string[] {
	const { email, topic, registrants } = (body ?? {}) as {
		email?: string;
		topic?: string;
		registrants?: Array<{ email: string }>;
	};
	if (registrants) return registrants.map((person) => person.email);
	return [email ?? topic ?? ''];
}
