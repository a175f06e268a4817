/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- runs on a developer's machine, never inside n8n */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import getPort from 'get-port';

/** Only stops what hangs: a first start takes about 10 s, and minutes on a machine that is busy. */
const READY_WITHIN_MS = 300_000;
const STOPPED_WITHIN_MS = 10_000;

/** The n8n that `scripts/installN8n.mjs` made sure of: the Node to start it with, and its script. */
export interface Installation {
	node: string;
	n8n: string;
}

/** Resolves to whether nothing listens on that port of 127.0.0.1. */
export async function isPortFree(port: number): Promise<boolean> {
	return (await getPort({ port, host: '127.0.0.1' })) === port;
}

/**
 * A port that stays free until n8n takes it. Those that the system gives out by itself may be somebody's
 * connection by then; these are below them.
 */
async function freePort(): Promise<number> {
	const from = 20_000 + Math.floor(Math.random() * 10_000);
	return await getPort({ port: getPort.makeRange(from, from + 100), host: '127.0.0.1' });
}

// Everything that makes n8n call home, or talk about itself, is off.
// https://docs.n8n.io/hosting/configuration/configuration-examples/isolation/
const QUIET = {
	N8N_DIAGNOSTICS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_DYNAMIC_BANNERS_ENABLED: 'false',
	N8N_HIRING_BANNER_ENABLED: 'false',
	N8N_PERSONALIZATION_ENABLED: 'false',
	N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
	N8N_VERIFIED_PACKAGES_ENABLED: 'false',
	N8N_RUNNERS_MODE: 'internal',
	N8N_PYTHON_ENABLED: 'false',
	N8N_LOG_LEVEL: 'info',
	N8N_LOG_OUTPUT: 'console',
};

/** What n8n starts for features that have nothing to do with nodes. */
const UNWANTED_MODULES = [
	'mcp-registry',
	'mcp',
	'instance-ai',
	'agents',
	'chat-hub',
	'insights',
	'breaking-changes',
];

/** An n8n does not start where a module's name is unknown to it; older ones have fewer. */
function disabledModules(n8n: string): string {
	const modules = join(dirname(n8n), '..', 'dist', 'modules');
	return UNWANTED_MODULES.filter((name) => existsSync(join(modules, name))).join(',');
}

// Settings of another n8n on this machine, or of the npm or jest that runs this, are not for ours.
const FOREIGN =
	/^(N8N_|DB_|QUEUE_|EXECUTIONS_|NODES_|WEBHOOK_URL|NODE_ENV|NODE_OPTIONS|npm_|JEST_)/i;

/** What may differ from a plain n8n. */
export interface N8nSettings {
	/** `worker` and `webhook` are the further processes of n8n's queue mode. */
	command?: 'start' | 'worker' | 'webhook';
	/** Environment variables of n8n, over the ones that are set here. */
	env?: Record<string, string>;
}

function environment(userFolder: string, port: number, brokerPort: number): NodeJS.ProcessEnv {
	const own = Object.entries(process.env).filter(([name]) => !FOREIGN.test(name));
	return {
		...Object.fromEntries(own),
		...QUIET,
		DB_TYPE: 'sqlite',
		N8N_USER_FOLDER: userFolder,
		N8N_HOST: '127.0.0.1',
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_PORT: String(port),
		// Where a worker tells whether it is ready.
		QUEUE_HEALTH_CHECK_PORT: String(port),
		N8N_RUNNERS_BROKER_PORT: String(brokerPort),
		N8N_SECURE_COOKIE: 'false',
		// A proxy of the machine must not get what is meant for the sandbox.
		NO_PROXY: [process.env.NO_PROXY, '127.0.0.1', 'localhost'].filter(Boolean).join(','),
	};
}

/** A real n8n in a process of its own; see {@link createN8n}. */
export class N8nProcess {
	private child: ChildProcess | undefined;

	constructor(
		private readonly installation: Installation,
		private readonly userFolder: string,
		private readonly port: number,
		private readonly settings: N8nSettings,
	) {}

