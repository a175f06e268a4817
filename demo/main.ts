/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, no-console -- runs on a developer's machine, never inside n8n */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startSandbox, type Sandbox } from '../sandbox';
import { checkExamples } from './check';
import { CREDENTIAL_NAME, PATHS, publishExamples } from './examples';
import { createN8n, installPackage, isPortFree, N8nClient, type N8nProcess } from './n8n';
import { readOptions, USAGE, type DemoOptions } from './options';

/** All that runs, ended in reverse order. */
const running: Array<() => Promise<void> | void> = [];

async function stopAll(): Promise<void> {
	for (;;) {
		const stop = running.pop();
		if (!stop) return;
		await stop();
	}
}

async function requireFreePort(port: number, owner: string, option: string): Promise<void> {
	if (port === 0 || (await isPortFree(port))) return;
	throw new Error(
		`Port ${port}, where ${owner} would listen, is in use. ` +
			`Choose another: npm start -- --${option} ${port + 1}`,
	);
}

async function prepareSandbox(options: DemoOptions): Promise<Sandbox | undefined> {
	if (options.live) return undefined;
	const sandbox = await startSandbox({ port: options.sandboxPort });
	running.push(async () => await sandbox.close());
	return sandbox;
}

async function prepareN8n(options: DemoOptions): Promise<N8nProcess> {
	const { cacheRoot, ensureN8n } = await import('../scripts/installN8n.mjs');
	const installation = await ensureN8n();
	// New each time, so that no secret and no example of an older version stays behind.
	mkdirSync(cacheRoot(), { recursive: true });
	const userFolder = mkdtempSync(join(cacheRoot(), 'data-'));
	running.push(() => rmSync(userFolder, { recursive: true, force: true }));
	installPackage(userFolder);
	const n8n = await createN8n({ installation, userFolder, port: options.port || undefined });
	running.push(async () => await n8n.stop());
	console.log(`Starting n8n (its data and log: ${userFolder}) …`);
	await n8n.start();
	return n8n;
}

async function saveCredential(
	client: N8nClient,
	options: DemoOptions,
	sandbox: Sandbox | undefined,
): Promise<string> {
	const { accountId = '', clientId = '', clientSecret = '' } = options.live ?? sandbox ?? {};
	const credential = {
		name: CREDENTIAL_NAME,
		type: 'zoomServerToServerOAuth2Api',
		data: {
			accountId,
			clientId,
			clientSecret,
			...(sandbox
				? {
						environment: 'custom',
						oauthBaseUrl: sandbox.url,
						apiBaseUrl: `${sandbox.url}/v2`,
						webhookSecretToken: sandbox.webhookSecret,
					}
				: { environment: 'zoom' }),
		},
	};
	const { status, message } = await client.testCredential(credential);
	if (status !== 'OK') throw new Error(`Zoom did not take the credential: ${message}`);
	return await client.createCredential(credential);
}

function printLinks(
	client: N8nClient,
	owner: { email: string; password: string },
	sandbox: Sandbox | undefined,
): void {
	const people = '[{"email":"ada@example.com","first_name":"Ada","last_name":"Lovelace"}]';
	console.log(`
Registration form    ${client.address('form', PATHS.form)}
Webhook for a list   curl -H 'Content-Type: application/json' -d '${people}' ${client.address('webhook', PATHS.register)}
Create a meeting     curl -X POST ${client.address('webhook', PATHS.createMeeting)}
Import a CSV file    curl -H 'Content-Type: text/csv' --data-binary @people.csv ${client.address('webhook', PATHS.importCsv)}
Approve a company    curl -H 'Content-Type: application/json' -d '{"domain":"example.com"}' ${client.address('webhook', PATHS.approveCompany)}
Who stayed away      curl -X POST ${client.address('webhook', PATHS.stayedAway)}
Editor               ${client.url}  (e-mail ${owner.email}, password ${owner.password})`);
	if (sandbox) console.log(`Who is registered    ${sandbox.url}/__sandbox/`);
	console.log('\nCtrl-C stops all of it.');
}

async function main(): Promise<number | undefined> {
	const options = readOptions(process.argv.slice(2), process.env);
	if (options.help) {
		console.log(USAGE);
		return 0;
	}
	await requireFreePort(options.port, 'n8n', 'port');
	if (!options.live) {
		await requireFreePort(options.sandboxPort, 'the stand-in for Zoom', 'sandbox-port');
	}
	const sandbox = await prepareSandbox(options);
	const n8n = await prepareN8n(options);
	const client = new N8nClient(n8n.url);
	const owner = await client.setUpOwner();
	const credentialId = await saveCredential(client, options, sandbox);
	const workflows = await publishExamples(client, credentialId, options.live?.meetingId);
	console.log(`n8n runs with these workflows: ${[...workflows.keys()].join(', ')}.`);
	if (options.check && sandbox) {
		const differences = await checkExamples(client, sandbox, workflows, console);
		for (const difference of differences) console.error(`NOT AS IT SHOULD BE: ${difference}`);
		return differences.length === 0 ? 0 : 1;
	}
	printLinks(client, owner, sandbox);
	void n8n.died().then(async (sentence) => await end(1, sentence));
	return undefined;
}

let ending = false;

async function end(code: number, sentence?: string): Promise<void> {
	// Stopping n8n makes it die, and Ctrl-C may be pressed twice.
	if (ending) return;
	ending = true;
	if (sentence) console.error(sentence);
	await stopAll();
	process.exit(code);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
	process.on(signal, () => void end(0));
}

main().then(
	async (code) => {
		if (code !== undefined) await end(code);
	},
	async (error: unknown) => await end(1, error instanceof Error ? error.message : String(error)),
);
