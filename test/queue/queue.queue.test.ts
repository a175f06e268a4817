import { sleep } from 'n8n-workflow';
import pLimit from 'p-limit';
import { z } from 'zod';
import { whenRegistered } from '../../demo/n8n';
import { SEED, type Sandbox } from '../../sandbox';
import { signed } from '../../sandbox/events/signature';
import {
	addRegistrant,
	chain,
	formTrigger,
	listFromWebhook,
	newSandbox,
	people,
	publish,
	report,
	zoomCredential,
	zoomTrigger,
} from '../e2e/harness';
import { startCluster, type Cluster } from './cluster';

const PEOPLE = 300;
const COLD_STARTS = 10;
const PEOPLE_WHEN_COLD = 40;
/** n8n's default for a worker. */
const JOBS_OF_A_WORKER = 10;
const PROCESSES = 3;
const ADD = 'POST /meetings/{meetingId}/registrants';

let cluster: Cluster;

beforeAll(async () => {
	cluster = await startCluster();
});

/** Publishes "form → Add registrant"; resolves to the workflow's ID and a function that fills it in. */
async function publishForm(path: string, sandbox: Sandbox) {
	const { client, main } = cluster;
	const add = addRegistrant(path, '={{ $json.Email }}');
	const workflow = chain(path, [formTrigger(path), add]);
	const { workflowId } = await publish(client, zoomCredential(path, sandbox), workflow);
	const url = `${main.url}/form/${path}`;
	await whenRegistered(async () => await fetch(url));
	const limit = pLimit(20);
	const fillIn = async (emails: string[]) =>
		await Promise.all(
			emails.map(async (email) => {
				const body = new FormData();
				body.append('field-0', email);
				const post = async () => await fetch(url, { method: 'POST', body });
				expect((await limit(post)).status).toBe(200);
			}),
		);
	return { workflowId, fillIn };
}

/** Waits until no more executions end; resolves to how many have each status. */
async function settled(workflowId: string, count: number): Promise<Record<string, number>> {
	const deadline = Date.now() + 120_000;
	let last = '';
	let since = Date.now();
	for (;;) {
		const statuses = await cluster.executions(workflowId);
		const text = JSON.stringify(statuses);
		if (text !== last) [last, since] = [text, Date.now()];
		// What a killed worker had in hand stays as it is.
		if (statuses.success === count || Date.now() - since > 15_000 || Date.now() > deadline) {
			return statuses;
		}
		await sleep(200);
	}
}

const emailsOf = (sandbox: Sandbox) => sandbox.registrants(SEED.meeting).map(({ email }) => email);

describe.each([
	{ mode: 'several tokens may live', newTokenKillsOld: false },
	{ mode: 'new tokens kill old ones', newTokenKillsOld: true },
])('300 form posts on main and 2 workers, where $mode', ({ mode, newTokenKillsOld }) => {
	it('a token runs out half-way: everybody is registered once', async () => {
		const sandbox = await newSandbox({ newTokenKillsOld, latencyMs: 20, tokenLatencyMs: 200 });
		const { workflowId, fillIn } = await publishForm(`form-${newTokenKillsOld}`, sandbox);
		const emails = people('queue', PEOPLE).map(({ email }) => email);
		await fillIn(emails.slice(0, PEOPLE / 2));
		const { tokens: cold } = sandbox.counts();
		sandbox.expireTokens();
		await fillIn(emails.slice(PEOPLE / 2));
		expect(await settled(workflowId, PEOPLE)).toEqual({ success: PEOPLE });
		expect(emailsOf(sandbox).sort()).toEqual([...emails].sort());
		const { tokens, unauthorized, byEndpoint } = sandbox.counts();
		const calls = byEndpoint[ADD] ?? 0;
		report(
			`Queue mode, ${mode}: ${PEOPLE} registered, ${calls} adds, ${unauthorized} answered 401, ${cold} tokens at first, ${tokens} in all.`,
		);
		expect(calls - unauthorized).toBe(PEOPLE);
		// One for each process, and another for each when the first ran out.
		expect(cold).toBeLessThanOrEqual(PROCESSES);
		expect(tokens).toBeLessThanOrEqual(2 * PROCESSES);
	});

	it('ten cold starts: as many tokens as there are processes at most, and no failure', async () => {
		const tokens: number[] = [];
		for (let round = 0; round < COLD_STARTS; round++) {
			const sandbox = await newSandbox({ newTokenKillsOld, latencyMs: 20, tokenLatencyMs: 200 });
			const { workflowId, fillIn } = await publishForm(
				`cold-${newTokenKillsOld}-${round}`,
				sandbox,
			);
			const emails = people(`cold${round}-`, PEOPLE_WHEN_COLD).map(({ email }) => email);
			await fillIn(emails);
			expect(await settled(workflowId, PEOPLE_WHEN_COLD)).toEqual({ success: PEOPLE_WHEN_COLD });
			expect(emailsOf(sandbox).sort()).toEqual([...emails].sort());
			tokens.push(sandbox.counts().tokens);
		}
		report(`Queue mode, ${mode}: ${COLD_STARTS} cold starts took ${tokens.join(', ')} tokens.`);
		expect(Math.max(...tokens)).toBeLessThanOrEqual(PROCESSES);
	});
});

