import type { INodeParameters } from 'n8n-workflow';
import { SEED } from '../../sandbox';
import { runZoom, storeOf } from './run';
import {
	addParameters,
	apiRequests,
	byUrl,
	credentialsFor,
	meetingOf,
	people,
	useSandbox,
} from './world';

const MEETING = SEED.meeting;

describe('Registrant: Add, in n8n-core against the sandbox', () => {
	const sandbox = useSandbox();

	it('registers each row once and pairs the results in input order', async () => {
		const rows = people(40);
		const { items, error } = await runZoom(addParameters(MEETING), credentialsFor(sandbox()), rows);
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => json.email)).toEqual(rows.map(({ email }) => email));
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(rows.map((_, item) => ({ item })));
		const links = new Map(
			sandbox()
				.registrants(MEETING)
				.map(({ email, join_url: link }) => [email, link]),
		);
		for (const { json } of items) {
			expect(json.join_url).toBe(links.get(String(json.email)));
			expect(json.status).toBe('approved');
		}
		expect(links.size).toBe(40);
		expect(sandbox().counts()).toMatchObject({
			tokens: 1,
			unauthorized: 0,
			byEndpoint: { 'POST /meetings/{meetingId}/registrants': 40 },
		});
	});

	const FIRST = ['status', 'email', 'first_name', 'last_name', 'join_url'];
	it.each([
		['add', 1, 0],
		['addMany', 2, 0],
		// Zoom adds nobody more than three times a day: the person is found on its list.
		['add', 1, 3],
	])('%s of %i, added %i times before, begins with what people look for', async (...row) => {
		const [operation, count, before] = row;
		const run = async (more: INodeParameters) =>
			await runZoom(addParameters(MEETING, more), credentialsFor(sandbox()), people(count));
		for (let n = 0; n < before; n++) await run({});
		const { items } = await run({ operation });
		expect(items.map(({ json }) => Object.keys(json).slice(0, 5))).toEqual(
			Array.from({ length: count }, () => FIRST),
		);
		expect(items[0]?.json.already_registered).toBe(before > 0 ? true : undefined);
	});

	it('has as many requests under way as the rate needs, or as many as it is told', async () => {
		sandbox().configure({ latencyMs: 300, plan: 'pro' });
		await runZoom(addParameters(MEETING), credentialsFor(sandbox()), people(60));
		expect(sandbox().counts().mostInFlight).toBeGreaterThan(20);
		sandbox().resetCounts();
		await runZoom(
			addParameters(MEETING, { options: { maxConcurrency: 2 } }),
			credentialsFor(sandbox()),
			people(10),
		);
		expect(sandbox().counts().mostInFlight).toBe(2);
	});

	it('reports the second of two rows that add the same new address at once', async () => {
		sandbox().configure({ latencyMs: 20 });
		const rows = people(3).map((row, n) => (n === 2 ? { ...row, email: 'P0@example.com' } : row));
		const { items, errors } = await runZoom(
			addParameters(MEETING, { options: { ifRegistered: 'report' } }),
			credentialsFor(sandbox()),
			rows,
			{ onError: 'continueErrorOutput' },
		);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
		expect(errors).toMatchObject([
			{
				json: { error: { message: 'P0@example.com is already registered for this meeting' } },
				pairedItem: { item: 2 },
			},
		]);
		expect(sandbox().counts().byEndpoint['POST /meetings/{meetingId}/registrants']).toBe(2);
	});

	it('sends the data as JSON and only the occurrences in the query', async () => {
		const occurrences = meetingOf(sandbox(), SEED.series)?.occurrences?.map(
			({ occurrence_id: id }) => id,
		);
		const chosen = occurrences?.slice(0, 2).join(', ') ?? '';
		const { items } = await runZoom(
			addParameters(SEED.series, {
				additionalFields: { occurrenceIds: chosen, country: 'Germany', phone: '' },
			}),
			credentialsFor(sandbox()),
			people(1),
		);
		expect(items[0]?.json.occurrences).toHaveLength(2);
		expect(apiRequests(sandbox())[0]?.body).not.toHaveProperty('phone');
		expect(apiRequests(sandbox())).toMatchObject([
			{
				query: { occurrence_ids: chosen.replace(' ', '') },
				body: {
					email: 'p0@example.com',
					first_name: 'First0',
					last_name: 'Last0',
					country: 'DE',
				},
			},
		]);
	});

	it('takes every field that Zoom has', async () => {
		const additionalFields = {
			address: '1 Main St',
			autoApprove: true,
			city: 'Springfield',
			comments: 'See you 👋 مرحبا',
			country: 'US',
			customQuestions: {
				question: [
					{ title: 'Company size', value: '12' },
					{ title: 'How did you hear about us?', value: 'Friend' },
				],
			},
			industry: 'Food',
			jobTitle: 'Chef',
			language: 'jp-JP',
			noOfEmployees: '501-1,000',
			org: 'Krusty',
			phone: '+1 555 0100',
			purchasingTimeFrame: 'More than 6 months',
			roleInPurchaseProcess: 'Evaluator/Recommender',
			state: 'OR',
			zip: '97477',
		};
		const { error } = await runZoom(
			addParameters(MEETING, { additionalFields }),
			credentialsFor(sandbox()),
			people(1),
		);
		expect(error).toBeUndefined();
		expect(apiRequests(sandbox())[0]?.body).toEqual({
			email: 'p0@example.com',
			first_name: 'First0',
			last_name: 'Last0',
			address: '1 Main St',
			auto_approve: true,
			city: 'Springfield',
			comments: 'See you 👋 مرحبا',
			country: 'US',
			custom_questions: [
				{ title: 'Company size', value: '12' },
				{ title: 'How did you hear about us?', value: 'Friend' },
			],
			industry: 'Food',
			job_title: 'Chef',
			language: 'jp-JP',
			no_of_employees: '501-1,000',
			org: 'Krusty',
			phone: '+1 555 0100',
			purchasing_time_frame: 'More than 6 months',
			role_in_purchase_process: 'Evaluator/Recommender',
			state: 'OR',
			zip: '97477',
		});
	});

	it('says that a person waits for approval, and approves at once when asked', async () => {
		const manual = SEED.manual;
		const waiting = await runZoom(addParameters(manual), credentialsFor(sandbox()), people(1));
		expect(waiting.items[0]?.json).toMatchObject({ status: 'pending' });
		expect(waiting.items[0]?.json).not.toHaveProperty('join_url');
		const approved = await runZoom(
			addParameters(manual, { additionalFields: { autoApprove: true } }),
			credentialsFor(sandbox()),
			[{ email: 'q@example.com', first: 'Q' }],
		);
		expect(approved.items[0]?.json).toMatchObject({
			status: 'approved',
			join_url: expect.stringContaining('https://'),
		});
	});

	it.each([
		['857 4606 5432'],
		['857-4606-5432'],
		['https://us02web.zoom.us/j/85746065432?pwd=abc'],
		['https://us02web.zoom.us/s/85746065432?zak=abc'],
	])('understands the meeting %s', async (value) => {
		const { error } = await runZoom(
			addParameters(MEETING, { meetingId: byUrl(value) }),
			credentialsFor(sandbox()),
			people(1),
		);
		expect(error).toBeUndefined();
		expect(sandbox().registrants(MEETING)).toHaveLength(1);
	});

	it('finds the meeting of a registration link, looking once for all rows', async () => {
		const link = String(meetingOf(sandbox(), SEED.manual)?.registration_url);
		const { error, items } = await runZoom(
			addParameters(MEETING, {
				meetingId: byUrl(link),
			}),
			credentialsFor(sandbox()),
			people(3),
		);
		expect(error).toBeUndefined();
		expect(items).toHaveLength(3);
		expect(sandbox().registrants(SEED.manual)).toHaveLength(3);
		expect(sandbox().counts().byEndpoint['GET /users/{userId}/meetings']).toBe(1);
	});

	it('waits out the limit per second: nobody is lost, nobody is registered twice', async () => {
		sandbox().configure({ limits: { light: 20 } });
		const rows = people(50);
		const { items, error } = await runZoom(addParameters(MEETING), credentialsFor(sandbox()), rows);
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => json.email)).toEqual(rows.map(({ email }) => email));
		const registered = sandbox().registrants(MEETING);
		expect(new Set(registered.map(({ email }) => email)).size).toBe(50);
		const created = apiRequests(sandbox()).filter(({ status }) => status === 201);
		expect(created).toHaveLength(50);
	});

	it('reads a token left by an earlier process from the credential', async () => {
		const store = storeOf(credentialsFor(sandbox()));
		await runZoom(addParameters(MEETING), store, people(1));
		expect(store.writes).toBe(1);
		await runZoom(addParameters(MEETING), store, [{ email: 'q@example.com', first: 'Q' }]);
		expect(store.writes).toBe(1);
		expect(sandbox().counts().tokens).toBe(1);
	});
});
