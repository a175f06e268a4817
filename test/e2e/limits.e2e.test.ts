import { sleep } from 'n8n-workflow';
import { z } from 'zod';
import type { N8nClient } from '../../demo/n8n';
import { SEED, type Sandbox } from '../../sandbox';
import {
	addRegistrant,
	chain,
	listFromWebhook,
	newSandbox,
	people,
	publish,
	startN8n,
	zoomCredential,
} from './harness';

const PER_SECOND = 30;
/** Requests bunch up where the machine is busy, the sandbox's as well. How few it can be, the bench measures. */
const TOO_MANY = 2 * PER_SECOND;
const answers = z.array(
	z.object({ email: z.string(), error: z.object({ message: z.string() }).optional() }),
);

let client: N8nClient;

// Its own: how evenly requests go out depends on what else an n8n does.
beforeAll(async () => {
	({ client } = await startN8n());
});

/** Publishes "webhook → Add", with a credential that names the plan; resolves to the workflow's ID. */
async function publishAdd(
	path: string,
	sandbox: Sandbox,
	plan: string,
	options = {},
): Promise<string> {
	const node = addRegistrant(path);
	const parameters = { ...(node.parameters as object), options };
	const add = { ...node, parameters, onError: 'continueRegularOutput' };
	const workflow = chain(path, [...listFromWebhook(path), add]);
	return (await publish(client, zoomCredential(path, sandbox, { plan }), workflow)).workflowId;
}

const inOrder = (values: string[]) => [...values].sort();

it.each(['pro', 'auto'])(
	'600 rows at 30 requests a second, plan "%s": hardly any is refused, each registered once',
	async (plan) => {
		const sandbox = await newSandbox({ latencyMs: 50, limits: { light: PER_SECOND } });
		await publishAdd(plan, sandbox, plan);
		const rows = people(plan, 600);
		const response = await client.callWebhook(plan, rows);
		const results = answers.parse(await response.json());
		const { tooMany, tokens, byEndpoint } = sandbox.counts();
		const calls = byEndpoint['POST /meetings/{meetingId}/registrants'] ?? 0;
		expect(results).toEqual(rows.map(({ email }) => expect.objectContaining({ email })));
		expect(results.filter(({ error }) => error !== undefined)).toEqual([]);
		expect(inOrder(sandbox.registrants(SEED.meeting).map(({ email }) => email))).toEqual(
			inOrder(rows.map(({ email }) => email)),
		);
		expect(calls - tooMany).toBe(rows.length);
		expect(tokens).toBe(1);
		expect(tooMany).toBeLessThanOrEqual(TOO_MANY);
	},
);

it('a run of thousands of rows stops once it is stopped in the editor', async () => {
	const sandbox = await newSandbox({ latencyMs: 50, limits: { light: PER_SECOND } });
	const workflowId = await publishAdd('stopped', sandbox, 'pro');
	const answer = client.callWebhook('stopped', people('stopped', 5000)).catch(() => undefined);
	while (sandbox.requests().length < 60) await sleep(50);
	const [running] = await client.executions(workflowId);
	await client.stopExecution(running?.id ?? '');
	// Until no more comes; all of them would take almost three minutes.
	let done: number;
	do {
		done = sandbox.requests().length;
		await sleep(2000);
	} while (sandbox.requests().length > done);
	expect(done).toBeLessThan(2500);
	expect((await client.executions(workflowId))[0]?.status).toBe('canceled');
	await answer;
});

it("the account's daily limit ends the run, and tells which rows were not sent", async () => {
	const sandbox = await newSandbox({ dailyLimits: { callsPerAccount: 20 } });
	// What is under way when the first is refused is refused too.
	await publishAdd('daily', sandbox, 'business', { maxConcurrency: 5 });
	const rows = people('daily', 100);
	const response = await client.callWebhook('daily', rows);
	const results = z
		.array(
			z.object({
				email: z.string(),
				error: z
					.object({
						message: z.string(),
						notSent: z.boolean().optional(),
						resetsAt: z.string(),
					})
					.optional(),
			}),
		)
		.parse(await response.json());
	expect(results.map(({ email }) => email)).toEqual(rows.map(({ email }) => email));
	const registered = sandbox.registrants(SEED.meeting).map(({ email }) => email);
	expect(registered).toHaveLength(20);
	expect(inOrder(results.filter(({ error }) => !error).map(({ email }) => email))).toEqual(
		inOrder(registered),
	);
	const refused = results.filter(({ error }) => error && !error.notSent);
	const notSent = results.filter(({ error }) => error?.notSent);
	expect(refused.length).toBe(sandbox.counts().tooMany);
	expect(refused.length).toBeLessThanOrEqual(10);
	expect(notSent).toHaveLength(80 - refused.length);
	expect(results.filter(({ error }) => error?.resetsAt.endsWith('T00:00:00.000Z'))).toHaveLength(
		80,
	);
});
