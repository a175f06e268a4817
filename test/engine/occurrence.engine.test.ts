import type { IDataObject } from 'n8n-workflow';
import { errorMessage } from '../failedRow';
import { addTo, KINDS, registrantsOf } from './kinds';
import { runZoom } from './run';
import { apiRequests, byEmail, byId, credentialsFor, eventOf, people, useSandbox } from './world';

/** Registered for the first two occurrences, and for the second only. */
const [BOTH, SECOND] = ['p0@example.com', 'p1@example.com'];

describe.each(KINDS)('one occurrence of a $name series, against the sandbox', (kind) => {
	const sandbox = useSandbox();
	const occurrence = (index: number) =>
		String(eventOf(sandbox(), kind.series)?.occurrences?.[index]?.occurrence_id);
	const add = async (row: IDataObject, ...occurrenceIds: string[]) => {
		const parameters = addTo(kind, kind.series, {
			operation: 'add',
			additionalFields: { occurrenceIds },
		});
		const { errors, error } = await runZoom(parameters, credentialsFor(sandbox()), [row]);
		expect([errors, error]).toEqual([[], undefined]);
	};
	const register = async () => {
		const [first = {}, second = {}] = people(2);
		await add(first, occurrence(0), occurrence(1));
		await add(second, occurrence(1));
	};
	const run = async (operation: string, occurrenceId: string, ...registrants: object[]) =>
		await runZoom(
			{
				...registrantsOf(kind, kind.series),
				operation,
				occurrenceId,
				registrant: '={{ $json.who }}',
			},
			credentialsFor(sandbox()),
			registrants.map((who) => ({ who }) as IDataObject),
			{ onError: 'continueErrorOutput' },
		);
	const registrantOf = (email: string) =>
		sandbox()
			.registrants(kind.series)
			.find((one) => one.email === email);
	const statusOn = async (email: string, index?: number) => {
		const chosen = index === undefined ? '' : occurrence(index);
		const results = [
			await run('get', chosen, byEmail(email)),
			await run('get', chosen, byId(registrantOf(email)?.id ?? '')),
		];
		expect(results.flatMap(({ errors }) => errors.map(errorMessage))).toEqual([]);
		const [byAddress, byItsId] = results.map(({ items }) => items[0]?.json);
		expect(byAddress).toEqual(byItsId);
		return byAddress?.status;
	};

	it.each([
		['deny', 'denied'],
		['cancel', 'denied'],
	])('%s changes the status there only, which Get tells', async (operation, status) => {
		await register();
		const { items, errors } = await run(operation, occurrence(1), byEmail(BOTH), byEmail(SECOND));
		expect([items.length, errors]).toEqual([2, []]);
		const changes = apiRequests(sandbox()).filter(({ method }) => method === 'PUT');
		expect(changes.map(({ query }) => query)).toEqual([{ occurrence_id: occurrence(1) }]);
		expect(await statusOn(BOTH, 0)).toBe('approved');
		expect(await statusOn(BOTH, 1)).toBe(status);
		expect(await statusOn(BOTH)).toBe('approved');
		await run('approve', occurrence(1), byEmail(BOTH));
		expect(await statusOn(BOTH, 1)).toBe('approved');
		expect(await statusOn(SECOND, 1)).toBe(status);
	});

	it('Delete takes people out of it, and nobody out of the others', async () => {
		await register();
		const { items, errors } = await run('delete', occurrence(1), byEmail(BOTH), byEmail(SECOND));
		expect([items.length, errors]).toEqual([2, []]);
		expect(registrantOf(BOTH)?.occurrence_ids).toEqual([occurrence(0)]);
		expect(registrantOf(SECOND)).toBeUndefined();
	});

	it.each(['get', 'delete', 'approve', 'deny', 'cancel'])(
		'%s tells of a person who is registered for others only; the next one goes through',
		async (operation) => {
			await register();
			const { items, errors } = await run(operation, occurrence(0), byEmail(SECOND), byEmail(BOTH));
			expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }]);
			expect(errors.map((row) => [row.pairedItem, errorMessage(row)])).toEqual([
				[{ item: 0 }, `No registrant has the email address ${SECOND}`],
			]);
		},
	);

	it.each(['get', 'delete', 'approve'])('%s tells of one that is not there', async (operation) => {
		await register();
		const { errors } = await run(operation, '1648194360000', byEmail(BOTH));
		expect(errors.map(errorMessage)).toEqual([
			`Zoom couldn't find this occurrence of the ${kind.name}`,
		]);
	});
});
