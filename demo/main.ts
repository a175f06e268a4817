/* eslint-disable @n8n/community-nodes/no-restricted-globals, no-console -- runs on a developer's machine, never inside n8n */
import { startSandbox, type Sandbox } from '../sandbox';
import { checkExamples } from './check';
import { keptData, temporaryData, type DataFolder } from './data';
import { CREDENTIAL_NAME, exampleFiles, publishExample } from './examples';
import {
	createN8n,
	installPackage,
	isPortFree,
	N8nClient,
	type Credential,
	type N8nProcess,
} from './n8n';
import { readOptions, USAGE, type DemoOptions } from './options';
import { welcome } from './welcome';

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

const START_OVER = 'To start over, without what you built: npm start -- --fresh';

/** An error that also says how to get on. */
function advised(error: unknown, ...advice: string[]): Error {
	const message = error instanceof Error ? error.message : String(error);
	return new Error([message, ...advice].join('\n'));
}

/** A check, and a real account's secrets, leave nothing behind. */
async function prepareData(options: DemoOptions): Promise<DataFolder> {
	const { cacheRoot } = await import('../scripts/installN8n.mjs');
	const data =
		options.check || options.live
			? temporaryData(cacheRoot())
			: keptData(cacheRoot(), options.fresh);
	running.push(() => data.close());
	return data;
}

async function prepareN8n(options: DemoOptions, data: DataFolder): Promise<N8nProcess> {
	const { ensureN8n } = await import('../scripts/installN8n.mjs');
	const installation = await ensureN8n();
	installPackage(data.path);
	const n8n = await createN8n({
		installation,
		userFolder: data.path,
		port: options.port || undefined,
		settings: {
			env: { GENERIC_TIMEZONE: new Intl.DateTimeFormat().resolvedOptions().timeZone },
		},
	});
	running.push(async () => await n8n.stop());
	console.log('Starting n8n …');
	try {
		await n8n.start();
	} catch (error) {
		throw data.memory ? advised(error, START_OVER) : error;
	}
	return n8n;
}

function credentialFor({ live }: DemoOptions, sandbox: Sandbox | undefined): Credential {
	const { accountId = '', clientId = '', clientSecret = '' } = live ?? sandbox ?? {};
	return {
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
}

/** Logs in, or sets n8n up where nobody has; returns the log-in. */
async function enter(client: N8nClient, { memory, path }: DataFolder) {
	if (!memory) return await client.setUpOwner();
	try {
		await client.logIn(memory.owner);
	} catch (error) {
		const { email } = memory.owner;
		throw advised(
			error,
			`If you changed the password of ${email} in n8n, put the new one into demo.json in ${path}.`,
			START_OVER,
		);
	}
	return memory.owner;
}

/** Saves the credential, again where an earlier start has: the stand-in may have another port. */
async function saveCredential(
	client: N8nClient,
	credential: Credential,
	savedAs: string | undefined,
): Promise<string> {
	const { status, message } = await client.testCredential(credential);
	if (status !== 'OK') throw new Error(`Zoom did not take the credential: ${message}`);
	if (savedAs === undefined) return await client.createCredential(credential);
	try {
		await client.updateCredential(savedAs, credential);
		return savedAs;
	} catch {
		// It was deleted in the editor.
		return await client.createCredential(credential);
	}
}

/** Adds the examples that were not there in an earlier start; IDs by their files. */
async function addExamples(
	client: N8nClient,
	credentialId: string,
	options: DemoOptions,
	present: readonly string[],
): Promise<Map<string, string>> {
	const ids = new Map<string, string>();
	for (const file of exampleFiles().filter((name) => !present.includes(name))) {
		try {
			ids.set(file, await publishExample(client, file, credentialId, options.live?.meetingId));
		} catch (error) {
			// A workflow that was built here may hold its address.
			console.error(`examples/${file} could not be added: ${String(error)}`);
		}
	}
	return ids;
}

/** Makes n8n ready for use, with what an earlier start has left; IDs of new examples by file. */
async function furnish(
	client: N8nClient,
	options: DemoOptions,
	sandbox: Sandbox | undefined,
	data: DataFolder,
) {
	const { credentialId: savedAs, examples = [] } = data.memory ?? {};
	const owner = await enter(client, data);
	const credential = credentialFor(options, sandbox);
	const credentialId = await saveCredential(client, credential, savedAs);
	const added = await addExamples(client, credentialId, options, examples);
	data.remember({ owner, credentialId, examples: [...examples, ...added.keys()] });
	return { owner, added };
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
	const data = await prepareData(options);
	const sandbox = await prepareSandbox(options);
	const n8n = await prepareN8n(options, data);
	const client = new N8nClient(n8n.url);
	const { owner, added } = await furnish(client, options, sandbox, data);
	if (added.size > 0) console.log(`${added.size} example workflows were added.`);
	if (options.check && sandbox) {
		const differences = await checkExamples(client, sandbox, added, console);
		for (const difference of differences) console.error(`NOT AS IT SHOULD BE: ${difference}`);
		return differences.length === 0 ? 0 : 1;
	}
	const { path: folder, isKept } = data;
	console.log(welcome({ url: n8n.url, owner, sandboxUrl: sandbox?.url, folder, isKept }));
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
