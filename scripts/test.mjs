// "npm test": every check that needs no n8n server, on a fresh clone as well as on a used one. With
// something after "--", only jest with that: "npm test -- completeness".
// "npm run test:faults": every fault in every operation, senseless answers to each request and senseless
// values in each field: some ten thousand runs; and properties with inputs that nobody has seen.
// "npm run test:e2e": the end-to-end tests on real n8n, which is installed where it is missing.
// "npm run test:queue": the same on n8n's queue mode, with PostgreSQL and Redis.
// "npm run test:download": files of gigabytes on real n8n, and the memory that they take.
// "npm run test:browser": what a newcomer meets in n8n's editor, with a Chromium of this machine's.
// "npm run test:versions": the end-to-end tests on the oldest n8n that is promised, on one in the middle
// and on the newest; names of versions after "--" choose among them.
// "npm run test:mutation": how many lines the tests reach, and how many changed lines they notice; the
// name of an area after "--" (test/mutation/areas.json) measures that alone, and with "--mutate" some
// of its files, by names with commas between them.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt, ensureDependencies, repository, requireNode20 } from './bootstrap.mjs';

requireNode20();

/** Runs a tool and prints its output at once when it ends; returns whether it passed. */
async function step(label, tool, args, { live = false, env = {} } = {}) {
	// A dependency: on a fresh clone it is there only by now.
	const { execa } = await import('execa');
	const { failed, message, durationMs } = await execa(tool, args, {
		cwd: repository,
		preferLocal: true,
		env,
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

/** Tests of some of jest.config.js's projects. The names come last: jest takes all after them as names. */
const jest = (label, projects, args, env) =>
	step(label, 'jest', ['--ci', ...args, '--selectProjects', ...projects], { live: true, env });

/** Tests that start no n8n leave much behind quickly: with more room for it they take a sixth less. */
const MORE_ROOM = {
	NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --max-semi-space-size=64`,
};

/** While some files wait for Zoom's limits, or for their n8n to start, another can work. */
const THREE_AT_A_TIME = '--maxWorkers=3';

const QUICK = ['together', 'package'];

/** Plain names of tests, none of which needs the built package. */
const needNoBuild = (args) =>
	args.length > 0 && !args.some((arg) => arg.startsWith('-') || arg.includes('package'));

async function runAll(args = process.argv.slice(2)) {
	const projects = needNoBuild(args) ? ['unit', 'engine', 'faults'] : ['unit', 'engine', 'package'];
	if (args.length > 0) return await jest('Chosen tests (jest)', projects, args);
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
		// The package's own types were checked when it was built.
		() => step('Types of tests and demo', 'tsc', ['--noEmit', '-p', 'test']),
		() => step("n8n's scan of sources and package", process.execPath, ['scripts/scan.mjs']),
	);
	const results = await Promise.all([
		staticChecks,
		jest('Tests (jest)', QUICK, [THREE_AT_A_TIME], MORE_ROOM),
	]);
	return results.every(Boolean);
}

/** How many inputs each property is tried with; they are other ones each time. */
const PROPERTY_RUNS = '1000';

async function runFaults() {
	const args = process.argv.slice(3);
	const properties = () =>
		jest('Properties', ['unit'], ['--testPathPatterns', 'property'], {
			...MORE_ROOM,
			PROPERTY_RUNS,
		});
	const faults = () =>
		jest('Faults, answers and values', ['faults'], [THREE_AT_A_TIME, ...args], MORE_ROOM);
	return await lane(...(args.length > 0 ? [] : [properties]), faults);
}

async function runEndToEnd(label = 'End-to-end tests on real n8n', args = process.argv.slice(3)) {
	return await jest(label, ['e2e'], [THREE_AT_A_TIME, ...args]);
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
				process.env.E2E_BURST = '1200';
				return await runEndToEnd(`End-to-end tests on n8n ${version}`, others);
			}),
	);
}

async function runQueue() {
	const args = ['--runInBand', ...process.argv.slice(3)];
	return await jest("Tests on n8n's queue mode", ['queue'], args);
}

async function runDownload() {
	const args = ['--runInBand', ...process.argv.slice(3)];
	return await jest('Downloads of gigabytes on real n8n', ['download'], args);
}

const runBrowser = () => jest("Tests in n8n's editor", ['browser'], process.argv.slice(3));

/**
 * How many of an area's changed lines the tests notice. What they noticed last time is not tried
 * again, unless the line has changed since; "--force" tries all. "--mutate" with files of the area
 * measures these alone, and all of their lines each time.
 */
async function measureArea(name, args) {
	const last = join(repository, 'reports', `stryker-incremental-${name}.json`);
	const isWhole = !args.some((arg) => arg.startsWith('--mutate'));
	if (isWhole && existsSync(last)) {
		// Stryker does not see what changed in the tests, since test/mutation/all.ts loads them.
		const report = JSON.parse(readFileSync(last, 'utf8'));
		for (const file of Object.values(report.files)) {
			file.mutants = file.mutants.filter(({ status }) => noticed(status));
		}
		writeFileSync(last, JSON.stringify(report));
	}
	rmSync(reportOf(name), { force: true });
	process.env.MUTATION_AREA = name;
	process.env.MUTATION_OF = isWhole ? 'area' : 'files';
	const passed = await step(`Mutation score of ${name} (Stryker)`, 'stryker', ['run', ...args], {
		live: true,
	});
	return passed && statusesOf(name).length > 0;
}

const reportOf = (name) => join(repository, 'reports', `mutation-${name}.json`);

const noticed = (status) => status === 'Killed' || status === 'Timeout';

/** The area's score beside its bar, from Stryker's report. */
function scoreOf(name, { bar }) {
	const statuses = statusesOf(name);
	if (statuses.length === 0) return `${name}: nothing measured`;
	const share = (100 * statuses.filter(noticed).length) / statuses.length;
	return `${name}: ${share.toFixed(1)} % of ${statuses.length}${bar ? `, bar ${bar} %` : ''}`;
}

/** What came of each changed line that counts, in Stryker's report. */
function statusesOf(name) {
	if (!existsSync(reportOf(name))) return [];
	const { files } = JSON.parse(readFileSync(reportOf(name), 'utf8'));
	return Object.values(files)
		.flatMap(({ mutants }) => mutants.map(({ status }) => status))
		.filter((status) => noticed(status) || status === 'Survived' || status === 'NoCoverage');
}

async function runMutation() {
	const areas = JSON.parse(
		readFileSync(join(repository, 'test', 'mutation', 'areas.json'), 'utf8'),
	);
	const args = process.argv.slice(3);
	const chosen = args.filter((arg) => arg in areas);
	const others = args.filter((arg) => !(arg in areas));
	const names = chosen.length > 0 ? chosen : Object.keys(areas);
	// A dependency: on a fresh clone it is there only by now.
	const { bundleWorkflow } = await import('./bundleWorkflow.mjs');
	await bundleWorkflow();
	const coverage = () => jest('Lines covered (jest)', QUICK, ['--coverage']);
	const passed = await lane(
		...(chosen.length > 0 ? [] : [coverage]),
		...names.map((name) => async () => await measureArea(name, others)),
	);
	for (const name of names) console.log(scoreOf(name, areas[name]));
	return passed;
}

const modes = {
	faults: runFaults,
	e2e: async () => await runEndToEnd(),
	queue: runQueue,
	download: runDownload,
	browser: runBrowser,
	versions: runVersions,
	mutation: runMutation,
};

try {
	await ensureDependencies();
	const mode = modes[process.argv[2]];
	if (mode || !needNoBuild(process.argv.slice(2))) await ensureBuilt();
	const passed = await (mode ?? runAll)();
	process.exitCode = passed ? 0 : 1;
} catch (error) {
	console.error(error.message);
	process.exitCode = 1;
}
