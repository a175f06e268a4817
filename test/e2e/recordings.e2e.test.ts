import { z } from 'zod';
import type { N8nClient, N8nProcess } from '../../demo/n8n';
import { checksumOf, SEED, type Sandbox } from '../../sandbox';
import {
	chain,
	listFromWebhook,
	newSandbox,
	publish,
	startN8n,
	zoomCredential,
	zoomNode,
} from './harness';
import { everythingKept, formsOf } from './kept';
import { certificateFor } from './proxy';
import { hashOf, storedFiles } from './storedFiles';

/*
 * Downloads on real n8n that keeps files on its disk; Zoom redirects to another host, over https.
 */

const { uuid, files } = SEED.recorded;
const FILE = 'GET /rec/file/{fileId}';
const tokens = new Set<string>();
let n8n: N8nProcess;
let client: N8nClient;
let sandbox: Sandbox;

beforeAll(async () => {
	const certificate = await certificateFor(['127.0.0.1']);
	sandbox = await newSandbox({ certificate, onToken: (token) => tokens.add(token) });
	const loud = { N8N_LOG_LEVEL: 'debug', N8N_LOG_OUTPUT: 'console,file' };
	({ n8n, client } = await startN8n({
		env: {
			...loud,
			N8N_DEFAULT_BINARY_DATA_MODE: 'filesystem',
			NODE_EXTRA_CA_CERTS: certificate.file,
		},
	}));
	for (const operation of ['download', 'getTranscript']) {
		const workflow = chain(operation, [
			...listFromWebhook(operation),
			zoomNode(
				'Zoom',
				{
					resource: 'recording',
					operation,
					recordedEventId: { __rl: true, mode: 'id', value: '={{ $json.uuid }}' },
				},
				operation,
			),
		]);
		await publish(client, zoomCredential(operation, sandbox), workflow);
	}
});

beforeEach(() => {
	// Another scheme and port: another origin, which is signed by itself.
	sandbox.configure({ fileHost: String(sandbox.secureUrl), faults: [] });
});

const output = z.array(z.object({}).passthrough());
const run = async (path: string) =>
	output.parse(await (await client.callWebhook(path, [{ uuid }])).json());
const fileRequests = () => sandbox.requests().filter(({ path }) => path.startsWith('/rec/'));

it('stores each file whole, although one breaks on its way', async () => {
	sandbox.configure({ faults: [{ kind: 'cut', on: FILE, at: 150_000, times: 1 }] });
	const items = await run('download');
	expect(items.map((item) => item.file_id)).toEqual(Object.values(files));
	const sums = await Promise.all(storedFiles(n8n).map(hashOf));
	const recorded = sandbox.recordings().flatMap((one) => one.files);
	expect(sums.sort()).toEqual(recorded.map(({ id, content }) => checksumOf(id, content)).sort());
});

it('reads a transcript', async () => {
	expect(await run('getTranscript')).toMatchObject([
		{ meeting_id: uuid, text: expect.stringContaining('Harriet Host: Welcome everybody') },
	]);
});

it('sends the token to Zoom and to no other host', () => {
	const seen = fileRequests();
	expect(seen.length).toBeGreaterThan(12);
	expect(seen.filter(({ path }) => path.startsWith('/rec/file/')).length).toBeGreaterThan(6);
	for (const { path, isSigned } of seen) {
		expect([path, isSigned]).toEqual([path, path.startsWith('/rec/download/')]);
	}
});

it('keeps no token in its log, its executions or any other file', () => {
	// The app's, and that of the files.
	expect(tokens.size).toBeGreaterThanOrEqual(2);
	const kept = everythingKept(n8n);
	expect(kept.length).toBeGreaterThan(3);
	for (const token of tokens) {
		const forms = formsOf(token);
		const found = kept.filter(([, text]) => forms.some((form) => text.includes(form)));
		expect(found.map(([name]) => name)).toEqual([]);
	}
});
