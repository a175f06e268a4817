/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs on a developer's machine, never inside n8n */
import pidusage from 'pidusage';
import { z } from 'zod';
import type { N8nClient, N8nProcess, WorkflowNode } from '../../demo/n8n';
import { checksumOf, SEED, type Sandbox } from '../../sandbox';
import type { CloudRecording } from '../../sandbox/state/recording';
import {
	chain,
	listFromWebhook,
	newSandbox,
	publish,
	report,
	startN8n,
	zoomCredential,
	zoomNode,
} from '../e2e/harness';
import { hashOf, storedFiles } from '../e2e/storedFiles';

/*
 * Files of gigabytes on real n8n that keeps them on a disk, beside n8n's own HTTP Request node:
 * "npm run test:download". DOWNLOAD_MB is the size of the large one.
 */

const SIZE = Number(process.env.DOWNLOAD_MB ?? 2048) * 1_048_576;
/** More than n8n's own node takes, plus what a process's memory goes up and down by. */
const MOST_GROWTH = 1.2;
const NOISE = 40 * 1_048_576;
const ON_DISK = { N8N_DEFAULT_BINARY_DATA_MODE: 'filesystem', N8N_PAYLOAD_SIZE_MAX: '64' };

let sandbox: Sandbox;
let large: CloudRecording;
const video = (size: number) => ({ file_type: 'MP4' as const, content: { size } });
const fileOf = ({ files: [file] }: CloudRecording) => {
	if (!file) throw new Error('The recording has no file');
	return file;
};
const sumOf = (recording: CloudRecording) => {
	const { id, content } = fileOf(recording);
	return checksumOf(id, content);
};

beforeAll(async () => {
	sandbox = await newSandbox();
	large = sandbox.addRecording(SEED.over, { files: [video(SIZE)] });
});

/** The Zoom node that downloads the recording of each item's uuid. */
const zoomDownload = (credential: string) =>
	zoomNode(
		'Download',
		{
			resource: 'recording',
			operation: 'download',
			recordedEventId: { __rl: true, mode: 'id', value: '={{ $json.uuid }}' },
		},
		credential,
	);

/** n8n's HTTP Request node, which is given link and token. */
const httpDownload = (): WorkflowNode => ({
	id: 'http',
	name: 'HTTP Request',
	type: 'n8n-nodes-base.httpRequest',
	typeVersion: 4.2,
	position: [400, 0],
	parameters: {
		url: '={{ $json.url }}',
		sendHeaders: true,
		headerParameters: {
			parameters: [{ name: 'Authorization', value: '=Bearer {{ $json.token }}' }],
		},
		options: { response: { response: { responseFormat: 'file' } } },
	},
});

/** A fresh n8n with a workflow that downloads with a node, until its last item is there. */
async function withN8n<T>(
	node: WorkflowNode,
	use: (n8n: N8nProcess, client: N8nClient, workflowId: string) => Promise<T>,
): Promise<T> {
	const { n8n, client } = await startN8n({ env: ON_DISK });
	const credential = zoomCredential('Zoom', sandbox);
	const { workflowId } = await publish(client, credential, {
		...chain('Download', [...listFromWebhook('download'), node]),
	});
	try {
		return await use(n8n, client, workflowId);
	} finally {
		await n8n.stop();
	}
}

const answer = z.array(z.object({}).passthrough());

/** What n8n's process takes more than before, at most, in bytes, while something is downloaded. */
async function growthWhile({ pid }: N8nProcess, work: () => Promise<unknown>): Promise<number> {
	const before = (await pidusage(pid)).memory;
	let peak = before;
	let isRunning = true;
	const sampling = (async () => {
		while (isRunning) {
			peak = Math.max(peak, (await pidusage(pid)).memory);
			await new Promise((resolve) => setTimeout(resolve, 50));
		}
	})();
	await work();
	isRunning = false;
	await sampling;
	return peak - before;
}

async function download(client: N8nClient, items: unknown[]) {
	const response = await client.callWebhook('download', items);
	return answer.parse(await response.json());
}

const mb = (bytes: number) => `${(bytes / 1_048_576).toFixed(0)} MB`;
const growth: Record<string, number> = {};

