// "npm run docs": writes what the docs say of the code's tables into them, between the markers.
/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs on a developer's machine, never inside n8n */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { neededScopes } from '../nodes/Zoom/methods/scopes';

const README = join(__dirname, '..', 'README.md');
const START = '<!-- scopes: npm run docs -->';
const END = '<!-- /scopes -->';

/** The README with the table of scopes as the operations need them. */
async function withScopes(readme: string): Promise<string> {
	const rows = neededScopes().map(
		({ neededFor, granular, classic }) => `   | ${neededFor} | \`${granular}\` | \`${classic}\` |`,
	);
	const table = [
		'   | In the node | Granular scope (apps made since March 2024) | Classic scope |',
		'   | --- | --- | --- |',
		...rows,
	].join('\n');
	const [before, rest] = readme.split(START);
	const after = rest?.split(END)[1];
	if (before === undefined || after === undefined) throw new Error(`README.md lacks ${START}`);
	const text = `${before}${START}\n\n${table}\n\n   ${END}${after}`;
	return await format(text, { ...(await resolveConfig(README)), filepath: README });
}

void withScopes(readFileSync(README, 'utf8')).then((text) => writeFileSync(README, text));
