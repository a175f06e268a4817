// "npm run docs": writes what the docs say of the code's tables into them, between the markers.
/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs on a developer's machine, never inside n8n */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { resources } from '../nodes/Zoom/actions';
import { RATE_LIMITS } from '../nodes/Zoom/api/rateLimits';
import type { RateCategory } from '../nodes/Zoom/api/rateLimits';
import { REFUSALS } from '../nodes/Zoom/api/refusalTable';
import { MAIN_JOB, neededScopes } from '../nodes/Zoom/methods/scopes';
import { EVENT_NAMES, eventOptions } from '../nodes/ZoomTrigger/eventOptions';

const ROOT = join(__dirname, '..');

/** The pages that may have generated parts, by their paths from the repository's root. */
export const PAGES = [
	'README.md',
	...readdirSync(__dirname)
		.filter((name) => name.endsWith('.md'))
		.map((name) => `docs/${name}`),
];

const code = (text: string) => `\`${text}\``;

/** A table as prettier lays it out. */
function table(head: string[], rows: string[][]): string {
	const lines = [head, ...rows].map((line) => line.map((cell) => cell.replaceAll('|', '\\|')));
	const widths = head.map((_, column) =>
		Math.max(3, ...lines.map((line) => line[column]?.length ?? 0)),
	);
	const toLine = (cells: string[]) =>
		`| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
	const [first = [], ...others] = lines;
	return [first, widths.map((width) => '-'.repeat(width)), ...others].map(toLine).join('\n');
}

const resourceTable = () =>
	table(
		['Resource', 'Operations'],
		resources.map(({ option, operations }) => [
			`**${option.name}**`,
			operations.map((operation) => operation.option.name).join(', '),
		]),
	);

const operationTable = () =>
	table(
		['Resource', 'Operation', 'What it does'],
		resources.flatMap(({ option, operations }) =>
			operations.map((operation, index) => [
				index === 0 ? `**${option.name}**` : '',
				operation.option.name,
				operation.option.description,
			]),
		),
	);

const mainJobTable = () =>
	table(
		['Scope', 'Needed for'],
		MAIN_JOB.map(([{ scopes }, purpose]) => [code(scopes.granular), purpose]),
	);

const scopeTable = () =>
	table(
		['In the node', 'Granular scope (apps made since March 2024)', 'Classic scope'],
		neededScopes().map(({ neededFor, granular, classic }) => [
			neededFor,
			code(granular),
			code(classic),
		]),
	);

/** What hints and titles leave open until Zoom answers. */
const WORDS: Record<string, string> = {
	scopes: 'the scope that Zoom names',
	kind: 'meeting',
	Kind: 'Meeting',
	other: 'webinar',
};

function inWords(text: string): string {
	return text.replace(/\{(\w+)\}/g, (_, word: string) => {
		const words = WORDS[word];
		if (words === undefined) throw new Error(`docs/generate.ts has no words for {${word}}`);
		return words;
	});
}

/** What refusals are known by that have no code of Zoom's: `HTTP 5xx`. */
const statusOf = ([from, to = from]: readonly number[]) =>
	from === undefined ? '' : `HTTP ${from === to ? from : `${String(from)[0]}xx`}`;

function refusalTable(): string {
	const rows = REFUSALS.map(({ when, title, hint }) => {
		const conditions = [when].flat();
		const codes = conditions.flatMap((one) => ('codes' in one ? [...one.codes].map(String) : []));
		const statuses = conditions.map((one) => statusOf('status' in one ? [one.status].flat() : []));
		const known = codes.length > 0 ? codes : statuses.filter(Boolean);
		return [[...new Set(known)].join(', ') || '–', `**${inWords(title)}**`, inWords(hint)];
	});
	const order = ([known = '']: string[]) => Number.parseInt(known, 10) || Infinity;
	const byCode = [...rows].sort((a, b) => (order(a) === order(b) ? 0 : order(a) - order(b)));
	return table(["Zoom's code", 'What the node says', 'What to do'], byCode);
}

const eventTable = () =>
	table(
		['In the list', "On Zoom's app pages", "Zoom's name"],
		eventOptions
			.filter(({ value }) => EVENT_NAMES.includes(String(value)))
			.map(({ name, value, description = '' }) => [name, description, code(String(value))]),
	);

/** How many requests a second each plan allows, for the operations of each of Zoom's categories. */
function limitTable(): string {
	const rows = Object.entries(RATE_LIMITS).flatMap(([category, { plans, windowMs }]) => {
		const names = operationsOf(category as RateCategory);
		const unit = windowMs === 1_000 ? 'a second' : `in ${windowMs / 1_000} seconds`;
		return names ? [[names, ...plans.map((number) => `${number} ${unit}`)]] : [];
	});
	return table(['Operations', 'Free', 'Pro', 'Business or higher'], rows);
}

/** The operations that are there for an endpoint of the category: `Meeting: Create, Delete; …` */
function operationsOf(category: RateCategory): string {
	return resources
		.flatMap(({ option, operations }) => {
			const names = operations
				.filter(({ endpoints }) => endpoints[0]?.category === category)
				.map((operation) => operation.option.name);
			return names.length > 0 ? [`${option.name}: ${names.join(', ')}`] : [];
		})
		.join('; ');
}

const PARTS: Record<string, () => string> = {
	resources: resourceTable,
	'main-job': mainJobTable,
	operations: operationTable,
	scopes: scopeTable,
	refusals: refusalTable,
	events: eventTable,
	limits: limitTable,
};

/**
 * A page with what the code says now between its markers, `<!-- scopes: npm run docs -->` and
 * `<!-- /scopes -->`.
 *
 * @throws where a marker names no part, or has no end
 */
export function withGenerated(page: string): string {
	return page.replace(
		/( *)<!-- ([\w-]+): npm run docs -->(?:[^]*?<!-- \/\2 -->)?/g,
		(found, indent: string, name: string) => {
			const end = `<!-- /${name} -->`;
			const part = PARTS[name];
			if (!part) throw new Error(`docs/generate.ts makes no "${name}"`);
			if (!found.endsWith(end)) throw new Error(`${end} is missing`);
			const lines = [`<!-- ${name}: npm run docs -->`, '', ...part().split('\n'), '', end];
			return lines.map((line) => line && indent + line).join('\n');
		},
	);
}

if (require.main === module) {
	for (const page of PAGES) {
		const file = join(ROOT, page);
		writeFileSync(file, withGenerated(readFileSync(file, 'utf8')));
	}
}
