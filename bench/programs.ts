/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs on a developer's machine, never inside n8n */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { Sandbox } from '../sandbox';

const here = join(process.cwd(), 'bench', 'programs');

/** What a plain Node program is to do. */
export interface Task {
	kind: 'add' | 'list' | 'create';
	meetingId?: string | number;
	/** How many to add (p0@example.com and on) or to create. */
	count?: number;
	/** Requests under way at a time. */
	concurrency: number;
	/** Starts requests evenly, so many a second. */
	perSecond?: number;
}

const usage = z.object({
	wallMs: z.number(),
	cpuMs: z.number(),
	rssMb: z.number(),
	rows: z.number(),
});

/** What a run took: milliseconds, megabytes, and how many rows came back. */
export type Usage = z.infer<typeof usage>;

/** Runs a program of `bench/programs` in a process of its own. */
export async function runProgram(
	name: 'floor' | 'rivet',
	sandbox: Sandbox,
	task: Task,
): Promise<Usage> {
	const { url, accountId, clientId, clientSecret } = sandbox;
	const input = JSON.stringify({ ...task, url, accountId, clientId, clientSecret });
	const { stdout } = await promisify(execFile)(
		process.execPath,
		['--require', join(here, 'redirect.cjs'), join(here, `${name}.mjs`), input],
		{ env: { ...process.env, BENCH_ZOOM_URL: url, NODE_OPTIONS: '' }, maxBuffer: 1e7 },
	);
	return usage.parse(JSON.parse(stdout.trim().split('\n').at(-1) ?? ''));
}
