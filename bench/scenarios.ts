import type { Workflow } from '../demo/n8n';
import type { Sandbox } from '../sandbox';
import { LATENCY_MS, measure, type Contestant, type Row } from './measure';
import { zoomCredential, type MeasuredN8n } from './n8n';
import { runProgram, type Task, type Usage } from './programs';
import { builtIn, handMadeA, handMadeB, handMadeC, ours } from './workflows';

export interface Bench {
	n8n: MeasuredN8n;
	/** The sandbox that n8n's built-in node talks to. */
	zoomForBuiltIn: Sandbox;
	log: (line: string) => void;
}

const emails = (count: number) => Array.from({ length: count }, (_, i) => `p${i}@example.com`);
const rowsOf = (count: number) => emails(count).map((email) => ({ email }));
const byId = (value: string | number) => ({ __rl: true, mode: 'id', value: String(value) });

let published = 0;
const newPath = () => `bench-${(published += 1)}`;

function addParameters(operation: string, meetingId: string | number, maxConcurrency: number) {
	return {
		resource: 'meetingRegistrant',
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
		(
			build: (path: string, sandbox: Sandbox, meetingId: string | number) => Workflow,
		): Contestant['run'] =>
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
		/** As many rows a second as `atATime` requests of our node's default make. */
		handMadeBPaced: (atATime: number): Contestant => ({
			name: `Hand-made B, ${atATime} rows every ${LATENCY_MS + 8} ms`,
			run: handMade((path, sandbox, meetingId) =>
				handMadeB(path, sandbox, meetingId, {
					batchSize: atATime,
					batchInterval: LATENCY_MS + 8,
				}),
			),
		}),
		handMade: [
			{ name: 'Hand-made A, token for each row', run: handMade(handMadeA) },
			{ name: 'Hand-made B, token once', run: handMade(handMadeB) },
			{ name: 'Hand-made C, cached and paced', run: handMade(handMadeC) },
		],
	};
}

export const SCENARIOS: Record<string, { title: string; run: (bench: Bench) => Promise<Row[]> }> = {
	unlimited: {
		title: '1,000 registrations, no limit, 50 ms latency',
		run: async (bench) => {
			const { floor, ours: node, rivet, handMade, handMadeBPaced } = adding(bench.n8n, 1000);
			const contestants = [
				floor(5),
				node('add', 5, 'auto'),
				floor(20),
				{ ...node('add', 20, 'auto'), floor: floor(20).name },
				node('addMany', 5, 'auto'),
				rivet(5),
				...handMade,
				handMadeBPaced(5),
			];
			return await measure({ name: 'unlimited', rows: 1000, options: {}, contestants }, bench.log);
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
			return await measure(
				{ name: 'limited', rows: 600, options: { plan: 'pro' }, contestants, boundMs: 20_000 },
				bench.log,
			);
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
							resource: 'meetingRegistrant',
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
			return await measure(
				{
					name: 'list',
					rows: 10_000,
					options: {},
					contestants,
					isListing: true,
					prepare: async (sandbox, meetingId) => {
						const task: Task = { kind: 'add', meetingId, count: 10_000, concurrency: 20 };
						await runProgram('floor', sandbox, task);
					},
				},
				bench.log,
			);
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
			return await measure({ name: 'cold', rows: 200, options: {}, contestants }, bench.log);
		},
	},
	killed: {
		title: '300 registrations, the token is killed after 150, 50 ms latency',
		run: async (bench) => {
			const { ours: node, floor, rivet, handMade } = adding(bench.n8n, 300);
			const on = 'POST /meetings/{meetingId}/registrants';
			const faults = [{ kind: 'tokenKilled' as const, on, after: 150, times: 1 }];
			const contestants = [floor(5), node('add', 5, 'auto'), rivet(5), ...handMade];
			return await measure(
				{ name: 'killed', rows: 300, options: { faults }, contestants },
				bench.log,
			);
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
						const additionalFields = { duration: 30 };
						const start = { startTime: '2027-03-05T10:00:00', additionalFields };
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
			return await measure({ name: 'create', rows: 90, options: {}, contestants }, bench.log);
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
			return await measure(
				{
					name: 'meetings',
					rows: 650,
					options: {},
					contestants,
					isListing: true,
					// Three pages of 300, and 22 of the built-in node's 30.
					boundMs: 3 * LATENCY_MS,
					prepare: async (sandbox) => {
						const have = sandbox.meetings().filter(({ host_id: host }) => host === OWNER).length;
						for (let i = have; i < 650; i++) {
							sandbox.addMeeting({ topic: `Meeting ${i}`, start_time: '2027-03-05T10:00:00Z' });
						}
					},
				},
				bench.log,
			);
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
