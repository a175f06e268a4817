import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { SEED } from '../../sandbox';
import { runZoom } from './run';
import {
	addParameters,
	apiRequests,
	byEmail,
	byId,
	credentialsFor,
	people,
	useSandbox,
} from './world';

const AUTOMATIC = SEED.meeting;
const MANUAL = SEED.manual;

describe('Registrant, in n8n-core against the sandbox', () => {
	const sandbox = useSandbox();
	const run = async (operation: string, parameters: INodeParameters, rows?: IDataObject[]) =>
		await runZoom(
			{
				resource: 'meetingRegistrant',
				operation,
				meetingId: byId(MANUAL),
				occurrenceId: '',
				options: {},
				...parameters,
			},
			credentialsFor(sandbox()),
			rows,
		);
	/** API requests since people were registered. */
	let earlier = 0;
	const requests = () => apiRequests(sandbox()).slice(earlier);
	const register = async (meeting: string, count: number) => {
		const options = { maxConcurrency: 20 };
		await runZoom(addParameters(meeting, { options }), credentialsFor(sandbox()), people(count));
		sandbox().resetCounts();
		earlier = apiRequests(sandbox()).length;
		const registered = sandbox().registrants(meeting);
		return registered.toSorted((a, b) => a.email.localeCompare(b.email));
	};
	const statuses = () =>
		sandbox()
			.registrants(MANUAL)
			.toSorted((a, b) => a.email.localeCompare(b.email))
			.map(({ status }) => status);

	it.each([
		['approve', 'approved'],
		['deny', 'denied'],
		['cancel', 'denied'],
	])('%s changes the status, by email and by ID', async (operation, status) => {
		const [first, second] = await register(MANUAL, 3);
		const byMail = await run(operation, { registrant: byEmail(first?.email ?? '') });
		expect(byMail.items[0]?.json).toEqual({
			success: true,
			action: operation,
			email: first?.email,
		});
		const byItsId = await run(operation, { registrant: byId(second?.id ?? '') });
		expect(byItsId.items[0]?.json).toEqual({ success: true, action: operation, id: second?.id });
		expect(statuses()).toEqual([status, status, 'pending']);
		const bodies = requests()
			.filter(({ method }) => method === 'PUT')
			.map(({ body }) => body);
		expect(bodies).toEqual([
			{ action: operation, registrants: [{ email: first?.email }] },
			{ action: operation, registrants: [{ id: second?.id }] },
		]);
	});

	it('approves 100 people by email in 4 status calls', async () => {
		const registered = await register(MANUAL, 100);
		const rows = registered.map(({ email }) => ({ email })).toReversed();
		const { items, error } = await run(
			'approve',
			{ registrant: byEmail('={{ $json.email }}') },
			rows,
		);
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => json.email)).toEqual(rows.map(({ email }) => email));
		expect(new Set(statuses())).toEqual(new Set(['approved']));
		expect(sandbox().counts().byEndpoint['PUT /meetings/{meetingId}/registrants/status']).toBe(4);
	});

	it('says of each row who Zoom does not know, and approves the others', async () => {
		await register(MANUAL, 2);
		const rows = [
			{ email: 'p0@example.com' },
			{ email: 'no@example.com' },
			{ email: 'P1@example.com' },
		];
		const { items, errors } = await runZoom(
			{
				resource: 'meetingRegistrant',
				operation: 'approve',
				meetingId: byId(MANUAL),
				registrant: byEmail('={{ $json.email }}'),
				occurrenceId: '',
			},
			credentialsFor(sandbox()),
			rows,
			{ onError: 'continueErrorOutput' },
		);
		expect(items).toHaveLength(2);
		expect(errors).toMatchObject([
			{
				json: { error: { message: 'No registrant has the email address no@example.com' } },
				pairedItem: { item: 1 },
			},
		]);
		expect(statuses()).toEqual(['approved', 'approved']);
	});

	describe('a list of IDs', () => {
		const STATUS = 'PUT /meetings/{meetingId}/registrants/status';
		const approve = async (ids: string[]) =>
			await runZoom(
				{
					resource: 'meetingRegistrant',
					operation: 'approve',
					meetingId: byId(MANUAL),
					registrant: byId('={{ $json.who }}'),
					occurrenceId: '',
				},
				credentialsFor(sandbox()),
				ids.map((who) => ({ who })),
				{ onError: 'continueErrorOutput' },
			);

		it('fails the row whose ID nobody has, and approves the others', async () => {
			const [first, second] = await register(MANUAL, 2);
			const { items, errors } = await approve([first?.id ?? '', 'nobody-id', second?.id ?? '']);
			expect(items.map(({ json }) => json.id)).toEqual([first?.id, second?.id]);
			expect(errors).toMatchObject([
				{
					json: { error: { message: 'No registrant has the registrant ID nobody-id' } },
					pairedItem: { item: 1 },
				},
			]);
			expect(statuses()).toEqual(['approved', 'approved']);
		});

		it('sends a person once who is there twice, by ID and by email', async () => {
			const [first] = await register(MANUAL, 1);
			const { items } = await approve([first?.id ?? '', first?.email ?? '']);
			const result = { success: true, action: 'approve', id: first?.id };
			expect(items.map(({ json }) => json)).toEqual([
				result,
				{ ...result, warning: 'This person is in the list more than once and was sent only once.' },
			]);
			expect(requests().filter(({ method }) => method === 'PUT')).toMatchObject([
				{ body: { registrants: [{ id: first?.id }] } },
			]);
		});

		it('is sent as it is where the app lacks the scope for the list', async () => {
			const registered = await register(MANUAL, 2);
			sandbox().configure({ scopes: ['meeting:update:registrant_status:admin'] });
			const { items, errors } = await approve(registered.map(({ id }) => id));
			expect(errors).toEqual([]);
			expect(items).toHaveLength(2);
			expect(statuses()).toEqual(['approved', 'approved']);
			expect(sandbox().counts().byEndpoint[STATUS]).toBe(1);
		});
	});

	it('gets a registrant by ID in one call, by email whatever the status', async () => {
		const [first, second] = await register(MANUAL, 2);
		const byItsId = await run('get', { registrant: byId(first?.id ?? '') });
		expect(byItsId.items[0]?.json).toMatchObject({ email: first?.email, status: 'pending' });
		expect(requests()).toHaveLength(1);
		const byMail = await run('get', { registrant: byEmail('P1@Example.com') });
		expect(byMail.items[0]?.json).toMatchObject({ id: second?.id });
	});

	it('says so when nobody has that address', async () => {
		await register(MANUAL, 1);
		const { error } = await run('get', { registrant: byEmail('nobody@example.com') });
		expect(error?.message).toBe('No registrant has the email address nobody@example.com');
	});

	it('deletes a registrant', async () => {
		const [first] = await register(MANUAL, 2);
		const { items } = await run('delete', { registrant: byEmail('p0@example.com') });
		expect(items[0]?.json).toEqual({ deleted: true, id: first?.id, email: 'p0@example.com' });
		expect(sandbox().registrants(MANUAL)).toHaveLength(1);
	});

	it('explains a registrant ID that is none', async () => {
		const { error } = await run('get', { registrant: byId('nosuchregistrant') });
		expect(error?.message).toBe("Zoom couldn't find this registrant");
		const bad = await run('get', { registrant: byId('../x') });
		expect(bad.error?.message).toContain("'Registrant' isn't an email address or registrant ID");
	});

	describe('Get Many', () => {
		const list = async (parameters: INodeParameters) =>
			await run('getAll', {
				meetingId: byId(AUTOMATIC),
				returnAll: false,
				limit: 50,
				filters: {},
				simple: true,
				...parameters,
			});

		it('follows all pages, with pages of 300', async () => {
			await register(AUTOMATIC, 700);
			const { items } = await list({ returnAll: true });
			expect(new Set(items.map(({ json }) => json.email)).size).toBe(700);
			expect(sandbox().counts().byEndpoint).toEqual({
				'GET /meetings/{meetingId}/registrants': 3,
			});
		});

		it('lists people of any status when asked', async () => {
			await register(MANUAL, 3);
			await run('approve', { registrant: byEmail('p0@example.com') });
			await run('deny', { registrant: byEmail('p1@example.com') });
			const meetingId = byId(MANUAL);
			const emails = async (status?: string) =>
				(await list({ meetingId, filters: status ? { status } : {} })).items.map(
					({ json }) => json.email,
				);
			expect(await emails()).toEqual(['p0@example.com']);
			expect(await emails('pending')).toEqual(['p2@example.com']);
			expect(await emails('denied')).toEqual(['p1@example.com']);
			expect(await emails('any')).toEqual(['p0@example.com', 'p2@example.com', 'p1@example.com']);
		});

		it('keeps the limit over several statuses', async () => {
			await register(MANUAL, 3);
			await run('approve', { registrant: byEmail('p0@example.com') });
			const { items } = await list({
				meetingId: byId(MANUAL),
				filters: { status: 'any' },
				limit: 2,
			});
			expect(items).toHaveLength(2);
		});

		it('simplifies, or returns all that Zoom says', async () => {
			await register(AUTOMATIC, 1);
			const simple = await list({});
			expect(Object.keys(simple.items[0]?.json ?? {})).toEqual([
				'id',
				'email',
				'first_name',
				'last_name',
				'status',
				'create_time',
				'join_url',
				'custom_questions',
			]);
			const whole = await list({ simple: false });
			expect(whole.items[0]?.json).toHaveProperty('participant_pin_code');
		});
	});
});