	/** For example http://127.0.0.1:5678, without a slash at its end; the same after a restart. */
	get url(): string {
		return `http://127.0.0.1:${this.port}`;
	}

	/** The ID of the running process. */
	get pid(): number {
		if (this.child?.pid === undefined) throw new Error('n8n is not running');
		return this.child.pid;
	}

	/** Holds all that n8n keeps. */
	get folder(): string {
		return this.userFolder;
	}

	/** The file that holds all n8n printed. */
	get logFile(): string {
		return join(this.userFolder, 'n8n.log');
	}

	/**
	 * Starts n8n on its folder and resolves when it takes requests (about 10 s).
	 * @throws with the end of n8n's log when it ends before that
	 */
	async start(): Promise<void> {
		const { node, n8n } = this.installation;
		mkdirSync(this.userFolder, { recursive: true });
		const log = openSync(this.logFile, 'a');
		const child = spawn(node, [n8n, this.settings.command ?? 'start'], {
			// n8n reads an .env file from where it is started.
			cwd: this.userFolder,
			env: {
				...environment(this.userFolder, this.port, await freePort()),
				N8N_DISABLED_MODULES: disabledModules(n8n),
				...this.settings.env,
			},
			stdio: ['ignore', log, log],
		});
		closeSync(log);
		this.child = child;
		process.once('exit', () => child.kill('SIGKILL'));
		const deadline = Date.now() + READY_WITHIN_MS;
		while (!(await this.isReady())) {
			if (child.exitCode !== null || child.signalCode !== null || Date.now() > deadline) {
				await this.stop();
				throw new Error(`n8n did not start. The end of its log:\n${this.logTail()}`);
			}
			await sleep(100);
		}
	}

	/** Ends n8n: asks it to, and after 10 s makes it. */
	async stop(): Promise<void> {
		const child = this.child;
		this.child = undefined;
		if (!child || child.exitCode !== null || child.signalCode !== null) return;
		const ended = once(child, 'exit');
		child.kill('SIGTERM');
		const timer = setTimeout(() => child.kill('SIGKILL'), STOPPED_WITHIN_MS);
		await ended;
		clearTimeout(timer);
	}

	/** Ends n8n at once, as a crash does. */
	async kill(): Promise<void> {
		const child = this.child;
		this.child = undefined;
		if (!child) return;
		const ended = once(child, 'exit');
		child.kill('SIGKILL');
		await ended;
	}

	/** Resolves when n8n has ended without {@link stop}: a sentence with the end of its log. */
	async died(): Promise<string> {
		const child = this.child;
		if (child && child.exitCode === null) await once(child, 'exit');
		return `n8n ended by itself. The end of its log:\n${this.logTail()}`;
	}

	private logTail(): string {
		return readFileSync(this.logFile, 'utf8').split('\n').slice(-30).join('\n');
	}

	private async isReady(): Promise<boolean> {
		// Older versions say that they are ready a moment before they know their other addresses.
		const addresses =
			(this.settings.command ?? 'start') === 'start'
				? ['healthz/readiness', 'rest/settings']
				: ['healthz/readiness'];
		try {
			const answers = await Promise.all(
				addresses.map(async (address) => await fetch(`${this.url}/${address}`)),
			);
			return answers.every(({ ok }) => ok);
		} catch {
			return false;
		}
	}
}

/**
 * An n8n with SQLite, to be started and stopped: it listens on 127.0.0.1 only, is quiet, and makes
 * no calls to n8n's own servers.
 * @param options.userFolder holds its data, its log and the community packages it loads
 * @param options.port a free one when not given
 * @param options.settings what differs from that
 */
export async function createN8n(options: {
	installation: Installation;
	userFolder: string;
	port?: number;
	settings?: N8nSettings;
}): Promise<N8nProcess> {
	const port = options.port ?? (await freePort());
	return new N8nProcess(options.installation, options.userFolder, port, options.settings ?? {});
}
