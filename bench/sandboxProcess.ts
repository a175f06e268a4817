/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- runs on a developer's machine, never inside n8n */
import { fork, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { SeenRequest } from '../sandbox';
import type { Changes } from '../sandbox/options';
import type { MeetingFields } from '../sandbox/state/account';

const addresses = z.object({ url: z.string(), secureUrl: z.string(), certificate: z.string() });
const withId = z.object({ id: z.number() });

/** What a client signs in with. */
export interface App {
	accountId: string;
	clientId: string;
	clientSecret: string;
}

const random = () => randomBytes(11).toString('hex');

/** A sandbox that runs in a process of its own, over http and https at once. */
export class SandboxProcess {
	private constructor(
		private readonly child: ChildProcess,
		readonly url: string,
		readonly secureUrl: string,
		/** The certificate that https is spoken with, for NODE_EXTRA_CA_CERTS. */
		readonly certificateFile: string,
	) {}

	static async start(): Promise<SandboxProcess> {
		const child = fork(join(process.cwd(), 'bench', 'programs', 'sandbox.ts'), {
			execArgv: ['--import', 'tsx'],
			stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
		});
		const ended = once(child, 'exit').then(() => {
			throw new Error('The sandbox has ended by itself');
		});
		// Later on, requests to it fail.
		ended.catch(() => undefined);
		const [message] = (await Promise.race([once(child, 'message'), ended])) as unknown[];
		const { url, secureUrl, certificate } = addresses.parse(message);
		const file = join(mkdtempSync(join(tmpdir(), 'n8n-bench-tls-')), 'cert.pem');
		writeFileSync(file, certificate);
		return new SandboxProcess(child, url, secureUrl, file);
	}

	async close(): Promise<void> {
		const ended = once(this.child, 'exit');
		this.child.disconnect();
		await ended;
		rmSync(dirname(this.certificateFile), { recursive: true });
	}

	/** Forgets all accounts, and what was configured. */
	async reset(): Promise<void> {
		await this.call('POST', '/reset', {});
	}

	/** A new app, in an account that nobody has used yet unless one is given. */
	async addApp(accountId = random()): Promise<App> {
		const app = { accountId, clientId: random(), clientSecret: random() };
		await this.call('POST', '/apps', app);
		return app;
	}

	/** @returns its ID */
	async addMeeting(accountId: string, fields: MeetingFields): Promise<number> {
		const path = `/meetings?account=${accountId}`;
		return withId.parse(await this.call('POST', path, fields)).id;
	}

	/** IDs of the account's meetings, with their hosts. */
	async meetings(accountId: string): Promise<Array<{ id: number; host_id: string }>> {
		const meetings = z.array(withId.extend({ host_id: z.string() }));
		return meetings.parse(await this.call('GET', `/meetings?account=${accountId}`));
	}

	async configure(changes: Changes): Promise<void> {
		await this.call('POST', '/configure', changes);
	}

	/** What came in since then. */
	async requestsSince(since: Date): Promise<SeenRequest[]> {
		const all = (await this.call('GET', '/requests')) as SeenRequest[];
		return all.filter(({ at }) => at >= since.toISOString());
	}

	private async call(method: string, path: string, body?: object): Promise<unknown> {
		const response = await fetch(`${this.url}/__sandbox${path}`, {
			method,
			body: body && JSON.stringify(body),
		});
		const text = await response.text();
		if (!response.ok) throw new Error(`The sandbox: ${method} ${path}: ${text}`);
		return text === '' ? undefined : (JSON.parse(text) as unknown);
	}
}
