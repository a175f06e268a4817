/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs on a developer's machine, never inside n8n */
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { sleep } from 'n8n-workflow';
import {
	N8nClient,
	type Credential,
	type N8nProcess,
	type N8nSettings,
	type Workflow,
	type WorkflowNode,
} from '../../demo/n8n';
import { SEED, startSandbox, type Sandbox, type SandboxOptions } from '../../sandbox';
import { newN8n } from './n8n';

export { n8nVersion, sharedN8n } from './n8n';

export const CREDENTIAL_TYPE = 'zoomServerToServerOAuth2Api';

/** Events of the trigger's burst. 1,200 take minutes: `npm run test:versions` sends these. */
export const BURST = Number(process.env.E2E_BURST ?? 300);

/** What the test file has started, newest last; all of it is ended after its last test. */
const started: Array<() => Promise<void> | void> = [];

// While a file was loading, nobody noticed that n8n closed the connections of the file before.
beforeAll(async () => await sleep(50));

afterAll(async () => {
	for (const stop of started.reverse()) await stop();
});

/** A stand-in for Zoom in this process, as nobody has used it before. */
export async function newSandbox(options?: SandboxOptions): Promise<Sandbox> {
	const sandbox = await startSandbox(options);
	started.push(async () => await sandbox.close());
	return sandbox;
}

/** Has something ended or removed after the last test of the file. */
export function whenDone(end: () => Promise<void> | void): void {
	started.push(end);
}

/** A real n8n with the built package and nothing else in it, not started yet. */
export async function prepareN8n(settings?: N8nSettings): Promise<N8nProcess> {
	const { n8n, end } = await newN8n(settings);
	started.push(end);
	return n8n;
}

/** Starts such an n8n, with an owner, for files that restart it, change it or load it heavily. */
export async function startN8n(
	settings?: N8nSettings,
): Promise<{ n8n: N8nProcess; client: N8nClient }> {
	const n8n = await prepareN8n(settings);
	await n8n.start();
	const client = new N8nClient(n8n.url);
	await client.setUpOwner();
	return { n8n, client };
}

/** A web server that keeps the JSON that is posted to it. */
export async function collect(): Promise<{ url: string; received: unknown[] }> {
	const received: unknown[] = [];
	const keep = ({ body }: Posted) => {
		received.push(body);
		return { status: 200, body: {} };
	};
	return { url: await serveJson(keep), received };
}

/** JSON that was posted to a web server. */
export interface Posted {
	path?: string;
	headers: IncomingHttpHeaders;
	body: unknown;
}

/** A web server that answers posted JSON with JSON; resolves to its address. */
export async function serveJson(
	answer: (posted: Posted) => { status: number; body: unknown },
): Promise<string> {
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const posted = JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown;
			const { status, body } = answer({
				path: request.url,
				headers: request.headers,
				body: posted,
			});
			response.writeHead(status, { 'content-type': 'application/json' });
			response.end(JSON.stringify(body));
		});
	});
	return await listen(server);
}

/** A web server that answers everything with this text; resolves to its address. */
export async function serve(text: string): Promise<string> {
	return await listen(createServer((_request, response) => response.end(text)));
}

/**
 * A web server that answers with what the function makes of a request's headers, or with 401.
 * `calls` holds what it was asked for.
 */
export async function serveTo(
	answer: (headers: IncomingHttpHeaders) => string | undefined,
): Promise<{ url: string; calls: Array<{ path?: string; status: number }> }> {
	const calls: Array<{ path?: string; status: number }> = [];
	const server = createServer((request, response) => {
		const text = answer(request.headers);
		const status = text === undefined ? 401 : 200;
		calls.push({ path: request.url, status });
		response.writeHead(status).end(text);
	});
	return { url: await listen(server), calls };
}

async function listen(server: Server): Promise<string> {
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	started.push(() => {
		server.close();
		server.closeAllConnections();
	});
	const address = server.address();
	return typeof address === 'object' && address ? `http://127.0.0.1:${address.port}` : '';
}

/** Prints a measured figure beside jest's own lines. */
export function report(line: string): void {
	process.stdout.write(`${line}\n`);
}

/** A credential for the sandbox, as typed into the editor. */
export function zoomCredential(
	name: string,
	sandbox: Sandbox,
	changes: Record<string, unknown> = {},
): Credential {
	const { accountId, clientId, clientSecret, webhookSecret, url } = sandbox;
	const own = { environment: 'custom', oauthBaseUrl: url, apiBaseUrl: `${url}/v2` };
	return {
		name,
		type: CREDENTIAL_TYPE,
		data: {
			accountId,
			clientId,
			clientSecret,
			webhookSecretToken: webhookSecret,
			...own,
			...changes,
		},
	};
}

let nodes = 0;

function node(
	name: string,
	type: string,
	typeVersion: number,
	parameters: Record<string, unknown>,
): WorkflowNode {
	nodes += 1;
	return { id: `node-${nodes}`, name, type, typeVersion, parameters, position: [200 * nodes, 0] };
}

