import { sleep } from 'n8n-workflow';
import type { N8nClient, N8nProcess } from '../../demo/n8n';
import { SEED, type Sandbox } from '../../sandbox';
import {
	addRegistrant,
	callAtOnce,
	chain,
	everySecond,
	listFromWebhook,
	newSandbox,
	people,
	publish,
	startN8n,
	zoomCredential,
} from './harness';

const CREDENTIAL = 'stored';
const WEBHOOK = 'fresh';

let n8n: N8nProcess;
let client: N8nClient;
let sandbox: Sandbox;
let scheduled: string;

beforeAll(async () => {
	sandbox = await newSandbox();
	({ n8n, client } = await startN8n());
	// Each run registers somebody else, as Zoom takes the same person only three times a day.
	const add = addRegistrant(CREDENTIAL, '=tick{{ $execution.id }}@example.com');
	const credential = zoomCredential(CREDENTIAL, sandbox);
	const ids = await publish(client, credential, chain('Scheduled', [everySecond(), add]));
	scheduled = ids.workflowId;
	const called = chain('Called', [...listFromWebhook(WEBHOOK), addRegistrant(CREDENTIAL)]);
	await client.publishWorkflow(
		await client.importWorkflow(called, { [CREDENTIAL]: ids.credentialId }),
	);
});

async function untilRegistered(): Promise<void> {
	const before = sandbox.registrants(SEED.meeting).length;
	const deadline = Date.now() + 60_000;
	while (sandbox.registrants(SEED.meeting).length === before) {
		if (Date.now() > deadline) throw new Error('The schedule registered nobody for a minute.');
		await sleep(100);
	}
}

/** Ends n8n, does something to its stored token, and starts it again. */
async function restart(meanwhile: () => void): Promise<void> {
	await n8n.stop();
	meanwhile();
	sandbox.resetCounts();
	await n8n.start();
}

describe('a schedule in a fresh process', () => {
	it.each([
		['revoked', (): void => sandbox.revokeTokens()],
		['expired', (): void => sandbox.expireTokens()],
	])('renews a stored token that was %s while n8n was off', async (_how, kill) => {
		await untilRegistered();
		await restart(kill);
		await untilRegistered();
		expect(sandbox.counts().tokens).toBe(1);
		const failed = (await client.executions(scheduled)).filter(({ status }) => status === 'error');
		expect(failed).toEqual([]);
	});

	it('goes on with a stored token that still lives', async () => {
		await untilRegistered();
		await restart(() => undefined);
		await untilRegistered();
		expect(sandbox.counts()).toMatchObject({ tokens: 0, unauthorized: 0 });
	});
});

it('the first call to a production webhook in a fresh process renews a dead token', async () => {
	await client.unpublishWorkflow(scheduled);
	await restart(() => sandbox.revokeTokens());
	const answers = await callAtOnce(client, WEBHOOK, [people('fresh', 1)]);
	expect(answers).toEqual([{ status: 200, text: expect.stringContaining('join_url') }]);
	expect(sandbox.counts().tokens).toBe(1);
});
