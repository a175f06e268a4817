/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, never inside n8n */
import { setFlagsFromString } from 'node:v8';
import { runInThisContext } from 'node:vm';
import type { IDataObject } from 'n8n-workflow';
import { locator, ok, runNode } from './support/fakeN8n';
import type { Respond } from './support/fakeN8n';

setFlagsFromString('--allow-natives-syntax');
/** Whether V8 keeps one description for both objects, which of thousands takes no memory then. */
const haveSameShape = runInThisContext('(a, b) => %HaveSameMap(a, b)') as (
	a: object,
	b: object,
) => boolean;

const COUNT = 60;
/** V8 makes shapes until it knows the code: of what comes after these, none has one of its own. */
const FIRST = 30;
const numbers = Array.from({ length: COUNT }, (_, n) => n);
const meetingId = locator('id', '85746065432');
const person = (n: number) => ({ id: `r${n}`, email: `p${n}@example.com`, status: 'approved' });

const adding: Respond = ({ body }) => {
	const { email, registrants } = body as { email?: string; registrants?: IDataObject[] };
	const answer = {
		id: 85746065432,
		registrant_id: `r${email}`,
		join_url: `https://zoom.us/${email}`,
	};
	return ok(
		registrants
			? { registrants: registrants.map((one) => ({ ...answer, email: one.email })) }
			: answer,
	);
};
const listing: Respond = ({ qs }) =>
	ok({ registrants: qs?.status === 'approved' ? numbers.map(person) : [] });

it('knows objects that V8 gives shapes of their own', () => {
	const own = numbers.map((n) => ({ ...{ n }, ...{ m: n } }));
	const shared = numbers.map((n) => ({ n, m: n }));
	expect(haveSameShape(own[FIRST]!, own[FIRST + 1]!)).toBe(false);
	expect(haveSameShape(shared[FIRST]!, shared[FIRST + 1]!)).toBe(true);
});

it.each<[string, IDataObject, number, Respond]>([
	['add', { registrantFrom: 'define', firstName: 'Ann' }, COUNT, adding],
	['addMany', { registrantFrom: 'define', firstName: 'Ann' }, COUNT, adding],
	['getAll', { returnAll: true }, 1, listing],
	['approve', {}, COUNT, listing],
	['delete', {}, COUNT, listing],
])('items of %s share their shapes', async (operation, parameters, rows, respond) => {
	const { items } = await runNode({
		parameters: { resource: 'meetingRegistrant', operation, meetingId, ...parameters },
		rows: numbers.slice(0, rows).map(() => ({})),
		perItem: (n) => ({
			email: person(n).email,
			registrant: locator('email', person(n).email),
		}),
		plan: 'business',
		respond,
	});
	expect(items).toHaveLength(COUNT);
	const ownShapes = (things: object[]) =>
		things.filter((thing, n) => n > FIRST && !haveSameShape(thing, things[n - 1]!)).length;
	expect([ownShapes(items), ownShapes(items.map(({ json }) => json))]).toEqual([0, 0]);
});
