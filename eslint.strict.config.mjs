// The second gate: all of eslint-plugin-n8n-nodes-base 2, which n8n's own config holds in an older
// version. Its configs have the legacy shape, so their rules are spread here.
import n8nNodesBase from 'eslint-plugin-n8n-nodes-base';
import parser from '@typescript-eslint/parser';

const plugins = { 'n8n-nodes-base': n8nNodesBase };
const languageOptions = {
	parser,
	parserOptions: { extraFileExtensions: ['.json'] },
};

export default [
	{
		files: ['package.json'],
		plugins,
		languageOptions,
		rules: n8nNodesBase.configs.community.rules,
	},
	{
		files: ['credentials/**/*.ts'],
		plugins,
		languageOptions,
		rules: {
			...n8nNodesBase.configs.credentials.rules,
			// For credentials inside n8n's own repository only: community ones need a full URL.
			'n8n-nodes-base/cred-class-field-documentation-url-miscased': 'off',
		},
	},
	{
		files: ['nodes/**/*.ts'],
		plugins,
		languageOptions,
		rules: {
			...n8nNodesBase.configs.nodes.rules,
			// These two ask for the string 'main'; n8n's community rules ask for NodeConnectionTypes.Main.
			'n8n-nodes-base/node-class-description-inputs-wrong-regular-node': 'off',
			'n8n-nodes-base/node-class-description-outputs-wrong': 'off',
		},
	},
	{
		files: ['nodes/**/*.ts', 'credentials/**/*.ts'],
		languageOptions,
		rules: {
			'max-lines': ['error', 300],
			'max-lines-per-function': ['error', 50],
		},
	},
	{
		// What is hardest to follow is kept the shortest.
		files: ['nodes/Zoom/transport/rateLimit/**/*.ts', 'credentials/token/**/*.ts'],
		rules: { 'max-lines': ['error', 150], 'max-lines-per-function': ['error', 30] },
	},
];