async function measure(name: string, node: WorkflowNode, item: unknown) {
	await withN8n(node, async (n8n, client) => {
		// Once with a small file: what n8n loads at the first download is not the file's.
		const small = sandbox.addRecording(SEED.over, { files: [video(1_000_000)] });
		await download(client, [await linkTo(small)]);
		const started = performance.now();
		growth[name] = await growthWhile(n8n, async () => {
			expect(await download(client, [item])).toHaveLength(1);
		});
		const seconds = ((performance.now() - started) / 1000).toFixed(1);
		report(`${name}: ${mb(SIZE)} in ${seconds} s, memory + ${mb(growth[name] ?? 0)}`);
		const stored = storedFiles(n8n).filter(({ size }) => size > 1_000_000);
		expect(stored.map(({ size }) => size)).toEqual([SIZE]);
		expect(await hashOf(stored[0] as (typeof stored)[number])).toBe(sumOf(large));
	});
}

/** A recording's uuid, and a link to its file with a token as a person would get them from Zoom. */
async function linkTo({ uuid }: CloudRecording) {
	const { accountId, clientId, clientSecret, url } = sandbox;
	const signIn = await fetch(`${url}/oauth/token`, {
		method: 'POST',
		headers: { Authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}` },
		body: new URLSearchParams({ grant_type: 'account_credentials', account_id: accountId }),
	});
	const { access_token: token } = (await signIn.json()) as { access_token: string };
	const once = encodeURIComponent(uuid);
	const id = /^\/|\/\//.test(uuid) ? encodeURIComponent(once) : once;
	const answered = await fetch(
		`${url}/v2/meetings/${id}/recordings?include_fields=download_access_token&ttl=604800`,
		{ headers: { Authorization: `Bearer ${token}`, Accept: 'application/json' } },
	);
	const found = z
		.object({
			download_access_token: z.string(),
			recording_files: z.array(z.object({ download_url: z.string() })).nonempty(),
		})
		.parse(await answered.json());
	return { uuid, url: found.recording_files[0].download_url, token: found.download_access_token };
}

describe(`a file of ${mb(SIZE)}`, () => {
	beforeEach(() => sandbox.configure({ faults: [] }));

	it("is downloaded by n8n's own node, for comparison", async () => {
		await measure('HTTP Request', httpDownload(), await linkTo(large));
	});

	it('is downloaded whole', async () => {
		await measure('Zoom', zoomDownload('Zoom'), { uuid: large.uuid });
	});

	it('is downloaded whole although it breaks in the middle', async () => {
		const cut = { kind: 'cut' as const, on: 'GET /rec/file/{fileId}', at: SIZE / 2 };
		// The small file before it is not meant.
		sandbox.configure({ faults: [{ ...cut, after: 1, times: 1 }] });
		await measure('Zoom, with a break', zoomDownload('Zoom'), { uuid: large.uuid });
	});

	it('takes no more memory than by n8n itself, with or without a break', () => {
		const most = MOST_GROWTH * (growth['HTTP Request'] ?? 0) + NOISE;
		expect(growth.Zoom).toBeLessThan(most);
		expect(growth['Zoom, with a break']).toBeLessThan(most);
	});
});

it('20 files come side by side, each whole', async () => {
	const recordings = Array.from({ length: 20 }, (_, n) =>
		sandbox.addRecording(SEED.over, { files: [video(20_000_000 + n)] }),
	);
	await withN8n(zoomDownload('Zoom'), async (n8n, client) => {
		const items = await download(
			client,
			recordings.map(({ uuid }) => ({ uuid })),
		);
		expect(items.map(({ uuid }) => uuid)).toEqual(recordings.map(({ uuid }) => uuid));
		const sums = await Promise.all(storedFiles(n8n).map(hashOf));
		expect(sums.sort()).toEqual(recordings.map(sumOf).sort());
	});
});

it('Stop leaves no file that passes as whole', async () => {
	const recording = sandbox.addRecording(SEED.over, { files: [video(300_000_000)] });
	sandbox.configure({ faults: [{ kind: 'drip', ms: 5, on: 'GET /rec/file/{fileId}' }] });
	await withN8n(zoomDownload('Zoom'), async (n8n, client, workflowId) => {
		const running = client
			.callWebhook('download', [{ uuid: recording.uuid }])
			.catch(() => undefined);
		const bytes = () => storedFiles(n8n).reduce((sum, { size }) => sum + size, 0);
		const pause = async () => await new Promise((resolve) => setTimeout(resolve, 100));
		while (bytes() < 5_000_000) await pause();
		const [execution] = await client.executions(workflowId);
		await client.stopExecution(String(execution?.id));
		await running;
		for (let wait = 0; wait < 50 && bytes() > 0; wait++) await pause();
		const whole = storedFiles(n8n).filter(({ isUnfinished }) => !isUnfinished);
		expect(whole.filter(({ size }) => size > 0)).toEqual([]);
	});
});
