import { SEED } from '../../../sandbox';
import { errorOf, invalid, missing, NOT_AN_OBJECT, useSandbox } from './client';

const { sandbox, call } = useSandbox();

const pathOf = (id: string | number) => `/webinars/${id}/panelists`;
const add = async (panelists: unknown, id: string | number = SEED.webinar) =>
	await call('POST', pathOf(id), { json: { panelists } });
const list = async (id: string | number = SEED.webinar) => (await call('GET', pathOf(id))).body;
const speaker = (name: string) => ({ name, email: `${name.toLowerCase()}@example.org` });
const speakers = (count: number, from = 0) =>
	Array.from({ length: count }, (_, index) => speaker(`S${from + index}`));
const namesIn = (id: string | number = SEED.webinar) =>
	sandbox()
		.panelists(id)
		.map(({ name }) => name);

it('are added without their links, which the list has', async () => {
	const { status, body } = await add([speaker('Ada'), { ...speaker('Bob'), name_tag_name: 'B' }]);
	expect(status).toBe(201);
	expect(body).toEqual({
		id: SEED.webinar,
		updated_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
	});
	const link = expect.stringMatching(/^https:\/\/us02web\.zoom\.us\/w\/\d{11}\?tk=/);
	expect(await list()).toEqual({
		total_records: 2,
		panelists: [
			{ ...speaker('Ada'), id: expect.any(String), join_url: link },
			{ ...speaker('Bob'), name_tag_name: 'B', id: expect.any(String), join_url: link },
		],
	});
	const links = sandbox()
		.panelists(SEED.webinar)
		.map(({ join_url: url }) => url);
	expect(new Set(links).size).toBe(2);
	expect(await list(SEED.webinarOff)).toEqual({ total_records: 0, panelists: [] });
});

it('who speak already stay as they are', async () => {
	await add([speaker('Ada')]);
	const [before] = sandbox().panelists(SEED.webinar);
	expect((await add([{ name: 'Ada King', email: 'ADA@example.org' }])).status).toBe(201);
	expect(sandbox().panelists(SEED.webinar)).toEqual([{ ...before, name: 'Ada King' }]);
});

it('come 30 at a time', async () => {
	expect(await add(speakers(31))).toMatchObject(invalid('panelists'));
	expect(await add([])).toMatchObject(invalid('panelists'));
	expect((await add(speakers(30))).status).toBe(201);
});

it('are a hundred at most', async () => {
	for (const from of [0, 30, 60]) await add(speakers(30, from));
	const limit = {
		status: 400,
		code: 3000,
		message:
			'You have reached the limit for the number of panelists you can add. Contact Zoom Support for more information.',
	};
	expect(errorOf(await add(speakers(11, 90)))).toEqual(limit);
	expect(namesIn()).toHaveLength(90);
	expect((await add(speakers(10, 90))).status).toBe(201);
	expect((await add(speakers(10, 90))).status).toBe(201);
	const { id } = sandbox().addWebinar({ panelistCapacity: 1 });
	expect(errorOf(await add(speakers(2), id))).toEqual(limit);
});

describe('nobody is added', () => {
	it.each([
		['an address', [{ ...speaker('Ada'), email: 'ada' }], 'panelists[0].email'],
		['a name', [speaker('Ada'), { ...speaker('Bob'), name: '' }], 'panelists[1].name'],
		['a long Chinese name', [{ ...speaker('Ada'), name: '王'.repeat(13) }], 'panelists[0].name'],
		['one twice', [speaker('Ada'), speaker('ADA')], 'panelists[1].email'],
		[
			'the host',
			[speaker('Ada'), { name: 'H', email: SEED.host.email.toUpperCase() }],
			'panelists[1].email',
		],
	])('where %s is wrong', async (_, panelists, field) => {
		expect(await add(panelists)).toMatchObject(invalid(field));
		expect(namesIn()).toEqual([]);
	});

	it.each(['anna@example.com,bob@example.org', 'ada@example.org; bob@example.org'])(
		'where one is an alternative host: %s',
		async (alternative_hosts) => {
			const { id } = sandbox().addWebinar({ settings: { alternative_hosts } });
			expect(await add([speaker('Cid'), speaker('Bob')], id)).toMatchObject(
				invalid('panelists[1].email'),
			);
			expect(namesIn(id)).toEqual([]);
		},
	);

	it('where something is missing or unknown', async () => {
		expect(await add([{ name: 'Ada' }])).toMatchObject(missing('panelists[0].email'));
		expect(await add([{ email: 'ada@example.org' }])).toMatchObject(missing('panelists[0].name'));
		expect(errorOf(await add([{ ...speaker('Ada'), role: 'x' }]))).toEqual(NOT_AN_OBJECT);
		expect(errorOf(await add(['ada@example.org']))).toEqual(NOT_AN_OBJECT);
	});
});

describe('are removed', () => {
	it('by ID, by address, and all of them', async () => {
		await add([speaker('Ada'), speaker('Bob'), speaker('Cid'), speaker('Dan')]);
		const [ada] = sandbox().panelists(SEED.webinar);
		const path = pathOf(SEED.webinar);
		expect((await call('DELETE', `${path}/${ada?.id}`)).status).toBe(204);
		expect((await call('DELETE', `${path}/BOB%40example.org`)).status).toBe(204);
		expect(namesIn()).toEqual(['Cid', 'Dan']);
		expect((await call('DELETE', path)).status).toBe(204);
		expect((await call('DELETE', path)).status).toBe(204);
		expect(namesIn()).toEqual([]);
	});

	it('once', async () => {
		const path = `${pathOf(SEED.webinarManual)}/${SEED.panelist.email}`;
		expect((await call('DELETE', path)).status).toBe(204);
		expect(errorOf(await call('DELETE', path))).toEqual({
			status: 400,
			code: 300,
			message: 'Invalid parameter: `panelistId`.',
		});
	});
});

it('belong to webinars', async () => {
	expect(errorOf(await add([speaker('Ada')], SEED.meeting))).toMatchObject({ code: 3001 });
	expect((await call('GET', `/meetings/${SEED.meeting}/panelists`)).body.code).toBe(2300);
});