/** The Zoom node with the credential of that name. */
export function zoomNode(
	name: string,
	parameters: Record<string, unknown>,
	credentialName: string,
): WorkflowNode {
	return {
		...node(name, 'n8n-nodes-zoom.zoom', 1, parameters),
		credentials: { [CREDENTIAL_TYPE]: { name: credentialName } },
	};
}

/** The Zoom node's Registrant Add for a seeded meeting, with the address and name of each item. */
export function addRegistrant(credentialName: string, email = '={{ $json.email }}'): WorkflowNode {
	const parameters = {
		resource: 'meetingRegistrant',
		operation: 'add',
		meetingId: { __rl: true, mode: 'id', value: SEED.meeting },
		email,
		registrantFrom: 'define',
		firstName: 'Ada',
		lastName: 'Lovelace',
	};
	return zoomNode('Add registrant', parameters, credentialName);
}

/** The Zoom Trigger; its address ends with the ID and `/zoom`. */
export function zoomTrigger(
	webhookId: string,
	parameters: Record<string, unknown>,
	credentialName: string,
): WorkflowNode {
	return {
		...node('Zoom Trigger', 'n8n-nodes-zoom.zoomTrigger', 1.1, parameters),
		webhookId,
		credentials: { [CREDENTIAL_TYPE]: { name: credentialName } },
	};
}

/** n8n's HTTP Request node (POST), which sends each item's json as it is. */
export function post(url: string): WorkflowNode {
	const body = { sendBody: true, specifyBody: 'json', jsonBody: '={{ JSON.stringify($json) }}' };
	return node('Post', 'n8n-nodes-base.httpRequest', 4.2, {
		method: 'POST',
		url,
		...body,
		options: {},
	});
}

/** n8n's HTTP Request node (GET) that uses our credential as a predefined one. */
export function httpRequest(
	url: string,
	credentialName: string,
	options: Record<string, unknown> = {},
): WorkflowNode {
	const parameters = {
		url,
		authentication: 'predefinedCredentialType',
		nodeCredentialType: CREDENTIAL_TYPE,
		options,
	};
	return {
		...node('HTTP Request', 'n8n-nodes-base.httpRequest', 4.2, parameters),
		credentials: { [CREDENTIAL_TYPE]: { name: credentialName } },
	};
}

/** A trigger that fires every second. */
export function everySecond(): WorkflowNode {
	const rule = { interval: [{ field: 'seconds', secondsInterval: 1 }] };
	return node('Every second', 'n8n-nodes-base.scheduleTrigger', 1.2, { rule });
}

/** A form that asks for an email address and answers before the workflow runs. */
export function formTrigger(path: string): WorkflowNode {
	const formFields = { values: [{ fieldLabel: 'Email', fieldType: 'email' }] };
	const parameters = { path, formTitle: path, formFields, options: {} };
	return { ...node('Form', 'n8n-nodes-base.formTrigger', 2.2, parameters), webhookId: path };
}

/** A webhook whose JSON list becomes one item for each entry; what the last node has is answered. */
export function listFromWebhook(path: string): WorkflowNode[] {
	const webhook = {
		httpMethod: 'POST',
		path,
		responseMode: 'lastNode',
		responseData: 'allEntries',
	};
	return [
		{ ...node('Webhook', 'n8n-nodes-base.webhook', 2, webhook), webhookId: path },
		node('Items', 'n8n-nodes-base.splitOut', 1, { fieldToSplitOut: 'body', options: {} }),
	];
}

/** A workflow in which each node leads to the next one. */
export function chain(name: string, steps: WorkflowNode[]): Workflow {
	const connections = steps.slice(1).map((next, index) => {
		const from = steps[index]?.name ?? '';
		return [from, { main: [[{ node: next.name, type: 'main', index: 0 }]] }];
	});
	return {
		name,
		nodes: steps,
		connections: Object.fromEntries(connections),
		settings: { executionOrder: 'v1' },
	};
}

/** Saves the credential and a published workflow that uses it, and returns their IDs. */
export async function publish(
	client: N8nClient,
	credential: Credential,
	workflow: Workflow,
): Promise<{ credentialId: string; workflowId: string }> {
	const credentialId = await client.createCredential(credential);
	const workflowId = await client.importWorkflow(workflow, { [credential.name]: credentialId });
	await client.publishWorkflow(workflowId);
	return { credentialId, workflowId };
}

/** `count` invented people with addresses of their own. */
export function people(label: string, count: number): Array<{ email: string }> {
	return Array.from({ length: count }, (_, index) => ({ email: `${label}${index}@example.com` }));
}

/** Calls a webhook once for each body, all at once, and returns the HTTP statuses and answers. */
export async function callAtOnce(
	client: N8nClient,
	path: string,
	bodies: unknown[],
): Promise<Array<{ status: number; text: string }>> {
	return await Promise.all(
		bodies.map(async (body) => {
			const response = await client.callWebhook(path, body);
			return { status: response.status, text: await response.text() };
		}),
	);
}
