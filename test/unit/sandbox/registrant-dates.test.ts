import { SEED } from '../../../sandbox';
import { JOIN_LINK, useRegistrants } from './registrant-calls';

const { sandbox, call, pathOf, add, person, namesIn } = useRegistrants();

const dates = () =>
	sandbox()
		.meetings()
		.find(({ id }) => String(id) === SEED.series)!
		.occurrences!.map(({ occurrence_id: id }) => id!);
const setStatus = async (action: string, date?: string) =>
	await call('PUT', `${pathOf(SEED.series)}/status${date ? `?occurrence_id=${date}` : ''}`, {
		json: { action, registrants: [{ email: 'ada@example.com' }] },
	});
const statusOn = async (date: string) => {
	for (const status of ['approved', 'pending', 'denied']) {
		const names = await namesIn(SEED.series, `?status=${status}&occurrence_id=${date}`);
		if (names.includes('Ada')) return status;
	}
	return 'absent';
};

let first: string;
let second: string;
let third: string;

beforeEach(async () => {
	[first = '', second = '', third = ''] = dates();
	await add(person('Ada'), SEED.series, `?occurrence_ids=${first},${second}`);
});

it('a status may be that of one date', async () => {
	expect((await setStatus('deny', first)).status).toBe(204);
	expect([await statusOn(first), await statusOn(second)]).toEqual(['denied', 'approved']);
	const { body } = await call('GET', `${pathOf(SEED.series)}?status=denied&occurrence_id=${first}`);
	expect(body.registrants).toEqual([expect.objectContaining({ status: 'denied' })]);
	expect((body.registrants as object[])[0]).not.toHaveProperty('join_url');
	// As a whole the registration is what it was.
	expect(sandbox().registrants(SEED.series)).toEqual([
		expect.objectContaining({ status: 'approved', join_url: expect.stringMatching(JOIN_LINK) }),
	]);
});

it('a status of dates that somebody has not chosen changes nothing', async () => {
	expect((await setStatus('deny', third)).status).toBe(204);
	expect([await statusOn(first), await statusOn(third)]).toEqual(['approved', 'absent']);
	await add(person('Ada'), SEED.series, `?occurrence_ids=${third}`);
	expect(await statusOn(third)).toBe('approved');
});

it('a status of the whole registration goes for all its dates', async () => {
	await setStatus('deny', first);
	await setStatus('approve');
	expect([await statusOn(first), await statusOn(second)]).toEqual(['approved', 'approved']);
	await setStatus('deny');
	expect([await statusOn(first), await statusOn(second)]).toEqual(['denied', 'denied']);
});

it('who cancelled a date may come back to it, who was denied may not', async () => {
	await setStatus('cancel', first);
	await setStatus('deny', second);
	expect([await statusOn(first), await statusOn(second)]).toEqual(['denied', 'denied']);
	await add(person('Ada'), SEED.series, `?occurrence_ids=${first},${second}`);
	expect([await statusOn(first), await statusOn(second)]).toEqual(['approved', 'denied']);
});

it('a date that was left is forgotten with its status', async () => {
	await setStatus('deny', first);
	const [ada] = sandbox().registrants(SEED.series);
	await call('DELETE', `${pathOf(SEED.series)}/${ada?.id}?occurrence_id=${first}`);
	expect(await statusOn(first)).toBe('absent');
	await add(person('Ada'), SEED.series, `?occurrence_ids=${first}`);
	expect(await statusOn(first)).toBe('approved');
});
