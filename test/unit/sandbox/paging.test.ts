import { SEED } from '../../../sandbox';
import { errorOf, invalid, useSandbox } from './client';

const { sandbox, call } = useSandbox();

const PATH = `/meetings/${SEED.meeting}/registrants`;
const INVALID_PAGE = {
	status: 400,
	code: 300,
	message: 'The next page token is invalid or expired.',
};

async function register(count: number) {
	for (let index = 0; index < count; index++) {
		const json = { email: `p${index}@example.com`, first_name: `P${index}` };
		await call('POST', PATH, { json });
	}
}

const list = async (query: string, path = PATH) => await call('GET', path + query);
const emailsIn = (body: Record<string, unknown>) =>
	(body.registrants as Array<{ email: string }>).map(({ email }) => email);

it('goes through all pages and says when it is the last', async () => {
	await register(5);
	const { body: first } = await list('?page_size=2');
	expect(first).toMatchObject({
		page_count: 3,
		page_number: 1,
		page_size: 2,
		total_records: 5,
		next_page_token: expect.stringMatching(/^[\w-]+$/),
	});
	const { body: second } = await list(`?page_size=2&next_page_token=${first.next_page_token}`);
	const { body: third } = await list(`?page_size=2&next_page_token=${second.next_page_token}`);
	expect([first, second, third].flatMap(emailsIn)).toEqual(
		[0, 1, 2, 3, 4].map((index) => `p${index}@example.com`),
	);
	expect(third.next_page_token).toBe('');
});

it('has 30 to a page unless told, 300 at most', async () => {
	await register(31);
	expect(emailsIn((await list('')).body)).toHaveLength(30);
	expect(emailsIn((await list('?page_size=300')).body)).toHaveLength(31);
	for (const size of ['301', '0', 'all']) {
		expect(await list(`?page_size=${size}`)).toMatchObject(invalid('page_size'));
	}
});

it('knows the old page_number', async () => {
	await register(3);
	expect(emailsIn((await list('?page_size=2&page_number=2')).body)).toEqual(['p2@example.com']);
});

it('refuses a token that is unknown, too old, or of another request', async () => {
	await register(3);
	const { body } = await list('?page_size=2');
	const query = `?page_size=2&next_page_token=${body.next_page_token}`;
	expect(errorOf(await list('?page_size=2&next_page_token=x'))).toEqual(INVALID_PAGE);
	for (const other of [
		query.replace('=2', '=1'),
		`${query}&status=pending`,
		query.replace('page_size=2', ''),
	]) {
		expect(errorOf(await list(other))).toEqual(INVALID_PAGE);
	}
	const elsewhere = `/meetings/${SEED.small}/registrants`;
	expect(errorOf(await list(query, elsewhere))).toEqual(INVALID_PAGE);
	expect(errorOf(await list(query, '/users'))).toEqual(INVALID_PAGE);
	sandbox().advanceClock(899);
	expect((await list(query)).status).toBe(200);
	sandbox().advanceClock(1);
	expect(errorOf(await list(query))).toEqual(INVALID_PAGE);
});

it('pages of users and meetings work the same', async () => {
	for (const [path, key, total] of [
		['/users', 'users', 3],
		['/users/me/meetings', 'meetings', 7],
	] as const) {
		const { body } = await list('?page_size=2', path);
		expect(body).toMatchObject({
			total_records: total,
			next_page_token: expect.stringMatching(/./),
		});
		expect(body[key]).toHaveLength(2);
		const next = await list(`?page_size=2&next_page_token=${body.next_page_token}`, path);
		expect(next.body[key]).toHaveLength(Math.min(2, total - 2));
		expect(next.body[key]).not.toEqual(body[key]);
	}
	expect((await list('?status=pending', '/users')).body.users).toEqual([]);
});
