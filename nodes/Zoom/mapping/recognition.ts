import { difference, isPlainObject, uniq } from 'lodash';
import type { IDataObject } from 'n8n-workflow';
import type { ZoomField } from './body';
import { HEADINGS, listColumns, matchColumns } from './columns';
import type { Answerable } from './columns';
import { lettersOf } from './text';

/*
 * What is known of a person by the columns of a row, as `columns.ts` matches them. A column with the
 * whole name stands in for a missing first name, up to the first space, and for a missing last name.
 *
 * The rule stands here twice: as a function, by which the node runs, and as an expression of n8n's,
 * by which the panel shows beforehand what the node will find: a community node can't look at its
 * input there. test/property/recognition.test.ts holds one to the other.
 */

const EMAIL: Answerable = { id: 'email', displayName: 'Email' };
const FIRST_NAME: Answerable = { id: 'first_name', displayName: 'First Name' };
const LAST_NAME: Answerable = { id: 'last_name', displayName: 'Last Name' };
const NAMES = [EMAIL, FIRST_NAME, LAST_NAME];
const WHOLE_NAME: Answerable = { id: 'name', displayName: 'Name' };

/** What was recognised in a row. */
export interface Recognised {
	/** By Zoom's names, as the columns have it. */
	values: IDataObject;
	/** The fields by their labels, with the columns that they come from. */
	from: Array<{ label: string; column: string }>;
	/** Columns with a value that is not used. */
	left: string[];
}

/** The fields that columns are recognised as, the whole name among them. */
const fieldsOf = (table: readonly ZoomField[]): Answerable[] => [
	...NAMES,
	...table
		.filter(({ to }) => HEADINGS.has(to))
		.map(({ to, property: { displayName } }) => ({ id: to, displayName })),
	WHOLE_NAME,
];

/**
 * An item's columns. The Webhook node puts what it received under `body`.
 * https://docs.n8n.io/integrations/builtin/core-nodes/n8n-nodes-base.webhook/
 */
export const columnsOf = (json: IDataObject): IDataObject =>
	isPlainObject(json.headers) && isPlainObject(json.body) ? (json.body as IDataObject) : json;

/**
 * Recognises who is meant by the columns of a row.
 *
 * @param table what may be told of a person, besides email address and names
 */
export function recognise(table: readonly ZoomField[], row: IDataObject): Recognised {
	const fields = fieldsOf(table);
	const { answers, used, left } = matchColumns(fields, row);
	const { name: whole, ...values } = Object.fromEntries(answers) as IDataObject;
	const { first_name: first, last_name: last } = values;
	const name = String(whole ?? '').trim();
	if (first === undefined) values.first_name = name.split(/\s+/)[0];
	if (last === undefined) {
		values.last_name = first === undefined ? name.replace(/^\S+\s*/, '') : name;
	}
	const column = used.get(WHOLE_NAME.id);
	if (column !== undefined && first !== undefined && last !== undefined) {
		used.delete(WHOLE_NAME.id);
		left.push(column);
	}
	const from = fields.flatMap(({ id, displayName: label }) => {
		const of = used.get(id);
		return of === undefined ? [] : [{ label, column: of }];
	});
	return { values, from, left };
}

/** A sentence on what was recognised in a row: names of fields and columns, and no values. */
export function tellRecognised({ from, left }: Recognised): string {
	const found = from.map(({ label, column }) =>
		label === column ? label : `${label} (from "${column}")`,
	);
	const unused = left.length > 0 ? ` Not used: ${listColumns(left)}.` : '';
	return `Recognized in the first item: ${found.join(', ') || 'nothing'}.${unused}`;
}

const isObject = (value: string) =>
	`typeof ${value} === 'object' && ${value} !== null && !Array.isArray(${value})`;
/** As `columnsOf` does it. */
const ITEM = `(${isObject('$json.headers')} && ${isObject('$json.body')} ? $json.body : $json)`;
/** Columns that hold something, as `isEmpty` sees it. */
const COLUMNS =
	`Object.entries(${ITEM})` +
	".filter(([, value]) => /[^\\s\\p{Cc}\\p{Cf}]/u.test([value].flat(9).join('')))";
/** As `lettersOf` does it. */
const LETTERS = "(name) => name.normalize('NFKD').toLowerCase().replace(/[^\\p{L}\\p{N}]/gu, '')";
/** The steps of `matchColumns`: from the field's own names to usual headings. */
const FIND = `(id, label, own, usual) => (${[
	'name === id',
	'name === label',
	"[id, label].includes(name.trim().replace(/\\s+/g, ' '))",
	'own.test(letters(name))',
	'usual.test(letters(name))',
]
	.map((fits) => `columns.find(([name]) => ${fits})`)
	.join(' ?? ')})?.[1]`;

/** A pattern of these spellings; without any, one that fits nothing. */
const anyOf = (spellings: readonly string[]) =>
	spellings.length > 0 ? `/^(?:${spellings.join('|')})$/` : '/(?!)/';

function find({ id, displayName }: Answerable): string {
	const own = uniq([id, displayName].map(lettersOf));
	return `find('${id}', '${displayName}', ${anyOf(own)}, ${anyOf(HEADINGS.get(id) ?? [])})`;
}

/**
 * An expression for what {@link recognise} finds in an item: an object by Zoom's names, with all but
 * email address and names under `details`.
 */
export function recognitionExpression(table: readonly ZoomField[]): string {
	const details = difference(fieldsOf(table), [...NAMES, WHOLE_NAME]).map(
		(field) => `['${field.id}', ${find(field)}]`,
	);
	const person = [
		`email: ${find(EMAIL)}`,
		'first_name: first ?? name.split(/\\s+/)[0]',
		"last_name: last ?? (first === undefined ? name.replace(/^\\S+\\s*/, '') : name)",
		`details: Object.fromEntries([${details.join(', ')}].filter(([, value]) => value !== undefined))`,
	];
	const names = `${find(FIRST_NAME)}, ${find(LAST_NAME)}, String(${find(WHOLE_NAME)} ?? '').trim()`;
	const withNames = `((first, last, name) => ({ ${person.join(', ')} }))(${names})`;
	return `={{ ((columns, letters) => ((find) => ${withNames})(${FIND}))(${COLUMNS}, ${LETTERS}) }}`;
}
