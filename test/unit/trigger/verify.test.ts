import fc from 'fast-check';
import {
	answerChallenge,
	flawOfTime,
	readHeaders,
	verify,
} from '../../../nodes/ZoomTrigger/verify';
import type { SignedHeaders } from '../../../nodes/ZoomTrigger/verify';
import { signed } from '../../../sandbox/events/signature';

const NOW = Date.parse('2027-03-05T10:00:00Z');
const SECONDS = NOW / 1000;
const MINUTE = 60_000;
const SECRET = 'whs';

const headersFor = (body: string | Buffer, seconds = SECONDS, secret = SECRET) =>
	signed(secret, body, seconds);

const GOOD = headersFor('{}');
const withSignature = (change: (signature: string) => string) => ({
	...GOOD,
	'x-zm-signature': change(GOOD['x-zm-signature']),
});

/** The beginnings of the reasons. */
const NONE = 'it has no signature';
const FORM = "its signature doesn't have Zoom's form";
const WRONG = "its signature doesn't match the credential's Secret Token";

/** All checks of a request, in the order of the node. */
function check(
	body: string | Buffer,
	headers: Record<string, unknown>,
	{ secrets = [SECRET], now = NOW } = {},
) {
	const read = readHeaders(headers);
	if ('reason' in read) return read;
	const reason = flawOfTime(read, 90 * MINUTE, now);
	return reason === undefined
		? verify({ rawBody: Buffer.from(body), ...read }, secrets)
		: { reason };
}

/** As a reason tells it. */
const inMinutes = (minutes: number) =>
	minutes > 0 ? ` ${minutes} minutes ago` : ` ${-minutes} minutes in the future`;

describe('verify', () => {
	// printf '%s' 'v0:1772704800:{"event":"meeting.started","payload":{"object":{"topic":"\u00e9 🚒"}}}' \
	//   | openssl dgst -sha256 -hmac whs
	// (bash's printf '%s' leaves \u00e9 as it is: six characters)
	it('agrees with openssl, over escaped and raw characters', () => {
		const body = '{"event":"meeting.started","payload":{"object":{"topic":"\\u00e9 🚒"}}}';
		const signature = 'v0=0031480aad563b47d0ceab599149fad5b62e03f043925ac7907b65418237c7ef';
		const headers = { 'x-zm-request-timestamp': '1772704800', 'x-zm-signature': signature };
		const now = 1_772_704_800_000;
		expect(check(body, headers, { now })).toEqual({ secret: SECRET });
		// The same JSON, written as JSON.stringify does: other bytes, another signature.
		const again = JSON.stringify(JSON.parse(body));
		expect(again).not.toBe(body);
		expect(check(again, headers, { now })).toHaveProperty('reason');
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
		['no signature', NONE, { 'x-zm-request-timestamp': String(SECONDS) }],
		['no time', NONE, { 'x-zm-signature': GOOD['x-zm-signature'] }],
		['a list of times', NONE, { ...GOOD, 'x-zm-request-timestamp': [String(SECONDS)] }],
		['two signatures', NONE, { ...GOOD, 'x-zm-signature': ['v0=a', 'v0=b'] }],
		['a time in milliseconds', 'its time', { ...GOOD, 'x-zm-request-timestamp': String(NOW) }],
		["a time that isn't a number", 'its time', { ...GOOD, 'x-zm-request-timestamp': 'x' }],
		['a time with a space', 'its time', { ...GOOD, 'x-zm-request-timestamp': `${SECONDS} ` }],
		['a cut signature', FORM, withSignature((whole) => whole.slice(0, -1))],
		['a signature without its version', FORM, withSignature((whole) => whole.slice(3))],
		['a signature in capital letters', FORM, withSignature((whole) => whole.toUpperCase())],
		['another secret', WRONG, headersFor('{}', SECONDS, 'other')],
		[
			'the time of another request',
			WRONG,
			{ ...GOOD, 'x-zm-request-timestamp': String(SECONDS - 1) },
		],
	])('refuses %s: %s', (_, reason, headers) => {
		expect(check('{}', headers)).toEqual({ reason: expect.stringContaining(reason) });
	});

	it('tells of a single minute, too', () => {
		const read = readHeaders(headersFor('{}', SECONDS - 80)) as SignedHeaders;
		expect(flawOfTime(read, MINUTE, NOW)).toBe('it was sent 1 minute ago, which is too old');
	});

	it('takes either of two secrets and says which', () => {
		const secrets = ['old', 'new'];
		expect(check('{}', headersFor('{}', SECONDS, 'old'), { secrets })).toEqual({ secret: 'old' });
		expect(check('{}', headersFor('{}', SECONDS, 'new'), { secrets })).toEqual({ secret: 'new' });
		expect(check('{}', headersFor('{}', SECONDS, 'third'), { secrets })).toHaveProperty('reason');
	});

	it('refuses everything without a secret, an empty one included', () => {
		expect(check('{}', headersFor('{}', SECONDS, ''), { secrets: [] })).toEqual({
			reason: 'the credential has no Secret Token',
		});
	});

	it('gives reasons that hold neither secret nor signature', () => {
		const headers = headersFor('{}', SECONDS, 'other');
		const verdict = check('{}', headers, { secrets: ['s3cret-Value'] });
		const text = JSON.stringify(verdict);
		expect(text).not.toContain('s3cret-Value');
		expect(text).not.toContain(headers['x-zm-signature'].slice(3));
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
