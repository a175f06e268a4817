import { sleep } from 'n8n-workflow';
import { z } from 'zod';
import { CREDENTIAL_NAME, PATHS, publishExamples } from '../../demo/examples';
import { fillInForm, type N8nClient } from '../../demo/n8n';
import { SEED, type Sandbox } from '../../sandbox';
import { newSandbox, startN8n, zoomCredential } from './harness';

const lines = z.array(
	z.object({
		row: z.number(),
		email: z.string(),
		status: z.string(),
		join_url: z.string().optional(),
		error: z.string().optional(),
	}),
);

let client: N8nClient;
let credentialId: string;
let examples: Map<string, string>;
let sandbox: Sandbox;

beforeAll(async () => {
	({ client } = await startN8n());
	const unused = zoomCredential(CREDENTIAL_NAME, await newSandbox());
	credentialId = await client.createCredential(unused);
	examples = await publishExamples(client, credentialId);
});

// Each test has a Zoom of its own, where nobody is registered and nothing is counted yet.
beforeEach(async () => await useSandbox(await newSandbox()));

async function useSandbox(chosen: Sandbox): Promise<void> {
	sandbox = chosen;
	await client.updateCredential(credentialId, zoomCredential(CREDENTIAL_NAME, sandbox));
}

function linkOf(email: string): string | undefined {
	const registrants = sandbox.registrants(SEED.meeting);
	return registrants.find((registrant) => registrant.email === email)?.join_url;
}

/** How many registrations Zoom has carried out, the same person's again included. */
function added(): number {
	const done = sandbox
		.requests()
		.filter(({ method, path, status }) => `${method} ${status} ${path}`.startsWith('POST 201 '));
	return done.filter(({ path }) => path.endsWith('/registrants')).length;
}

it('a person who fills in the form is registered and sees the join link', async () => {
	const page = await fillInForm(client.address('form', PATHS.form), {
		'First name': 'Grace',
		'Last name': "O'Hopper <3",
		Email: 'grace@example.com',
	});
	const link = linkOf('grace@example.com');
	expect(link).toMatch(/^https:/);
	expect(page.links).toEqual([link]);
	expect(sandbox.registrants(SEED.meeting)).toEqual([
		expect.objectContaining({ first_name: 'Grace', last_name: "O'Hopper <3" }),
	]);
});

it('a person whom the host has to approve first is told to wait', async () => {
	await useSandbox(await newSandbox({ seed: 'empty' }));
	sandbox.addMeeting({
		id: SEED.meeting,
		topic: 'Product webinar',
		settings: { approval_type: 1 },
	});
	const page = await fillInForm(client.address('form', PATHS.form), {
		'First name': 'Grace',
		Email: 'grace@example.com',
	});
	expect(page.title).toBe('Your registration is waiting for approval');
	expect(page.message).toContain('Product webinar');
	expect(sandbox.registrants(SEED.meeting)).toEqual([
		expect.objectContaining({ email: 'grace@example.com', status: 'pending' }),
	]);
});

it('a person whom Zoom refuses is told so on the page', async () => {
	const values = { 'First name': 'Harriet', 'Last name': 'Host', Email: SEED.host.email };
	const page = await fillInForm(client.address('form', PATHS.form), values);
	expect(page.title).toBe('You are not registered');
	expect(page.message).not.toBe('');
});

it('a person who fills in the form again and again keeps the join link', async () => {
	// Zoom takes the same person three times a day; after that the existing registrant is looked up.
	const url = client.address('form', PATHS.form);
	const values = { 'First name': 'Grace', 'Last name': '', Email: 'often@example.com' };
	for (let time = 1; time <= 3; time++) await fillInForm(url, values);
	const page = await fillInForm(url, values);
	expect(page.title).toBe('You are registered');
	expect(page.links).toEqual([linkOf('often@example.com')]);
	expect(sandbox.registrants(SEED.meeting)).toHaveLength(1);
});

it('a bad row in a list is told so in its place and costs the others nothing', async () => {
	const rows = [
		{ email: 'ada@example.com', first_name: 'Ada', last_name: 'Lovelace' },
		{ email: 'no address', first_name: 'Nobody', last_name: '' },
		{ email: 'alan@example.com', first_name: 'Alan', last_name: 'Turing' },
		{ email: 'nameless@example.com', first_name: '', last_name: 'Nameless' },
	];
	const response = await client.callWebhook(PATHS.register, rows);
	const [one, two, three, four, ...more] = lines.parse(await response.json());
	const approved = (row: number, email: string) => ({
		row,
		email,
		status: 'approved',
		join_url: linkOf(email),
	});
	const refused = (row: number, email: string, field: string) => ({
		row,
		email,
		status: 'not registered',
		error: expect.stringContaining(field),
	});
	expect(one).toEqual(approved(1, 'ada@example.com'));
	expect(two).toEqual(refused(2, 'no address', 'Email'));
	expect(three).toEqual(approved(3, 'alan@example.com'));
	expect(four).toEqual(refused(4, 'nameless@example.com', 'First Name'));
	expect(more).toEqual([]);
	// Both bad rows are known to be bad before Zoom is asked.
	expect(added()).toBe(2);
	expect(sandbox.requests().filter(({ method }) => method === 'POST')).toHaveLength(3);
});

it('a meeting is created with registration on, and the people in the call are registered', async () => {
	const response = await client.callWebhook(PATHS.createMeeting, {
		topic: 'Quarterly review',
		start_time: '2031-05-06T09:30:00Z',
		people: [{ email: 'ada@example.com', first_name: 'Ada', last_name: 'Lovelace' }],
	});
	expect(await response.json()).toEqual([expect.objectContaining({ email: 'ada@example.com' })]);
	expect(sandbox.meetings()).toContainEqual(
		expect.objectContaining({ topic: 'Quarterly review', start_time: '2031-05-06T09:30:00Z' }),
	);
});

it('the same by hand, with people made up by the example', async () => {
	const id = examples.get('Create a meeting and register people') ?? '';
	const before = (await client.executions(id)).length;
	await client.runManually(id, 'By hand');
	const deadline = Date.now() + 60_000;
	const runs = async () => (await client.executions(id)).map(({ status }) => status);
	while ((await runs()).length === before || /new|running/.test((await runs())[0] ?? '')) {
		if (Date.now() > deadline) throw new Error('The run by hand did not end within a minute.');
		await sleep(100);
	}
	expect((await runs())[0]).toBe('success');
	const created = sandbox.meetings().find(({ topic }) => topic === 'Meeting with registration');
	expect(sandbox.registrants(created?.id ?? 0)).toHaveLength(2);
});
