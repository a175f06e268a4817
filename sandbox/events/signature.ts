import { createHmac } from 'node:crypto';

/**
 * The headers of a delivery.
 * https://developers.zoom.us/docs/api/webhooks/#verify-with-zooms-header
 *
 * @param secret the app's Secret Token
 * @param body exactly as it will be sent
 * @param seconds since 1970
 */
export function signed(secret: string, body: string | Buffer, seconds: number) {
	const hmac = createHmac('sha256', secret).update(`v0:${seconds}:`).update(body);
	return {
		'x-zm-request-timestamp': String(seconds),
		'x-zm-signature': `v0=${hmac.digest('hex')}`,
	};
}

/** What Zoom expects as the `encryptedToken` of a challenge. */
export function encrypted(secret: string, plainToken: string): string {
	return createHmac('sha256', secret).update(plainToken).digest('hex');
}
