import { tsImport } from 'tsx/esm/api';
import { installN8n } from '../e2e/global-setup.mjs';

/** Says what is missing before anything is installed or started. */
export default async function globalSetup() {
	const { findBrowser } = await tsImport('./editor.ts', import.meta.url);
	findBrowser();
	await installN8n();
}
