import { sleep } from 'n8n-workflow';
import { z } from 'zod';
import type { N8nClient } from '../../demo/n8n';
import type { Sandbox } from '../../sandbox';
import {
	addRegistrant,
	callAtOnce,
	chain,
	listFromWebhook,
	newSandbox,
	people,
	publish,
	serve,
	startN8n,
	zoomCredential,
} from './harness';

const AT_ONCE = 50;

/** An app of another account. */
const OTHER_APP = {
	accountId: 'otherAccount',
	clientId: 'otherClient',
	clientSecret: 'otherS3cret',
};

let client: N8nClient;

beforeAll(async () => {
	({ client } = await startN8n());
});

/** Publishes "webhook → Add registrant" with a credential of its own, all named `label`. */
async function publishAdd(label: string, sandbox: Sandbox, changes: Record<string, unknown> = {}) {
	const workflow = chain(label, [...listFromWebhook(label), addRegistrant(label)]);
	return await publish(client, zoomCredential(label, sandbox, changes), workflow);
}

/** Runs the workflow once for each of `count` people, all at once; returns how many succeeded. */
async function register(path: string, label: string, count: number): Promise<number> {
	const bodies = people(label, count).map((person) => [person]);
	const answers = await callAtOnce(client, path, bodies);
	return answers.filter(({ status, text }) => status === 200 && text.includes('join_url')).length;
}

/** The client IDs whose tokens registered people, by the label of their addresses. */
function appsByLabel(sandbox: Sandbox): Record<string, string[]> {
	const apps: Record<string, string[]> = {};
	for (const { path, body, clientId = 'none' } of sandbox.requests()) {
		if (!path.endsWith('/registrants')) continue;
		const { email } = z.object({ email: z.string() }).parse(body);
		const label = email.replace(/\d+@.*/, '');
		apps[label] = [...new Set([...(apps[label] ?? []), clientId])];
	}
	return apps;
}

const modes = [
	{ mode: 'several tokens may live', newTokenKillsOld: false },
	{ mode: 'new tokens kill old ones', newTokenKillsOld: true },
];

// A slow token endpoint makes all 50 executions want a token while the first one is under way.
const latencies = modes.flatMap((mode) => [
	{ ...mode, tokenLatencyMs: 150 },
	{ ...mode, tokenLatencyMs: 1000 },
]);

describe.each(latencies)('where $mode and a new one takes $tokenLatencyMs ms', (options) => {
	const { newTokenKillsOld, tokenLatencyMs } = options;
	const name = (label: string): string => `${label}-${newTokenKillsOld}-${tokenLatencyMs}`;

	it('50 executions at once on a cold credential cost one token, and all succeed', async () => {
		const sandbox = await newSandbox({ newTokenKillsOld, tokenLatencyMs });
		await publishAdd(name('cold'), sandbox);
		expect(await register(name('cold'), 'cold', AT_ONCE)).toBe(AT_ONCE);
		expect(sandbox.counts()).toMatchObject({ tokens: 1, unauthorized: 0 });
	});

	it.each([
		['revoked', (sandbox: Sandbox): void => sandbox.revokeTokens()],
		['expired', (sandbox: Sandbox): void => sandbox.expireTokens()],
	])('a token that was %s costs exactly one more, and a run after that none', async (how, kill) => {
		const sandbox = await newSandbox({ newTokenKillsOld, tokenLatencyMs });
		await publishAdd(name(how), sandbox);
		expect(await register(name(how), 'first', 1)).toBe(1);
		kill(sandbox);
		sandbox.resetCounts();
		expect(await register(name(how), 'dead', AT_ONCE)).toBe(AT_ONCE);
		expect(sandbox.counts().tokens).toBe(1);
		sandbox.resetCounts();
		expect(await register(name(how), 'again', 10)).toBe(10);
		expect(sandbox.counts()).toMatchObject({ tokens: 0, unauthorized: 0 });
	});
});

describe('an edited credential', () => {
	it('with a wrong secret typed over the right one is told as wrong and runs no more', async () => {
		const sandbox = await newSandbox();
		const { credentialId } = await publishAdd('retyped', sandbox);
		expect(await register('retyped', 'before', 1)).toBe(1);
		// The editor sends back all it was given, hidden fields included.
		const { name, type, data } = await client.getCredential(credentialId);
		const edited = { name, type, data: { ...data, clientSecret: 'not the secret' } };
		const told = { status: 'Error', message: expect.stringContaining('Client Secret') };
		expect(await client.testCredential(edited, credentialId)).toEqual(told);
		await client.updateCredential(credentialId, edited);
		const saved = await client.getCredential(credentialId);
		expect(await client.testCredential(saved, credentialId)).toEqual(told);
		sandbox.resetCounts();
		expect(await register('retyped', 'after', 3)).toBe(0);
		expect(sandbox.counts().byEndpoint).toEqual({});
	});

	it('for another app uses a token of that app', async () => {
		const sandbox = await newSandbox();
		const { credentialId } = await publishAdd('moved', sandbox);
		expect(await register('moved', 'before', 1)).toBe(1);
		sandbox.addApp(OTHER_APP);
		const { name, type, data } = await client.getCredential(credentialId);
		const edited = { name, type, data: { ...data, ...OTHER_APP } };
		await client.updateCredential(credentialId, edited);
		sandbox.resetCounts();
		expect(await register('moved', 'after', 3)).toBe(3);
		expect(sandbox.counts().tokens).toBe(1);
		expect(appsByLabel(sandbox)).toEqual({
			before: [sandbox.clientId],
			after: [OTHER_APP.clientId],
		});
	});
});

