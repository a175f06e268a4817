/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, never inside n8n */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sleep } from 'n8n-workflow';
import pLimit from 'p-limit';
import { z } from 'zod';
import { whenRegistered, type N8nClient, type N8nProcess } from '../../demo/n8n';
import { SEED, type Sandbox } from '../../sandbox';
import { meetingStarted } from '../../sandbox/events/build';
import { encrypted, signed } from '../../sandbox/events/signature';
import {
	BURST,
	chain,
	collect,
	newSandbox,
	post,
	publish,
	startN8n,
	whenDone,
	zoomCredential,
	zoomTrigger,
} from './harness';

const REGISTERED = 'meeting.registration_created';
/** How many events of the burst are on their way at a time. */
const AT_A_TIME = 20;

let n8n: N8nProcess;
let client: N8nClient;
let sandbox: Sandbox;

beforeAll(async () => {
	({ n8n, client } = await startN8n());
	sandbox = await newSandbox();
});

const addressOf = (id: string, { url }: { url: string } = n8n) => `${url}/webhook/${id}/zoom`;

/** Publishes "Zoom Trigger → post to a collecting server". */
async function publishTrigger(
	id: string,
	parameters: Record<string, unknown> = { events: ['*'] },
	credential: Record<string, unknown> = {},
	owner = client,
) {
	const { url, received } = await collect();
	const steps = [zoomTrigger(id, parameters, id), post(url)];
	const { workflowId } = await publish(
		owner,
		zoomCredential(id, sandbox, credential),
		chain(id, steps),
	);
	const address = addressOf(id, owner);
	await whenRegistered(async () => await fetch(address, { method: 'POST' }));
	return { url: address, received, workflowId };
}

const nowInSeconds = () => Math.floor(Date.now() / 1000);

/** A registration as Zoom would send it, one of its own for each number. */
function registration(number: number, more: object = {}) {
	const registrant = {
		id: `r${number}`,
		first_name: 'Ada',
		email: `p${number}@example.com`,
		status: 'approved',
	};
	const object = {
		uuid: 'u==',
		id: Number(SEED.meeting),
		topic: 'T',
		host_id: 'h',
		registrant,
		...more,
	};
	return JSON.stringify({
		event: REGISTERED,
		event_ts: 1_772_704_800_000 + number,
		payload: { account_id: 'a', object },
	});
}

async function send(
	url: string,
	body: string,
	headers: Record<string, string> = signed(sandbox.webhookSecret, body, nowInSeconds()),
) {
	const response = await fetch(url, {
		method: 'POST',
		headers: { 'content-type': 'application/json', ...headers },
		body,
	});
	return { status: response.status, text: await response.text() };
}

/** Waits until so many things have arrived, and a moment for one too many. */
async function until(received: unknown[], count: number) {
	const deadline = Date.now() + 90_000;
	while (received.length < count && Date.now() < deadline) await sleep(50);
	await sleep(300);
	expect(received).toHaveLength(count);
}

/** n8n itself refuses what is said to be JSON and is not; the node never sees it. */
const N8N_REFUSES = /pars|JSON/i;

const log = () => readFileSync(n8n.logFile, 'utf8');

