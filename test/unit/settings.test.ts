import { isTrustedUrl, readSettings, trimPasted } from '../../credentials/token/settings';
import { thrownBy } from './support/thrown';

const APP = { accountId: 'aBc-_1', clientId: 'cLi.1', clientSecret: 'sEc~2', environment: 'zoom' };
const CUSTOM = {
	...APP,
	environment: 'custom',
	oauthBaseUrl: 'http://127.0.0.1:4010',
	apiBaseUrl: 'http://127.0.0.1:4010/v2',
};

describe('trimPasted', () => {
	it.each([
		[' id ', 'id'],
		['"id"', 'id'],
		["'id'\r\n", 'id'],
		['`id`', 'id'],
		['\u201cid\u201d', 'id'],
		['\u2018id\u2019', 'id'],
		['\ufeff\u200bid\u200b', 'id'],
		['" \'id\' "', 'id'],
		['i"d', 'i"d'],
		['i d', 'i d'],
		['', ''],
		['""', ''],
		[undefined, ''],
		[null, ''],
		[5, ''],
		[{}, ''],
	])('makes %j %j', (value, text) => {
		expect(trimPasted(value)).toBe(text);
	});
});

describe('readSettings', () => {
	it('reads a Zoom app', () => {
		expect(readSettings(APP)).toEqual({
			accountId: 'aBc-_1',
			clientId: 'cLi.1',
			clientSecret: 'sEc~2',
			oauthBaseUrl: 'https://zoom.us',
			apiBaseUrl: 'https://api.zoom.us/v2',
			trustedHosts: ['zoom.us', '*.zoom.us'],
			environment: 'zoom',
			plan: 'auto',
			fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/),
		});
	});

	it('takes an environment that was never chosen for Zoom', () => {
		const { environment, ...rest } = APP;
		expect(readSettings(rest)).toEqual(readSettings(APP));
		expect(readSettings({ ...rest, environment: '' })).toMatchObject({ environment });
	});

	it('reads an app of Zoom for Government', () => {
		expect(readSettings({ ...APP, environment: 'zoomGov' })).toMatchObject({
			oauthBaseUrl: 'https://zoomgov.com',
			apiBaseUrl: 'https://api.zoomgov.com/v2',
			trustedHosts: ['zoomgov.com', '*.zoomgov.com'],
			environment: 'zoomGov',
		});
	});

	it('reads base URLs of a custom environment, and no others', () => {
		expect(readSettings(CUSTOM)).toMatchObject({
			oauthBaseUrl: 'http://127.0.0.1:4010',
			apiBaseUrl: 'http://127.0.0.1:4010/v2',
			trustedHosts: ['127.0.0.1:4010'],
			environment: 'custom',
		});
		expect(readSettings({ ...CUSTOM, environment: 'zoom' })).toEqual(readSettings(APP));
	});

	it('cleans what pasting adds to base URLs', () => {
		const settings = readSettings({
			...CUSTOM,
			oauthBaseUrl: ' "https://proxy.example.com/zoom/oauth/token/" ',
			apiBaseUrl: 'https://proxy.example.com/zoom/v2//\n',
		});
		expect(settings.oauthBaseUrl).toBe('https://proxy.example.com/zoom');
		expect(settings.apiBaseUrl).toBe('https://proxy.example.com/zoom/v2');
		expect(settings.trustedHosts).toEqual(['proxy.example.com']);
		const oauthBaseUrl = 'https://proxy.example.com/oauth/token/zoom';
		expect(readSettings({ ...CUSTOM, oauthBaseUrl })).toMatchObject({ oauthBaseUrl });
	});

	it.each([
		['oauthBaseUrl', 'OAuth Base URL'],
		['apiBaseUrl', 'API Base URL'],
	])("refuses a %s that isn't a URL", (name, label) => {
		for (const value of ['', undefined, 'zoom.us', 'ftp://zoom.us', 'xhttps://a', 'https://']) {
			expect(thrownBy(() => readSettings({ ...CUSTOM, [name]: value }))).toEqual({
				message: `'${label}' in the Zoom credential isn't a URL`,
				description: 'It starts with https://, for example https://zoom.example.com.',
			});
		}
	});

	it('cleans what pasting adds to identifiers, which changes nothing', () => {
		const pasted = {
			...APP,
			accountId: ' "aBc-_1"\n',
			clientId: '\tcLi.1 ',
			clientSecret: "'sEc~2'",
		};
		expect(readSettings(pasted)).toEqual(readSettings(APP));
	});

	describe.each([
		['accountId', 'Account ID'],
		['clientId', 'Client ID'],
		['clientSecret', 'Client Secret'],
	])('%s', (name, label) => {
		it('must be there', () => {
			for (const value of ['', '  ', '""', undefined, 5]) {
				expect(thrownBy(() => readSettings({ ...APP, [name]: value as string }))).toEqual({
					message: `'${label}' is required in the Zoom credential`,
					description: 'Copy it from the App Credentials page of your Server-to-Server OAuth app.',
				});
			}
		});

		it('must not be a whole token answer', () => {
			const value = '{"access_token":"eyJ","token_type":"bearer"}';
			const thrown = thrownBy(() => readSettings({ ...APP, [name]: value }));
			expect(thrown).toEqual({
				message: `'${label}' contains a whole token response`,
				description: `Paste only the ${label} from the app's App Credentials page. Tokens are requested for you.`,
			});
			expect(JSON.stringify(thrown)).not.toContain('eyJ');
		});

		it('must hold nothing that Zoom never uses there', () => {
			for (const value of ['Bearer abc', 'a:b', 'a"b', '{a}', 'ä', 'a\nb']) {
				expect(thrownBy(() => readSettings({ ...APP, [name]: value }))).toEqual({
					message: `'${label}' contains characters that Zoom never uses there`,
					description: `Copy only the ${label} itself from the app's App Credentials page.`,
				});
			}
			expect(readSettings({ ...APP, [name]: 'aZ09._~+/=-' })).toMatchObject({
				[name]: 'aZ09._~+/=-',
			});
		});
	});

	it('gives a fingerprint that changes with each of the values and with no other', () => {
		const fingerprint = (data: object) => readSettings({ ...CUSTOM, ...data }).fingerprint;
		const all = [
			fingerprint({}),
			fingerprint({ accountId: 'other' }),
			fingerprint({ clientId: 'other' }),
			fingerprint({ clientSecret: 'other' }),
			fingerprint({ oauthBaseUrl: 'http://127.0.0.1:4011' }),
			fingerprint({ apiBaseUrl: 'http://127.0.0.1:4011/v2' }),
			// The same characters, cut in another place.
			fingerprint({ accountId: 'aBc-_1c', clientId: 'Li.1' }),
		];
		expect(new Set(all).size).toBe(all.length);
		const more = { webhookSecretToken: 'x', sessionToken: 'y', sessionGate: '' };
		expect(fingerprint(more)).toBe(all[0]);
		expect(all.join()).not.toContain('sEc');
	});

	it('refuses an environment that is none, in words', () => {
		expect(thrownBy(() => readSettings({ ...APP, environment: 'Zoom' }))).toEqual({
			message: "'Environment' must be Zoom, Zoom for Government, or Custom",
			description: 'Choose it from the list in the Zoom credential.',
		});
	});
});

