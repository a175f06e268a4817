/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, never inside n8n */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pLimit from 'p-limit';
import { z } from 'zod';
import { whenRegistered, type N8nClient, type N8nProcess } from '../../demo/n8n';
import { SEED, type Sandbox } from '../../sandbox';
import { meetingStarted } from '../../sandbox/events/build';
import { signed } from '../../sandbox/events/signature';
import {
	BURST,
	chain,
	collect,
	post,
	startN8n,
	whenDone,
	zoomCredential,
	zoomTrigger,
} from './harness';
import { nowInSeconds, REGISTERED, registration, Triggers, until } from './triggers';

/** How many events of the burst are on their way at a time. */
const AT_A_TIME = 20;

let triggers: Triggers;
let n8n: N8nProcess;
let client: N8nClient;
let sandbox: Sandbox;

beforeAll(async () => {
	triggers = await Triggers.start();
	({ n8n, client, sandbox } = triggers);
});

it("passes Zoom's check, which starts nothing, and gets events from then on", async () => {
	const { url, received, workflowId } = await triggers.publish('check');
	const subscription = await sandbox.subscribe(url, [REGISTERED, 'meeting.started']);
	await until(received, 0);
	expect(await client.executions(workflowId)).toEqual([]);
	await sandbox.announce(meetingStarted, SEED.meeting);
	await until(received, 1);
	expect(received[0]).toMatchObject({
		event: 'meeting.started',
		event_time: expect.stringMatching(/^\d{4}-.*Z$/),
		id: SEED.meeting,
	});
	// The same check comes again every 72 hours.
	await sandbox.subscribe(url, []);
	await until(received, 1);
	subscription.state = 'disabled';
});

it('listens at the test address too, where the check does not end the listening', async () => {
	const id = 'by-hand';
	const { url: target, received } = await collect();
	const steps = [zoomTrigger(id, { events: ['*'] }, id), post(target)];
	const credentialId = await client.createCredential(zoomCredential(id, sandbox));
	const workflowId = await client.importWorkflow(chain(id, steps), { [id]: credentialId });
	await client.runManually(workflowId, 'Zoom Trigger');
	const url = `${n8n.url}/webhook-test/${id}/zoom`;
	const subscription = await sandbox.subscribe(url, ['meeting.started']);
	expect(await client.executions(workflowId)).toEqual([]);
	await sandbox.announce(meetingStarted, SEED.meeting);
	await until(received, 1);
	subscription.state = 'disabled';
});

it('each event of a burst starts one execution, none twice; wrong ones none', async () => {
	const rightOnes = (5 / 6) * BURST;
	const { url, received, workflowId } = await triggers.publish('burst');
	const limit = pLimit(AT_A_TIME);
	const jobs = Array.from({ length: BURST }, (_, number) => {
		if (number % 6 !== 5) return { right: true, body: registration(number) };
		const body = registration(number);
		const stale = signed(sandbox.webhookSecret, body, nowInSeconds() - 100 * 60);
		const forged = signed('forged', body, nowInSeconds());
		return { right: false, body, headers: number % 2 === 1 && number % 4 === 1 ? stale : forged };
	});
	const answers = await Promise.all(
		jobs.map(
			async ({ right, body, headers }) =>
				await limit(async () => ({ right, ...(await triggers.send(url, body, headers)) })),
		),
	);
	await until(received, rightOnes);
	const emails = received.map(
		(item) =>
			z.object({ registrant: z.object({ email: z.string() }) }).parse(item).registrant.email,
	);
	expect(new Set(emails).size).toBe(rightOnes);
	expect(answers.filter(({ right }) => right).map(({ status }) => status)).toEqual(
		Array.from({ length: rightOnes }, () => 200),
	);
	expect(answers.filter(({ right }) => !right).map(({ status }) => status)).toEqual(
		Array.from({ length: BURST - rightOnes }, () => 401),
	);
	// n8n's list shows 100 that have ended, beside those that still run; the emails above tell that
	// there is one execution for each event.
	const ended = (await client.executions(workflowId)).filter(({ status }) => status !== 'running');
	expect(ended).toHaveLength(100);
}, 900_000);

