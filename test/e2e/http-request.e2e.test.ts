import type { N8nClient } from '../../demo/n8n';
import { SEED, type Sandbox } from '../../sandbox';
import {
	callAtOnce,
	chain,
	httpRequest,
	listFromWebhook,
	newSandbox,
	publish,
	startN8n,
	zoomCredential,
} from './harness';

const CREDENTIAL = 'predefined';
const WEBHOOK = 'http-request';
const GET_MEETING = 'GET /meetings/{meetingId}';

let client: N8nClient;
let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await newSandbox();
	({ client } = await startN8n());
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
