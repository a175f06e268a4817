/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs on a developer's machine, never inside n8n */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { resources } from '../../nodes/Zoom/actions';
import { OPERATIONS } from '../contract/operations';
import { TABLE } from '../engine/operationTable';

/*
 * What each operation of the node must have elsewhere, and each entry elsewhere that has no
 * operation any more: "npm test -- completeness".
 */

interface NodeOperation {
	resource: string;
	operation: string;
	/** As the editor shows them: Meeting → Get Many. */
	shown: string;
}

const ALL: NodeOperation[] = resources.flatMap(({ option: resource, operations }) =>
	operations.map(({ option: { name, value } }) => ({
		resource: resource.value,
		operation: value,
		shown: `${resource.name} → ${name}`,
	})),
);
const nameOf = ({ resource, operation }: { resource: string; operation: string }) =>
	`${resource} ${operation}`;

const page = readFileSync(join(__dirname, '..', '..', 'docs', 'operations.md'), 'utf8');

/** Operations with an example, such as `**Meeting → Get.**` or `**Registrant → Approve**, **Deny.**` */
function examples(): string[] {
	return [...page.matchAll(/^(?:\*\*[^*]+\*\*(?:, )?)+/gm)].flatMap(([heading]) => {
		const [first = '', ...others] = [...heading.matchAll(/\*\*([^*]+?)\.?\*\*/g)].map(([, t]) => t);
		const [resource, operation] = first.split(' → ');
		if (operation === undefined) return [];
		return [first, ...others.map((name) => `${resource} → ${name}`)];
	});
}

/** Each place where an operation has its entry: what it is looked up by, and what is there. */
const PLACES: Array<{
	file: string;
	key: (operation: NodeOperation) => string;
	has: string[];
	advice: string;
}> = [
	{
		file: 'test/contract/operations.ts (OPERATIONS)',
		key: nameOf,
		has: OPERATIONS.map(nameOf),
		advice: "add one with parameters, collections, endpoint and Zoom's types of body and query",
	},
	{
		file: 'test/engine/operationTable.ts (TABLE)',
		key: nameOf,
		has: TABLE.map(({ name }) => name),
		advice: 'add one with parameters, endpoint and kind',
	},
	{
		file: 'docs/operations.md (Every operation, with an example)',
		key: ({ shown }) => shown,
		has: examples(),
		advice: 'add what is filled in, and a shortened output',
	},
];

/** Fails with these lines and no others: where the test stands is of no interest. */
function fail(lines: string[]) {
	const message = lines.join('\n');
	if (message) throw Object.assign(new Error(message), { stack: message });
}

describe.each(ALL)('$shown', (operation) => {
	it.each(PLACES)('has an entry in $file', ({ file, key, has, advice }) => {
		if (has.includes(key(operation))) return;
		fail([`${operation.shown} has no entry in ${file}: ${advice}`]);
	});
});

it.each(PLACES)('$file has no entry twice, and none without an operation', ({ file, key, has }) => {
	const known = new Set(ALL.map(key));
	fail([
		...has
			.filter((entry) => !known.has(entry))
			.map((entry) => `${entry} in ${file} is no operation of the node: remove or rename it`),
		...has
			.filter((entry, index) => has.indexOf(entry) !== index)
			.map((entry) => `${entry} is in ${file} more than once`),
	]);
});
