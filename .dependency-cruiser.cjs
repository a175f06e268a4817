// Who may import who. Checked by "npm test"; paths are regular expressions, from the repository's root.

/** All that is shipped, and all that is written here. */
const PRODUCT = '^(nodes|credentials)/';
const OWN = '^(nodes|credentials|sandbox|demo|bench|scripts|test)/';

/** A folder that may import, of the given others, only what is named; libraries are not meant. */
const only = (name, comment, folder, allowed, among = OWN) => ({
	name,
	comment,
	severity: 'error',
	from: { path: `^${folder}` },
	to: { path: among, pathNot: [folder, ...allowed].map((path) => `^${path}`) },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
	forbidden: [
		only(
			'api-alone',
			"api/ holds facts of Zoom's API, which are true whatever the node does with them",
			'nodes/Zoom/api/',
			[],
		),
		only(
			'mapping-pure',
			'mapping/ is pure functions over those facts: it sends nothing and knows no operation',
			'nodes/Zoom/mapping/',
			['nodes/Zoom/api/'],
		),
		only(
			'transport-below-operations',
			'transport/ sends what it is given with a token: it knows neither fields nor operations',
			'nodes/Zoom/transport/',
			['nodes/Zoom/api/', 'credentials/token/'],
		),
		only(
			'actions-downwards',
			'operations read fields, map and send; the editor and the node are above them',
			'nodes/Zoom/actions/',
			['nodes/Zoom/(api|mapping|transport)/'],
		),
		only(
			'methods-downwards',
			"the editor's methods use the operations and what is below them, never the node itself",
			'nodes/Zoom/methods/',
			['nodes/Zoom/(api|mapping|transport|actions)/', 'credentials/'],
		),
		only(
			'credentials-alone',
			"the credential also serves n8n's HTTP Request node: it needs none of our nodes",
			'credentials/',
			[],
		),
		only(
			'trigger-apart',
			'the trigger shares facts, values and lists with the other node, not what it does',
			'nodes/ZoomTrigger/',
			['nodes/Zoom/(api|mapping|methods)/', 'credentials/'],
		),
		only('product-alone', 'what is shipped needs nothing that is not', '(nodes|credentials)/', []),
		only(
			'sandbox-alone',
			'the sandbox is a product of its own, and an oracle only while it shares no code with ours',
			'sandbox/',
			[],
		),
		only(
			'scripts-lowest',
			'scripts run before anything is there; demo, bench and tests use them, not the reverse',
			'scripts/',
			[],
		),
		only('demo-down', 'the demo starts n8n and the sandbox', 'demo/', ['(scripts|sandbox)/']),
		only(
			'bench-down',
			"the bench measures the built package, as the demo runs it or in n8n's engine, not its sources",
			'bench/',
			['(demo|sandbox|scripts)/', 'test/engine/(engine|credentialRows)'],
		),
		{
			name: 'what-n8n-gives',
			comment: 'a community package has no dependencies: at run time there is only what n8n brings',
			severity: 'error',
			from: { path: PRODUCT },
			to: {
				pathNot: [
					'^(nodes|credentials)/',
					'^(node:)?crypto$',
					'(^|/)node_modules/(n8n-workflow|luxon|lodash|p-limit|zod)/',
				],
				dependencyTypesNot: ['type-only'],
			},
		},
		{
			name: 'no-circles',
			comment: 'files that need each other can be read, tested and moved only together',
			severity: 'error',
			from: {},
			to: { circular: true },
		},
		{
			name: 'all-found',
			comment:
				"what is not found is judged by no rule; Zoom's SDK does not export its files of types",
			severity: 'error',
			from: {},
			to: { couldNotResolve: true, pathNot: '^@zoom/rivet/meetings/meetings$' },
		},
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		tsConfig: { fileName: 'tsconfig.json' },
		// Imports of types are directions too; "specify" tells them apart.
		tsPreCompilationDeps: 'specify',
		enhancedResolveOptions: {
			exportsFields: ['exports'],
			conditionNames: ['import', 'require', 'node', 'default', 'types'],
			extensions: ['.ts', '.mjs', '.cjs', '.js', '.json', '.d.ts'],
		},
	},
};
