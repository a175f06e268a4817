import { randomBytes } from 'node:crypto';
import { sleep } from 'n8n-workflow';
import { z } from 'zod';

const PUBLISHED_WITHIN_MS = 15_000;

const withId = z.object({ id: z.string() });
const testAnswer = z.object({ status: z.enum(['OK', 'Error']), message: z.string() });
const listEntry = z.object({ name: z.string(), value: z.union([z.string(), z.boolean()]) });
const listAnswer = z.object({ results: z.array(listEntry) });
const execution = z.object({ id: z.string(), status: z.string() });
const credentialRow = withId.extend({
	name: z.string(),
	type: z.string(),
	data: z.record(z.unknown()),
});

/** A credential as the editor sends it: `data` by the names of the type's fields. */
export interface Credential {
	name: string;
	type: string;
	data: Record<string, unknown>;
}

/** What the test button shows: `status` 'OK' or 'Error', and the sentence beside it. */
export type CredentialTest = z.infer<typeof testAnswer>;

/** An entry of a list in the panel; those that are true or false can't be chosen. */
export type ListEntry = z.infer<typeof listEntry>;

/** One node of a workflow, as far as this client looks at it. */
export interface WorkflowNode {
	name: string;
	type: string;
	credentials?: Record<string, { id?: string; name: string }>;
	[key: string]: unknown;
}

/** A workflow as n8n exports it. */
export interface Workflow {
	name: string;
	description?: string;
	nodes: WorkflowNode[];
	connections: Record<string, unknown>;
	settings?: Record<string, unknown>;
}

/** Steers a running n8n by the REST calls that its editor makes, logged in as somebody. */
export class N8nClient {
	/**
	 * @param url for example http://127.0.0.1:5678
	 * @param cookie a login, as {@link session} tells it; {@link setUpOwner} makes the first one
	 */
	constructor(
		readonly url: string,
		private cookie = '',
	) {}

	/** The login, for another client of the same n8n. */
	get session(): string {
		return this.cookie;
	}

	/** Creates the owner of a new n8n, with a random password, and logs in as that person. */
	async setUpOwner(): Promise<{ email: string; password: string }> {
		const owner = { email: 'owner@example.com', password: newPassword() };
		const person = { firstName: 'Zoom', lastName: 'Demo' };
		this.cookie = await loginOf(
			await this.send('POST', '/rest/owner/setup', { ...owner, ...person }),
		);
		return owner;
	}

	/**
	 * Logs in as the owner of an n8n that was set up before.
	 * @throws with n8n's answer where it does not take the log-in
	 */
	async logIn({ email, password }: { email: string; password: string }): Promise<void> {
		const body = { emailOrLdapLoginId: email, password };
		this.cookie = await loginOf(await this.send('POST', '/rest/login', body));
	}

	/** Adds a member, who sees nothing that is not shared, and returns a client of that person's. */
	async addMember(email: string): Promise<N8nClient> {
		const invited = z.array(z.object({ user: z.object({ inviteAcceptUrl: z.string() }) }));
		const body = [{ email, role: 'global:member' }];
		const [invitation] = invited.parse(await this.call('POST', '/rest/invitations', body));
		const given = Object.fromEntries(new URL(invitation?.user.inviteAcceptUrl ?? '').searchParams);
		// n8n 1 names inviter and invitee in the link, later ones a token that stands for both.
		const path = given.inviteeId ? `${given.inviteeId}/accept` : 'accept';
		const person = { firstName: 'Zoom', lastName: 'Member', password: newPassword() };
		const stranger = new N8nClient(this.url);
		const accepted = await stranger.send('POST', `/rest/invitations/${path}`, {
			...given,
			...person,
		});
		return new N8nClient(this.url, await loginOf(accepted));
	}

	/** Saves a credential and returns its ID. */
	async createCredential(credential: Credential): Promise<string> {
		return withId.parse(await this.call('POST', '/rest/credentials', credential)).id;
	}

	/** Saves an existing credential again, as the editor does: with all of its fields. */
	async updateCredential(id: string, credential: Credential): Promise<void> {
		await this.call('PATCH', `/rest/credentials/${id}`, credential);
	}

	/** The credential as the browser gets it when its dialog is opened: secrets are blanked. */
	async getCredential(id: string): Promise<Credential> {
		const path = `/rest/credentials/${id}?includeData=true`;
		return credentialRow.parse(await this.call('GET', path));
	}

	/** Presses the test button. `id` is empty for a credential that was not saved yet. */
	async testCredential(credential: Credential, id = ''): Promise<CredentialTest> {
		const path = '/rest/credentials/test';
		const press = async (savedAs: string) =>
			await this.send('POST', path, { credentials: { ...credential, id: savedAs } });
		let response = await press(id);
		// Older editors save a credential before they test it.
		if (id === '' && response.status === 403) {
			response = await press(await this.createCredential(credential));
		}
		return testAnswer.parse(await dataOf(response, `POST ${path}`));
	}

	/** What a list of a node's panel shows, opened or, with a filter, searched. */
	async listResults(
		list: { nodeType: string; method: string; parameters: object; credentials: object },
		filter?: string,
	): Promise<ListEntry[]> {
		const body = {
			nodeTypeAndVersion: { name: list.nodeType, version: 1 },
			path: 'parameters',
			methodName: list.method,
			currentNodeParameters: list.parameters,
			credentials: list.credentials,
			...(filter && { filter }),
		};
		const path = '/rest/dynamic-node-parameters/resource-locator-results';
		return listAnswer.parse(await this.call('POST', path, body)).results;
	}

