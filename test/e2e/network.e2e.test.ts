import type { N8nClient } from '../../demo/n8n';
import { SEED, type Sandbox } from '../../sandbox';
import {
	addRegistrant,
	callAtOnce,
	chain,
	httpRequest,
	listFromWebhook,
	newSandbox,
	people,
	publish,
	startN8n,
	zoomCredential,
} from './harness';
import { certificateFor, startProxy, type Proxied } from './proxy';

/*
 * What lies between n8n and Zoom: a proxy by HTTP_PROXY and HTTPS_PROXY, whose certificate n8n is
 * told to trust, and the credential's own list of hosts. Behind the proxy, the sandbox is zoom.us.
 */

const ZOOM = ['zoom.us', 'api.zoom.us', 'api-us.zoom.us'];
const PLAIN = ['signin.example', 'api.example'];
/** Hosts that no encrypted connection comes about with, and what is told of it. */
const UNSAFE = [
	['misnamed.example', 'The certificate there is for another host.'],
	['untrusted.example', "This n8n doesn't trust the certificate there."],
	['unencrypted.example', 'No encrypted connection could be set up'],
] as const;

/** The credential of an app of Zoom's own cloud, with n8n's list of hosts. */
const atZoom = (allowedDomains?: string) => ({
	environment: 'zoom',
	oauthBaseUrl: '',
	apiBaseUrl: '',
	...(allowedDomains !== undefined && { allowedHttpRequestDomains: 'domains', allowedDomains }),
});

let client: N8nClient;
let sandbox: Sandbox;
let requests: Proxied[];

beforeAll(async () => {
	sandbox = await newSandbox();
	const trusted = await certificateFor(ZOOM);
	const untrusted = await certificateFor(['untrusted.example']);
	const proxy = await startProxy(
		(host) => ([...ZOOM, ...PLAIN].includes(host) ? sandbox.url : undefined),
		(host) => {
			if (host === 'unencrypted.example') return 'none';
			return host === 'untrusted.example' ? untrusted : trusted;
		},
	);
	({ requests } = proxy);
	const proxies = { HTTP_PROXY: proxy.url, HTTPS_PROXY: proxy.url, NO_PROXY: '' };
	const env = { ...proxies, NODE_EXTRA_CA_CERTS: trusted.file };
	({ client } = await startN8n({ env }));
});

beforeEach(() => {
	requests.splice(0);
	sandbox.resetCounts();
});

/** Publishes "webhook → Add" and "webhook → HTTP Request" with a credential of their own. */
async function publishBoth(path: string, changes: Record<string, unknown>, api: string) {
	const add = { ...addRegistrant(path), onError: 'continueRegularOutput' };
	const credential = zoomCredential(path, sandbox, changes);
	await publish(client, credential, chain(path, [...listFromWebhook(path), add]));
	const get = httpRequest(`${api}/meetings/${SEED.meeting}`, path);
	const asked = `${path}-request`;
	await publish(client, credential, chain(asked, [...listFromWebhook(asked), get]));
}

async function call(path: string): Promise<string> {
	const [answer] = await callAtOnce(client, path, [people(path, 1)]);
	return answer?.text ?? '';
}

/** The hosts that were asked, with the paths. */
const asked = () => requests.map(({ scheme, host, path }) => `${scheme}://${host}${path}`);

it('a proxy gets all that is encrypted: the token, and the API of the region', async () => {
	await publishBoth('encrypted', atZoom(), 'https://api.zoom.us/v2');
	expect(await call('encrypted')).toContain('join_url');
	expect(await call('encrypted-request')).toContain(SEED.meeting);
	expect(asked()).toEqual([
		'https://zoom.us/oauth/token',
		`https://api-us.zoom.us/v2/meetings/${SEED.meeting}/registrants`,
		`https://api.zoom.us/v2/meetings/${SEED.meeting}`,
	]);
});

it('a proxy gets what is not encrypted, too', async () => {
	const changes = {
		environment: 'custom',
		oauthBaseUrl: 'http://signin.example',
		apiBaseUrl: 'http://api.example/v2',
	};
	await publishBoth('plain', changes, 'http://api.example/v2');
	expect(await call('plain')).toContain('join_url');
	expect(await call('plain-request')).toContain(SEED.meeting);
	expect(asked()).toEqual([
		'http://signin.example/oauth/token',
		`http://api.example/v2/meetings/${SEED.meeting}/registrants`,
		`http://api.example/v2/meetings/${SEED.meeting}`,
	]);
});

it("the credential's Allowed Domains need not name the region", async () => {
	await publishBoth('allowed', atZoom('zoom.us, api.zoom.us'), 'https://api.zoom.us/v2');
	expect(await call('allowed')).toContain('join_url');
	expect(await call('allowed-request')).toContain(SEED.meeting);
	// That a token is dead is found out at a host that is allowed.
	sandbox.revokeTokens();
	sandbox.resetCounts();
	expect(await call('allowed-request')).toContain(SEED.meeting);
	expect(sandbox.counts().tokens).toBe(1);
});

it.each(UNSAFE)('%s is not spoken to, and the cause is told', async (host, cause) => {
	const changes = {
		environment: 'custom',
		oauthBaseUrl: `https://${host}`,
		apiBaseUrl: `https://${host}/v2`,
	};
	const { message } = await client.testCredential(zoomCredential(host, sandbox, changes));
	expect(message).toContain(`Zoom's sign-in service couldn't be reached at ${host}. ${cause}`);
	expect(requests).toEqual([]);
});

it('a redirect from Zoom to another host is followed without the token', async () => {
	await publishBoth('away', atZoom(), 'https://api.zoom.us/v2');
	sandbox.configure({ faults: [{ kind: 'redirect', location: 'http://elsewhere.example/taken' }] });
	await call('away-request');
	const sent = requests.filter(({ host }) => host !== 'zoom.us');
	expect(sent.map(({ host, authorization }) => [host, authorization?.slice(0, 7)])).toEqual([
		['api.zoom.us', 'Bearer '],
		['elsewhere.example', undefined],
	]);
	sandbox.configure({ faults: [] });
});
