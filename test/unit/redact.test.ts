import { withoutSecrets } from '../../credentials/token/session';
import { cutOut } from '../../credentials/token/redact';
import { newApp } from './support/fakeN8n';
import { useTokenEndpoint } from './support/tokenEndpoint';
import { storedRow } from './support/tokens';

const SECRET = 'aB+c/D~e=F.g_H-i0123456789';
const base64 = (text: string) => Buffer.from(text).toString('base64');
const html = (text: string) =>
	text.replace(/[^a-z0-9]/gi, (character) => `&#${character.charCodeAt(0)};`);

/** Each way in which a text may be written down elsewhere. */
const WRITINGS: Array<[string, (text: string) => string]> = [
	['plain', (text) => text],
	['in capitals', (text) => text.toUpperCase()],
	['escaped for a URL', encodeURIComponent],
	['escaped for a URL in small letters', (text) => encodeURIComponent(text).toLowerCase()],
	['escaped for a URL twice', (text) => encodeURIComponent(encodeURIComponent(text))],
	['with escaped slashes', (text) => text.replaceAll('/', '\\/')],
	[
		'in JSON that is escaped throughout',
		(text) =>
			text.replace(/[^a-z0-9]/gi, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`),
	],
	['in JSON within JSON', (text) => text.replaceAll('/', '\\\\\\/')],
	['in HTML', html],
	['in HTML by name', (text) => text.replaceAll('/', '&sol;').replaceAll('+', '&plus;')],
	['in HTML by hexadecimal number', (text) => text.replaceAll('/', '&#x2F;')],
	['in UTF-16', (text) => text.split('').join('\0')],
];

describe('cutOut', () => {
	it.each(WRITINGS)('finds a secret %s', (_, write) => {
		expect(cutOut(`They sent ${write(SECRET)} to us`, [SECRET])).toBe('They sent … to us');
		expect(cutOut(`{"a":"${write(SECRET)}","b":1}`, [SECRET])).toBe('{"a":"…","b":1}');
		expect(cutOut(`<b>${write(SECRET)}</b>`, [SECRET])).toBe('<b>…</b>');
	});

	it.each(WRITINGS)('finds what is in base64, %s', (_, write) => {
		for (const around of ['', 'a', 'ab', 'abc', 'abcd', 'client:']) {
			for (const text of [base64(around + SECRET), base64(`${around}${SECRET}${around}`)]) {
				for (const form of [text, text.replaceAll('+', '-').replaceAll('/', '_')]) {
					const said = cutOut(`They sent ${write(form)} to us`, [SECRET]);
					expect(said).toMatch(/^They sent \S{0,24}… to us$/);
				}
			}
		}
	});

	it('finds what was cut short, and every one of several', () => {
		const long = 'eyJzdiI6IjAwMDAwMSJ9.payload.signature';
		const text = `Bearer ${long.slice(0, 20)}, then ${SECRET.slice(0, 12)} and ${long}`;
		expect(cutOut(text, [SECRET, long])).toBe('Bearer … then … and …');
		expect(cutOut(`only ${SECRET.slice(0, 11)}`, [SECRET])).toBe(`only ${SECRET.slice(0, 11)}`);
	});

	it('leaves the rest of a text alone', () => {
		const text = 'Invalid client_id or client_secret, code 4.700 (see https://example.com/a?b=c)';
		expect(cutOut(text, [SECRET, 'eyJhbGciOiJIUzUxMiJ9'])).toBe(text);
		expect(cutOut(text, [])).toBe(text);
		expect(cutOut('', [SECRET])).toBe('');
	});

	it('takes a secret of six characters, and no word for a shorter one', () => {
		expect(cutOut('It is s3cret, see', ['s3cret'])).toBe('It is … see');
		expect(cutOut('What a shame, c2hhbWU=', ['shame'])).toBe('What a shame, c2hhbWU=');
		expect(cutOut('What a shame', [''])).toBe('What a shame');
	});

	it('takes long texts in a moment', () => {
		const text = `${'abcd+/'.repeat(200_000)} ${SECRET}`;
		expect(cutOut(text, [SECRET]).endsWith('/ …')).toBe(true);
	});
});

describe('withoutSecrets', () => {
	const { zoom, prepare } = useTokenEndpoint();

	it("cuts out the app's secret, its Basic header and the tokens that are known", async () => {
		const app = newApp({ clientId: 'abc', clientSecret: SECRET });
		await prepare(app);
		const row = storedRow(app, 'of-another-process');
		const basic = base64(`abc:${SECRET}`);
		const said = `${SECRET} Basic ${basic} Bearer ${zoom().tokens[0]} of-another-process abc`;
		expect(withoutSecrets(said, row)).toBe('… Basic … Bearer … … abc');
		expect(withoutSecrets(`Bearer ${zoom().tokens[0]}`, app)).toBe('Bearer …');
		expect(withoutSecrets(`Bearer ${zoom().tokens[0]}`, newApp())).toContain('Bearer minted');
	});

	it('knows the token that a request went out with, when it is none to use any more', async () => {
		const app = newApp();
		await prepare(app);
		await jest.advanceTimersByTimeAsync(24 * 3_600_000);
		await prepare(newApp());
		expect(withoutSecrets(`Bearer ${zoom().tokens[0]}`, app)).toBe('Bearer …');
	});

	it('needs no token', () => {
		const app = newApp({ clientSecret: SECRET, sessionToken: '{' });
		expect(withoutSecrets(`So ${SECRET} it is`, app)).toBe('So … it is');
	});
});
