// "npm run bench": measures the node beside what people use today, on real n8n, and writes
// docs/benchmark.md with its chart. Takes about an hour; do nothing else on the machine meanwhile.
import { spawn } from 'node:child_process';
import { ensureBuilt, ensureDependencies, repository, requireNode20 } from './bootstrap.mjs';

requireNode20();
try {
	await ensureDependencies();
	await ensureBuilt();
	const { ensureN8n } = await import('./installN8n.mjs');
	await ensureN8n(console.error);
	const args = ['--import', 'tsx', 'bench/main.ts', ...process.argv.slice(2)];
	const child = spawn(process.execPath, args, { cwd: repository, stdio: 'inherit' });
	process.exitCode = await new Promise((resolve) =>
		child.on('close', (code) => resolve(code ?? 1)),
	);
} catch (error) {
	console.error(error.message);
	process.exitCode = 1;
}
