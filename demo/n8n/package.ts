/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, never inside n8n */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { packInto } from '../../scripts/pack.cjs';

/**
 * Puts exactly the files that `npm publish` would send into n8n's folder of community packages, as
 * n8n's own installer does: the node's type is `n8n-nodes-zoom.zoom` there.
 * https://docs.n8n.io/integrations/community-nodes/installation/manual-install/
 * @param userFolder the N8N_USER_FOLDER of the n8n that is to load it
 * @throws when the repository is not built
 */
export function installPackage(userFolder: string): void {
	const folder = join(userFolder, '.n8n', 'nodes', 'node_modules', 'n8n-nodes-zoom');
	packInto(folder);
	if (!existsSync(join(folder, 'dist', 'nodes'))) {
		throw new Error('The package holds no node: run "npm run build" first.');
	}
}
