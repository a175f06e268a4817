/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs on a developer's machine, never inside n8n */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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
import type { SandboxProcess } from './sandboxProcess';
import type { Usage } from './usage';

const SAMPLE_MS = 50;
/** An n8n that has nothing to do takes about 30 ms of CPU a second. */
const IDLE_SHARE = 0.1;
const IDLE_FOR_MS = 500;
const IDLE_WITHIN_MS = 60_000;
const PUBLISHED_WITHIN_MS = 120_000;

/** A real n8n that is measured from outside. */
export class MeasuredN8n {
	private constructor(
		private readonly n8n: N8nProcess,
		private readonly client: N8nClient,
		readonly close: () => Promise<void>,
	) {}

	/** @param zoom whose certificate it trusts, and where requests to Zoom's own hosts are sent */
	static async start(zoom: SandboxProcess, log: (line: string) => void): Promise<MeasuredN8n> {
		const userFolder = mkdtempSync(join(tmpdir(), 'n8n-bench-'));
		installPackage(userFolder);
		installPlainTrigger(userFolder);
		const redirect = join(process.cwd(), 'bench', 'programs', 'redirect.cjs');
		const env = {
			NODE_OPTIONS: `--require ${redirect}`,
			NODE_EXTRA_CA_CERTS: zoom.certificateFile,
			BENCH_ZOOM_URL: zoom.url,
		};
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

	/** The address of a published webhook. */
	address(path: string): string {
		return this.client.address('webhook', path);
	}

	/**
	 * Saves and publishes a workflow.
	 *
	 * @param path of its webhook
	 */
	async publish(workflow: Workflow, credential?: Credential, path = workflow.name): Promise<void> {
		const credentials = credential
			? { [credential.name]: await this.client.createCredential(credential) }
			: {};
		await this.client.publishWorkflow(await this.client.importWorkflow(workflow, credentials));
		const deadline = Date.now() + PUBLISHED_WITHIN_MS;
		// For a method that the webhook does not take, n8n says so once it knows the webhook.
		while (!(await (await fetch(this.address(path))).text()).includes('Did you mean')) {
			if (Date.now() > deadline) throw new Error(`n8n did not publish ${workflow.name}`);
			await sleep(100);
		}
	}

	/** Posts the bodies to a workflow, all at once, and waits until it has ended for each. */
	async run(path: string, bodies: unknown[]): Promise<Usage> {
		return await this.measured(async () => {
			const answers = await Promise.all(
				bodies.map(async (body) => {
					const response = await fetch(this.address(path), {
						method: 'POST',
						headers: { 'content-type': 'application/json' },
						body: JSON.stringify(body),
					});
					return await response.text();
				}),
			);
			return { rows: countIn(answers[0]) };
		});
	}

	/** What n8n takes for some work, with all that it does after it, such as saving executions. */
	async measured(work: () => Promise<Pick<Usage, 'rows' | 'answersMs'>>): Promise<Usage> {
		const { pid } = this.n8n;
		await this.idle();
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
		const result = await work();
		const wallMs = performance.now() - started;
		const cpuMs = (await this.idle()) - before.ctime;
		isRunning = false;
		await sampling;
		return { ...result, wallMs, cpuMs, rssMb: (peak - before.memory) / 1e6 };
	}

	/** Waits until n8n has nothing to do; returns its CPU time until then, in milliseconds. */
	private async idle(): Promise<number> {
		const deadline = Date.now() + IDLE_WITHIN_MS;
		let { ctime: last } = await pidusage(this.n8n.pid);
		for (;;) {
			await sleep(IDLE_FOR_MS);
			const { ctime } = await pidusage(this.n8n.pid);
			if (ctime - last <= IDLE_SHARE * IDLE_FOR_MS || Date.now() > deadline) return ctime;
			last = ctime;
		}
	}
}

/** A community node that only this n8n has. */
function installPlainTrigger(userFolder: string) {
	const name = 'n8n-nodes-plain';
	const file = 'PlainTrigger.node.js';
	const folder = join(userFolder, '.n8n', 'nodes', 'node_modules', name);
	mkdirSync(folder, { recursive: true });
	copyFileSync(join(process.cwd(), 'bench', 'programs', file), join(folder, file));
	const manifest = { name, version: '1.0.0', n8n: { n8nNodesApiVersion: 1, nodes: [file] } };
	writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
}

/** What the workflow's last node has counted. */
function countIn(answer = ''): number {
	return Number(/"count_\w+":(\d+)/.exec(answer)?.[1] ?? 0);
}
