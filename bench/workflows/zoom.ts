import type { Credential, WorkflowNode } from '../../demo/n8n';
import { signingSecret } from '../events';
import type { Arena } from '../types';
import { node } from './nodes';

const CREDENTIAL = 'zoomServerToServerOAuth2Api';

/** Our credential for the arena's app. */
export function zoomCredential(name: string, { app, url }: Arena, plan: string): Credential {
	return {
		name,
		type: CREDENTIAL,
		data: {
			...app,
			plan,
			environment: 'custom',
			oauthBaseUrl: url,
			apiBaseUrl: `${url}/v2`,
			webhookSecretToken: signingSecret,
		},
	};
}

const withCredential = (name: string) => ({ credentials: { [CREDENTIAL]: { name } } });

/** Our node. */
export function zoom(credential: string, parameters: Record<string, unknown>): WorkflowNode {
	return node('Zoom', 'n8n-nodes-zoom.zoom', 1, parameters, {
		...withCredential(credential),
		onError: 'continueErrorOutput',
	});
}

/** Our trigger, which takes every event; its address is `<path>/zoom`. */
export function zoomTrigger(credential: string, path: string): WorkflowNode {
	const more = { ...withCredential(credential), webhookId: path };
	return node('Zoom Trigger', 'n8n-nodes-zoom.zoomTrigger', 1.1, { events: ['*'] }, more);
}

/** n8n's built-in Zoom node, with a pasted token: it has no Server-to-Server OAuth. */
export function builtInZoom(credential: string, parameters: Record<string, unknown>) {
	const all = { authentication: 'accessToken', resource: 'meeting', ...parameters };
	return node('Zoom', 'zoom', 1, all, { credentials: { zoomApi: { name: credential } } });
}

/** n8n's HTTP Request node with our credential: `atATime` registrations every so many ms. */
export function httpRequest(
	credential: string,
	{ url, meetingId }: Arena,
	atATime: number,
	intervalMs: number,
): WorkflowNode {
	const parameters = {
		method: 'POST',
		url: `${url}/v2/meetings/${meetingId}/registrants`,
		authentication: 'predefinedCredentialType',
		nodeCredentialType: CREDENTIAL,
		sendBody: true,
		specifyBody: 'json',
		jsonBody: "={{ JSON.stringify({ email: $json.email, first_name: 'Ada' }) }}",
		options: { batching: { batch: { batchSize: atATime, batchInterval: intervalMs } } },
	};
	return node('HTTP Request', 'httpRequest', 4.2, parameters, withCredential(credential));
}
