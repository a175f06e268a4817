import { z } from 'zod';
import { whenRegistered, type N8nClient, type N8nProcess } from '../../demo/n8n';
import { SEED, type Sandbox } from '../../sandbox';
import { signed } from '../../sandbox/events/signature';
import {
	addRegistrant,
	chain,
	httpRequest,
	listFromWebhook,
	newSandbox,
	people,
	publish,
	serveTo,
	startN8n,
	zoomCredential,
	zoomNode,
	zoomTrigger,
} from './harness';
import { everythingKept, formsOf } from './kept';

let n8n: N8nProcess;
let client: N8nClient;
let sandbox: Sandbox;
const answers: string[] = [];
/** Tokens that Zoom gave, as they stood in Authorization headers. */
const tokens = new Set<string>();

async function run(path: string, rows: unknown[]): Promise<string> {
	const response = await client.callWebhook(path, rows);
	const text = await response.text();
	answers.push(text);
	return text;
}

beforeAll(async () => {
	sandbox = await newSandbox({ onToken: (token) => tokens.add(token) });
	// The most that n8n can be made to write.
	const env = {
		N8N_LOG_LEVEL: 'debug',
		N8N_LOG_OUTPUT: 'console,file',
		DB_LOGGING_ENABLED: 'true',
	};
	const loud = { ...env, DB_LOGGING_OPTIONS: 'all', EXECUTIONS_DATA_SAVE_ON_PROGRESS: 'true' };
	({ n8n, client } = await startN8n({ env: loud }));
});

it('runs that succeed, that Zoom refuses, and whose credential is wrong', async () => {
	const add = { ...addRegistrant('right'), onError: 'continueRegularOutput' };
	const workflow = chain('right', [...listFromWebhook('right'), add]);
	const credential = zoomCredential('right', sandbox);
	await publish(client, credential, workflow);
	await run('right', [...people('right', 3), { email: 'nobody' }, { email: SEED.host.email }]);
	sandbox.configure({ faults: [{ kind: 'tokenKilled', times: 1 }] });
	await run('right', people('after', 3));
	sandbox.configure({ faults: [{ kind: 'htmlAfter' }] });
	await run('right', people('lost', 2));
	sandbox.configure({ faults: [{ kind: 'tokenKilled' }] });
	await run('right', people('refused', 1));
	sandbox.configure({ faults: [] });

	const stopping = chain('stops', [...listFromWebhook('stops'), addRegistrant('right')]);
	await publish(client, { ...credential, name: 'right' }, stopping);
	await run('stops', [{ email: SEED.host.email }]);

	const wrong = zoomCredential('wrong', sandbox, { accountId: 'SomebodyElsesAccount' });
	const refused = chain('wrong', [...listFromWebhook('wrong'), addRegistrant('wrong')]);
	await publish(client, wrong, refused);
	await run('wrong', people('wrong', 1));
	answers.push(JSON.stringify(await client.testCredential(wrong)));
	expect(sandbox.registrants(SEED.meeting).length).toBeGreaterThanOrEqual(6);
	expect(tokens.size).toBeGreaterThanOrEqual(2);
});

it("n8n's HTTP Request node with the credential, refused and not, and events at the trigger", async () => {
	const get = httpRequest(`=${sandbox.url}/v2/meetings/{{ $json.id }}`, 'right');
	const credential = zoomCredential('right', sandbox);
	await publish(client, credential, chain('get', [...listFromWebhook('get'), get]));
	expect(await run('get', [{ id: SEED.meeting }])).toContain(SEED.meeting);
	await run('get', [{ id: '99999999999' }]);

	await publish(
		client,
		credential,
		chain('event', [zoomTrigger('event', { events: ['*'] }, 'right')]),
	);
	const url = `${n8n.url}/webhook/event/zoom`;
	await whenRegistered(async () => await fetch(url, { method: 'POST' }));
	const challenge = {
		event: 'endpoint.url_validation',
		payload: { plainToken: 'x'.repeat(22) },
	};
	const started = { event: 'meeting.started', payload: { object: { id: SEED.meeting } } };
	const seconds = Math.floor(Date.now() / 1000);
	for (const body of [challenge, started].map((event) => JSON.stringify(event))) {
		for (const [secret, status] of [
			[sandbox.webhookSecret, 200],
			['somebody else', 401],
		] as const) {
			const headers = { 'content-type': 'application/json', ...signed(secret, body, seconds) };
			const response = await fetch(url, { method: 'POST', headers, body });
			answers.push(await response.text());
			expect(response.status).toBe(status);
		}
	}
});