describe('what comes again', () => {
	const statusesOf = async (url: string, bodies: string[]) =>
		await Promise.all(bodies.map(async (body) => (await triggers.send(url, body)).status));
	const times = (count: number, status: number) => Array.from({ length: count }, () => status);

	it('starts the workflow once, also at the same moment and with its keys in another order', async () => {
		const { url, received } = await triggers.publish('again');
		const body = registration(1);
		const headers = signed(sandbox.webhookSecret, body, nowInSeconds());
		const together = await Promise.all(
			Array.from({ length: 10 }, async () => await triggers.send(url, body, headers)),
		);
		expect(together.map(({ status }) => status).sort()).toEqual([200, ...times(9, 204)]);
		const { event, event_ts, payload } = JSON.parse(body) as Record<string, unknown>;
		expect((await triggers.send(url, JSON.stringify({ payload, event_ts, event }))).status).toBe(
			204,
		);
		await until(received, 1);
	});

	it('starts the workflow once though Zoom delivers a recording twice, with other links', async () => {
		const { url, received } = await triggers.publish('recording');
		const statuses = [];
		for (const link of ['https://zoom.us/rec/1', 'https://zoom.us/rec/2']) {
			const file = { id: 'f', file_type: 'MP4', download_url: link };
			const object = { id: 1, uuid: 'u==', host_id: 'h', recording_files: [file] };
			const event = { event: 'recording.completed', event_ts: 1, download_token: link };
			const body = JSON.stringify({ ...event, payload: { account_id: 'a', object } });
			statuses.push((await triggers.send(url, body)).status);
		}
		expect(statuses).toEqual([200, 204]);
		await until(received, 1);
	});

	it('starts nothing after a restart of n8n, nor where a new version is published before', async () => {
		const bodies = Array.from({ length: 10 }, (_, number) => registration(number));
		const kept = await triggers.publish('kept');
		const changed = await triggers.publish('changed');
		for (const { url, received } of [kept, changed]) {
			// Five at the same moment, which n8n 1 may write in another order; the next ones put it right.
			expect(await statusesOf(url, bodies.slice(0, 5))).toEqual(times(5, 200));
			for (const body of bodies.slice(5)) expect((await triggers.send(url, body)).status).toBe(200);
			await until(received, 10);
		}
		// An editor that was opened before the first event saves the static data of that time too.
		await client.changeWorkflow(changed.workflowId, (nodes) => ({
			nodes: nodes.map((node) => ({ ...node, position: [7, 7] })),
			staticData: null,
		}));
		await client.publishWorkflow(changed.workflowId);
		await whenRegistered(async () => await fetch(changed.url, { method: 'POST' }));
		expect(await statusesOf(changed.url, bodies)).toEqual(times(10, 204));
		await n8n.stop();
		await n8n.start();
		for (const { url, received } of [kept, changed]) {
			expect(await statusesOf(url, bodies)).toEqual(times(10, 204));
			expect((await triggers.send(url, registration(10))).status).toBe(200);
			await until(received, 11);
		}
	});

	it('starts the workflow where n8n could not start it before', async () => {
		const folder = mkdtempSync(join(tmpdir(), 'n8n-hook-'));
		whenDone(() => rmSync(folder, { recursive: true }));
		const [hook, broken] = [join(folder, 'hook.js'), join(folder, 'broken')];
		// n8n calls it before each execution.
		const refuse = `if (require('fs').existsSync(${JSON.stringify(broken)})) throw new Error('broken');`;
		const preExecute = `[async () => { ${refuse} }]`;
		writeFileSync(hook, `module.exports = { workflow: { preExecute: ${preExecute} } };`);
		const { client: owner } = await startN8n({ env: { EXTERNAL_HOOK_FILES: hook } });
		const { url, received } = await triggers.publish('broken', undefined, undefined, owner);
		writeFileSync(broken, '');
		const { status } = await triggers.send(url, registration(1));
		rmSync(broken);
		const statuses = [
			status,
			...(await statusesOf(url, [registration(1), registration(1)])).sort(),
		];
		// n8n 1 answers before it starts anything, so that Zoom sends nothing again.
		expect([
			[500, 200, 204],
			[200, 204, 204],
		]).toContainEqual(statuses);
		if (status === 500) await until(received, 1);
	});
});

it('what Zoom’s own SDK gets wrong: escaped characters are taken', async () => {
	const { url, received } = await triggers.publish('escaped');
	const body = registration(1, { topic: 'ECOLE' }).replace(
		'ECOLE',
		'\\u00e9cole \\ud83d\\ude92 \\/',
	);
	expect((await triggers.send(url, body)).status).toBe(200);
	await until(received, 1);
	expect(received[0]).toMatchObject({ topic: 'école 🚒 /' });
});

it('filters by meeting, host and approval', async () => {
	const { url, received } = await triggers.publish('filters', {
		events: [REGISTERED],
		filters: { meetings: 'https://zoom.us/j/85746065432', hosts: 'h', onlyApproved: true },
	});
	const pending = {
		registrant: { id: 'r', first_name: 'P', email: 'p@example.com', status: 'pending' },
	};
	await triggers.send(url, registration(1));
	await triggers.send(url, registration(2, { id: 99_999_999_999 }));
	await triggers.send(url, registration(3, { host_id: 'other' }));
	await triggers.send(url, registration(4, pending));
	await until(received, 1);
	expect(received).toMatchObject([{ registrant: { email: 'p1@example.com' } }]);
});
