import type { IDataObject, IHttpRequestOptions, INodeParameters } from 'n8n-workflow';
import { errorMessage, errorOf } from '../failedRow';
import { answered, locator, ok, refusal, runNode } from './support/fakeN8n';
import type { Answer, FakeOptions, Respond } from './support/fakeN8n';

const API = 'https://api.zoom.us/v2';
const ID = 85746065432;
const PATH = `/webinars/${ID}/panelists`;
const url = `${API}${PATH}`;

const entry = (email: string): IDataObject => ({
	id: `id-of-${email.toLowerCase()}`,
	email,
	name: 'As listed',
	join_url: `https://zoom.us/w/${email.toLowerCase()}`,
});

/** A webinar that takes panelists and lists them, its addresses in the case that Zoom made of them. */
function webinar(
	refuse: (emails: string[]) => Answer | undefined = () => undefined,
	list: (entries: IDataObject[]) => Answer = (panelists) => ok({ panelists }),
) {
	const added = new Map<string, IDataObject[]>();
	const respond: Respond = ({ method, url: path, body }) => {
		const of = added.get(path) ?? [];
		if (method === 'GET') return list(of);
		if (method !== 'POST') return { statusCode: 204 };
		const emails = (body as { panelists: IDataObject[] }).panelists.map(({ email }) =>
			String(email),
		);
		const refused = refuse(emails);
		if (refused) return refused;
		added.set(path, [...of, ...emails.map((email) => entry(email.toUpperCase()))]);
		return ok({ updated_at: '2027-03-05T10:00:00Z' });
	};
	return respond;
}

async function run(operation: string, parameters: IDataObject, more: Partial<FakeOptions> = {}) {
	const result = await runNode({
		parameters: {
			resource: 'panelist',
			operation,
			webinarId: locator('id', String(ID)),
			panelistFrom: 'define',
			...parameters,
		} as INodeParameters,
		...more,
	});
	return { ...result, json: result.items.map(({ json }) => json) };
}

const addMany = async (people: IDataObject[], respond: Respond, more: Partial<FakeOptions> = {}) =>
	await run(
		'addMany',
		{},
		{ rows: people, perItem: (item) => people[item] ?? {}, respond, ...more },
	);
const everybody = (count: number) =>
	Array.from({ length: count }, (_, n) => ({ email: `p${n}@example.com`, name: `P ${n}` }));
const calls = (requests: IHttpRequestOptions[]) =>
	requests.map(({ method, body }) => {
		const { panelists } = (body ?? { panelists: [] }) as { panelists: IDataObject[] };
		return method === 'POST' ? panelists.length : method;
	});

describe('Panelist: Add', () => {
	const person = { email: 'Ann Lee <ann@example.com>', name: ' Ann Lee ' };

	it('adds one and gives the join link', async () => {
		const { sent, json } = await run(
			'add',
			{ ...person, additionalFields: { nameTagPronouns: 'she/her' } },
			{ respond: webinar() },
		);
		const sentOne = { email: 'ann@example.com', name: 'Ann Lee', name_tag_pronouns: 'she/her' };
		expect(sent).toEqual([
			{ method: 'POST', url, body: { panelists: [sentOne] } },
			{ method: 'GET', url },
		]);
		expect(json).toEqual([{ webinar_id: ID, ...sentOne, ...entry('ANN@EXAMPLE.COM') }]);
	});

	it.each<[Answer, string]>([
		[ok({ panelists: [] }), "Zoom's list of panelists doesn't include this email address"],
		[answered('<html>'), "This isn't a response from Zoom's API"],
		[
			refusal(400, 4711, 'Token does not contain scopes:[webinar:read:list_panelists:admin].'),
			'The Zoom app is missing a scope for this operation',
		],
	])('is done where the link cannot be had, case %#', async (answer, why) => {
		const respond = webinar(undefined, () => answer);
		expect((await run('add', person, { respond })).json).toEqual([
			{
				webinar_id: ID,
				email: 'ann@example.com',
				name: 'Ann Lee',
				warning: `ann@example.com was added, but couldn't be read afterward: ${why}.`,
			},
		]);
	});

	it.each<[IDataObject, string]>([
		[{ email: 'ann', name: 'Ann' }, "'Email' isn't a valid email address: \"ann\""],
		[{ email: 'ann@example.com', name: ' ' }, "'Name' is required"],
		[
			{ email: 'ann@example.com', name: '安'.repeat(13) },
			"'Name' has 13 Chinese characters, but Zoom accepts at most 12",
		],
		[{ ...person, webinarId: locator('id', '12') }, "'Webinar' isn't a webinar ID or link: \"12\""],
	])('refuses %j before a request', async (parameters, message) => {
		const respond = () => {
			throw new Error('Zoom was asked');
		};
		await expect(run('add', parameters, { respond })).rejects.toThrow(message);
	});

	it.each([{ statusCode: 201 }, answered({}), answered({ id: '' }), answered({ id: '1' })])(
		'is unknown where the answer does not show it, case %#',
		async (answer) => {
			const more = { respond: () => answer, onError: 'continueErrorOutput' as const };
			const { items } = await run('add', person, more);
			expect(errorOf(items[0])).toMatchObject({ unknown: true });
		},
	);
});

