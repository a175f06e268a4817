import ts from 'typescript';

/*
 * Zoom's own types, read from the declarations of @zoom/rivet, which Zoom generates from its API's
 * specification. They are read as text; nothing of the SDK runs.
 */

type Schema =
	| { kind: 'object'; keys: Map<string, { optional: boolean; schema: Schema }> }
	| { kind: 'array'; of: Schema }
	| { kind: 'literals'; values: Array<string | number> }
	| { kind: 'string' | 'number' | 'boolean' };

function parse(file: string): ts.SourceFile {
	const path = ts.sys.resolvePath(`node_modules/@zoom/rivet/${file}`);
	const text = ts.sys.readFile(path);
	if (text === undefined) throw new Error(`${path} is not there`);
	return ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true);
}

let declarations: Map<string, ts.TypeNode> | undefined;

/** One of Zoom's types for meetings, by its name in @zoom/rivet/meetings. */
export function zoomType(name: string): Schema {
	declarations ??= new Map(
		parse('meetings/meetings.d.ts')
			.statements.filter(ts.isTypeAliasDeclaration)
			.map((alias) => [alias.name.text, alias.type]),
	);
	const node = declarations.get(name);
	if (!node) throw new Error(`Zoom has no type ${name}`);
	return toSchema(node);
}

function toSchema(node: ts.TypeNode): Schema {
	if (ts.isParenthesizedTypeNode(node)) return toSchema(node.type);
	if (ts.isArrayTypeNode(node)) return { kind: 'array', of: toSchema(node.elementType) };
	if (ts.isTypeLiteralNode(node)) return { kind: 'object', keys: keysOf(node) };
	if (ts.isIntersectionTypeNode(node)) {
		const parts = node.types.map(toSchema).map((part) => {
			if (part.kind !== 'object') throw new Error(`No intersection of objects: ${node.getText()}`);
			return [...part.keys];
		});
		return { kind: 'object', keys: new Map(parts.flat()) };
	}
	if (ts.isUnionTypeNode(node)) return { kind: 'literals', values: node.types.map(literal) };
	if (ts.isLiteralTypeNode(node)) return { kind: 'literals', values: [literal(node)] };
	if (node.kind === ts.SyntaxKind.StringKeyword) return { kind: 'string' };
	if (node.kind === ts.SyntaxKind.NumberKeyword) return { kind: 'number' };
	if (node.kind === ts.SyntaxKind.BooleanKeyword) return { kind: 'boolean' };
	if (ts.isTypeReferenceNode(node) && node.typeName.getText() === 'Event') {
		const schema = toSchema((node.typeArguments ?? [])[0] as ts.TypeNode);
		return { kind: 'object', keys: new Map([['event', { optional: false, schema }]]) };
	}
	throw new Error(`A kind of type that this file cannot read: ${node.getText()}`);
}

function keysOf(node: ts.TypeLiteralNode) {
	return new Map(
		node.members.filter(ts.isPropertySignature).map((member) => {
			if (!member.type) throw new Error(`No type: ${member.getText()}`);
			const optional = member.questionToken !== undefined;
			return [member.name.getText(), { optional, schema: toSchema(member.type) }] as const;
		}),
	);
}

function literal(node: ts.TypeNode): string | number {
	// "a", 1 and -1 are JSON.
	return JSON.parse(node.getText()) as string | number;
}

/**
 * What keeps a value from being of one of Zoom's types; nothing where it is.
 *
 * @param type as zoomType gives it
 * @param value JSON
 * @param path of the value, for the messages
 */
export function mismatches(type: Schema, value: unknown, path = ''): string[] {
	switch (type.kind) {
		case 'array':
			return Array.isArray(value)
				? value.flatMap((entry, i) => mismatches(type.of, entry, `${path}[${i}]`))
				: [`${path} is no list`];
		case 'literals':
			return type.values.includes(value as string)
				? []
				: [`${path} is ${JSON.stringify(value)}, not ${type.values.join(' | ')}`];
		case 'object': {
			if (typeof value !== 'object' || value === null || Array.isArray(value)) {
				return [`${path} is no object`];
			}
			const lacking = [...type.keys]
				.filter(([key, { optional }]) => !optional && !(key in value))
				.map(([key]) => `${path}.${key} is missing`);
			const wrong = Object.entries(value).flatMap(([key, entry]) => {
				const known = type.keys.get(key);
				return known
					? mismatches(known.schema, entry, `${path}.${key}`)
					: [`${path}.${key} is unknown to Zoom`];
			});
			return [...lacking, ...wrong];
		}
		default:
			return typeof value === type.kind ? [] : [`${path} is no ${type.kind}`];
	}
}

/** The type at a key of one of Zoom's object types; `settings.key` for one of its settings. */
export function typeAt(type: Schema, key: string): Schema | undefined {
	return key
		.split('.')
		.reduce<
			Schema | undefined
		>((at, part) => (at?.kind === 'object' ? at.keys.get(part)?.schema : undefined), type);
}

/** The names of all events that Zoom's SDK knows for meetings, webinars and recordings. */
export function zoomEvents(): Set<string> {
	const names = new Set<string>();
	for (const statement of parse('meetings/meetings.d.ts').statements) {
		const name = /^type \w+Event = Event<"([\w.]+)">/.exec(statement.getText())?.[1];
		if (name) names.add(name);
	}
	return names;
}

/** All endpoints that Zoom's SDK knows, such as `GET /meetings/{}/registrants/{}`. */
export function zoomEndpoints(): Set<string> {
	const endpoints = new Set<string>();
	const visit = (node: ts.Node): void => {
		if (ts.isObjectLiteralExpression(node)) {
			const at = (name: string) =>
				node.properties
					.filter(ts.isPropertyAssignment)
					.find((property) => property.name.getText() === name)?.initializer;
			const [method, builder] = [at('method'), at('urlPathBuilder')];
			if (method && builder && ts.isStringLiteral(method) && ts.isArrowFunction(builder)) {
				endpoints.add(`${method.text} ${pathOf(builder.body)}`);
			}
		}
		ts.forEachChild(node, visit);
	};
	for (const file of ['meetings/meetings.mjs', 'users/users.mjs']) visit(parse(file));
	return endpoints;
}

function pathOf(body: ts.ConciseBody): string {
	if (ts.isStringLiteralLike(body)) return body.text;
	if (!ts.isTemplateExpression(body)) throw new Error(`No path: ${body.getText()}`);
	return [body.head.text, ...body.templateSpans.map((span) => `{}${span.literal.text}`)].join('');
}
