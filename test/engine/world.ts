import type { ICredentialDataDecryptedObject, INodeParameters } from 'n8n-workflow';
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
