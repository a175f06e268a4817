import { SEED } from '../../../sandbox';
import { errorOf, useSandbox } from './client';

const { sandbox, call } = useSandbox();

const create = async (json: unknown, host: string) =>
	await call('POST', `/users/${host}/meetings`, { json });

describe('the host', () => {
	it.each([
		['me', SEED.host.id],
		[SEED.secondHost.id, SEED.secondHost.id],
		[encodeURIComponent(SEED.secondHost.email), SEED.secondHost.id],
	])('%s is found', async (host, id) => {
		expect((await create({}, host)).body.host_id).toBe(id);
	});

	it('that is unknown is told', async () => {
		expect(errorOf(await create({}, 'nobody%40example.com'))).toEqual({
			status: 404,
			code: 1001,
			message: 'User does not exist: nobody@example.com.',
		});
		expect((await call('GET', '/users/nobody')).body.code).toBe(1001);
	});

	it('can be read', async () => {
		const { body } = await call('GET', '/users/basic%40example.com');
		expect(body).toMatchObject({ id: SEED.basicHost.id, type: 1, account_id: sandbox().accountId });
	});
});

describe('the ID of a path', () => {
	const get = async (id: string) => await call('GET', `/meetings/${id}`);

	it.each([
		['slash first', encodeURIComponent(encodeURIComponent(SEED.meetingUuid)), SEED.meeting],
		['two slashes', encodeURIComponent(encodeURIComponent(SEED.manualUuid)), SEED.manual],
	])('may be a UUID encoded twice: %s', async (_, segment, id) => {
		expect((await get(segment)).body.id).toBe(Number(id));
	});

	it.each([
		['encoded once, slash first', encodeURIComponent(SEED.meetingUuid)],
		['encoded once, two slashes', encodeURIComponent(SEED.manualUuid)],
		['with spaces', '857%204606%205432'],
		['with dashes', '857-4606-5432'],
		['of nobody', '99999999999'],
		['too short', '85746065'],
		['that is a link', encodeURIComponent('https://us02web.zoom.us/j/85746065432')],
	])('is not found when it is one %s', async (_, segment) => {
		const { status, body } = await get(segment);
		expect({ status, code: body.code }).toEqual({ status: 404, code: 3001 });
		expect(body.message).toMatch(/^Meeting does not exist: .+\.$/);
	});

	it('takes a UUID with one slash inside encoded once', async () => {
		const { id } = sandbox().addMeeting({ uuid: 'abc/defghijklmnopqrst+==' });
		expect((await get(encodeURIComponent('abc/defghijklmnopqrst+=='))).body.id).toBe(id);
	});

	it('of a webinar is told apart', async () => {
		expect(errorOf(await get(SEED.webinar))).toEqual({
			status: 400,
			code: 3000,
			message: 'Cannot access webinar info.',
		});
	});
});
