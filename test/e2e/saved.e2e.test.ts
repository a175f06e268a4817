/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs on a developer's machine, never inside n8n */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Workflow } from '../../demo/n8n';
import { newSandbox, sharedN8n, zoomCredential } from './harness';

/*
 * Workflows as they were saved with a published version: later ones have to run them as they are.
 * A file is never changed; a new version gets a folder of its own.
 */

interface Saved {
	workflow: Workflow;
	posted: unknown[];
	/** What each item that comes back must hold. */
	answered: object[];
}

const FOLDER = join(__dirname, 'saved');
const CREDENTIAL = 'Zoom of saved workflows';
const files = readdirSync(FOLDER).flatMap((version) =>
	readdirSync(join(FOLDER, version)).map((file) => join(version, file)),
);
const client = sharedN8n();

it.each(files)('%s runs as it was saved', async (file) => {
	const { workflow, posted, answered } = JSON.parse(
		readFileSync(join(FOLDER, file), 'utf8'),
	) as Saved;
	const credential = zoomCredential(CREDENTIAL, await newSandbox());
	const credentialId = await client.createCredential(credential);
	const id = await client.importWorkflow(workflow, { [CREDENTIAL]: credentialId });
	await client.publishWorkflow(id);
	const response = await client.callWebhook(workflow.name, posted);
	const items = (await response.json()) as object[];
	expect(items).toMatchObject(answered);
	expect(items).toHaveLength(answered.length);
});
