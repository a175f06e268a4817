import { ensureN8n } from '../../scripts/installN8n.mjs';

// The tests are CommonJS, which can't load the installer: they read what it says from here.
export default async function globalSetup() {
	process.env.E2E_N8N = JSON.stringify(await ensureN8n(console.log, process.env.E2E_MANIFESTS));
}
