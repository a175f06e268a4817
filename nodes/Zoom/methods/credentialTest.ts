import { jsonParse, sleep, UserError } from 'n8n-workflow';
import type {
	ICredentialDataDecryptedObject,
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';
import { neverSentBecause } from '../../../credentials/token/connection';
import type { HttpSend } from '../../../credentials/token/request';
import { testSettings } from '../../../credentials/token/session';
import type { ZoomToken } from '../../../credentials/token/token';
import { listUsers } from '../api/endpoints';
import { asObject } from '../transport/answer';
import { refusedFailure } from '../transport/errors';
import { canDoSomething, MAIN_JOB, scopesIn } from './scopes';

/** A token made right after its app may name no scopes; one made 12 seconds later did. */
const NEW_APP_WAIT_MS = 15_000;

const ADD_SCOPES = `In the Zoom App Marketplace, open the app and go to Scopes → Add Scopes. To register people for meetings, add: ${MAIN_JOB.map(([{ scopes }]) => scopes.granular).join(', ')}. Other operations need others: see the docs.`;

/** HTTP as n8n offers it in a credential test: this helper and no other. */
const sendWith =
	({ request }: ICredentialTestFunctions['helpers']) =>
	async (options: { method: string; uri: string; headers: object; body?: string }) =>
		(await request({
			...options,
			resolveWithFullResponse: true,
			simple: false,
			followRedirect: false,
			timeout: 30_000,
		})) as { statusCode: number; body: unknown };

type Send = ReturnType<typeof sendWith>;

/**
 * The credential's test button: fetches a token with what is in the form, saved or not, and looks at
 * the scopes that come with it. n8n's dialog shows the message of a failed test only.
 * https://developers.zoom.us/docs/internal-apps/s2s-oauth/
 */
export async function zoomAppTest(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted<ICredentialDataDecryptedObject>,
): Promise<INodeCredentialTestResult> {
	const data = credential.data ?? {};
	const send = sendWith(this.helpers);
	const sendForToken: HttpSend = async ({ url, headers, body }) =>
		await send({ method: 'POST', uri: url, headers, body });
	try {
		let token = await testSettings(data, sendForToken);
		if (data.environment === 'custom') await checkApi(send, token);
		if (scopesIn(token.scope).length === 0) {
			await sleep(NEW_APP_WAIT_MS);
			token = await testSettings(data, sendForToken);
		}
		checkScopes(scopesIn(token.scope));
		return { status: 'OK', message: 'Connection successful' };
	} catch (error) {
		const { message, description } = error as { message: string; description?: string };
		return { status: 'Error', message: [message, description].filter(Boolean).join('. ') };
	}
}

function checkScopes(granted: readonly string[]) {
	if (granted.length === 0) {
		throw new UserError("Zoom doesn't name any scopes for this app yet", {
			description: `If you just created the app or changed its scopes, wait a minute and test again. ${ADD_SCOPES}`,
		});
	}
	if (!canDoSomething(granted)) {
		throw new UserError('The Zoom app has none of the scopes that this node needs', {
			description: ADD_SCOPES,
		});
	}
}

/**
 * Asks for the account's owner, to see whether Zoom's API answers at the base URL that was typed.
 * Without the scope for it, Zoom refuses with a code of its own, which shows it too.
 */
async function checkApi(send: Send, { apiBaseUrl, accessToken }: ZoomToken) {
	const { host } = new URL(apiBaseUrl);
	const headers = { Authorization: `Bearer ${accessToken}`, Accept: 'application/json' };
	const { statusCode: status, body } = await send({
		method: 'GET',
		uri: `${apiBaseUrl}/users/me`,
		headers,
	}).catch((error: unknown) => {
		throw new UserError(`Zoom's API couldn't be reached at ${host}`, {
			description: `${neverSentBecause(error) ?? ''} Check the API Base URL.`.trim(),
		});
	});
	const answer =
		typeof body === 'string' ? jsonParse<unknown>(body, { fallbackValue: body }) : body;
	if (status === 200 && typeof asObject(answer).id === 'string') return;
	const { kind, details } = refusedFailure({ status, headers: {}, body: answer }, listUsers);
	// Many servers repeat the status as a code; Zoom has no such code for a user.
	const isZooms = details.code !== undefined && details.code !== status;
	if (!isZooms || kind === 'addressUnknown') {
		throw new UserError(`${host} didn't respond like Zoom's API (HTTP ${status})`, {
			description: 'Check the API Base URL. It ends with /v2, as https://api.zoom.us/v2 does.',
		});
	}
	if (kind === 'tokenRejected') {
		throw new UserError(`Zoom's API at ${host} rejected the token`, {
			description: 'Check that the OAuth Base URL and the API Base URL belong together.',
		});
	}
}
