import { startSandbox, type Sandbox, type SandboxOptions } from '../test/sandbox';
import { zoomCredential, type MeasuredN8n } from './n8n';
import { runProgram, type Task, type Usage } from './programs';
import { builtIn, handMadeA, handMadeB, handMadeC, ours } from './workflows';

const LATENCY_MS = 50;
const CAPACITY = 20_000;

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

export interface Bench {
	n8n: MeasuredN8n;
	/** The sandbox that n8n's built-in node talks to. */
	zoomForBuiltIn: Sandbox;
	log: (line: string) => void;
}

interface Contestant {
	name: string;
	run: (sandbox: Sandbox, meetingId: number | string) => Promise<Usage>;
	/** Its ratio is to this contestant; to the first one where none is named. */
	floor?: string;
	sandbox?: Sandbox;
}

const emails = (count: number) => Array.from({ length: count }, (_, i) => `p${i}@example.com`);
const rowsOf = (count: number) => emails(count).map((email) => ({ email }));
const byId = (value: string | number) => ({ __rl: true, mode: 'id', value: String(value) });

let published = 0;
const newPath = () => `bench-${(published += 1)}`;

function addParameters(operation: string, meetingId: string | number, maxConcurrency: number) {
	return {
		resource: 'registrant',
		operation,
		meetingId: byId(meetingId),
		email: '={{ $json.email }}',
		firstName: 'Ada',
		options: { maxConcurrency },
	};
}

/** What the contestants of all scenarios that add people are. */
function adding(n8n: MeasuredN8n, count: number, perSecond?: number) {
	const body = { rows: rowsOf(count) };
	const program =
		(name: 'floor' | 'rivet', concurrency: number, pace?: number): Contestant['run'] =>
		async (sandbox, meetingId) => {
			const perSecond = pace && { perSecond: pace };
			const task: Task = {
				kind: 'add',
				meetingId,
				count,
				concurrency,
				...perSecond,
			};
			return await runProgram(name, sandbox, task);
		};
	const node =
		(operation: string, concurrency: number, plan: string): Contestant['run'] =>
		async (sandbox, meetingId) => {
			const path = newPath();
			const workflow = ours(path, addParameters(operation, meetingId, concurrency));
			await n8n.publish(workflow, zoomCredential(path, sandbox, plan));
			return await n8n.run(path, [body]);
		};
	const handMade =
		(build: typeof handMadeA): Contestant['run'] =>
		async (sandbox, meetingId) => {
			const path = newPath();
			await n8n.publish(build(path, sandbox, meetingId));
			return await n8n.run(path, [body]);
		};
	return {
		floor: (concurrency: number): Contestant => ({
			name: `undici pool of ${concurrency}`,
			run: program('floor', concurrency, perSecond),
		}),
		ours: (operation: 'add' | 'addMany', concurrency: number, plan: string): Contestant => ({
			name: `This node, ${operation === 'add' ? 'Add' : 'Add Many'}, ${concurrency} at a time, plan ${plan}`,
			run: node(operation, concurrency, plan),
		}),
		rivet: (concurrency: number): Contestant => ({
			name: `@zoom/rivet, ${concurrency} at a time`,
			run: program('rivet', concurrency),
		}),
		handMade: [
			{ name: 'Hand-made A, token for each row', run: handMade(handMadeA) },
			{ name: 'Hand-made B, token once', run: handMade(handMadeB) },
			{ name: 'Hand-made C, cached and paced', run: handMade(handMadeC) },
		],
	};
}

async function measure(
	bench: Bench,
	scenario: string,
	options: SandboxOptions,
	rows: number,
	contestants: Contestant[],
	{
		prepare = async () => {},
		boundMs,
		isListing = false,
	}: {
		prepare?: (sandbox: Sandbox, meetingId: number) => Promise<void>;
		/** The physical bound, where there is one. */
		boundMs?: number;
		isListing?: boolean;
	} = {},
): Promise<Row[]> {
	const results: Row[] = [];
	const measureOne = async (sandbox: Sandbox, contestant: Contestant): Promise<Row> => {
		sandbox.reset();
		const settings = { approval_type: 0 } as const;
		const { id } = sandbox.addMeeting({ topic: 'Bench', capacity: CAPACITY, settings });
		await prepare(sandbox, id);
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
		const calls = Object.values(byEndpoint).reduce((sum, one) => sum + one, 0);
		const floor = results.find(({ contestant: name }) => name === contestant.floor) ?? results[0];
		const row: Row = {
			scenario,
			contestant: contestant.name,
			wallMs: Math.round(usage.wallMs),
			ratio: round(usage.wallMs / (boundMs ?? floor?.wallMs ?? usage.wallMs)),
			cpuMsPerRow: round(usage.cpuMs / rows),
			rssMb: Math.round(usage.rssMb),
			calls,
			tokenCalls: tokens + tokenFailures,
			tooMany,
			lost: rows - Math.min(rows, done),
			doubled: isListing ? Math.max(0, done - rows) : worked.length - new Set(worked).size,
		};
		return row;
	};
	for (const contestant of contestants) {
		const sandbox = contestant.sandbox ?? (await startSandbox());
		try {
			const row = await measureOne(sandbox, contestant);
			results.push(row);
			bench.log(
				`${scenario} · ${row.contestant}: ${row.wallMs} ms, ${row.ratio} of the floor, ${row.cpuMsPerRow} ms CPU a row, +${row.rssMb} MB, ${row.calls} calls, ${row.tokenCalls} tokens, ${row.tooMany} × 429, ${row.lost} lost, ${row.doubled} doubled`,
			);
		} finally {
			if (!contestant.sandbox) await sandbox.close();
		}
	}
	return results;
}