describe('isTrustedUrl', () => {
	const trusted = (data: object, url: string) =>
		isTrustedUrl(readSettings({ ...APP, ...data }), new URL(url));

	it.each([
		'https://zoom.us/x',
		'https://api.zoom.us/v2/users',
		'https://api-us.zoom.us/v2',
		'https://a.b.zoom.us',
		'https://ZOOM.us',
		'https://zoom.us:443/',
	])('trusts %s', (url) => {
		expect(trusted({}, url)).toBe(true);
	});

	it.each([
		'http://api.zoom.us/v2',
		'https://evilzoom.us',
		'https://zoom.us.evil.com',
		'https://zoom.us@evil.com',
		'https://api.zoom.us:8443',
		'https://zoomgov.com',
		'https://api.zoomgov.com',
		'https://127.0.0.1',
		'ftp://zoom.us',
	])('does not trust %s', (url) => {
		expect(trusted({}, url)).toBe(false);
	});

	it("trusts each environment's own hosts only", () => {
		expect(trusted({ environment: 'zoomGov' }, 'https://api.zoomgov.com/v2')).toBe(true);
		expect(trusted({ environment: 'zoomGov' }, 'https://zoomgov.com/v2')).toBe(true);
		expect(trusted({ environment: 'zoomGov' }, 'http://api.zoomgov.com/v2')).toBe(false);
		expect(trusted({ environment: 'zoomGov' }, 'https://api.zoom.us/v2')).toBe(false);
		expect(trusted(CUSTOM, 'http://127.0.0.1:4010/anything')).toBe(true);
		expect(trusted(CUSTOM, 'http://127.0.0.1:4011/v2')).toBe(false);
		expect(trusted(CUSTOM, 'http://x.127.0.0.1.example.com:4010')).toBe(false);
		expect(trusted(CUSTOM, 'https://api.zoom.us/v2')).toBe(false);
	});
});
