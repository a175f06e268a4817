/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs on a developer's machine, never inside n8n */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Arena } from './types';
import { usageSchema, type Usage } from './usage';

const here = join(process.cwd(), 'bench', 'programs');

/** What a plain Node program is to do. */
export interface Task {
	/** `batch` adds 30 people at a time; `approve` approves all who wait, 30 at a time. */
	kind: 'add' | 'batch' | 'approve' | 'list' | 'participants' | 'create';
	/** How many to add (p0@example.com and on) or to create; what the arena is about by default. */
	count?: number;
	/** Requests under way at a time; as many as needed where it is not given. */
	concurrency?: number;
	/** Starts requests evenly, so many a second. */
	perSecond?: number;
	/** Whose participants are wanted. */
	meetingIds?: number[];
}

/**
 * Runs a program of `bench/programs` in a process of its own.
 *
 * @param signal ends it
 */
export async function runProgram(
	name: 'floor' | 'rivet',
	{ url, app, meetingId, count, sandbox }: Arena,
	task: Task,
	signal?: AbortSignal,
): Promise<Usage> {
	const input = JSON.stringify({ url, ...app, meetingId, count, ...task });
	const env = {
		...process.env,
		NODE_OPTIONS: '',
		NODE_EXTRA_CA_CERTS: sandbox.certificateFile,
		BENCH_ZOOM_URL: sandbox.url,
	};
	const { stdout } = await promisify(execFile)(
		process.execPath,
		['--require', join(here, 'redirect.cjs'), join(here, `${name}.mjs`), input],
		{ env, maxBuffer: 1e7, signal },
	);
	return usageSchema.parse(JSON.parse(stdout.trim().split('\n').at(-1) ?? ''));
}
