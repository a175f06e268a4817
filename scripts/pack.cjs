// Packs the built package as npm would publish it. CommonJS, so that scripts, tests and the demo
// can all load it.
const { execFileSync } = require('node:child_process');
const { mkdirSync, mkdtempSync, readdirSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

const repository = join(__dirname, '..');

/** Puts exactly the files that `npm publish` would send into a folder, which it makes again. */
function packInto(folder) {
	const work = mkdtempSync(join(tmpdir(), 'n8n-nodes-zoom-pack-'));
	try {
		execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', work], {
			cwd: repository,
			stdio: ['ignore', 'ignore', 'inherit'],
			// On Windows npm is a script, which only a shell can start; nothing here needs quoting.
			shell: process.platform === 'win32',
		});
		const tarball = readdirSync(work).find((name) => name.endsWith('.tgz'));
		rmSync(folder, { recursive: true, force: true });
		mkdirSync(folder, { recursive: true });
		execFileSync('tar', ['-xzf', join(work, tarball), '-C', folder, '--strip-components=1']);
	} finally {
		rmSync(work, { recursive: true, force: true });
	}
}

module.exports = { packInto };
