/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs on a developer's machine, never inside n8n */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const MEMORY = 'demo.json';
const RUNNING = 'running.pid';

const memory = z.object({
	owner: z.object({ email: z.string(), password: z.string() }),
	credentialId: z.string(),
	/** The files of the examples that were imported, so that one that was deleted stays away. */
	examples: z.array(z.string()),
});

/** What a start leaves for the next one, which could not find it out from n8n. */
export type Memory = z.infer<typeof memory>;

/** The folder of an n8n. */
export interface DataFolder {
	path: string;
	/** Whether the next start finds it again. */
	isKept: boolean;
	/** What the last start left; absent where n8n is to be set up. */
	memory?: Memory;
	/** Leaves something for the next start. */
	remember(memory: Memory): void;
	/** Ends the use of the folder; one that isn't kept is removed. */
	close(): void;
}

/**
 * A folder that is there for one start only.
 * @param root where the folder is made
 */
export function temporaryData(root: string): DataFolder {
	mkdirSync(root, { recursive: true });
	const path = mkdtempSync(join(root, 'data-'));
	return {
		path,
		isKept: false,
		remember: () => undefined,
		close: () => rmSync(path, { recursive: true, force: true }),
	};
}

/**
 * The folder that all starts share, one at a time.
 * @param root where it is, or is made
 * @param fresh whether to forget what it holds
 * @throws where another start uses it
 */
export function keptData(root: string, fresh: boolean): DataFolder {
	const path = join(root, 'demo');
	requireUnused(path);
	const last = fresh ? undefined : readMemory(path);
	// Without its memory nobody knows the log-in: the first start was stopped before it told it.
	if (!last) rmSync(path, { recursive: true, force: true });
	mkdirSync(path, { recursive: true });
	const running = join(path, RUNNING);
	writeFileSync(running, String(process.pid));
	return {
		path,
		isKept: true,
		memory: last,
		remember: (next) => writeFileSync(join(path, MEMORY), JSON.stringify(next), { mode: 0o600 }),
		close: () => rmSync(running, { force: true }),
	};
}

function readMemory(path: string): Memory | undefined {
	const file = join(path, MEMORY);
	if (!existsSync(file)) return undefined;
	return memory.parse(JSON.parse(readFileSync(file, 'utf8')));
}

function requireUnused(path: string): void {
	const running = join(path, RUNNING);
	if (!existsSync(running)) return;
	const pid = Number(readFileSync(running, 'utf8'));
	if (pid === process.pid || !isRunning(pid)) return;
	throw new Error(
		`Another npm start is running (process ${pid}) and uses the same data: end it with Ctrl-C.\n` +
			`If it isn't running, delete ${running}.`,
	);
}

function isRunning(pid: number): boolean {
	try {
		// Sends nothing: asks whether the process could get a signal.
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return error instanceof Error && 'code' in error && error.code === 'EPERM';
	}
}
