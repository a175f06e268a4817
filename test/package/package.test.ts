/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- runs on a developer's machine, never inside n8n */
import { execFileSync } from 'node:child_process';
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { loadOutputSchema } from 'n8n-core/dist/nodes-loader/output-schema-resolver';
import type { ICredentialType, INodeTypeDescription } from 'n8n-workflow';
import { packInto } from '../../scripts/pack.cjs';

const repository = join(__dirname, '..', '..');
/** Direct dependencies of n8n that n8n's rules let community packages import. */
const GIVEN_BY_N8N = ['n8n-workflow', 'lodash', 'luxon', 'p-limit'];

interface Loaded {
	known: { nodes: Record<string, unknown>; credentials: Record<string, unknown> };
	nodes: Array<INodeTypeDescription & { iconUrl: { light: string; dark: string } }>;
	credentials: ICredentialType[];
}

describe('the packed package', () => {
	const work = mkdtempSync(join(tmpdir(), 'n8n-nodes-zoom-package-'));
	const folder = join(work, 'node_modules', 'n8n-nodes-zoom');
	let loaded: Loaded;
	let files: string[];

	beforeAll(() => {
		packInto(folder);
		files = readdirSync(folder, { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile())
			.map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
		const modules = join(work, 'given-by-n8n');
		mkdirSync(modules);
		for (const name of GIVEN_BY_N8N) {
			symlinkSync(join(repository, 'node_modules', name), join(modules, name), 'junction');
		}
		const output = execFileSync(
			process.execPath,
			[join(__dirname, 'load.cjs'), folder, join(repository, 'node_modules', 'n8n-core')],
			{
				encoding: 'utf8',
				env: { ...process.env, NODE_PATH: modules, NODE_OPTIONS: '' },
				maxBuffer: 16 * 1024 * 1024,
			},
		);
		loaded = JSON.parse(output.slice(output.indexOf('LOADED ') + 7)) as Loaded;
	});

	afterAll(() => rmSync(work, { recursive: true, force: true }));

	it('holds the node, the credential and nothing that is not needed', () => {
		const allowed =
			/^(dist\/(nodes|credentials|icons)\/|index\.js|package\.json|README\.md|LICENSE)/;
		expect(files.filter((path) => !allowed.test(path))).toEqual([]);
		expect(files).toEqual(
			expect.arrayContaining(['index.js', 'LICENSE', 'README.md', 'dist/icons/zoom.svg']),
		);
	});

	it('brings nothing that could have a hole of its own: n8n-workflow is there already', () => {
		const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
		for (const kind of ['dependencies', 'optionalDependencies', 'bundleDependencies']) {
			expect([kind, manifest[kind]]).toEqual([kind, undefined]);
		}
		expect(manifest.peerDependencies).toEqual({ 'n8n-workflow': '*' });
		expect(files.filter((path) => path.includes('node_modules'))).toEqual([]);
	});

	it('loads with only the modules that n8n gives', () => {
		expect(Object.keys(loaded.known.nodes)).toEqual(['zoom', 'zoomTrigger']);
		expect(Object.keys(loaded.known.credentials)).toEqual(['zoomServerToServerOAuth2Api']);
	});

	it.each(['zoom', 'zoomTrigger'])('has the icons and the codex of %s', (name) => {
		const node = loaded.nodes.find((one) => one.name === name);
		const { light, dark } = node?.iconUrl ?? { light: '', dark: '' };
		for (const url of [light, dark]) {
			const path = join(folder, url.replace(/^icons\/n8n-nodes-zoom\//, ''));
			expect(existsSync(path)).toBe(true);
		}
		expect(node?.codex?.categories).toContain('Communication');
		expect(node?.codex?.alias).toContain('registrant');
	});

	it('gives AI agents the node, and no trigger', () => {
		const tools = loaded.nodes.filter((node) => node.usableAsTool);
		expect(tools.map(({ name }) => name)).toEqual(['zoom']);
	});

	it("has a preview of each operation's output where n8n looks for it", () => {
		const { properties = [], version = 0 } = loaded.nodes.find(({ name }) => name === 'zoom') ?? {};
		const operations = properties
			.filter(({ name }) => name === 'operation')
			.flatMap(({ displayOptions, options = [] }) =>
				options.map((option) => ({
					resource: String(displayOptions?.show?.resource?.[0]),
					operation: String('value' in option && option.value),
				})),
			);
		const nodeDir = join(folder, 'dist', 'nodes', 'Zoom');
		const without = operations.filter(
			(one) => loadOutputSchema({ nodeDir, version: Number(version), ...one })?.type !== 'object',
		);
		expect(operations).not.toEqual([]);
		expect(without).toEqual([]);
	});

	it('exports nothing from index.js', () => {
		expect(jest.requireActual(join(folder, 'index.js'))).toEqual({});
	});
});