it('events at main and at a webhook processor run in a worker, once for both', async () => {
	const sandbox = await newSandbox();
	const id = 'events';
	const workflow = chain(id, [zoomTrigger(id, { events: ['*'] }, id)]);
	const { workflowId } = await publish(cluster.client, zoomCredential(id, sandbox), workflow);
	const urls = [cluster.main, cluster.webhooks].map(({ url }) => `${url}/webhook/${id}/zoom`);
	const send = async (url: string, number: number) => {
		const body = JSON.stringify({ event: 'meeting.started', event_ts: number, payload: {} });
		const headers = signed(sandbox.webhookSecret, body, Math.floor(Date.now() / 1000));
		return (await fetch(url, { method: 'POST', headers, body })).status;
	};
	for (const url of urls) {
		await whenRegistered(async () => await fetch(url, { method: 'POST' }));
	}
	for (let number = 0; number < 40; number++) {
		// Each process begins with half of them, and knows the other half from the database.
		const [one = '', other = ''] = number % 2 === 0 ? urls : [...urls].reverse();
		expect([await send(one, number), await send(one, number)]).toEqual([200, 204]);
		expect(await send(other, number)).toBe(204);
	}
	expect(await settled(workflowId, 40)).toEqual({ success: 40 });
});

it('workers that are too fast for the account together: slower, and nobody is lost', async () => {
	const perSecond = 30;
	const sandbox = await newSandbox({ latencyMs: 20, limits: { light: perSecond } });
	const { client } = cluster;
	const add = { ...addRegistrant('together'), onError: 'continueRegularOutput' };
	const workflow = chain('together', [...listFromWebhook('together'), add]);
	await publish(client, zoomCredential('together', sandbox, { plan: 'pro' }), workflow);
	const lists = [1, 2, 3, 4].map((list) => people(`list${list}-`, 150));
	const started = Date.now();
	const answers = await Promise.all(
		lists.map(async (rows) => await (await client.callWebhook('together', rows)).json()),
	);
	const seconds = (Date.now() - started) / 1000;
	const rows = z.array(z.object({ email: z.string(), error: z.unknown() })).parse(answers.flat());
	const { tooMany, byEndpoint } = sandbox.counts();
	report(
		`Two workers at ${perSecond} a second each where the account has ${perSecond}: ${rows.length} rows in ${seconds.toFixed(1)} s, ${byEndpoint[ADD]} adds, ${tooMany} answered 429.`,
	);
	expect(rows.filter(({ error }) => error !== undefined)).toEqual([]);
	const emails = lists.flat().map(({ email }) => email);
	expect(rows.map(({ email }) => email).sort()).toEqual([...emails].sort());
	expect(emailsOf(sandbox).sort()).toEqual([...emails].sort());
	expect((byEndpoint[ADD] ?? 0) - tooMany).toBe(emails.length);
});

it('a worker is stopped half-way, as for an update: everybody is registered once', async () => {
	const sandbox = await newSandbox({ latencyMs: 50 });
	const { workflowId, fillIn } = await publishForm('stopped', sandbox);
	const emails = people('stopped', PEOPLE).map(({ email }) => email);
	await fillIn(emails.slice(0, PEOPLE / 2));
	const rest = fillIn(emails.slice(PEOPLE / 2));
	const [worker] = cluster.workers;
	await worker?.stop();
	await rest;
	expect(await settled(workflowId, PEOPLE)).toEqual({ success: PEOPLE });
	expect(emailsOf(sandbox).sort()).toEqual([...emails].sort());
	expect(sandbox.counts().byEndpoint[ADD]).toBe(PEOPLE);
	await worker?.start();
});

it('a worker is killed half-way: the rest is registered, and what was in its hands is told', async () => {
	const sandbox = await newSandbox({ latencyMs: 50 });
	const { workflowId, fillIn } = await publishForm('killed', sandbox);
	const emails = people('killed', PEOPLE).map(({ email }) => email);
	await fillIn(emails.slice(0, PEOPLE / 2));
	const rest = fillIn(emails.slice(PEOPLE / 2));
	await cluster.workers[0]?.kill();
	await rest;
	const statuses = await settled(workflowId, PEOPLE);
	const registered = new Set(emailsOf(sandbox));
	const missing = emails.filter((email) => !registered.has(email));
	const unfinished = PEOPLE - (statuses.success ?? 0);
	report(
		`A worker killed: ${registered.size} of ${PEOPLE} registered; executions ${JSON.stringify(statuses)}.`,
	);
	// n8n does not run again what a killed worker had in hand: these executions show no success.
	expect(unfinished).toBeLessThanOrEqual(JOBS_OF_A_WORKER);
	expect(missing.length).toBeLessThanOrEqual(unfinished);
	expect(emailsOf(sandbox)).toHaveLength(registered.size);
	expect(sandbox.counts().byEndpoint[ADD]).toBe(registered.size);
	// Whoever fills in the form again is registered; nobody is twice.
	await fillIn(missing);
	await settled(workflowId, PEOPLE - unfinished + missing.length);
	expect(emailsOf(sandbox).sort()).toEqual([...emails].sort());
});
