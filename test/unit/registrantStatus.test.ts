import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { errorMessage } from '../failedRow';
import { locator, ok, refusal, runNode } from './support/fakeN8n';
import type { Respond } from './support/fakeN8n';
import { ann, lists, meetingId, messageOf, run, URL } from './support/registrants';

/** Everybody of these IDs is approved; changes are answered by `change`. */
const knowing =
	(ids: string[], change: Respond = () => ({ statusCode: 204, body: '' })): Respond =>
	(request, ...rest) => {
		if (request.method !== 'GET') return change(request, ...rest);
		const found = ids.map((id) => ({ id, email: `${id}@x.org` }));
		return ok({ registrants: request.qs?.status === 'approved' ? found : [] });
	};

describe.each(['approve', 'deny', 'cancel'])('Registrant: %s', (operation) => {
	const status = (qs: object, ...registrants: object[]) => ({
		method: 'PUT',
		url: `${URL}/status`,
		qs,
		body: { action: operation, registrants },
	});
	const lookUps = (query: object = {}) =>
		['approved', 'pending', 'denied'].map((one) => ({
			method: 'GET',
			url: URL,
			qs: { page_size: 300, ...query, status: one },
		}));
	const runRows = async (
		rows: IDataObject[],
		registrant: (row: IDataObject) => INodeParameters,
		respond: Respond = lists,
	) =>
		await runNode({
			parameters: {
				resource: 'meetingRegistrant',
				operation,
				meetingId,
				options: { maxConcurrency: 1 },
			},
			rows,
			perItem: (index) => ({ registrant: registrant(rows[index] ?? {}) }),
			onError: 'continueErrorOutput',
			respond,
		});

	it('looks an email address up and names the person by it', async () => {
		const { sent, json } = await run(operation, { registrant: ann }, lists);
		expect(sent).toEqual([...lookUps(), status({}, { email: 'Ann@Example.com' })]);
		expect(json).toEqual([{ success: true, action: operation, email: 'Ann@Example.com' }]);
	});

	it('looks an ID up and names the person by it, for one occurrence', async () => {
		const { sent, json } = await run(
			operation,
			{ registrant: locator('id', 'ann-id'), occurrenceId: '1648194360000' },
			lists,
		);
		const query = { occurrence_id: '1648194360000' };
		expect(sent).toEqual([...lookUps(query), status(query, { id: 'ann-id' })]);
		expect(json).toEqual([{ success: true, action: operation, id: 'ann-id' }]);
	});

	it('tells an ID that nobody has, and changes nothing', async () => {
		const { sent, items } = await runRows([{}], () => locator('id', 'nobody-id'));
		expect(sent).toEqual(lookUps());
		expect(items.map(errorMessage)).toEqual(['No registrant has the registrant ID nobody-id']);
	});

	it('believes an ID where the app lacks the scope for the list, and no address', async () => {
		const noScope: Respond = ({ method }) =>
			method === 'GET'
				? refusal(400, 4711, 'Invalid access token, does not contain scopes:[a:b:admin].')
				: { statusCode: 204, body: '' };
		const rows = [locator('id', 'ann-id'), ann];
		const { sent, items } = await runRows(
			[{ n: 0 }, { n: 1 }],
			({ n }) => rows[Number(n)] ?? ann,
			noScope,
		);
		expect(sent.filter(({ method }) => method === 'PUT')).toEqual([status({}, { id: 'ann-id' })]);
		expect(items.map(errorMessage)).toEqual([
			undefined,
			'The Zoom app is missing a scope for this operation',
		]);
		expect(items[0]?.json).toEqual({
			success: true,
			action: operation,
			id: 'ann-id',
			warning:
				"Zoom doesn't confirm that it knows this registrant ID, and the app is missing the scope to look it up.",
		});
	});

	it('believes nobody where the list cannot be read for another reason', async () => {
		const { sent, items } = await runRows(
			[{}],
			() => locator('id', 'ann-id'),
			({ method }) =>
				method === 'GET' ? refusal(400, 200, 'No permission.') : { statusCode: 204, body: '' },
		);
		expect(sent.filter(({ method }) => method === 'PUT')).toEqual([]);
		expect(items.map(errorMessage)).toEqual(['Zoom denied permission for this operation']);
	});

	it('asks for the list once, not for each row, where the app lacks its scope', async () => {
		const rows = Array.from({ length: 3 }, (_, n) => ({ id: `person-${n}` }));
		const reads = async (count: number) => {
			const { sent } = await runRows(
				rows.slice(0, count),
				({ id }) => locator('id', id),
				({ method }) =>
					method === 'GET'
						? refusal(400, 4711, 'Invalid access token, does not contain scopes:[a:b:admin].')
						: { statusCode: 204, body: '' },
			);
			expect(sent.at(-1)).toEqual(status({}, ...rows.slice(0, count)));
			return sent.filter(({ method }) => method === 'GET').length;
		};
		expect(await reads(3)).toBe(await reads(1));
	});

	it('sends a person once who two rows name, by address and by ID', async () => {
		const rows = [ann, locator('id', 'ann-id'), locator('email', 'ann@example.com')];
		const { sent, items } = await runRows(
			rows.map((_, n) => ({ n })),
			({ n }) => rows[Number(n)] ?? ann,
		);
		expect(sent).toEqual([...lookUps(), status({}, { email: 'Ann@Example.com' })]);
		const result = { success: true, action: operation, email: 'Ann@Example.com' };
		const warning = 'This person is in the list more than once and was sent only once.';
		expect(items).toEqual([
			{ json: result, pairedItem: { item: 0 } },
			{ json: { ...result, warning }, pairedItem: { item: 1 } },
			{ json: { ...result, warning }, pairedItem: { item: 2 } },
		]);
	});

	it('looks in the lists of the occurrence', async () => {
		const query = { occurrence_id: '1648194360000' };
		const { sent } = await run(
			operation,
			{ registrant: ann, occurrenceId: query.occurrence_id },
			lists,
		);
		expect(sent).toEqual([...lookUps(query), status(query, { email: 'Ann@Example.com' })]);
	});

	it('reads the lists once for all rows and sends who is there in one call', async () => {
		const rows = ['b@x.org', 'c@x.org', 'ann@example.com'].map((email) => ({ email }));
		const { sent, items } = await runRows(rows, ({ email }) => locator('email', email));
		expect(sent).toEqual([
			...lookUps(),
			status({}, { email: 'b@x.org' }, { email: 'ann@example.com' }),
		]);
		expect(items).toEqual([
			{ json: { success: true, action: operation, email: 'b@x.org' }, pairedItem: { item: 0 } },
			{
				json: {
					error: {
						message: 'No registrant has the email address c@x.org',
						hint: "To see all registrants, use Meeting Registrant → Get Many with 'Status' set to 'All'.",
					},
				},
				pairedItem: { item: 1 },
			},
			{
				json: { success: true, action: operation, email: 'ann@example.com' },
				pairedItem: { item: 2 },
			},
		]);
	});

	it('sends 30 people in a call at most', async () => {
		const rows = Array.from({ length: 31 }, (_, n) => ({ id: `person-${n}` }));
		const { sent, items } = await runRows(
			rows,
			({ id }) => locator('id', id),
			knowing(rows.map(({ id }) => id)),
		);
		expect(sent).toEqual([
			...lookUps(),
			status({}, ...rows.slice(0, 30)),
			status({}, { id: 'person-30' }),
		]);
		expect(items.map(({ json }) => json.id)).toEqual(rows.map(({ id }) => id));
	});

	it('mixes neither meetings nor occurrences in a call', async () => {
		const of = (meeting: string, occurrenceId: string) => ({
			meetingId: locator('id', meeting),
			occurrenceId,
		});
		const places = [
			of('85746065432', ''),
			of('85746065433', ''),
			of('85746065432', '1648194360000'),
			of('85746065432', ''),
		];
		const { requests, items } = await runNode({
			parameters: { resource: 'meetingRegistrant', operation, options: { maxConcurrency: 1 } },
			rows: places.map(() => ({})),
			perItem: (index) => ({ ...places[index], registrant: locator('id', `person-${index}`) }),
			respond: knowing(places.map((_, n) => `person-${n}`)),
		});
		const ids = (body: unknown) =>
			(body as { registrants: Array<{ id: string }> }).registrants.map(({ id }) => id);
		const changes = requests.filter(({ method }) => method === 'PUT');
		expect(changes.map(({ url, qs, body }) => [url, qs, ids(body)])).toEqual([
			['/meetings/85746065432/registrants/status', {}, ['person-0', 'person-3']],
			['/meetings/85746065433/registrants/status', {}, ['person-1']],
			[
				'/meetings/85746065432/registrants/status',
				{ occurrence_id: '1648194360000' },
				['person-2'],
			],
		]);
		expect(items.map(({ json }) => json.id)).toEqual(places.map((_, n) => `person-${n}`));
	});

	it('tries each by itself where Zoom refuses the call, and fails only who is refused', async () => {
		const refuseBad: Respond = ({ body }) => {
			const { registrants } = body as { registrants: Array<{ id: string }> };
			return registrants.some(({ id }) => id === 'bad-person')
				? refusal(400, 300, 'The value that you entered for the Registrant ID field is invalid.')
				: { statusCode: 204, body: '' };
		};
		const rows = ['good-1', 'bad-person', 'good-2'].map((id) => ({ id }));
		const { sent, items } = await runRows(
			rows,
			({ id }) => locator('id', id),
			knowing(
				rows.map(({ id }) => id),
				refuseBad,
			),
		);
		expect(sent).toEqual([
			...lookUps(),
			status({}, ...rows),
			...rows.map((row) => status({}, row)),
		]);
		expect(items.map(errorMessage)).toEqual([
			undefined,
			"Zoom couldn't find this registrant",
			undefined,
		]);
	});

	it('tells all rows of a refusal that has nothing to do with one of them, and asks no more', async () => {
		const rows = ['anna', 'bert'].map((id) => ({ id }));
		const { sent, items } = await runRows(
			rows,
			({ id }) => locator('id', id),
			() => refusal(404, 3001, 'Meeting does not exist: 85746065432.'),
		);
		expect(sent).toEqual(lookUps());
		expect(items.map((row) => [errorMessage(row), row.pairedItem])).toEqual([
			["Zoom couldn't find this meeting", { item: 0 }],
			["Zoom couldn't find this meeting", { item: 1 }],
		]);
	});

	it('refuses nobody', async () => {
		expect(await messageOf(operation, {})).toBe(
			"'Registrant' isn't an email address or registrant ID: \"\"",
		);
	});
});
