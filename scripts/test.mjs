// "npm test": every check that needs no n8n server, on a fresh clone as well as on a used one.
// "npm run test:e2e": the end-to-end tests on real n8n, which is installed where it is missing.
// "npm run test:queue": the same on n8n's queue mode, with PostgreSQL and Redis.
// "npm run test:mutation": how many lines the tests reach, and how many changed lines they notice.
import { spawn } from 'node:child_process';
import { ensureN8n } from '../demo/install.mjs';
import { ensureBuilt, ensureDependencies, repository, requireNode20 } from './bootstrap.mjs';

requireNode20();

/** Runs a command and prints its output at once when it ends; returns whether it passed. */
async function step(label, command, args, { live = false } = {}) {
	const started = Date.now();
	const child = spawn(command, args, {
		cwd: repository,
		shell: process.platform === 'win32',
		stdio: live ? 'inherit' : ['ignore', 'pipe', 'pipe'],
	});
	let output = '';
	child.stdout?.on('data', (text) => (output += text));
	child.stderr?.on('data', (text) => (output += text));
	const code = await new Promise((resolve) => {
		child.on('error', (error) => {
			output += error.message;
			resolve(1);
		});
		child.on('close', resolve);
	});
	const seconds = ((Date.now() - started) / 1000).toFixed(1);
	console.log(`${code === 0 ? '✔' : '✘'} ${label} (${seconds} s)`);
	if (code !== 0 && !live) console.log(output);
	return code === 0;
}

const npx = (label, tool, args, options) =>
	step(label, 'npx', ['--no-install', tool, ...args], options);

/** One after the other, all of them, even after a failure. */
async function lane(...steps) {
	let passed = true;
	for (const run of steps) passed = (await run()) && passed;
	return passed;
}

async function runAll() {
	const staticChecks = lane(
		() => npx('Format (prettier)', 'prettier', ['--check', '.']),
		() => npx("Lint (n8n's community rules, strict)", 'n8n-node', ['lint']),
		() =>
			npx('Lint (eslint-plugin-n8n-nodes-base)', 'eslint', [
				'--config',
				'eslint.strict.config.mjs',
				'nodes',
				'credentials',
				'package.json',
			]),
		() => npx('Types of the package', 'tsc', ['--noEmit']),
		() => npx('Types of tests and demo', 'tsc', ['--noEmit', '-p', 'test']),
		() => step("n8n's scan of sources and package", process.execPath, ['scripts/scan.mjs']),
	);
	const tests = npx('Tests (jest)', 'jest', ['--ci', ...process.argv.slice(2)], { live: true });
	const results = await Promise.all([staticChecks, tests]);
	return results.every(Boolean);
}

async function runEndToEnd() {
	await ensureN8n();
	return await npx(
		'End-to-end tests on real n8n',
		'jest',
		['--ci', '--config', 'jest.e2e.config.js', ...process.argv.slice(3)],
		{ live: true },
	);
}

async function runQueue() {
	await ensureN8n();
	return await npx(
		"Tests on n8n's queue mode",
		'jest',
		['--ci', '--config', 'jest.queue.config.js', ...process.argv.slice(3)],
		{ live: true },
	);
}

async function runMutation() {
	return await lane(
		() => npx('Lines covered (jest)', 'jest', ['--ci', '--coverage'], { live: true }),
		() => npx('Mutation score (Stryker)', 'stryker', ['run'], { live: true }),
	);
}

const modes = { e2e: runEndToEnd, queue: runQueue, mutation: runMutation };

try {
	await ensureDependencies();
	await ensureBuilt();
	const passed = await (modes[process.argv[2]] ?? runAll)();
	process.exitCode = passed ? 0 : 1;
} catch (error) {
	console.error(error.message);
	process.exitCode = 1;
}
