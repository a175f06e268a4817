import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { errorOf } from '../failedRow';
import { SEED } from '../../sandbox';
import { runZoom } from './run';
import { apiRequests, byEmail, byId, credentialsFor, useSandbox } from './world';

const speakers = (count: number) =>
	Array.from({ length: count }, (_, n) => ({ email: `P${n}@example.com`, name: `Speaker ${n}` }));

describe('Panelist, in n8n-core against the sandbox', () => {
	const sandbox = useSandbox();
	const run = async (operation: string, parameters: INodeParameters, rows?: IDataObject[]) =>
		await runZoom(
			{
				resource: 'panelist',
				operation,
				webinarId: byId(SEED.webinar),
				panelistFrom: 'define',
				email: '={{ $json.email }}',
				name: '={{ $json.name }}',
				options: {},
				...parameters,
			},
			credentialsFor(sandbox()),
			rows,
			{ onError: 'continueErrorOutput' },
		);
	const asked = () => apiRequests(sandbox()).map(({ method, status }) => `${method} ${status}`);
	const linkOf = (email: unknown) =>
		sandbox()
			.panelists(SEED.webinar)
			.find((one) => one.email?.toLowerCase() === String(email).toLowerCase())?.join_url;

	it('adds one and gives the join link', async () => {
		const { items, errors } = await run('add', {}, speakers(1));
		expect(errors).toEqual([]);
		expect(items[0]?.json).toMatchObject({
			webinar_id: Number(SEED.webinar),
			name: 'Speaker 0',
			join_url: linkOf('p0@example.com'),
		});
		expect(asked()).toEqual(['POST 201', 'GET 200']);
	});

	it('adds 100 in 4 calls and lists them once, each with their link', async () => {
		const rows = speakers(100);
		const { items, errors } = await run('addMany', {}, rows);
		expect(errors).toEqual([]);
		expect(asked().filter((one) => one === 'POST 201')).toHaveLength(4);
		expect(asked().filter((one) => one === 'GET 200')).toHaveLength(1);
		expect(sandbox().counts().tokens).toBe(1);
		expect(items.map(({ json }) => json.join_url)).toEqual(rows.map(({ email }) => linkOf(email)));
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(rows.map((_, item) => ({ item })));
	});

	it('a host among 31 costs the others nothing', async () => {
		const rows = [...speakers(30), { email: SEED.host.email, name: 'Harriet' }];
		rows.unshift(rows.pop() as (typeof rows)[number]);
		const { items, errors } = await run('addMany', {}, rows);
		expect(items).toHaveLength(30);
		expect(errors.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }]);
		expect(errorOf(errors[0])).toMatchObject({ code: 300 });
		expect(sandbox().panelists(SEED.webinar)).toHaveLength(30);
	});

	it('those who find no place any more are told so, one by one', async () => {
		const { items, errors } = await run(
			'addMany',
			{ options: { maxConcurrency: 1 } },
			speakers(103),
		);
		expect(items).toHaveLength(100);
		expect(errors).toHaveLength(3);
		expect(errorOf(errors[0])?.zoomMessage).toContain('the limit for the number of panelists');
	});

	it('is done where the list cannot be read', async () => {
		sandbox().configure({
			faults: [{ kind: 'answer', on: 'GET /webinars/{webinarId}/panelists', text: 'no list' }],
		});
		const { items, errors } = await run('addMany', {}, speakers(2));
		expect(errors).toEqual([]);
		expect(items.map(({ json }) => json.warning)).toEqual([
			expect.stringContaining("P0@example.com was added, but couldn't be read afterward"),
			expect.stringContaining("P1@example.com was added, but couldn't be read afterward"),
		]);
	});

	it('lists, removes by address and by ID, and removes all', async () => {
		await run('addMany', {}, speakers(4));
		const [, second] = (await run('getAll', { returnAll: true })).items;
		const removed = await run('remove', { panelist: byEmail('p0@EXAMPLE.com') });
		expect(removed.errors.map((one) => errorOf(one))).toEqual([]);
		await run('remove', { panelist: byId(String(second?.json.id)) });
		expect(
			sandbox()
				.panelists(SEED.webinar)
				.map(({ name }) => name),
		).toEqual(['Speaker 2', 'Speaker 3']);
		const nobody = await run('remove', { panelist: byEmail('nobody@example.com') });
		expect(errorOf(nobody.errors[0])?.message).toBe(
			'No panelist of this webinar has the email address nobody@example.com',
		);
		expect((await run('removeAll', {})).items[0]?.json).toMatchObject({ deleted: true });
		expect(sandbox().panelists(SEED.webinar)).toEqual([]);
	});
});