const round = (value: number) => Math.round(value * 1000) / 1000;

/** Whom a request registered, or what it created. */
function idsIn(body: unknown): string[] {
	const { email, topic, registrants } = (body ?? {}) as {
		email?: string;
		topic?: string;
		registrants?: Array<{ email: string }>;
	};
	if (registrants) return registrants.map((person) => person.email);
	return [email ?? topic ?? ''];
}

export const SCENARIOS: Record<string, { title: string; run: (bench: Bench) => Promise<Row[]> }> = {
	unlimited: {
		title: '1,000 registrations, no limit, 50 ms latency',
		run: async (bench) => {
			const { floor, ours: node, rivet, handMade } = adding(bench.n8n, 1000);
			return await measure(bench, 'unlimited', {}, 1000, [
				floor(5),
				node('add', 5, 'auto'),
				floor(20),
				{ ...node('add', 20, 'auto'), floor: floor(20).name },
				node('addMany', 5, 'auto'),
				rivet(5),
				...handMade,
			]);
		},
	},
	limited: {
		title: "600 registrations at Pro's 30 requests a second, 50 ms latency",
		run: async (bench) => {
			const { floor, ours: node, rivet, handMade } = adding(bench.n8n, 600, 30);
			const contestants = [
				node('add', 5, 'pro'),
				node('add', 5, 'auto'),
				node('addMany', 5, 'pro'),
				{ ...floor(20), name: 'undici pool of 20, 30 a second' },
				rivet(5),
				...handMade,
			];
			const options = { plan: 'pro' as const };
			return await measure(bench, 'limited', options, 600, contestants, { boundMs: 20_000 });
		},
	},
	list: {
		title: 'A list of 10,000 registrants, 50 ms latency',
		run: async (bench) => {
			const program =
				(name: 'floor' | 'rivet'): Contestant['run'] =>
				async (sandbox, meetingId) =>
					await runProgram(name, sandbox, { kind: 'list', meetingId, concurrency: 1 });
			const contestants: Contestant[] = [
				{ name: 'undici, page by page', run: program('floor') },
				{
					name: 'This node, Get Many',
					run: async (sandbox, meetingId) => {
						const path = newPath();
						const parameters = {
							resource: 'registrant',
							operation: 'getAll',
							meetingId: byId(meetingId),
							returnAll: true,
						};
						const workflow = ours(path, parameters, 'email');
						await bench.n8n.publish(workflow, zoomCredential(path, sandbox, 'auto'));
						return await bench.n8n.run(path, [{ rows: [{}] }]);
					},
				},
				{ name: '@zoom/rivet, page by page', run: program('rivet') },
			];
			return await measure(bench, 'list', {}, 10_000, contestants, {
				isListing: true,
				prepare: async (sandbox, meetingId) => {
					const task: Task = { kind: 'add', meetingId, count: 10_000, concurrency: 20 };
					await runProgram('floor', sandbox, task);
				},
			});
		},
	},
	cold: {
		title: '200 form posts at once, nothing cached, 50 ms latency',
		run: async (bench) => {
			const { floor, rivet } = adding(bench.n8n, 200);
			const bodies = emails(200).map((email) => ({ rows: [{ email }] }));
			const contestants: Contestant[] = [
				floor(200),
				{
					name: 'This node, Add',
					run: async (sandbox, meetingId) => {
						const path = newPath();
						const workflow = ours(path, addParameters('add', meetingId, 5));
						await bench.n8n.publish(workflow, zoomCredential(path, sandbox, 'auto'));
						return await bench.n8n.run(path, bodies);
					},
				},
				{
					name: 'Hand-made B, token once for each post',
					run: async (sandbox, meetingId) => {
						const path = newPath();
						await bench.n8n.publish(handMadeA(path, sandbox, meetingId));
						return await bench.n8n.run(path, bodies);
					},
				},
				rivet(200),
			];
			return await measure(bench, 'cold', {}, 200, contestants);
		},
	},
	killed: {
		title: '300 registrations, the token is killed after 150, 50 ms latency',
		run: async (bench) => {
			const { ours: node, floor, rivet, handMade } = adding(bench.n8n, 300);
			const on = 'POST /meetings/{meetingId}/registrants';
			const faults = [{ kind: 'tokenKilled' as const, on, after: 150, times: 1 }];
			const contestants = [floor(5), node('add', 5, 'auto'), rivet(5), ...handMade];
			return await measure(bench, 'killed', { faults }, 300, contestants);
		},
	},
	create: {
		title: '90 meetings created, 50 ms latency',
		run: async (bench) => {
			const program =
				(name: 'floor' | 'rivet'): Contestant['run'] =>
				async (sandbox) =>
					await runProgram(name, sandbox, { kind: 'create', count: 90, concurrency: 5 });
			const rows = Array.from({ length: 90 }, (_, i) => ({ topic: `Meeting ${i}` }));
			const topic = '={{ $json.topic }}';
			const contestants: Contestant[] = [
				{ name: 'undici pool of 5', run: program('floor') },
				{
					name: 'This node, Create',
					run: async (sandbox) => {
						const path = newPath();
						const parameters = { resource: 'meeting', operation: 'create', topic };
						const start = { startTime: '2027-03-05T10:00:00', duration: 30 };
						const workflow = ours(path, { ...parameters, ...start });
						await bench.n8n.publish(workflow, zoomCredential(path, sandbox, 'auto'));
						return await bench.n8n.run(path, [{ rows }]);
					},
				},
				{
					name: "n8n's built-in Zoom node, Create",
					sandbox: bench.zoomForBuiltIn,
					run: async (sandbox) =>
						await runBuiltIn(bench, sandbox, { operation: 'create', topic }, rows),
				},
				{ name: '@zoom/rivet, 5 at a time', run: program('rivet') },
			];
			return await measure(bench, 'create', {}, 90, contestants);
		},
	},
	meetings: {
		title: 'A list of 650 meetings, 50 ms latency',
		run: async (bench) => {
			const contestants: Contestant[] = [
				{
					name: 'This node, Get Many',
					run: async (sandbox) => {
						const path = newPath();
						const workflow = ours(
							path,
							{ resource: 'meeting', operation: 'getAll', returnAll: true },
							'id',
						);
						await bench.n8n.publish(workflow, zoomCredential(path, sandbox, 'auto'));
						return await bench.n8n.run(path, [{ rows: [{}] }]);
					},
				},
				{
					name: "n8n's built-in Zoom node, Get Many",
					sandbox: bench.zoomForBuiltIn,
					run: async (sandbox) =>
						await runBuiltIn(bench, sandbox, { operation: 'getAll', returnAll: true }, [{}], 'id'),
				},
			];
			return await measure(bench, 'meetings', {}, 650, contestants, {
				isListing: true,
				// Three pages of 300, and 22 of the built-in node's 30.
				boundMs: 3 * LATENCY_MS,
				prepare: async (sandbox) => {
					const have = sandbox.meetings().filter(({ host_id: host }) => host === OWNER).length;
					for (let i = have; i < 650; i++) {
						sandbox.addMeeting({ topic: `Meeting ${i}`, start_time: '2027-03-05T10:00:00Z' });
					}
				},
			});
		},
	},
};

const OWNER = 'KdYKjnimT4KPd8FFgQt9FQ';

/** n8n's built-in node gets a token from us: it can't fetch one. */
async function runBuiltIn(
	{ n8n }: Bench,
	{ url, accountId, clientId, clientSecret }: Sandbox,
	parameters: Record<string, unknown>,
	rows: unknown[],
	counted?: string,
): Promise<Usage> {
	const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
	const answer = await fetch(`${url}/oauth/token`, {
		method: 'POST',
		headers: { Authorization: `Basic ${basic}` },
		body: new URLSearchParams({ grant_type: 'account_credentials', account_id: accountId }),
	});
	const { access_token: accessToken } = (await answer.json()) as { access_token: string };
	const path = newPath();
	const credential = { name: path, type: 'zoomApi', data: { accessToken } };
	await n8n.publish(builtIn(path, { resource: 'meeting', ...parameters }, counted), credential);
	return await n8n.run(path, [{ rows }]);
}
