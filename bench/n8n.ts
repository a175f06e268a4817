/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs on a developer's machine, never inside n8n */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sleep } from 'n8n-workflow';
import pidusage from 'pidusage';
import { ensureN8n } from '../scripts/installN8n.mjs';
import {
	createN8n,
	installPackage,
	N8nClient,
	type Credential,
	type N8nProcess,
	type Workflow,
} from '../demo/n8n';
import type { Sandbox } from '../sandbox';
import type { Usage } from './programs';

const SAMPLE_MS = 50;

/** A real n8n that is measured from outside. */
export class MeasuredN8n {
	private constructor(
		private readonly n8n: N8nProcess,
		private readonly client: N8nClient,
		readonly close: () => Promise<void>,
	) {}

	/** @param zoomUrl where requests to Zoom's own hosts are sent, for n8n's built-in node */
	static async start(zoomUrl: string, log: (line: string) => void): Promise<MeasuredN8n> {
		const userFolder = mkdtempSync(join(tmpdir(), 'n8n-bench-'));
		installPackage(userFolder);
		const redirect = join(process.cwd(), 'bench', 'programs', 'redirect.cjs');
		const env = { NODE_OPTIONS: `--require ${redirect}`, BENCH_ZOOM_URL: zoomUrl };
		const n8n = await createN8n({
			installation: await ensureN8n(log),
			userFolder,
			settings: { env },
		});
		await n8n.start();
		const client = new N8nClient(n8n.url);
		await client.setUpOwner();
		return new MeasuredN8n(n8n, client, async () => {
			await n8n.stop();
			rmSync(userFolder, { recursive: true, force: true });
		});
	}

	/** Saves and publishes a workflow whose webhook's path is its name. */
	async publish(workflow: Workflow, credential?: Credential): Promise<void> {
		const credentials = credential
			? { [credential.name]: await this.client.createCredential(credential) }
			: {};
		await this.client.publishWorkflow(await this.client.importWorkflow(workflow, credentials));
		const deadline = Date.now() + 30_000;
		// For a method that the webhook does not take, n8n says so once it knows the webhook.
		while (!(await this.text(workflow.name)).includes('Did you mean')) {
			if (Date.now() > deadline) throw new Error(`n8n did not publish ${workflow.name}`);
			await sleep(100);
		}
	}

	/** Posts the bodies, all at once, and waits until the workflows have ended. */
	async run(path: string, bodies: unknown[]): Promise<Usage> {
		const { pid } = this.n8n;
		const before = await pidusage(pid);
		let peak = before.memory;
		let isRunning = true;
		const sampling = (async () => {
			while (isRunning) {
				await sleep(SAMPLE_MS);
				peak = Math.max(peak, (await pidusage(pid)).memory);
			}
		})();
		const started = performance.now();
		const answers = await Promise.all(
			bodies.map(async (body) => {
				const response = await fetch(`${this.n8n.url}/webhook/${path}`, {
					method: 'POST',
					headers: { 'content-type': 'application/json' },
					body: JSON.stringify(body),
				});
				return await response.text();
			}),
		);
		const wallMs = performance.now() - started;
		// What n8n does after its answer, such as saving the execution, is part of the price.
		await sleep(1_000);
		isRunning = false;
		await sampling;
		const { ctime } = await pidusage(pid);
		const cpuMs = ctime - before.ctime;
		return { wallMs, cpuMs, rssMb: (peak - before.memory) / 1e6, rows: countIn(answers[0]) };
	}

	private async text(path: string): Promise<string> {
		return await (await fetch(`${this.n8n.url}/webhook/${path}`)).text();
	}
}

/** What the workflow's last node has counted. */
function countIn(answer = ''): number {
	return Number(/"count_\w+":(\d+)/.exec(answer)?.[1] ?? 0);
}

/** Our credential for a sandbox. */
export function zoomCredential(name: string, sandbox: Sandbox, plan: string): Credential {
	const { accountId, clientId, clientSecret, url } = sandbox;
	return {
		name,
		type: 'zoomServerToServerOAuth2Api',
		data: {
			accountId,
			clientId,
			clientSecret,
			plan,
			environment: 'custom',
			oauthBaseUrl: url,
			apiBaseUrl: `${url}/v2`,
		},
	};
}
