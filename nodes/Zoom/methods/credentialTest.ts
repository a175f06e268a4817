import type {
	ICredentialDataDecryptedObject,
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';
import type { HttpSend } from '../../../credentials/token/request';
import { testSettings } from '../../../credentials/token/session';
import { missingScopes } from './scopes';

/**
 * The credential's test button: fetches a token with what is in the form, saved or not. That needs
 * no scope, so it says whether the app's data are right and no more; lacking scopes are named.
 */
export async function zoomAppTest(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted<ICredentialDataDecryptedObject>,
): Promise<INodeCredentialTestResult> {
	// In a credential test n8n offers this helper only.
	const { request } = this.helpers;
	const send: HttpSend = async ({ url, headers, body }) =>
		(await request({
			method: 'POST',
			uri: url,
			headers,
			body,
			resolveWithFullResponse: true,
			simple: false,
			followRedirect: false,
			timeout: 30_000,
		})) as { statusCode: number; body: unknown };
	try {
		const { scope } = await testSettings(credential.data ?? {}, send);
		const missing = missingScopes(scope);
		const note =
			missing.length > 0 ? `. For some operations the app lacks scopes: ${missing.join(', ')}` : '';
		return { status: 'OK', message: `Connection successful${note}` };
	} catch (error) {
		const { message, description } = error as { message: string; description?: string };
		return { status: 'Error', message: [message, description].filter(Boolean).join('. ') };
	}
}
