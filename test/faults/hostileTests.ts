/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs on a developer's machine, never inside n8n */
import { TABLE } from '../engine/operationTable';
import { EMPTY_200, EMPTY_204, HOSTILE_ANSWERS } from './hostileAnswers';
import { cellsOf, counts, findWays, wrongInAll } from './hostileCells';

/** The endpoints that an empty 200 proves. */
const END_WITH_200 = [
	'PUT /webinars/{webinarId}/status',
	'PUT /meetings/{meetingId}/recordings/status',
	'PUT /meetings/{meetingId}/recordings/{recordingId}/status',
];

/** Tests a part of the operations, so that two processes share them. */
export function testHostileAnswers(isPart: (operation: string) => boolean): void {
	const part = TABLE.filter(({ name }) => isPart(name));
	let ways: Awaited<ReturnType<typeof findWays>>;
	beforeAll(async () => {
		ways = await findWays(part);
	});
	afterAll(() => {
		process.stdout.write(`Hostile answers: ${JSON.stringify(counts)}\n`);
	});

	it.each(part)('$name has a way here to each endpoint that it lists', ({ name }) => {
		const found = [...(ways.get(name) ?? [])];
		expect(found).not.toEqual([]);
		expect(found.filter(([, way]) => !way).map(([endpoint]) => endpoint)).toEqual([]);
	});

	it.each(part)('$name takes no answer for a proof that is none', async (operation) => {
		const cells = cellsOf(operation, (endpoint) => [
			...HOSTILE_ANSWERS,
			// A change whose answer has no body is proved by an empty 204, or the status of the reference.
			...(/^(PUT|PATCH|DELETE) /.test(endpoint) ? [] : [EMPTY_204]),
			...(END_WITH_200.includes(endpoint) ? [] : [EMPTY_200]),
		]);
		// n8n reads an empty JSON text as no body, too.
		const isEmpty = ({ endpoint, answer }: (typeof cells)[number]) =>
			END_WITH_200.includes(endpoint) && ['null', '""'].includes(answer.name);
		expect(await wrongInAll(cells.filter((cell) => !isEmpty(cell)))).toEqual([]);
	});
}
