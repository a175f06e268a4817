import { chunk } from 'lodash';
import type { ICredentialDataDecryptedObject, IDataObject, INodeParameters } from 'n8n-workflow';
import { startSandbox } from '../../sandbox';
import type { Sandbox, SandboxOptions, SeenRequest } from '../../sandbox';

/**
 * Starts a sandbox for each test. Its new port makes new settings of the same app, so no test meets
 * a token of another one.
 */
export function useSandbox(options: SandboxOptions = {}): () => Sandbox {
	let sandbox: Sandbox | undefined;
	beforeEach(async () => {
		sandbox = await startSandbox(options);
	});
	afterEach(async () => await sandbox?.close());
	return () => {
		if (!sandbox) throw new Error('The sandbox has not started');
		return sandbox;
	};
}

/** Credential data for the sandbox's app. */
export function credentialsFor(sandbox: Sandbox): ICredentialDataDecryptedObject {
	return {
		accountId: sandbox.accountId,
		clientId: sandbox.clientId,
		clientSecret: sandbox.clientSecret,
		environment: 'custom',
		oauthBaseUrl: sandbox.url,
		apiBaseUrl: `${sandbox.url}/v2`,
	};
}

/** Requests to the API, without those for tokens. */
export function apiRequests(sandbox: Sandbox): SeenRequest[] {
	return sandbox.requests().filter(({ path }) => path.startsWith('/v2/'));
}

/** One of the sandbox's meetings or webinars, as Zoom shows it. */
export function eventOf(sandbox: Sandbox, id: unknown) {
	const events = [...sandbox.meetings(), ...sandbox.webinars()];
	return events.find((event) => String(event.id) === String(id));
}

/** One of the sandbox's meetings, as Zoom shows it. */
export function meetingOf(sandbox: Sandbox, id: unknown) {
	return sandbox.meetings().find((meeting) => String(meeting.id) === String(id));
}

export const byId = (value: string | number) => ({ __rl: true, mode: 'id', value });
export const byEmail = (value: string) => ({ __rl: true, mode: 'email', value });
export const byUrl = (value: string) => ({ __rl: true, mode: 'url', value });

/** Parameters of Registrant → Add, from columns `email` and `first` of the input row. */
export function addParameters(meetingId: string, more: INodeParameters = {}): INodeParameters {
	return {
		resource: 'meetingRegistrant',
		operation: 'add',
		meetingId: byId(meetingId),
		registrantFrom: 'define',
		email: '={{ $json.email }}',
		firstName: '={{ $json.first }}',
		lastName: '={{ $json.last }}',
		additionalFields: {},
		options: {},
		...more,
	};
}

/** Numbered people: p0@example.com, First0. */
export function people(count: number) {
	return Array.from({ length: count }, (_, i) => ({
		email: `p${i}@example.com`,
		first: `First${i}`,
		last: `Last${i}`,
	}));
}

/** Registers people by Zoom's batch call, without n8n: for meetings of thousands. */
export async function registerDirectly(
	{ url, accountId, clientId, clientSecret }: Sandbox,
	meetingId: string,
	everybody: ReturnType<typeof people>,
): Promise<void> {
	const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
	const form = new URLSearchParams({ grant_type: 'account_credentials', account_id: accountId });
	const signIn = { method: 'POST', headers: { Authorization: `Basic ${basic}` }, body: form };
	const token = (await (await fetch(`${url}/oauth/token`, signIn)).json()) as IDataObject;
	const headers = {
		Accept: 'application/json',
		Authorization: `Bearer ${String(token.access_token)}`,
		'Content-Type': 'application/json',
	};
	for (const some of chunk(everybody, 30)) {
		const registrants = some.map(({ email, first, last }) => ({
			email,
			first_name: first,
			last_name: last,
		}));
		const body = JSON.stringify({ registrants });
		await fetch(`${url}/v2/meetings/${meetingId}/batch_registrants`, {
			method: 'POST',
			headers,
			body,
		});
	}
}
