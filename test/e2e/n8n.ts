/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs on a developer's machine, never inside n8n */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { createN8n, installPackage, N8nClient } from '../../demo/n8n';
import type { N8nProcess, N8nSettings } from '../../demo/n8n';

/*
 * The n8n that the tests run on, and the one that test files share: global-setup.mjs starts it, and
 * hands it on to the processes that the test files run in by their environment.
 */

const installation = z.object({ node: z.string(), n8n: z.string() });
const shared = z.object({ url: z.string(), session: z.string() });

function installed(): z.infer<typeof installation> {
	return installation.parse(JSON.parse(process.env.E2E_N8N ?? ''));
}

/** The n8n under test, for example 2.41.1. */
export function n8nVersion(): string {
	const manifest = readFileSync(join(dirname(installed().n8n), '..', 'package.json'), 'utf8');
	return z.object({ version: z.string() }).parse(JSON.parse(manifest)).version;
}

/**
 * An n8n with the built package and nothing else in it, not started yet.
 *
 * @returns it, and what ends it and removes all that it keeps
 */
export async function newN8n(
	settings?: N8nSettings,
): Promise<{ n8n: N8nProcess; end: () => Promise<void> }> {
	const userFolder = mkdtempSync(join(tmpdir(), 'n8n-e2e-'));
	installPackage(userFolder);
	const n8n = await createN8n({ installation: installed(), userFolder, settings });
	const end = async () => {
		await n8n.stop();
		rmSync(userFolder, { recursive: true, force: true });
	};
	return { n8n, end };
}

/** Starts the n8n that {@link sharedN8n} finds, with an owner; returns what ends it. */
export async function startSharedN8n(): Promise<() => Promise<void>> {
	// Two test files publish at the same time, which n8n 1 takes only with a pool of connections.
	const { n8n, end } = await newN8n({ env: { DB_SQLITE_POOL_SIZE: '3' } });
	await n8n.start();
	const client = new N8nClient(n8n.url);
	await client.setUpOwner();
	process.env.E2E_SHARED = JSON.stringify({ url: n8n.url, session: client.session });
	return end;
}

/** The n8n that test files share, logged in as its owner. */
export function sharedN8n(): N8nClient {
	const { url, session } = shared.parse(JSON.parse(process.env.E2E_SHARED ?? ''));
	return new N8nClient(url, session);
}
