import type { SeenRequest } from '../sandbox';
import { percentile, rounded } from './statistics';
import type { Arena, Bench, Contestant, Counts, Figures, Row, Scenario } from './types';
import type { Usage } from './usage';

/** Zoom's answers take so long where a scenario says nothing else. */
export const LATENCY_MS = 50;
const CAPACITY = 20_000;
const ROUNDS = 3;

/** What happens once too often if it happens in one run; of everything else the median counts. */
const WORST = new Set(['rssMb', 'tokenCalls', 'tooMany', 'lost', 'doubled', 'longestMs']);

/** Has each contestant do the scenario, in turns. */
export async function measure(name: string, scenario: Scenario, bench: Bench): Promise<Row[]> {
	const { contestants, perSecond } = scenario;
	const roundsOf = (one: Contestant) =>
		bench.divisor > 1 ? 1 : (one.rounds ?? scenario.rounds ?? ROUNDS);
	const count = Math.ceil(scenario.rows / bench.divisor);
	const runs = new Map<Contestant, Figures[]>(contestants.map((one) => [one, []]));
	for (let round = 1; round <= Math.max(...contestants.map(roundsOf)); round++) {
		for (const [contestant, done] of runs) {
			if (round > roundsOf(contestant)) continue;
			const figures = await measureOnce(scenario, contestant, count, bench);
			done.push(figures);
			bench.log(`${name} · round ${round} · ${contestant.name}: ${inWords(figures)}`);
		}
	}
	const wallMs = (one: Contestant) => middle(runs.get(one) ?? []).wallMs;
	return [...runs].map(([one, done]): Row => {
		const floor = contestants.find((other) => other.name === one.floor) ?? contestants[0] ?? one;
		const figures = middle(done);
		const times = done.map((run) => run.wallMs);
		return {
			scenario: name,
			contestant: one.name,
			...figures,
			ratio: rounded(figures.wallMs / wallMs(floor)),
			...(perSecond && { overBound: rounded((figures.wallMs * perSecond) / count / 1000) }),
			spread: rounded((Math.max(...times) - Math.min(...times)) / figures.wallMs),
			runs: done,
		};
	});
}

const inWords = ({ wallMs, cpuMsPerRow, calls, tooMany, lost, doubled, p99Ms }: Figures) =>
	p99Ms === undefined
		? `${wallMs} ms, ${cpuMsPerRow} ms CPU a row, ${calls} calls, ${tooMany} × 429, ${lost} lost, ${doubled} doubled`
		: `${wallMs} ms, ${cpuMsPerRow} ms CPU an event, 99 % within ${p99Ms} ms, ${lost} lost`;

async function measureOnce(
	scenario: Scenario,
	contestant: Contestant,
	count: number,
	bench: Bench,
): Promise<Figures> {
	const arena = await openArena(scenario, contestant, count, bench);
	arena.rows = (await scenario.prepare?.(arena)) ?? arena.rows;
	await bench.sandbox.configure({ latencyMs: LATENCY_MS, ...scenario.sandbox });
	const since = new Date();
	const usage = await contestant.run(arena);
	const requests = await bench.sandbox.requestsSince(since);
	return figuresOf(contestant.counts ?? scenario.counts ?? 'sent', usage, requests, arena);
}

async function openArena(
	{ meeting, https }: Scenario,
	contestant: Contestant,
	count: number,
	{ n8n, sandbox }: Bench,
): Promise<Arena> {
	await sandbox.reset();
	const app = await sandbox.addApp();
	const meetingId = await sandbox.addMeeting(app.accountId, {
		topic: 'Bench',
		capacity: CAPACITY,
		settings: { approval_type: 0 },
		...meeting,
	});
	const url = (contestant.https ?? https) ? sandbox.secureUrl : sandbox.url;
	const rows = Array.from({ length: count }, (_, i) => ({ email: `p${i}@example.com` }));
	return { n8n, sandbox, app, url, meetingId, count, rows };
}

function figuresOf(
	counts: Counts,
	usage: Usage,
	requests: readonly SeenRequest[],
	{ app, count }: Arena,
): Figures {
	// Others may use the account, too.
	const calls = requests.filter(({ clientId }) => clientId === app.clientId);
	const sent = calls
		.filter(({ method, status }) => method !== 'GET' && status < 300)
		.flatMap(({ body }) => idsIn(body));
	const done = counts === 'sent' ? new Set(sent).size : usage.rows;
	return {
		wallMs: Math.round(usage.wallMs),
		cpuMsPerRow: rounded(usage.cpuMs / count),
		rssMb: Math.round(usage.rssMb),
		calls: calls.length,
		tokenCalls: requests.filter(({ path }) => path === '/oauth/token').length,
		tooMany: calls.filter(({ status }) => status === 429).length,
		lost: Math.max(0, count - done),
		doubled: counts === 'sent' ? sent.length - new Set(sent).size : Math.max(0, done - count),
		...(usage.answersMs && { p99Ms: rounded(percentile(usage.answersMs, 0.99)) }),
		...(usage.answersMs && { longestMs: rounded(percentile(usage.answersMs, 1)) }),
		...(usage.blockMs !== undefined && { blockMs: usage.blockMs }),
	};
}

/** Who a request registered or approved, or what it created. */
function idsIn(body: unknown): string[] {
	const { email, topic, registrants } = (body ?? {}) as {
		email?: string;
		topic?: string;
		registrants?: Array<{ id?: string; email?: string }>;
	};
	if (registrants) return registrants.map((one) => one.id ?? one.email ?? '');
	return [email ?? topic ?? ''];
}

/** The figures of several runs as one. */
function middle(runs: readonly Figures[]): Figures {
	const names = Object.keys(runs[0] ?? {}) as Array<keyof Figures>;
	const values = names.map((name) => {
		const sorted = runs.map((run) => run[name] ?? 0);
		return [name, percentile(sorted, WORST.has(name) ? 1 : 0.5)];
	});
	return Object.fromEntries(values) as unknown as Figures;
}