describe('Panelist: Add Many', () => {
	it('adds 100 in 4 calls, lists them once, and pairs each with the link', async () => {
		const { json, requests } = await addMany(everybody(100), webinar());
		expect(calls(requests)).toEqual([30, 30, 30, 10, 'GET']);
		expect(json).toHaveLength(100);
		json.forEach((one, n) => {
			expect(one).toEqual({
				webinar_id: ID,
				...entry(`P${n}@EXAMPLE.COM`),
			});
		});
	});

	it('lists each webinar once', async () => {
		const other = locator('id', '85700000000');
		const people = everybody(4).map((one, n) => (n < 2 ? one : { ...one, webinarId: other }));
		const { json, requests } = await addMany(people, webinar());
		expect(requests.map(({ method, url: path }) => `${method} ${path}`).toSorted()).toEqual([
			'GET /webinars/85700000000/panelists',
			`GET ${PATH}`,
			'POST /webinars/85700000000/panelists',
			`POST ${PATH}`,
		]);
		expect(json.map(({ webinar_id: id }) => id)).toEqual([ID, ID, 85700000000, 85700000000]);
	});

	it('sends who is in the list twice once, and tells it', async () => {
		const people = [
			{ email: 'ann@example.com', name: 'Ann' },
			{ email: 'ANN@example.com', name: 'Ann again' },
		];
		const { json, requests } = await addMany(people, webinar());
		expect(calls(requests)).toEqual([1, 'GET']);
		const ann = { webinar_id: ID, ...entry('ANN@EXAMPLE.COM') };
		expect(json).toEqual([
			ann,
			{
				...ann,
				warning:
					"ann@example.com is in the list more than once and was sent only once, with the first item's data.",
			},
		]);
	});

	it('sends a refused call person by person, so that a bad row costs no good one', async () => {
		const refuse = (emails: string[]) =>
			emails.includes('p3@example.com') ? refusal(400, 300, 'Validation Failed.', {}) : undefined;
		const { items, requests } = await addMany(everybody(40), webinar(refuse), {
			onError: 'continueErrorOutput',
		});
		expect(calls(requests).filter((one) => one === 1)).toHaveLength(30);
		expect(calls(requests).filter((one) => one === 'GET')).toHaveLength(1);
		const failed = items.flatMap((item, n) => (errorMessage(item) ? [n] : []));
		expect(failed).toEqual([3]);
		expect(items.filter(({ json }) => json.join_url)).toHaveLength(39);
	});

	it('does not send singly what concerns the webinar', async () => {
		const refuse = () => refusal(404, 3001, `Webinar does not exist: ${ID}.`);
		const { items, requests } = await addMany(everybody(3), webinar(refuse), {
			onError: 'continueErrorOutput',
		});
		expect(calls(requests)).toEqual([3]);
		expect(items.map(errorMessage)).toEqual(Array(3).fill("Zoom couldn't find this webinar"));
	});

	it('does not send again what may be done', async () => {
		const { items, requests } = await addMany(
			everybody(3),
			webinar(() => answered('<html>')),
			{ onError: 'continueErrorOutput' },
		);
		expect(calls(requests)).toEqual([3]);
		expect(items.map((item) => errorOf(item)?.unknown)).toEqual([true, true, true]);
	});

	it('leaves rows out that are bad, before a request', async () => {
		const people = [
			...everybody(2),
			{ email: 'nobody', name: 'N' },
			{ email: 'x@x.org', name: '' },
		];
		const { items, requests } = await addMany(people, webinar(), {
			onError: 'continueErrorOutput',
		});
		expect(calls(requests)).toEqual([2, 'GET']);
		expect(items.map(errorMessage)).toEqual([
			undefined,
			undefined,
			"'Email' isn't a valid email address: \"nobody\"",
			"'Name' is required",
		]);
	});

	it('is done where the links cannot be had, which each row tells', async () => {
		const { json, requests } = await addMany(
			everybody(2),
			webinar(undefined, () => refusal(404, 3001, `Webinar does not exist: ${ID}.`)),
		);
		// Zoom's refusal is kept for the run.
		expect(calls(requests)).toEqual([2, 'GET']);
		expect(json).toEqual(
			everybody(2).map((one) => ({
				webinar_id: ID,
				...one,
				warning: `${one.email} was added, but couldn't be read afterward: Zoom couldn't find this webinar.`,
			})),
		);
	});
});

