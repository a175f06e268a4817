import { neverSentBecause } from '../../credentials/token/connection';

const TRUST =
	"This n8n doesn't trust the certificate there. If it belongs to your proxy, name its CA certificate in NODE_EXTRA_CA_CERTS.";
const NO_TLS =
	'No encrypted connection could be set up: something other than HTTPS responds there.';

const withCode = (code: unknown, cause?: unknown) => Object.assign(new Error('x'), { code, cause });

describe('neverSentBecause', () => {
	it.each([
		['ECONNREFUSED', 'The connection was refused.'],
		['ENOTFOUND', "The host name couldn't be resolved."],
		['EAI_AGAIN', "The host name couldn't be resolved."],
		['EHOSTUNREACH', 'No network route leads there.'],
		['ENETUNREACH', 'No network route leads there.'],
		['DEPTH_ZERO_SELF_SIGNED_CERT', TRUST],
		['SELF_SIGNED_CERT_IN_CHAIN', TRUST],
		['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', TRUST],
		['UNABLE_TO_GET_ISSUER_CERT', TRUST],
		['UNABLE_TO_VERIFY_LEAF_SIGNATURE', TRUST],
		['CERT_UNTRUSTED', TRUST],
		['INVALID_CA', TRUST],
		['CERT_HAS_EXPIRED', 'The certificate there has expired.'],
		[
			'CERT_NOT_YET_VALID',
			"The certificate there isn't valid yet. Check the clock of n8n's machine.",
		],
		['ERR_TLS_CERT_ALTNAME_INVALID', 'The certificate there is for another host.'],
		['HOSTNAME_MISMATCH', 'The certificate there is for another host.'],
		['CERT_REVOKED', "The certificate there isn't valid."],
		['CRL_HAS_EXPIRED', "The certificate there isn't valid."],
		['UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY', "The certificate there isn't valid."],
		['EPROTO', NO_TLS],
		['ERR_SSL_WRONG_VERSION_NUMBER', NO_TLS],
		['ERR_TLS_HANDSHAKE_TIMEOUT', NO_TLS],
	])('names the cause of %s', (code, sentence) => {
		expect(neverSentBecause(withCode(code))).toBe(sentence);
		expect(neverSentBecause(withCode('OTHER', withCode(undefined, withCode(code))))).toBe(sentence);
	});

	it.each(['ECONNRESET', 'ECONNABORTED', 'ETIMEDOUT', 'EPIPE', 'ERR_CANCELED', 'ERR_BAD_RESPONSE'])(
		'says nothing of %s, which may come after the request',
		(code) => expect(neverSentBecause(withCode(code))).toBeUndefined(),
	);

	it.each([undefined, null, 'ECONNREFUSED', 5, {}, withCode(7)])('takes %p', (error) => {
		expect(neverSentBecause(error)).toBeUndefined();
	});

	it('does not go round in circles', () => {
		const error = withCode('OTHER');
		error.cause = error;
		expect(neverSentBecause(error)).toBeUndefined();
	});
});
