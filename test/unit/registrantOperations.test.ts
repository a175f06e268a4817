import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';
import { locator, ok } from './support/fakeN8n';
import { ann, lists, messageOf, run, URL } from './support/registrants';

describe('Registrant: Add', () => {
	const person = {
		registrantFrom: 'define',
		email: ' ann@example.com ',
		firstName: ' Ann ',
		lastName: '',
	};
	const answer = { id: 85746065432, registrant_id: 'r1', topic: 'T' };

	it('sends a JSON body and nothing in the query', async () => {
		const { sent, json } = await run('add', person, () =>
			ok({ ...answer, join_url: 'https://zoom.us/w/1?tk=x' }),
		);
		expect(sent).toEqual([
			{ method: 'POST', url: URL, body: { email: 'ann@example.com', first_name: 'Ann' } },
		]);
		expect(json).toEqual([
			{
				email: 'ann@example.com',
				first_name: 'Ann',
				...answer,
				join_url: 'https://zoom.us/w/1?tk=x',
				status: 'approved',
			},
		]);
	});

	it('says that the person is pending where no join link came back', async () => {
		const { json } = await run('add', { ...person, lastName: ' Lee ' }, () => ok(answer));
		expect(json).toEqual([
			{
				email: 'ann@example.com',
				first_name: 'Ann',
				last_name: 'Lee',
				...answer,
				status: 'pending',
			},
		]);
	});

	it('puts the occurrences, and only them, in the query', async () => {
		const { sent } = await run('add', {
			...person,
			lastName: '愛 😀',
			additionalFields: {
				occurrenceIds: '1648194360000, 1648799160000',
				country: 'Germany',
				autoApprove: false,
				city: '',
				customQuestions: { question: [{ title: 'Why?', value: 'مرحبا' }] },
			},
		});
		expect(sent).toEqual([
			{
				method: 'POST',
				url: URL,
				qs: { occurrence_ids: '1648194360000,1648799160000' },
				body: {
					email: 'ann@example.com',
					first_name: 'Ann',
					last_name: '愛 😀',
					country: 'DE',
					auto_approve: false,
					custom_questions: [{ title: 'Why?', value: 'مرحبا' }],
				},
			},
		]);
	});

	it.each(['', null, ' , '])('sends no query for the occurrences %p', async (occurrenceIds) => {
		const { sent } = await run('add', { ...person, additionalFields: { occurrenceIds } });
		expect(sent).toEqual([
			{ method: 'POST', url: URL, body: { email: 'ann@example.com', first_name: 'Ann' } },
		]);
	});

	it.each([
		[{ email: '' }, "'Email' is required"],
		[{ email: 'ann@example' }, "'Email' isn't a valid email address: \"ann@example\""],
		[{ firstName: ' ' }, "'First Name' is required"],
		[
			{ firstName: 'x'.repeat(65) },
			"'First Name' is 65 characters long, but Zoom accepts at most 64",
		],
		[
			{ lastName: 'x'.repeat(65) },
			"'Last Name' is 65 characters long, but Zoom accepts at most 64",
		],
		[
			{ additionalFields: { noOfEmployees: 'some' } },
			"'Number of Employees' must be one of Zoom's choices, but is \"some\"",
		],
		[
			{ additionalFields: { occurrenceIds: 'first' } },
			"'Occurrence Names or IDs' isn't an occurrence ID: \"first\"",
		],
		[{ meetingId: locator('id', '../x') }, "'Meeting' isn't a meeting ID or link: \"../x\""],
		[{ meetingId: locator('list', '') }, "'Meeting' is required"],
	])('refuses %j before a request', async (parameters, message) => {
		expect(await messageOf('add', { ...person, ...parameters } as IDataObject)).toBe(message);
	});
});

