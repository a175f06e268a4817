// Loads a package folder as n8n does and prints what it holds. Runs in a process of its own, where
// only the modules that n8n gives to community packages can be resolved (NODE_PATH).
const { PackageDirectoryLoader } = require(process.argv[3]);

async function main() {
	const loader = new PackageDirectoryLoader(process.argv[2]);
	await loader.loadAll();
	const { known, types } = loader;
	const loaded = { known, nodes: types.nodes, credentials: types.credentials };
	process.stdout.write(`LOADED ${JSON.stringify(loaded)}\n`, () => process.exit(0));
}

void main();