describe('Panelist: Get Many', () => {
	const respond: Respond = () => ok({ panelists: [entry('a@x.org'), entry('b@x.org')] });

	it.each([
		[{ returnAll: true }, ['a@x.org', 'b@x.org']],
		[{ limit: 1 }, ['a@x.org']],
	])('lists them with %j', async (parameters, emails) => {
		const { sent, json } = await run('getAll', parameters, { respond });
		expect(sent).toEqual([{ method: 'GET', url }]);
		expect(json).toEqual(emails.map(entry));
	});
});

describe('Panelist: Remove', () => {
	const respond: Respond = ({ method }) =>
		method === 'GET' ? ok({ panelists: [entry('ann@x.org')] }) : { statusCode: 204 };

	it('removes by ID', async () => {
		const { sent, json } = await run(
			'remove',
			{ panelist: locator('id', ' Abc-1_2 ') },
			{ respond },
		);
		expect(sent).toEqual([{ method: 'DELETE', url: `${url}/Abc-1_2` }]);
		expect(json).toEqual([{ deleted: true, id: 'Abc-1_2' }]);
	});

	it('removes by address, whatever its case, with one list for all rows', async () => {
		const { requests, items } = await run(
			'remove',
			{},
			{
				respond,
				rows: [{}, {}],
				perItem: (item) => ({
					panelist: locator('email', item === 0 ? 'ANN@x.org' : 'ben@x.org'),
				}),
				onError: 'continueErrorOutput',
			},
		);
		expect(requests.map(({ method }) => method)).toEqual(['GET', 'DELETE']);
		expect(items[0]?.json).toEqual({
			deleted: true,
			id: 'id-of-ann@x.org',
			email: 'ANN@x.org',
		});
		expect(errorOf(items[1])).toMatchObject({
			message: 'No panelist of this webinar has the email address ben@x.org',
			hint: 'To see all panelists, use Panelist → Get Many.',
		});
	});

	it('removes by address as it is where the list cannot be read for want of a scope', async () => {
		const { sent, json } = await run(
			'remove',
			{ panelist: locator('email', 'ann@x.org') },
			{
				respond: ({ method }) =>
					method === 'GET'
						? refusal(
								400,
								4711,
								'Token does not contain scopes:[webinar:read:list_panelists:admin].',
							)
						: { statusCode: 204 },
			},
		);
		expect(sent.at(-1)).toEqual({ method: 'DELETE', url: `${url}/ann%40x.org` });
		expect(json).toEqual([
			{
				deleted: true,
				id: 'ann@x.org',
				email: 'ann@x.org',
				warning: expect.stringContaining('is missing the scope to look it up'),
			},
		]);
	});

	it('removes nobody where the list cannot be read for another reason', async () => {
		const { requests, items } = await run(
			'remove',
			{ panelist: locator('email', 'ann@x.org') },
			{
				respond: () => refusal(404, 3001, `Webinar does not exist: ${ID}.`),
				onError: 'continueErrorOutput',
			},
		);
		expect(requests.map(({ method }) => method)).toEqual(['GET']);
		expect(errorMessage(items[0])).toBe("Zoom couldn't find this webinar");
	});

	it.each(['', 'x', 'a b c d'])('refuses %p before a request', async (value) => {
		const failing = run('remove', { panelist: locator('id', value) }, { respond });
		await expect(failing).rejects.toThrow(/^'Panelist' is/);
	});

	it('removes all', async () => {
		const { sent, json } = await run('removeAll', {}, { respond });
		expect(sent).toEqual([{ method: 'DELETE', url }]);
		expect(json).toEqual([{ deleted: true, success: true, id: ID }]);
	});
});
