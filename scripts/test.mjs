// "npm test": every check that needs no n8n server, on a fresh clone as well as on a used one.
// "npm run test:e2e": the end-to-end tests on real n8n, which is installed where it is missing.
// "npm run test:queue": the same on n8n's queue mode, with PostgreSQL and Redis.
// "npm run test:versions": the end-to-end tests on the oldest n8n that is promised, on one in the middle
// and on the newest; names of versions after "--" choose among them.
// "npm run test:mutation": how many lines the tests reach, and how many changed lines they notice.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt, ensureDependencies, repository, requireNode20 } from './bootstrap.mjs';

requireNode20();

/** Runs a tool and prints its output at once when it ends; returns whether it passed. */
async function step(label, tool, args, { live = false } = {}) {
	// A dependency: on a fresh clone it is there only by now.
	const { execa } = await import('execa');
	const { failed, message, durationMs } = await execa(tool, args, {
		cwd: repository,
		preferLocal: true,
		stdio: live ? 'inherit' : ['ignore', 'pipe', 'pipe'],
		all: !live,
		reject: false,
	});
	console.log(`${failed ? '✘' : '✔'} ${label} (${(durationMs / 1000).toFixed(1)} s)`);
	if (failed && !live) console.log(message);
	return !failed;
}

const DIRECTIONS = ['nodes', 'credentials', 'sandbox', 'demo', 'bench', 'scripts', 'test'];

/** One after the other, all of them, even after a failure. */
async function lane(...steps) {
	let passed = true;
	for (const run of steps) passed = (await run()) && passed;
	return passed;
}

async function runAll() {
	const staticChecks = lane(
		() => step('Format (prettier)', 'prettier', ['--check', '.']),
		() => step("Lint (n8n's community rules, strict)", 'n8n-node', ['lint']),
		() =>
			step('Lint (eslint-plugin-n8n-nodes-base)', 'eslint', [
				'--config',
				'eslint.strict.config.mjs',
				'nodes',
				'credentials',
				'package.json',
			]),
		() => step('Directions (dependency-cruiser)', 'depcruise', DIRECTIONS),
		() => step('Types of the package', 'tsc', ['--noEmit']),
		() => step('Types of tests and demo', 'tsc', ['--noEmit', '-p', 'test']),
		() => step("n8n's scan of sources and package", process.execPath, ['scripts/scan.mjs']),
	);
	const tests = step('Tests (jest)', 'jest', ['--ci', ...process.argv.slice(2)], { live: true });
	const results = await Promise.all([staticChecks, tests]);
	return results.every(Boolean);
}

async function runEndToEnd(label = 'End-to-end tests on real n8n', args = process.argv.slice(3)) {
	return await step(label, 'jest', ['--ci', '--config', 'jest.e2e.config.js', ...args], {
		live: true,
	});
}

/** The n8n versions under test, oldest first, with the folders of their manifests. */
function versions() {
	const older = join(repository, 'test', 'versions');
	const folders = [
		...readdirSync(older).map((name) => join(older, name)),
		join(repository, 'demo'),
	];
	return folders.map((folder) => {
		const { dependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
		return { version: dependencies.n8n, folder };
	});
}

async function runVersions() {
	const all = versions();
	const names = all.map(({ version }) => version);
	const args = process.argv.slice(3);
	const chosen = args.filter((arg) => names.includes(arg));
	const others = args.filter((arg) => !names.includes(arg));
	return await lane(
		...all
			.filter(({ version }) => chosen.length === 0 || chosen.includes(version))
			.map(({ version, folder }) => async () => {
				process.env.E2E_MANIFESTS = folder;
				return await runEndToEnd(`End-to-end tests on n8n ${version}`, others);
			}),
	);
}

async function runQueue() {
	return await step(
		"Tests on n8n's queue mode",
		'jest',
		['--ci', '--config', 'jest.queue.config.js', ...process.argv.slice(3)],
		{ live: true },
	);
}

async function runMutation() {
	return await lane(
		() => step('Lines covered (jest)', 'jest', ['--ci', '--coverage'], { live: true }),
		() => step('Mutation score (Stryker)', 'stryker', ['run'], { live: true }),
	);
}

const modes = {
	e2e: async () => await runEndToEnd(),
	queue: runQueue,
	versions: runVersions,
	mutation: runMutation,
};

try {
	await ensureDependencies();
	await ensureBuilt();
	const passed = await (modes[process.argv[2]] ?? runAll)();
	process.exitCode = passed ? 0 : 1;
} catch (error) {
	console.error(error.message);
	process.exitCode = 1;
}