it('a redirect of the API never takes the token along', async () => {
	const stranger = await serveTo(() => '{}');
	sandbox.configure({ faults: [{ kind: 'redirect', location: `${stranger.url}/v2/taken` }] });
	const text = await run('right', people('redirected', 1));
	sandbox.configure({ faults: [] });
	expect(
		z.array(z.object({ error: z.object({ message: z.string() }) })).parse(JSON.parse(text)),
	).toHaveLength(1);
	expect(stranger.calls).toEqual([]);
});

it('keys that would change prototypes, and huge answers, do no harm', async () => {
	const list = zoomNode(
		'List',
		{
			resource: 'meeting',
			operation: 'get',
			meetingId: { __rl: true, mode: 'id', value: SEED.meeting },
			simplify: false,
		},
		'right',
	);
	const workflow = chain('odd', [
		...listFromWebhook('odd'),
		{ ...list, onError: 'continueRegularOutput' },
	]);
	await publish(client, zoomCredential('right', sandbox), workflow);
	const huge = `{"id":${SEED.meeting},"__proto__":{"polluted":"yes"},"constructor":{"prototype":{"polluted":"yes"}},"topic":"${'x'.repeat(20_000_000)}"}`;
	sandbox.configure({ faults: [{ kind: 'answer', text: huge, times: 1 }] });
	const [first] = z
		.array(z.record(z.unknown()))
		.parse(JSON.parse(await (await client.callWebhook('odd', [{}])).text()));
	expect(String(first?.topic)).toHaveLength(20_000_000);
	sandbox.configure({ faults: [] });
	// Were Object's prototype changed, every item would have it.
	const after = z.array(z.record(z.unknown())).parse(JSON.parse(await run('odd', [{ a: 1 }])));
	expect(after[0]?.polluted).toBeUndefined();
	expect(after[0]?.id).toBe(Number(SEED.meeting));
	const rows = '[{"email":"proto@example.com","__proto__":{"polluted":"yes"}}]';
	expect(await run('right', JSON.parse(rows) as unknown[])).not.toContain('polluted":"yes"},"id"');
});

it('a redirect of the token endpoint never takes the secret along', async () => {
	const stranger = await serveTo(() => '{"access_token":"x","expires_in":3600}');
	sandbox.revokeTokens();
	const location = `${stranger.url}/oauth/token`;
	sandbox.configure({ faults: [{ kind: 'redirect', on: 'token', location }] });
	const text = await run('right', people('redirected', 1));
	expect(text).toContain('"error"');
	answers.push(JSON.stringify(await client.testCredential(zoomCredential('right', sandbox))));
	expect(stranger.calls).toEqual([]);
	sandbox.configure({ faults: [] });
});

it('no secret and no token stands in what n8n answered, logged or kept', async () => {
	await n8n.stop();
	const secrets = [
		sandbox.clientSecret,
		sandbox.webhookSecret,
		Buffer.from(`${sandbox.clientId}:${sandbox.clientSecret}`).toString('base64'),
		...tokens,
	];
	const kept = everythingKept(n8n);
	expect(kept.map(([name]) => name)).toEqual(
		expect.arrayContaining(['database.sqlite', 'n8n.log']),
	);
	const log = kept.find(([name]) => name === 'n8n.log')?.[1] ?? '';
	expect(log).toContain('debug');
	// The search itself finds what is there.
	expect(kept.some(([, text]) => text.includes('right0@example.com'))).toBe(true);
	const places = [...kept, ...answers.map((text): [string, string] => ['an answer', text])];
	const found = places.flatMap(([name, text]) =>
		secrets.flatMap(formsOf).flatMap((form) => (text.includes(form) ? [name] : [])),
	);
	expect(found).toEqual([]);
	const urls = sandbox.requests().map(({ path, query }) => path + JSON.stringify(query));
	expect(urls.filter((url) => secrets.some((secret) => url.includes(secret)))).toEqual([]);
});
