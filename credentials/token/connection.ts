/** Why no connection came about, by the code of the error that Node throws. */
const CAUSES: ReadonlyArray<readonly [RegExp, string]> = [
	[/^ECONNREFUSED$/, 'The connection was refused.'],
	[/^(ENOTFOUND|EAI_AGAIN)$/, "The host name couldn't be resolved."],
	[/^(EHOSTUNREACH|ENETUNREACH)$/, 'No network route leads there.'],
	[
		/SELF_SIGNED|UNABLE_TO_(GET_ISSUER|VERIFY)|CERT_UNTRUSTED|INVALID_CA/,
		"This n8n doesn't trust the certificate there. If it belongs to your proxy, name its CA certificate in NODE_EXTRA_CA_CERTS.",
	],
	[/CERT_HAS_EXPIRED/, 'The certificate there has expired.'],
	[
		/CERT_NOT_YET_VALID/,
		"The certificate there isn't valid yet. Check the clock of n8n's machine.",
	],
	[/ALTNAME_INVALID|HOSTNAME_MISMATCH/, 'The certificate there is for another host.'],
	[/^(CERT|CRL)_|^UNABLE_TO_/, "The certificate there isn't valid."],
	[
		/^(EPROTO|ERR_SSL_|ERR_TLS_)/,
		'No encrypted connection could be set up: something other than HTTPS responds there.',
	],
];

/**
 * Why a request was surely never sent: no connection came about, or no encrypted one.
 * https://nodejs.org/api/errors.html#common-system-errors
 * https://nodejs.org/api/tls.html#x509-certificate-error-codes
 *
 * @param error what n8n's request helpers throw
 * @returns a sentence; undefined where the request may have been sent
 */
export function neverSentBecause(error: unknown): string | undefined {
	let cause = error as { code?: unknown; cause?: unknown } | undefined;
	for (let depth = 0; cause && depth < 6; depth++) {
		const code = String(cause.code);
		const found = CAUSES.find(([pattern]) => pattern.test(code));
		if (found) return found[1];
		cause = cause.cause as typeof cause;
	}
	return undefined;
}