describe('Registrant: Get', () => {
	it('gets by ID', async () => {
		const { sent, json } = await run('get', { registrant: locator('id', 'ann-id') }, lists);
		expect(sent).toEqual([{ method: 'GET', url: `${URL}/ann-id` }]);
		expect(json).toEqual([{ id: 'ann-id', email: 'ann@example.com', status: 'pending' }]);
	});

	it('finds an email address in the lists, in any case', async () => {
		const { sent } = await run('get', { registrant: ann, occurrenceId: '1648194360000' }, lists);
		const qs = { page_size: 300, occurrence_id: '1648194360000' };
		expect(sent).toEqual([
			{ method: 'GET', url: URL, qs: { ...qs, status: 'approved' } },
			{ method: 'GET', url: URL, qs: { ...qs, status: 'pending' } },
			{ method: 'GET', url: URL, qs: { ...qs, status: 'denied' } },
			{ method: 'GET', url: `${URL}/ann-id` },
		]);
	});

	it('tells the status and link of one occurrence by its lists, and who is not in these', async () => {
		const occurrenceId = '1648194360000';
		const found = { id: 'ann-id', status: 'approved', join_url: 'j', language: 'de-DE' };
		const respond = ({ url, qs }: IHttpRequestOptions) => {
			if (url.endsWith('-id')) return ok({ ...found, id: url.split('/').at(-1) });
			const { status } = qs as IDataObject;
			return ok({ registrants: status === 'denied' ? [{ id: 'ann-id', email: 'a@x.org' }] : [] });
		};
		const registrant = locator('id', 'ann-id');
		const { json, requests } = await run('get', { registrant, occurrenceId }, respond);
		expect(json).toEqual([{ id: 'ann-id', email: 'a@x.org', status: 'denied', language: 'de-DE' }]);
		expect(requests).toHaveLength(4);
		const other = run('get', { registrant: locator('id', 'ben-id'), occurrenceId }, respond);
		await expect(other).rejects.toThrow('No registrant has the registrant ID ben-id');
	});

	it('says that nobody has the address', async () => {
		const failing = run('get', { registrant: locator('email', 'c@x.org') }, lists);
		await expect(failing).rejects.toMatchObject({
			message: 'No registrant has the email address c@x.org',
			description:
				"To see all registrants, use Meeting Registrant → Get Many with 'Status' set to 'All'.",
		});
	});
});

describe('Registrant: Delete', () => {
	it('deletes by ID', async () => {
		const { sent, json } = await run(
			'delete',
			{ registrant: locator('list', 'ann-id'), occurrenceId: '1648194360000' },
			lists,
		);
		expect(sent).toEqual([
			{ method: 'DELETE', url: `${URL}/ann-id`, qs: { occurrence_id: '1648194360000' } },
		]);
		expect(json).toEqual([{ deleted: true, id: 'ann-id' }]);
	});

	it('deletes by email address', async () => {
		const { sent, json } = await run('delete', { registrant: ann }, lists);
		expect(sent.at(-1)).toEqual({ method: 'DELETE', url: `${URL}/ann-id`, qs: {} });
		expect(json).toEqual([{ deleted: true, id: 'ann-id', email: 'Ann@Example.com' }]);
	});
});

describe('Registrant: Get Many', () => {
	const row = { id: 'r', email: 'a@x.org', create_time: 'now', address: 'secret street' };

	it('lists approved ones, simplified', async () => {
		const { sent, json } = await run('getAll', {}, () => ok({ registrants: [row] }));
		expect(sent).toEqual([{ method: 'GET', url: URL, qs: { page_size: 50, status: 'approved' } }]);
		expect(json).toEqual([{ id: 'r', email: 'a@x.org', create_time: 'now' }]);
	});

	it('lists those of one status and occurrence, whole', async () => {
		const { sent, json } = await run(
			'getAll',
			{
				returnAll: true,
				simple: false,
				filters: { status: 'Denied', occurrenceId: '1648194360000' },
			},
			() => ok({ registrants: [row] }),
		);
		expect(sent).toEqual([
			{
				method: 'GET',
				url: URL,
				qs: { page_size: 300, status: 'denied', occurrence_id: '1648194360000' },
			},
		]);
		expect(json).toEqual([row]);
	});

	it('lists those of any status, up to the limit in all', async () => {
		const any = { filters: { status: 'any' } };
		const one = await run('getAll', { ...any, limit: 1 }, lists);
		expect(one.sent.map(({ qs }) => qs)).toEqual([{ page_size: 1, status: 'approved' }]);
		const two = await run('getAll', { ...any, limit: 2 }, lists);
		expect(two.sent.map(({ qs }) => qs)).toEqual([
			{ page_size: 2, status: 'approved' },
			{ page_size: 1, status: 'pending' },
		]);
		const all = await run('getAll', { ...any, returnAll: true }, lists);
		expect(all.sent.map(({ qs }) => qs?.status)).toEqual(['approved', 'pending', 'denied']);
		expect(all.json.map(({ id }) => id)).toEqual(['ben-id', 'ann-id']);
	});

	it.each([
		[{ limit: 0 }, "'Limit' is 0, but must be 1 or more"],
		[{ filters: { status: 'gone' } }, "'Status' must be one of Zoom's choices, but is \"gone\""],
	])('refuses %j', async (parameters, message) => {
		expect(await messageOf('getAll', parameters as IDataObject)).toBe(message);
	});
});
