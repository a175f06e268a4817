// Makes a fresh clone ready to run: dependencies and build. Plain JavaScript without dependencies,
// since it runs before anything is installed. Shared by "npm start" and "npm test".
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this repository. */
export const repository = join(dirname(fileURLToPath(import.meta.url)), '..');

const SOURCES = ['nodes', 'credentials', 'icons', 'package.json', 'tsconfig.json', 'gulpfile.js'];
const BUILT_MARKER = join(repository, 'node_modules', '.cache', 'n8n-nodes-zoom', 'built');

/** Ends the process with a sentence when this Node is too old to go on. */
export function requireNode20() {
	if (Number(process.versions.node.split('.')[0]) >= 20) return;
	console.error(
		`This needs Node 20 or newer, and this is Node ${process.versions.node}. ` +
			'Get a newer one from https://nodejs.org and run the command again.',
	);
	process.exit(1);
}

/**
 * Runs npm; `quiet` keeps its output back unless it fails. All is told on standard error, since a
 * program's standard output may be read by another, such as the benchmark's JSON.
 */
async function npm(label, args, { quiet = false } = {}) {
	const started = Date.now();
	console.error(`${label} …`);
	await new Promise((resolve, reject) => {
		const child = spawn('npm', args, {
			cwd: repository,
			stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['inherit', process.stderr, 'inherit'],
			// On Windows npm is a script, which only a shell can start.
			shell: process.platform === 'win32',
		});
		let output = '';
		for (const stream of [child.stdout, child.stderr]) {
			stream?.setEncoding('utf8').on('data', (text) => (output += text));
		}
		child.on('error', reject);
		child.on('close', (code) => {
			if (code === 0) resolve();
			else reject(new Error(`${output}"npm ${args.join(' ')}" ended with ${code}.`));
		});
	});
	console.error(`${label}: done in ${Math.round((Date.now() - started) / 1000)} s`);
}

// npm keeps what it has installed in a lock file of its own; the dates of files say nothing after a
// clone or a checkout.
function isInstalled() {
	const installedLock = join(repository, 'node_modules', '.package-lock.json');
	if (!existsSync(installedLock)) return false;
	const installed = JSON.parse(readFileSync(installedLock, 'utf8')).packages;
	const wanted = JSON.parse(readFileSync(join(repository, 'package-lock.json'), 'utf8')).packages;
	// What is optional is for other kinds of machines.
	return Object.entries(wanted).every(
		([path, { version, optional }]) =>
			path === '' || installed[path]?.version === version || (optional && !installed[path]),
	);
}

/** Runs `npm ci` unless all that package-lock.json asks for is installed. */
export async function ensureDependencies() {
	if (isInstalled()) return;
	// Also where NODE_ENV is production: everything here is a development dependency.
	await npm('Installing the dependencies (npm ci)', ['ci', '--include=dev']);
}

function filesIn(path) {
	if (!existsSync(path)) return [];
	if (!statSync(path).isDirectory()) return [path];
	return readdirSync(path)
		.sort()
		.flatMap((name) => filesIn(join(path, name)));
}

function hashOfSources() {
	const hash = createHash('sha256');
	for (const file of SOURCES.flatMap((name) => filesIn(join(repository, name)))) {
		hash.update(file.slice(repository.length)).update('\0').update(readFileSync(file));
	}
	return hash.digest('hex');
}

/** Runs the build unless `dist` was built from the present sources. */
export async function ensureBuilt() {
	const dist = join(repository, 'dist');
	const hash = hashOfSources();
	// A `dist` younger than the marker was built by hand, from who knows what.
	const isBuilt =
		existsSync(dist) &&
		existsSync(BUILT_MARKER) &&
		statSync(dist).mtimeMs <= statSync(BUILT_MARKER).mtimeMs &&
		readFileSync(BUILT_MARKER, 'utf8') === hash;
	if (isBuilt) return;
	await npm('Building the package', ['run', '--silent', 'build'], { quiet: true });
	mkdirSync(dirname(BUILT_MARKER), { recursive: true });
	writeFileSync(BUILT_MARKER, hash);
}
