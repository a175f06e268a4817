import { z } from 'zod';
import { SEED, type Sandbox } from '../../sandbox';
import {
	addRegistrant,
	chain,
	listFromWebhook,
	newSandbox,
	people,
	publish,
	sharedN8n,
	zoomCredential,
} from './harness';

const answers = z.array(
	z.object({
		email: z.string(),
		error: z.object({ message: z.string(), unknown: z.boolean().optional() }).optional(),
		warning: z.string().optional(),
	}),
);

const client = sharedN8n();

/** Publishes "webhook → Add". */
async function publishAdd(path: string, sandbox: Sandbox, options = {}) {
	const node = addRegistrant(path);
	const step = { ...node, parameters: { ...(node.parameters as object), options } };
	const steps = [...listFromWebhook(path), { ...step, onError: 'continueRegularOutput' }];
	await publish(client, zoomCredential(path, sandbox), chain(path, steps));
}

/** Resolves to a line for each row, in order. */
async function add(path: string, rows: unknown[]) {
	const response = await client.callWebhook(path, rows);
	return answers.parse(await response.json());
}

// All of these wait for a minute or so, and therefore at the same time.
it.concurrent("survives Zoom's sign-in service being down for 10 seconds", async () => {
	const sandbox = await newSandbox();
	const rows = people('down', 20);
	sandbox.configure({ faults: [{ kind: 'resetBefore', on: 'token', forMs: 10_000 }] });
	await publishAdd('down', sandbox);
	const results = await add('down', rows);
	expect(results.map(({ email, error }) => [email, error])).toEqual(
		rows.map(({ email }) => [email, undefined]),
	);
	expect(sandbox.registrants(SEED.meeting)).toHaveLength(rows.length);
	expect(sandbox.counts().tokens).toBe(1);
});

it.concurrent(
	'an answer that takes more than a minute is unknown, and settled where that is chosen',
	async () => {
		const [left, settled, dripping] = [await newSandbox(), await newSandbox(), await newSandbox()];
		const on = 'POST /meetings/{meetingId}/registrants';
		for (const sandbox of [left, settled]) {
			sandbox.configure({ faults: [{ kind: 'slow', on, ms: 90_000, times: 1 }] });
		}
		// Never silent for long, and yet without end.
		dripping.configure({ faults: [{ kind: 'drip', on, ms: 2_000, times: 1 }] });
		await publishAdd('slow', left);
		await publishAdd('slow-settled', settled, { lookUpLostResponses: true });
		await publishAdd('dripping', dripping);
		const [first, second, third] = await Promise.all([
			add('slow', people('slow', 3)),
			add('slow-settled', people('settled', 3)),
			add('dripping', people('dripping', 3)),
		]);
		expect(first.filter(({ error }) => error?.unknown)).toHaveLength(1);
		expect(second.filter(({ error }) => error)).toEqual([]);
		expect(
			second.filter(({ warning }) => warning?.includes('The person is registered')),
		).toHaveLength(1);
		expect(third.filter(({ error }) => error?.unknown)).toHaveLength(1);
		for (const sandbox of [left, settled, dripping]) {
			expect(sandbox.registrants(SEED.meeting)).toHaveLength(3);
			expect(sandbox.counts().byEndpoint[on]).toBe(3);
		}
	},
);

it.concurrent('long runs across the end of their token see no 401', async () => {
	// 75 rows, 5 at a time, 5 seconds each: longer than the whole life of the first token.
	const tokenLifeSeconds = 65;
	const rows = people('long', 75);
	const published: Array<{ label: string; sandbox: Sandbox }> = [];
	for (const newTokenKillsOld of [false, true]) {
		const sandbox = await newSandbox({ newTokenKillsOld, tokenLifeSeconds, latencyMs: 5_000 });
		const label = `long-${newTokenKillsOld}`;
		await publishAdd(label, sandbox, { maxConcurrency: 5 });
		published.push({ label, sandbox });
	}
	await Promise.all(
		published.map(async ({ label, sandbox }) => {
			const results = await add(label, rows);
			expect(results.filter(({ error }) => !error)).toHaveLength(rows.length);
			expect(sandbox.counts().unauthorized).toBe(0);
			expect(sandbox.counts().tokens).toBeGreaterThan(1);
		}),
	);
});
