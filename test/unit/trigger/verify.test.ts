import fc from 'fast-check';
import { answerChallenge, verify } from '../../../nodes/ZoomTrigger/verify';
import { signed } from '../../../sandbox/events/signature';

const NOW = Date.parse('2027-03-05T10:00:00Z');
const SECONDS = NOW / 1000;
const MINUTE = 60_000;
const SECRET = 'whs';

const check = (
	body: string | Buffer,
	headers: { timestamp?: unknown; signature?: unknown },
	{ secrets = [SECRET], windowMs = 90 * MINUTE, now = NOW } = {},
) =>
	verify(
		{ rawBody: Buffer.from(body), timestamp: headers.timestamp, signature: headers.signature },
		secrets,
		windowMs,
		now,
	);

/** Headers as the node hands them over. */
function headersFor(body: string | Buffer, seconds = SECONDS, secret = SECRET) {
	const headers = signed(secret, body, seconds);
	return {
		timestamp: headers['x-zm-request-timestamp'],
		signature: headers['x-zm-signature'],
	};
}

/** As a reason tells it. */
const inMinutes = (minutes: number) =>
	minutes > 0 ? ` ${minutes} minutes ago` : ` ${-minutes} minutes ahead`;

describe('verify', () => {
	// printf '%s' 'v0:1772704800:{"event":"meeting.started","payload":{"object":{"topic":"\u00e9 🚒"}}}' \
	//   | openssl dgst -sha256 -hmac whs
	// (bash's printf '%s' leaves \u00e9 as it is: six characters)
	it('agrees with openssl, over escaped and raw characters', () => {
		const body = '{"event":"meeting.started","payload":{"object":{"topic":"\\u00e9 🚒"}}}';
		const signature = 'v0=0031480aad563b47d0ceab599149fad5b62e03f043925ac7907b65418237c7ef';
		expect(check(body, { timestamp: '1772704800', signature }, { now: 1_772_704_800_000 })).toEqual(
			{
				secret: SECRET,
			},
		);
		// The same JSON, written as JSON.stringify does: other bytes, another signature.
		const again = JSON.stringify(JSON.parse(body));
		expect(again).not.toBe(body);
		expect(
			check(again, { timestamp: '1772704800', signature }, { now: 1_772_704_800_000 }),
		).toHaveProperty('reason');
	});

	it('takes any body that is signed, and none of which a bit has changed', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(), fc.nat(7), (bytes, at, bit) => {
				const body = Buffer.from(bytes);
				const headers = headersFor(body);
				expect(check(body, headers)).toEqual({ secret: SECRET });
				if (body.length === 0) return;
				const changed = Buffer.from(body);
				changed[at % body.length] = (changed[at % body.length] ?? 0) ^ (1 << bit);
				expect(check(changed, headers)).toHaveProperty('reason');
			}),
		);
	});

	it.each([
		['a retry after 85 minutes', 85, true],
		['the last minute of the window', 90, true],
		['91 minutes', 91, false],
		['30 days', 30 * 24 * 60, false],
		['a clock that is 5 minutes ahead', -5, true],
		['a clock that is 6 minutes ahead', -6, false],
	])('judges by age: %s', (_, minutes, taken) => {
		const verdict = check('{}', headersFor('{}', SECONDS - minutes * 60));
		expect('secret' in verdict).toBe(taken);
		if (!taken) expect(verdict).toEqual({ reason: expect.stringContaining(inMinutes(minutes)) });
	});

	it.each([
		['no signature', { timestamp: String(SECONDS) }],
		['no time', { signature: headersFor('{}').signature }],
		['a list of times', { ...headersFor('{}'), timestamp: [String(SECONDS)] }],
		['two signatures', { ...headersFor('{}'), signature: ['v0=a', 'v0=b'] }],
		['a time in milliseconds', { ...headersFor('{}'), timestamp: String(NOW) }],
		['a time that is no number', { ...headersFor('{}'), timestamp: `${SECONDS} ` }],
		[
			'a signature that is cut',
			{ ...headersFor('{}'), signature: headersFor('{}').signature.slice(0, -1) },
		],
		[
			'a signature without its version',
			{ ...headersFor('{}'), signature: headersFor('{}').signature.slice(3) },
		],
		['another secret', headersFor('{}', SECONDS, 'other')],
		['the time of another request', { ...headersFor('{}'), timestamp: String(SECONDS - 1) }],
	])('refuses %s', (_, headers) => {
		expect(check('{}', headers)).toEqual({ reason: expect.any(String) });
	});

	it('takes either of two secrets and says which', () => {
		const secrets = ['old', 'new'];
		expect(check('{}', headersFor('{}', SECONDS, 'old'), { secrets })).toEqual({ secret: 'old' });
		expect(check('{}', headersFor('{}', SECONDS, 'new'), { secrets })).toEqual({ secret: 'new' });
		expect(check('{}', headersFor('{}', SECONDS, 'third'), { secrets })).toHaveProperty('reason');
	});

	it('refuses everything without a secret, an empty one included', () => {
		expect(check('{}', headersFor('{}', SECONDS, ''), { secrets: [] })).toEqual({
			reason: 'the credential has no Webhook Secret Token',
		});
	});

	it('gives reasons that hold neither secret nor signature', () => {
		const headers = headersFor('{}', SECONDS, 'other');
		const verdict = check('{}', headers, { secrets: ['s3cret-Value'] });
		const text = JSON.stringify(verdict);
		expect(text).not.toContain('s3cret-Value');
		expect(text).not.toContain(headers.signature.slice(3));
	});
});

describe('answerChallenge', () => {
	it('answers as Zoom documents', () => {
		// printf '%s' 'qgg8vlvZRS6UYooatFL8Aw' | openssl dgst -sha256 -hmac whs
		const asked = 'qgg8vlvZRS6UYooatFL8Aw';
		const expected = '55598a2d6d36346d91f98816abf3a3002025729bdb221005eb45a1246b38b95e';
		const { plainToken, encryptedToken } = answerChallenge(asked, SECRET) ?? {};
		expect([plainToken, encryptedToken]).toEqual([asked, expected]);
	});

	it('signs nothing that could pass for a signature of an event', () => {
		const body = '{"event":"meeting.registration_created","payload":{}}';
		expect(answerChallenge(`v0:${SECONDS}:${body}`, SECRET)).toBeUndefined();
		fc.assert(
			fc.property(fc.nat(), fc.string(), (seconds, text) => {
				expect(answerChallenge(`v0:${seconds}:${text}`, SECRET)).toBeUndefined();
			}),
		);
	});

	it.each(['', 'a b', 'é', 'a'.repeat(129), 7, undefined, null, ['a'], { a: 1 }])(
		'refuses %p',
		(token) => {
			expect(answerChallenge(token, SECRET)).toBeUndefined();
		},
	);
});
