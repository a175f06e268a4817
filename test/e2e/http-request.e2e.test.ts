import { SEED, type Sandbox } from '../../sandbox';
import {
	callAtOnce,
	chain,
	httpRequest,
	listFromWebhook,
	newSandbox,
	publish,
	serveTo,
	sharedN8n,
	zoomCredential,
	zoomNode,
} from './harness';

const CREDENTIAL = 'predefined';
const WEBHOOK = 'http-request';
const GET_MEETING = 'GET /meetings/{meetingId}';

const client = sharedN8n();
let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await newSandbox();
	const request = httpRequest(`=${sandbox.url}/v2/meetings/{{ $json.id }}`, CREDENTIAL);
	const workflow = chain('HTTP Request', [...listFromWebhook(WEBHOOK), request]);
	await publish(client, zoomCredential(CREDENTIAL, sandbox), workflow);
});

/** Has the workflow ask for one meeting and returns the webhook's HTTP status and answer. */
async function getMeeting(id: string): Promise<{ status: number; text: string }> {
	const [answer] = await callAtOnce(client, WEBHOOK, [[{ id }]]);
	return answer ?? { status: 0, text: '' };
}

it("n8n's HTTP Request node works with the credential", async () => {
	const { status, text } = await getMeeting(SEED.meeting);
	expect(status).toBe(200);
	expect(JSON.parse(text)).toEqual([expect.objectContaining({ id: Number(SEED.meeting) })]);
	expect(sandbox.counts()).toMatchObject({ tokens: 1, byEndpoint: { [GET_MEETING]: 1 } });
});

it('a dead token is renewed', async () => {
	await getMeeting(SEED.meeting);
	sandbox.revokeTokens();
	sandbox.resetCounts();
	expect(await getMeeting(SEED.meeting)).toMatchObject({ status: 200 });
	expect(sandbox.counts().tokens).toBe(1);
});

it('five requests that answer 404 cost no token and are sent once each', async () => {
	await getMeeting(SEED.meeting);
	sandbox.resetCounts();
	for (let index = 0; index < 5; index++) {
		expect(await getMeeting(`9999999900${index}`)).toMatchObject({ status: 500 });
	}
	expect(sandbox.counts()).toMatchObject({ tokens: 0, byEndpoint: { [GET_MEETING]: 5 } });
});

it('a token that dies right after a refused request is renewed', async () => {
	await getMeeting('99999999009');
	sandbox.revokeTokens();
	sandbox.resetCounts();
	expect(await getMeeting(SEED.meeting)).toMatchObject({ status: 200 });
	expect(sandbox.counts().tokens).toBe(1);
});

describe('a redirect', () => {
	const REDIRECTED = 'redirected';
	const NODE = 'redirected-node';
	/** What a host that is not Zoom's gets to see. */
	const seen: unknown[] = [];
	let stranger: string;

	beforeAll(async () => {
		const { url } = await serveTo((headers) => {
			seen.push(headers);
			return 'from a stranger';
		});
		stranger = url;
		// The most that a user can ask for; older versions of n8n and of the node do it unasked.
		const careless = httpRequest(`=${sandbox.url}/v2/meetings/{{ $json.id }}`, REDIRECTED, {
			sendCredentialsOnCrossOriginRedirect: true,
		});
		const credential = zoomCredential(REDIRECTED, sandbox);
		await publish(
			client,
			credential,
			chain(REDIRECTED, [...listFromWebhook(REDIRECTED), careless]),
		);
		const meetingId = { __rl: true, mode: 'id', value: SEED.meeting };
		const get = zoomNode('Get', { resource: 'meeting', operation: 'get', meetingId }, NODE);
		await publish(
			client,
			zoomCredential(NODE, sandbox),
			chain(NODE, [...listFromWebhook(NODE), get]),
		);
	});

	beforeEach(() => seen.splice(0));

	/** Has Zoom's answer to the next request be a redirect. */
	async function callRedirected(path: string, location: string): Promise<string> {
		sandbox.configure({ faults: [{ kind: 'redirect', on: GET_MEETING, location, times: 1 }] });
		const [answer] = await callAtOnce(client, path, [[{ id: SEED.meeting }]]);
		return answer?.text ?? '';
	}

	it.each(['another port', 'another name'])('to %s is followed without the token', async (how) => {
		const host = how === 'another port' ? stranger : stranger.replace('127.0.0.1', 'localhost');
		expect(await callRedirected(REDIRECTED, `${host}/taken`)).toContain('from a stranger');
		expect(seen).toHaveLength(1);
		expect(JSON.stringify(seen)).not.toMatch(/bearer/i);
	});

	it('to the same host is followed with it', async () => {
		const text = await callRedirected(REDIRECTED, `/v2/meetings/${SEED.manual}`);
		expect(JSON.parse(text)).toEqual([expect.objectContaining({ id: Number(SEED.manual) })]);
	});

	it('is not followed by the Zoom node', async () => {
		expect(await callRedirected(NODE, `${stranger}/taken`)).not.toContain('stranger');
		expect(seen).toEqual([]);
	});
});
