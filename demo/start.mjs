// "npm start": real n8n with this package and the examples. Plain JavaScript: it runs on a fresh
// clone, before anything is installed, and hands over to main.ts.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import {
	ensureBuilt,
	ensureDependencies,
	repository,
	requireNode20,
} from '../scripts/bootstrap.mjs';

requireNode20();
try {
	await ensureDependencies();
	await ensureBuilt();
} catch (error) {
	console.error(error.message);
	process.exit(1);
}

const main = ['--import', 'tsx', join('demo', 'main.ts'), ...process.argv.slice(2)];
const child = spawn(process.execPath, main, { cwd: repository, stdio: 'inherit' });
// Ctrl-C reaches main.ts from the terminal by itself; this process only waits for its ending.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => child.kill('SIGTERM'));
child.on('close', (code) => {
	process.exitCode = code ?? 1;
});
