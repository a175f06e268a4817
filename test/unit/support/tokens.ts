import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import { signRequest } from '../../../credentials/token/session';
import { readSettings } from '../../../credentials/token/settings';

export const NOW = Date.parse('2027-03-05T10:00:00Z');
export const HOUR = 3_600_000;
export const GET: IHttpRequestOptions = { method: 'GET', url: 'https://api.zoom.us/v2/users' };

/** The token that a request with these credentials goes out with. */
export const bearer = (credentials: ICredentialDataDecryptedObject) =>
	String(signRequest(credentials, GET).headers?.authorization).replace('Bearer ', '');

/** The row of an app whose token was fetched some time ago by another process. */
export const storedRow = (
	app: ICredentialDataDecryptedObject,
	accessToken: string,
	mintedAt = NOW,
): ICredentialDataDecryptedObject => ({
	...app,
	sessionGate: '',
	sessionToken: JSON.stringify({
		accessToken,
		mintedAt,
		expiresAt: mintedAt + HOUR,
		apiBaseUrl: 'https://api.zoom.us/v2',
		scope: '',
		fingerprint: readSettings(app).fingerprint,
	}),
});
