import fc from 'fast-check';
import { omitBy } from 'lodash';
import { Workflow } from 'n8n-workflow';
import type { IDataObject, INodeType } from 'n8n-workflow';
import { registrantFields } from '../../nodes/Zoom/actions/registrant/registrantFields';
import { MEETING } from '../../nodes/Zoom/api/eventKinds';
import { HEADINGS } from '../../nodes/Zoom/mapping/columns';
import { columnsOf, recognise, recognitionExpression } from '../../nodes/Zoom/mapping/recognition';
import { lettersOf } from '../../nodes/Zoom/mapping/text';
import { isEmpty } from '../../nodes/Zoom/mapping/values';

const TABLE = registrantFields(MEETING);
const NODE = { id: '1', name: 'Zoom', type: 'zoom', typeVersion: 1 };

const TYPE = { description: { properties: [] } } as unknown as INodeType;
const WORKFLOW = new Workflow({
	nodes: [{ ...NODE, position: [0, 0], parameters: {} }],
	connections: {},
	active: false,
	nodeTypes: { getByName: () => TYPE, getByNameAndVersion: () => TYPE, getKnownTypes: () => ({}) },
});

/** What n8n makes of an expression for an item. */
const evaluate = (expression: string, json: IDataObject) =>
	WORKFLOW.expression.resolveSimpleParameterValue(
		expression,
		{},
		null,
		0,
		0,
		'Zoom',
		[{ json }],
		'manual',
		{},
	) as IDataObject;

const EXPRESSION = recognitionExpression(TABLE);
const shown = (row: IDataObject) => {
	const { details, ...names } = evaluate(EXPRESSION, row);
	return omitBy({ ...names, ...(details as IDataObject) }, isEmpty);
};
const found = (json: IDataObject) => omitBy(recognise(TABLE, columnsOf(json)).values, isEmpty);

const spelt = (name: string) =>
	fc.constantFrom(
		name,
		name.toUpperCase(),
		name.toLowerCase(),
		name.replace(/ /g, '_'),
		name.replace(/ /g, '-'),
		` ${name} `,
		`${name}:`,
	);
const names = [
	'Email',
	'First Name',
	'Last Name',
	...TABLE.map(({ property }) => property.displayName),
	...HEADINGS.keys(),
	...[...HEADINGS.values()].flat(),
	'Prénom',
	'メールアドレス',
	'Straße',
];
const heading = fc.oneof(
	{ weight: 5, arbitrary: fc.constantFrom(...names).chain(spelt) },
	{ weight: 1, arbitrary: fc.string({ maxLength: 6, unit: 'binary' }) },
);
const cell = fc.oneof(
	fc.constantFrom<unknown>('', ' ', null, 0, false, [], ['a'], [' ', null], '\u200b', 12, { a: 1 }),
	fc.constantFrom('Ann', 'Ann Lee', ' Ann  van Lee '),
	fc.string(),
);

it('shows in the panel what the node finds, whatever the columns', () => {
	fc.assert(
		fc.property(fc.array(fc.tuple(heading, cell), { maxLength: 12 }), (cells) => {
			const row = Object.fromEntries(cells) as IDataObject;
			expect(shown(row)).toEqual(found(row));
		}),
	);
});

describe('what the Webhook node received', () => {
	const received = (body: unknown, headers: unknown = { host: 'n8n.example.com' }) =>
		({ headers, params: {}, query: {}, body }) as IDataObject;
	const person = { 'E-Mail': 'ada@example.com', name: 'Ada Lovelace' };
	const ada = { email: 'ada@example.com', first_name: 'Ada', last_name: 'Lovelace' };

	it.each([
		['a body with columns', received(person), ada],
		['no columns in its body', received({}), {}],
		['a body that is a list', received([person]), {}],
		['a body that is a text', received('E-Mail=ada@example.com'), {}],
		['no body', received(null), {}],
		['columns beside a body without headers', { ...person, body: { email: 'x@example.com' } }, ada],
		['columns that bear those names', { ...person, headers: 'yes', body: 'tall' }, ada],
	])('%s', (_, json, expected) => {
		expect(found(json)).toEqual(expected);
		expect(shown(json)).toEqual(expected);
	});

	it('is shown in the panel as the node finds it', () => {
		fc.assert(
			fc.property(fc.array(fc.tuple(heading, cell), { maxLength: 12 }), (cells) => {
				const json = received(Object.fromEntries(cells));
				expect(shown(json)).toEqual(found(json));
			}),
		);
	});
});

it('uses each column that it knows, or says that it does not', () => {
	fc.assert(
		fc.property(fc.array(fc.tuple(heading, cell), { maxLength: 12 }), (cells) => {
			const row = Object.fromEntries(cells) as IDataObject;
			const { from, left } = recognise(TABLE, row);
			const full = Object.keys(row).filter((column) => !isEmpty(row[column]));
			expect([...from.map(({ column }) => column), ...left].toSorted()).toEqual(full.toSorted());
		}),
	);
});

it('has no heading that stands for two fields', () => {
	const all = [...HEADINGS].flatMap(([id, headings]) => {
		const label = TABLE.find(({ to }) => to === id)?.property.displayName ?? id;
		return [...new Set([id, label].map(lettersOf)), ...headings];
	});
	expect(all.filter((one, at) => all.indexOf(one) !== at)).toEqual([]);
});
