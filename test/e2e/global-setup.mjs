import { tsImport } from 'tsx/esm/api';
import { ensureN8n } from '../../scripts/installN8n.mjs';

// The tests are CommonJS, which can't load the installer: they read what it says from here.
export async function installN8n() {
	process.env.E2E_N8N = JSON.stringify(await ensureN8n(console.log, process.env.E2E_MANIFESTS));
}

/** Installs n8n where it is missing, and starts the one that test files share. */
export default async function globalSetup() {
	await installN8n();
	const { startSharedN8n } = await tsImport('./n8n.ts', import.meta.url);
	globalThis.endSharedN8n = await startSharedN8n();
}