it("passes Zoom's check, which starts nothing, and gets events from then on", async () => {
	const { url, received, workflowId } = await publishTrigger('check');
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
	const { url, received, workflowId } = await publishTrigger('burst');
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
				await limit(async () => ({ right, ...(await send(url, body, headers)) })),
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
		await Promise.all(bodies.map(async (body) => (await send(url, body)).status));
	const times = (count: number, status: number) => Array.from({ length: count }, () => status);

	it('starts the workflow once, also at the same moment and with its keys in another order', async () => {
		const { url, received } = await publishTrigger('again');
		const body = registration(1);
		const headers = signed(sandbox.webhookSecret, body, nowInSeconds());
		const together = await Promise.all(
			Array.from({ length: 10 }, async () => await send(url, body, headers)),
		);
		expect(together.map(({ status }) => status).sort()).toEqual([200, ...times(9, 204)]);
		const { event, event_ts, payload } = JSON.parse(body) as Record<string, unknown>;
		expect((await send(url, JSON.stringify({ payload, event_ts, event }))).status).toBe(204);
		await until(received, 1);
	});

	it('starts the workflow once though Zoom delivers a recording twice, with other links', async () => {
		const { url, received } = await publishTrigger('recording');
		const statuses = [];
		for (const link of ['https://zoom.us/rec/1', 'https://zoom.us/rec/2']) {
			const file = { id: 'f', file_type: 'MP4', download_url: link };
			const object = { id: 1, uuid: 'u==', host_id: 'h', recording_files: [file] };
			const event = { event: 'recording.completed', event_ts: 1, download_token: link };
			const body = JSON.stringify({ ...event, payload: { account_id: 'a', object } });
			statuses.push((await send(url, body)).status);
		}
		expect(statuses).toEqual([200, 204]);
		await until(received, 1);
	});

	it('starts nothing after a restart of n8n, nor where a new version is published before', async () => {
		const bodies = Array.from({ length: 10 }, (_, number) => registration(number));
		const kept = await publishTrigger('kept');
		const changed = await publishTrigger('changed');
		for (const { url, received } of [kept, changed]) {
			// Five at the same moment, which n8n 1 may write in another order; the next ones put it right.
			expect(await statusesOf(url, bodies.slice(0, 5))).toEqual(times(5, 200));
			for (const body of bodies.slice(5)) expect((await send(url, body)).status).toBe(200);
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
			expect((await send(url, registration(10))).status).toBe(200);
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
		const { url, received } = await publishTrigger('broken', undefined, undefined, owner);
		writeFileSync(broken, '');
		const { status } = await send(url, registration(1));
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

describe('bad input', () => {
	const right = () => signed(sandbox.webhookSecret, registration(1), nowInSeconds());
	const cases: Array<
		[
			name: string,
			make: () => { body: string; headers?: Record<string, string> },
			status: number,
			reason: RegExp,
		]
	> = [
		[
			'forged',
			() => ({
				body: registration(1),
				headers: { ...right(), 'x-zm-signature': `v0=${'0'.repeat(64)}` },
			}),
			401,
			/signature doesn't match/,
		],
		[
			'the wrong secret',
			() => ({ body: registration(1), headers: signed('wrong', registration(1), nowInSeconds()) }),
			401,
			/signature doesn't match/,
		],
		[
			'stale',
			() => ({
				body: registration(1),
				headers: signed(sandbox.webhookSecret, registration(1), nowInSeconds() - 30 * 86_400),
			}),
			401,
			/too old/,
		],
		[
			'truncated',
			() => ({ body: registration(1).slice(0, -9), headers: right() }),
			422,
			N8N_REFUSES,
		],
		['no JSON', () => ({ body: 'hello' }), 422, N8N_REFUSES],
		[
			'no JSON and not said to be',
			() => ({
				body: 'hello',
				headers: {
					...signed(sandbox.webhookSecret, 'hello', nowInSeconds()),
					'content-type': 'text/plain',
				},
			}),
			400,
			/isn't a JSON event/,
		],
		['JSON but no event', () => ({ body: '[]' }), 400, /isn't a JSON event/],
		['without headers', () => ({ body: registration(1), headers: {} }), 401, /no signature/],
		[
			'without a body',
			() => ({ body: '', headers: signed(sandbox.webhookSecret, '', nowInSeconds()) }),
			400,
			/isn't a JSON event/,
		],
		[
			'5 MB, forged',
			() => ({ body: registration(1, { x: 'x'.repeat(5_000_000) }), headers: right() }),
			401,
			/signature doesn't match/,
		],
		[
			'an unsigned challenge',
			() => ({
				body: '{"event":"endpoint.url_validation","payload":{"plainToken":"abc"}}',
				headers: {},
			}),
			401,
			/no signature/,
		],
		[
			'a challenge that would sign an event',
			() => ({
				body: JSON.stringify({
					event: 'endpoint.url_validation',
					payload: { plainToken: `v0:${nowInSeconds()}:${registration(1)}` },
				}),
			}),
			400,
			/plain token/,
		],
	];

	it.each(cases)(
		'%s: nothing starts, n8n lives, the log says why',
		async (name, make, status, reason) => {
			const id = `bad-${name.replace(/\W+/g, '-')}`;
			const { url, received, workflowId } = await publishTrigger(id);
			const before = log().length;
			const { body, headers } = make();
			expect((await send(url, body, headers)).status).toBe(status);
			expect((await send(url, registration(2))).status).toBe(200);
			await until(received, 1);
			expect(await client.executions(workflowId)).toHaveLength(1);
			const lines = log().slice(before);
			expect(lines).toMatch(reason);
			expect(lines).not.toContain(sandbox.webhookSecret);
			for (const value of Object.values(headers ?? {})) {
				if (value.startsWith('v0=')) expect(lines).not.toContain(value);
			}
		},
	);

	it('an event that nobody chose is taken and starts nothing', async () => {
		const { url, received } = await publishTrigger('chosen', { events: ['meeting.ended'] });
		expect((await send(url, registration(1))).status).toBe(204);
		expect((await send(url, '{"event":"meeting.of_tomorrow","payload":{}}')).status).toBe(204);
		await until(received, 0);
	});

	it('5 MB that are signed arrive', async () => {
		const { url, received } = await publishTrigger('large', { events: ['*'], simplify: false });
		expect((await send(url, registration(1, { x: 'x'.repeat(5_000_000) }))).status).toBe(200);
		await until(received, 1);
	});

	it('both secrets are taken while one replaces the other', async () => {
		const { url, received } = await publishTrigger('rotation', undefined, {
			webhookSecretToken: 'old, new',
		});
		for (const [number, secret] of ['old', 'new', 'older'].entries()) {
			const body = registration(number);
			const { status } = await send(url, body, signed(secret, body, nowInSeconds()));
			expect(status).toBe(secret === 'older' ? 401 : 200);
		}
		await until(received, 2);
		const challenge = '{"event":"endpoint.url_validation","payload":{"plainToken":"abc"}}';
		const { text } = await send(url, challenge, signed('new', challenge, nowInSeconds()));
		expect(JSON.parse(text)).toEqual({
			plainToken: 'abc',
			encryptedToken: encrypted('new', 'abc'),
		});
	});

	it('without a secret the workflow is not published, and the editor says why', async () => {
		const id = 'no-secret';
		const credential = zoomCredential(id, sandbox, { webhookSecretToken: '' });
		const workflow = chain(id, [zoomTrigger(id, { events: ['*'] }, id)]);
		const credentials = { [id]: await client.createCredential(credential) };
		const workflowId = await client.importWorkflow(workflow, credentials);
		// Older versions say at once what goes wrong. Newer ones publish in the background: there it is
		// in the status that the editor shows.
		const reason = 'The Zoom credential has no Secret Token';
		const deadline = Date.now() + 90_000;
		let status = await client.publishWorkflow(workflowId).then(
			() => '',
			({ message }: Error) => message,
		);
		while (!status.includes(reason) && Date.now() < deadline) {
			await sleep(100);
			status = await client.publicationStatus(workflowId);
		}
		expect(status).toContain(reason);
		expect((await send(addressOf(id), registration(1))).status).toBe(404);
	});
});

it('what Zoom’s own SDK gets wrong: escaped characters are taken', async () => {
	const { url, received } = await publishTrigger('escaped');
	const body = registration(1, { topic: 'ECOLE' }).replace(
		'ECOLE',
		'\\u00e9cole \\ud83d\\ude92 \\/',
	);
	expect((await send(url, body)).status).toBe(200);
	await until(received, 1);
	expect(received[0]).toMatchObject({ topic: 'école 🚒 /' });
});

it('filters by meeting, host and approval', async () => {
	const { url, received } = await publishTrigger('filters', {
		events: [REGISTERED],
		filters: { meetings: 'https://zoom.us/j/85746065432', hosts: 'h', onlyApproved: true },
	});
	const pending = {
		registrant: { id: 'r', first_name: 'P', email: 'p@example.com', status: 'pending' },
	};
	await send(url, registration(1));
	await send(url, registration(2, { id: 99_999_999_999 }));
	await send(url, registration(3, { host_id: 'other' }));
	await send(url, registration(4, pending));
	await until(received, 1);
	expect(received).toMatchObject([{ registrant: { email: 'p1@example.com' } }]);
});
