// Makes a copy of n8n-workflow that holds no more than the tests need, in one file: Stryker loads it
// again for each changed line, and the whole of it is some thousand files.
import { join } from 'node:path';
import { build, stop } from 'esbuild';
import { repository } from './bootstrap.mjs';

/** What nodes, credentials and their tests import of it. */
const NAMES = [
	'jsonParse',
	'NodeApiError',
	'NodeConnectionTypes',
	'NodeHelpers',
	'NodeOperationError',
	'OperationalError',
	'sleep',
	'updateDisplayOptions',
	'UserError',
];

/** Leaves out every module of which nothing is used, whatever loading it would do. */
const noSideEffects = {
	name: 'no-side-effects',
	setup({ onResolve, resolve }) {
		onResolve({ filter: /.*/ }, async ({ path, pluginData, ...from }) => {
			if (pluginData === 'resolved') return undefined;
			return { ...(await resolve(path, { ...from, pluginData: 'resolved' })), sideEffects: false };
		});
	},
};

/** Where jest.config.js looks for it. */
const BUNDLE = join(repository, 'node_modules', '.cache', 'n8n-nodes-zoom', 'n8n-workflow.cjs');

export async function bundleWorkflow() {
	await build({
		stdin: {
			contents: `export { ${NAMES.join(', ')} } from 'n8n-workflow';`,
			resolveDir: repository,
		},
		bundle: true,
		platform: 'node',
		mainFields: ['module', 'main'],
		external: ['luxon', 'lodash'],
		keepNames: true,
		minifySyntax: true,
		logLevel: 'error',
		plugins: [noSideEffects],
		outfile: BUNDLE,
	});
	// Its service would run on beside Stryker.
	await stop();
}