it('two credentials never share a token', async () => {
	const sandbox = await newSandbox();
	sandbox.addApp(OTHER_APP);
	await publishAdd('app-one', sandbox);
	await publishAdd('app-two', sandbox, OTHER_APP);
	const [one, two] = await Promise.all([
		register('app-one', 'one', 10),
		register('app-two', 'two', 10),
	]);
	expect({ one, two }).toEqual({ one: 10, two: 10 });
	expect(sandbox.counts().tokens).toBe(2);
	expect(appsByLabel(sandbox)).toEqual({
		one: [sandbox.clientId],
		two: [OTHER_APP.clientId],
	});
});

it('the browser never gets the token or the secret', async () => {
	const sandbox = await newSandbox();
	const { credentialId, workflowId } = await publishAdd('hidden', sandbox);
	expect(await register('hidden', 'hidden', 1)).toBe(1);
	const shown = await client.getCredential(credentialId);
	// Blanked, so there is one: it was stored.
	expect(shown.data.sessionToken).toEqual(expect.stringContaining('__n8n_BLANK_VALUE_'));
	const [run] = await client.executions(workflowId);
	const all = JSON.stringify(shown) + (await client.executionData(run?.id ?? ''));
	expect(all).toContain('join_url');
	expect(all).not.toContain(sandbox.clientSecret);
	// The sandbox's tokens, like Zoom's, are JSON Web Tokens.
	expect(all).not.toContain('eyJ');
});

describe('the test button, before the credential is saved', () => {
	const test = async (sandbox: Sandbox, changes: Record<string, unknown> = {}) =>
		await client.testCredential(zoomCredential('test', sandbox, changes));
	const error = (sentence: string | RegExp) => ({
		status: 'Error',
		message: expect.stringMatching(sentence),
	});

	it.each([['meeting:read:list_meetings:admin'], ['webinar:write:registrant:admin']])(
		'says yes to an app that can do something: %s',
		async (scope) => {
			expect(await test(await newSandbox({ scopes: [scope] }))).toMatchObject({ status: 'OK' });
		},
	);

	it('says what to add to an app that can do nothing', async () => {
		const sandbox = await newSandbox({ scopes: ['user:read:user:admin'] });
		expect(await test(sandbox)).toEqual(error(/Add Scopes.*meeting:write:registrant:admin/));
	});

	it('asks once more where a new app has no scopes yet', async () => {
		const sandbox = await newSandbox({ scopes: [] });
		const testing = test(sandbox);
		while (sandbox.counts().tokens === 0) await sleep(50);
		sandbox.configure({ scopes: 'all' });
		expect(await testing).toMatchObject({ status: 'OK' });
		expect(sandbox.counts().tokens).toBe(2);
	});

	it('says that base URLs lead elsewhere', async () => {
		const sandbox = await newSandbox();
		const other = await serve('{"message":"Hello"}');
		const { host } = new URL(other);
		const toApi = { apiBaseUrl: `${other}/v2` };
		expect(await test(sandbox, toApi)).toEqual(error(`${host} didn't respond like Zoom's API`));
		const { url } = sandbox;
		expect(await test(sandbox, { apiBaseUrl: url })).toEqual(error(/It ends with \/v2/));
		expect(await test(sandbox, { oauthBaseUrl: `${url}/v2` })).toEqual(error(/OAuth Base URL/));
	});

	it('says what is wrong with what was typed', async () => {
		const sandbox = await newSandbox();
		expect(await test(sandbox, { clientSecret: 'wrong' })).toEqual(error('Client Secret'));
		expect(await test(sandbox, { accountId: 'wrong' })).toEqual(error('Account ID'));
	});

	it('says that the app is not activated', async () => {
		expect(await test(await newSandbox({ appState: 'deactivated' }))).toEqual(error('activate'));
	});

	it('says that something else answers, or nothing', async () => {
		const sandbox = await newSandbox();
		const oauthBaseUrl = await serve('<html>A proxy</html>');
		expect(await test(sandbox, { oauthBaseUrl })).toEqual(error(/no JSON/));
		const nowhere = { oauthBaseUrl: 'http://127.0.0.1:9' };
		expect(await test(sandbox, nowhere)).toEqual(error(/couldn't be reached at 127\.0\.0\.1:9/));
	});
});
