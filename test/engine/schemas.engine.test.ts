/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, never inside n8n */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TABLE } from './operationTable';
import { outputSchema, schemaFile, schemaOf, SCHEMAS } from './outputSchemas';

/*
 * The editor's previews of output say what comes out: no field less, no field more, no other type.
 * Where one doesn't, "npm run schemas" writes it again.
 */

it.each(TABLE)(
	'$name has a preview that is true: "npm run schemas" writes it',
	async (operation) => {
		const file = join(SCHEMAS, schemaFile(operation.parameters));
		const written: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
		expect(written).toEqual(await outputSchema(operation));
	},
);

it('has no preview of anything else', () => {
	const files = readdirSync(SCHEMAS, { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.json'))
		.map((name) => name.replaceAll('\\', '/'));
	expect(files.sort()).toEqual(TABLE.map(({ parameters }) => schemaFile(parameters)).sort());
});

describe('schemaOf', () => {
	it.each([
		[[{ a: 'x' }, { b: 1 }], { a: { type: 'string' }, b: { type: 'number' } }],
		[[{ a: 1 }, { a: 1.5 }], { a: { type: 'number' } }],
		[[{ a: null }, { a: false }], { a: { type: 'boolean' } }],
		[[{ a: null }], { a: { type: 'null' } }],
		[[{ a: [] }], { a: { type: 'array' } }],
		[[{ a: [] }, { a: ['x'] }], { a: { type: 'array', items: { type: 'string' } } }],
		[
			[{ a: [{ b: 1 }, { c: 'x' }] }],
			{
				a: {
					type: 'array',
					items: { type: 'object', properties: { b: { type: 'number' }, c: { type: 'string' } } },
				},
			},
		],
	])('of %j', (items, properties) => {
		expect(schemaOf(items)).toEqual({ type: 'object', properties });
	});

	it.each([
		[[{ a: 1 }, { a: 'x' }], 'item.a is number and string'],
		[[{ a: [1, {}] }], 'item.a[] is number and object'],
	])('has none of %j', (items, message) => {
		expect(() => schemaOf(items)).toThrow(message);
	});
});
