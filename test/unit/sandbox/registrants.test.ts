import { SEED } from '../../../sandbox';
import { errorOf, invalid, NOT_AN_OBJECT } from './client';
import { JOIN_LINK, useRegistrants } from './registrant-calls';

const { sandbox, call, pathOf, add, person, namesIn, setStatus } = useRegistrants();

const OFF = {
	code: 404,
	message: `Registration has not been enabled for this meeting: ${SEED.registrationOff}.`,
};
describe('reading and removing', () => {
	it('lists the approved unless told otherwise', async () => {
		await add(person('Ada'), SEED.manual);
		await add(person('Bob', { auto_approve: true }), SEED.manual);
		expect(await namesIn(SEED.manual)).toEqual(['Bob']);
		expect(await namesIn(SEED.manual, '?status=pending')).toEqual(['Ada']);
		expect(await namesIn(SEED.manual, '?status=denied')).toEqual([]);
		const reply = await call('GET', `${pathOf(SEED.manual)}?status=any`);
		expect(reply).toMatchObject(invalid('status'));
	});

	it('removes somebody', async () => {
		const { body } = await add(person('Ada'));
		const path = `${pathOf(SEED.meeting)}/${body.registrant_id}`;
		expect((await call('DELETE', path)).status).toBe(204);
		expect(sandbox().registrants(SEED.meeting)).toEqual([]);
		const { body: again } = await add(person('Ada'));
		expect(again.registrant_id).not.toBe(body.registrant_id);
	});

	it.each(['GET', 'DELETE'])('%s tells of a registrant that is unknown', async (method) => {
		expect(errorOf(await call(method, `${pathOf(SEED.meeting)}/ada%40example.com`))).toEqual({
			status: 400,
			code: 300,
			message:
				'The value that you entered for the Registrant ID field is invalid. Enter a valid value and try again.',
		});
	});

	it('needs registration to be on', async () => {
		const path = pathOf(SEED.registrationOff);
		expect(errorOf(await call('GET', path))).toEqual({ status: 404, ...OFF });
		expect(errorOf(await call('GET', `${path}/x`))).toEqual({ status: 404, ...OFF });
		expect(errorOf(await call('DELETE', `${path}/x`))).toEqual({
			status: 400,
			...OFF,
			code: 300,
		});
		const reply = await setStatus(SEED.registrationOff, 'approve', [{ id: 'x' }]);
		expect(errorOf(reply)).toEqual({ status: 404, ...OFF });
	});
});

describe('approving, denying, cancelling', () => {
	const statusOf = (name: string) =>
		sandbox()
			.registrants(SEED.manual)
			.find(({ first_name: first }) => first === name)?.status;

	it('by ID or by email; who is approved has a link', async () => {
		const { body: ada } = await add(person('Ada'), SEED.manual);
		await add(person('Bob'), SEED.manual);
		const reply = await setStatus(SEED.manual, 'approve', [
			{ id: String(ada.registrant_id) },
			{ email: 'BOB@example.com' },
		]);
		expect({ status: reply.status, body: reply.body }).toEqual({ status: 204, body: {} });
		const links = sandbox().registrants(SEED.manual);
		expect(links.map(({ status }) => status)).toEqual(['approved', 'approved']);
		for (const { join_url: link } of links) expect(link).toMatch(JOIN_LINK);
	});

	it('denied stays denied when added again; cancelled may come back', async () => {
		await add(person('Ada', { auto_approve: true }), SEED.manual);
		await add(person('Bob', { auto_approve: true }), SEED.manual);
		await setStatus(SEED.manual, 'deny', [{ email: 'ada@example.com' }]);
		await setStatus(SEED.manual, 'cancel', [{ email: 'bob@example.com' }]);
		expect(await namesIn(SEED.manual, '?status=denied')).toEqual(['Ada', 'Bob']);
		expect((await add(person('Ada'), SEED.manual)).body).not.toHaveProperty('join_url');
		await add(person('Bob'), SEED.manual);
		expect([statusOf('Ada'), statusOf('Bob')]).toEqual(['denied', 'pending']);
	});

	it('ignores people who never registered', async () => {
		await add(person('Ada'), SEED.manual);
		const references = [{ email: 'nobody@example.com' }, { email: 'ada@example.com' }];
		expect((await setStatus(SEED.manual, 'approve', references)).status).toBe(204);
		expect(statusOf('Ada')).toBe('approved');
	});

	it.each([
		['another action', { action: 'reject', registrants: [{ id: 'x' }] }, 'action'],
		['nobody', { action: 'deny', registrants: [] }, 'registrants'],
		['a reference to nobody', { action: 'deny', registrants: [{}] }, 'registrants[0]'],
		[
			'31 at once',
			{ action: 'deny', registrants: Array.from({ length: 31 }, (_, i) => ({ id: `${i}` })) },
			'registrants',
		],
	])('refuses %s', async (_, json, field) => {
		const reply = await call('PUT', `${pathOf(SEED.manual)}/status`, { json });
		expect(reply).toMatchObject(invalid(field));
	});

	it('does nothing, and says nothing, where the list has another name', async () => {
		await add(person('Ada'), SEED.manual);
		const path = `${pathOf(SEED.manual)}/status`;
		const json = { action: 'approve', registrant: [{ email: 'ada@example.com' }] };
		const { status, body } = await call('PUT', path, { json });
		expect({ status, body }).toEqual({ status: 204, body: {} });
		expect(statusOf('Ada')).toBe('pending');
	});

	it('cannot read a list of addresses', async () => {
		const json = { action: 'deny', registrants: ['ada@example.com'] };
		const reply = await call('PUT', `${pathOf(SEED.manual)}/status`, { json });
		expect(errorOf(reply)).toEqual(NOT_AN_OBJECT);
	});

	it('takes 30 at once', async () => {
		const references = Array.from({ length: 30 }, (_, i) => ({ id: `${i}` }));
		expect((await setStatus(SEED.manual, 'deny', references)).status).toBe(204);
	});

	it('refuses a date that the meeting does not have', async () => {
		const path = `${pathOf(SEED.manual)}/status?occurrence_id=1`;
		const json = { action: 'deny', registrants: [{ id: 'x' }] };
		expect((await call('PUT', path, { json })).body.message).toContain('occurrence_id');
	});
});
