// Gulp's share of the build, after `n8n-node build` has compiled TypeScript and copied pictures:
// codex files go beside their nodes, and what is no part of the package leaves dist.
const { src, dest, series } = require('gulp');
const { readdirSync, rmSync } = require('node:fs');
const { join } = require('node:path');

const SHIPPED = ['credentials', 'icons', 'nodes'];

function codex() {
	return src('nodes/**/*.node.json').pipe(dest('dist/nodes'));
}

async function prune() {
	for (const name of readdirSync('dist')) {
		if (!SHIPPED.includes(name)) rmSync(join('dist', name), { recursive: true });
	}
}

exports.build = series(codex, prune);