	/**
	 * Imports a workflow and returns its ID.
	 * @param credentials IDs by the names that the workflow's nodes use
	 */
	async importWorkflow(workflow: Workflow, credentials: Record<string, string>): Promise<string> {
		const nodes = workflow.nodes.map((node) => {
			const used = Object.entries(node.credentials ?? {});
			if (used.length === 0) return node;
			const withIds = used.map(([type, { name }]) => [type, { name, id: credentials[name] }]);
			return { ...node, credentials: Object.fromEntries(withIds) };
		});
		const body = { active: false, ...workflow, nodes };
		return withId.parse(await this.call('POST', '/rest/workflows', body)).id;
	}

	/** Saves what becomes of a workflow, as the editor does; it is published no sooner than before. */
	async changeWorkflow(id: string, change: (nodes: WorkflowNode[]) => object): Promise<void> {
		const path = `/rest/workflows/${id}`;
		const { nodes } = z
			.object({ nodes: z.array(z.object({ name: z.string(), type: z.string() }).passthrough()) })
			.parse(await this.call('GET', path));
		await this.call('PATCH', path, change(nodes));
	}

	/** Publishes the workflow's latest version: its triggers and production webhooks are on then. */
	async publishWorkflow(id: string): Promise<void> {
		const versioned = z.object({ versionId: z.string() });
		const { versionId } = versioned.parse(await this.call('GET', `/rest/workflows/${id}`));
		await this.call('POST', `/rest/workflows/${id}/activate`, { versionId });
	}

	/**
	 * What n8n tells of a workflow that it publishes in the background, as JSON text: for messages of
	 * tests.
	 */
	async publicationStatus(id: string): Promise<string> {
		return JSON.stringify(await this.call('GET', `/rest/workflows/${id}/publication-status`));
	}

	/** Turns a published workflow's triggers off. */
	async unpublishWorkflow(id: string): Promise<void> {
		await this.call('POST', `/rest/workflows/${id}/deactivate`, {});
	}

	/** Presses "Execute workflow" at a trigger that needs no call from outside; returns at once. */
	async runManually(workflowId: string, trigger: string): Promise<void> {
		// Older versions take the workflow from the editor instead of their database.
		const workflowData = await this.call('GET', `/rest/workflows/${workflowId}`);
		const body = { workflowData, triggerToStartFrom: { name: trigger } };
		await this.call('POST', `/rest/workflows/${workflowId}/run`, body);
	}

	/** The workflow's latest executions, newest first, at most 100. */
	async executions(workflowId: string): Promise<Array<z.infer<typeof execution>>> {
		const query = new URLSearchParams({ filter: JSON.stringify({ workflowId }), limit: '100' });
		const page = z.object({ results: z.array(execution) });
		return page.parse(await this.call('GET', `/rest/executions?${query}`)).results;
	}

	/** Presses "Stop" at a running execution. */
	async stopExecution(id: string): Promise<void> {
		await this.call('POST', `/rest/executions/${id}/stop`, {});
	}

	/** All an execution left behind, as the JSON text that n8n keeps: for messages of tests. */
	async executionData(id: string): Promise<string> {
		const row = z.object({ data: z.string() });
		return row.parse(await this.call('GET', `/rest/executions/${id}`)).data;
	}

	/** The address of a published webhook or form: `kind` 'webhook' or 'form'. */
	address(kind: 'webhook' | 'form', path: string): string {
		return `${this.url}/${kind}/${path}`;
	}

	/** Calls a published webhook; waits while n8n is still registering it. */
	async callWebhook(path: string, body: unknown): Promise<Response> {
		return await whenRegistered(
			async () =>
				await fetch(this.address('webhook', path), {
					method: 'POST',
					headers: { 'content-type': 'application/json' },
					body: JSON.stringify(body),
				}),
		);
	}

	private async send(method: string, path: string, body?: unknown): Promise<Response> {
		return await fetch(`${this.url}${path}`, {
			method,
			headers: { 'content-type': 'application/json', cookie: this.cookie },
			body: body === undefined ? undefined : JSON.stringify(body),
		});
	}

	private async call(method: string, path: string, body?: unknown): Promise<unknown> {
		return await dataOf(await this.send(method, path, body), `${method} ${path}`);
	}
}

/** n8n asks for a capital letter and a digit. */
function newPassword(): string {
	return `Zoom1${randomBytes(5).toString('hex')}`;
}

/** The login that an answer brings. */
async function loginOf(response: Response): Promise<string> {
	const session = response.headers.getSetCookie().find((text) => text.startsWith('n8n-auth='));
	if (!response.ok || !session) {
		throw new Error(`n8n lets nobody in: ${response.status} ${await response.text()}`);
	}
	return session.split(';')[0] ?? '';
}

/** @throws with n8n's status and text where it refuses */
async function dataOf(response: Response, request: string): Promise<unknown> {
	const text = await response.text();
	if (!response.ok) {
		throw new Error(`n8n: ${request}: ${response.status} ${text.slice(0, 300)}`);
	}
	return z.object({ data: z.unknown() }).parse(JSON.parse(text)).data;
}

/** Repeats a call to a published address while n8n answers that it does not know it yet. */
export async function whenRegistered(call: () => Promise<Response>): Promise<Response> {
	const deadline = Date.now() + PUBLISHED_WITHIN_MS;
	for (;;) {
		const response = await call();
		if (response.status !== 404 || Date.now() > deadline) return response;
		await sleep(100);
	}
}
