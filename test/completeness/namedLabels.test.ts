import { flatMapDeep, isPlainObject, uniq } from 'lodash';
import { resources } from '../../nodes/Zoom/actions';
import { PANELS, read, shownIn, SOURCES, textsIn } from './texts';

/*
 * A field, choice, or operation that a text names is there, under that name: "npm test -- namedLabels".
 */

/** Names of other products, which texts may quote. */
const OTHERS = [
	// n8n's settings of a node, its credentials, and its form fields.
	...['On Error', 'Continue (using error output)', 'Allowed Domains', 'Map Automatically'],
	// Zoom's web portal.
	...['Create audio transcript', 'Only share meeting summaries by email'],
	'Meeting summary with AI Companion',
];

/** The names of fields and choices, deep inside. */
const labelsIn = (value: unknown): string[] =>
	flatMapDeep([value], (one): string[] =>
		Array.isArray(one)
			? one.flatMap(labelsIn)
			: isPlainObject(one)
				? Object.entries(one as object).flatMap(([key, part]) =>
						typeof part === 'string'
							? ['displayName', 'name'].includes(key)
								? [part]
								: []
							: labelsIn(part),
					)
				: [],
	);
const LABELS = new Set([...OTHERS, ...PANELS.flatMap(([, described]) => labelsIn(described()))]);

/** Names in single quotes, at the beginning or after a space; apostrophes stand between letters. */
const quotedIn = (text: string) =>
	[...text.matchAll(/(?<=^|\s)'(\p{Lu}.*?)'(?![\p{L}\p{N}])/gu)].map(([, name]) => name);

const unknownLabels = (texts: readonly string[]) =>
	uniq(texts.flatMap(quotedIn)).filter((name) => !LABELS.has(name ?? '') && !name?.includes('…'));

/** Each resource with its operations, as the panel shows them. */
const OPERATIONS = new Map(
	resources.map(({ option, operations }) => [
		option.name,
		operations.map((operation) => operation.option.name),
	]),
);

/** Ways through the panel, such as `Past Meeting → Get Many`, whose operation isn't there. */
const unknownOperations = (texts: readonly string[]) =>
	uniq(
		texts.flatMap((text) =>
			[...text.replaceAll('…', 'Meeting').matchAll(/((?:\p{Lu}\w+ )+)→ (\p{Lu}\w+)/gu)].flatMap(
				([way, before = '', operation = '']) => {
					const known = [...OPERATIONS].filter(([resource]) => before.trim().endsWith(resource));
					const isThere = known.some(([, names]) => names.some((one) => one.startsWith(operation)));
					return known.length === 0 || isThere ? [] : [way];
				},
			),
		),
	);

it.each(SOURCES)('%s names what is there', (path) => {
	const texts = textsIn(read(path));
	expect(unknownLabels(texts)).toEqual([]);
	expect(unknownOperations(texts)).toEqual([]);
});

it.each(PANELS)('the texts of %s name what is there', (_, described) => {
	const texts = shownIn(described());
	expect(unknownLabels(texts)).toEqual([]);
	expect(unknownOperations(texts)).toEqual([]);
});

describe('these tests notice', () => {
	it.each([
		[`const x = "Add the filter 'Status' and choose 'Any'.";`, ['Any']],
		['tell(`Turn off "x" or \'Use My Room\' in the ${kind}.`);', ['Use My Room']],
		["const x = \"The host's 'Previous Node's Fields' can't be read\";", []],
		["const x = `'${label}' is required`;", []],
	])('%s', (source, names) => {
		expect(unknownLabels(textsIn(source))).toEqual(names);
	});

	it.each([
		["const x = 'See {Kind} Registrant → List All.';", ['See Meeting Registrant → List']],
		['tell(`Past ${kind} → Get Many lists them`);', []],
		["const x = 'Zoom portal → User Management';", []],
	])('%s', (source, ways) => {
		expect(unknownOperations(textsIn(source))).toEqual(ways);
	});
});
