/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, never inside n8n */
import { readFileSync } from 'node:fs';
import { sleep } from 'n8n-workflow';
import { encrypted, signed } from '../../sandbox/events/signature';
import { chain, zoomCredential, zoomTrigger } from './harness';
import { nowInSeconds, registration, Triggers, until } from './triggers';

/** n8n itself refuses what is said to be JSON and is not; the node never sees it. */
const N8N_REFUSES = /pars|JSON/i;

let triggers: Triggers;

beforeAll(async () => {
	triggers = await Triggers.start();
});

const log = () => readFileSync(triggers.n8n.logFile, 'utf8');

const right = () => signed(triggers.sandbox.webhookSecret, registration(1), nowInSeconds());
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
			headers: signed(
				triggers.sandbox.webhookSecret,
				registration(1),
				nowInSeconds() - 30 * 86_400,
			),
		}),
		401,
		/too old/,
	],
	['truncated', () => ({ body: registration(1).slice(0, -9), headers: right() }), 422, N8N_REFUSES],
	['no JSON', () => ({ body: 'hello' }), 422, N8N_REFUSES],
	[
		'no JSON and not said to be',
		() => ({
			body: 'hello',
			headers: {
				...signed(triggers.sandbox.webhookSecret, 'hello', nowInSeconds()),
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
		() => ({ body: '', headers: signed(triggers.sandbox.webhookSecret, '', nowInSeconds()) }),
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
		const { url, received, workflowId } = await triggers.publish(id);
		const before = log().length;
		const { body, headers } = make();
		expect((await triggers.send(url, body, headers)).status).toBe(status);
		expect((await triggers.send(url, registration(2))).status).toBe(200);
		await until(received, 1);
		expect(await triggers.client.executions(workflowId)).toHaveLength(1);
		const lines = log().slice(before);
		expect(lines).toMatch(reason);
		expect(lines).not.toContain(triggers.sandbox.webhookSecret);
		for (const value of Object.values(headers ?? {})) {
			if (value.startsWith('v0=')) expect(lines).not.toContain(value);
		}
	},
);

it('an event that nobody chose is taken and starts nothing', async () => {
	const { url, received } = await triggers.publish('chosen', { events: ['meeting.ended'] });
	expect((await triggers.send(url, registration(1))).status).toBe(204);
	expect((await triggers.send(url, '{"event":"meeting.of_tomorrow","payload":{}}')).status).toBe(
		204,
	);
	await until(received, 0);
});

it('5 MB that are signed arrive', async () => {
	const { url, received } = await triggers.publish('large', { events: ['*'], simplify: false });
	expect((await triggers.send(url, registration(1, { x: 'x'.repeat(5_000_000) }))).status).toBe(
		200,
	);
	await until(received, 1);
});

it('both secrets are taken while one replaces the other', async () => {
	const { url, received } = await triggers.publish('rotation', undefined, {
		webhookSecretToken: 'old, new',
	});
	for (const [number, secret] of ['old', 'new', 'older'].entries()) {
		const body = registration(number);
		const { status } = await triggers.send(url, body, signed(secret, body, nowInSeconds()));
		expect(status).toBe(secret === 'older' ? 401 : 200);
	}
	await until(received, 2);
	const challenge = '{"event":"endpoint.url_validation","payload":{"plainToken":"abc"}}';
	const { text } = await triggers.send(url, challenge, signed('new', challenge, nowInSeconds()));
	expect(JSON.parse(text)).toEqual({
		plainToken: 'abc',
		encryptedToken: encrypted('new', 'abc'),
	});
});

it('without a secret the workflow is not published, and the editor says why', async () => {
	const id = 'no-secret';
	const credential = zoomCredential(id, triggers.sandbox, { webhookSecretToken: '' });
	const workflow = chain(id, [zoomTrigger(id, { events: ['*'] }, id)]);
	const credentials = { [id]: await triggers.client.createCredential(credential) };
	const workflowId = await triggers.client.importWorkflow(workflow, credentials);
	// Older versions say at once what goes wrong. Newer ones publish in the background: there it is
	// in the status that the editor shows.
	const reason = 'The Zoom credential has no Secret Token';
	const deadline = Date.now() + 90_000;
	let status = await triggers.client.publishWorkflow(workflowId).then(
		() => '',
		({ message }: Error) => message,
	);
	while (!status.includes(reason) && Date.now() < deadline) {
		await sleep(100);
		status = await triggers.client.publicationStatus(workflowId);
	}
	expect(status).toContain(reason);
	expect((await triggers.send(triggers.addressOf(id), registration(1))).status).toBe(404);
});
