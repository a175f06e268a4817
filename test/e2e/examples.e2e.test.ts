import { z } from 'zod';
import { CREDENTIAL_NAME, PATHS, publishExamples } from '../../demo/examples';
import { whenRegistered, type N8nClient } from '../../demo/n8n';
import { SEED, type Sandbox } from '../sandbox';
import { chain, listFromWebhook, newSandbox, startN8n, zoomCredential, zoomNode } from './harness';

const BATCH = 'POST /meetings/{meetingId}/batch_registrants';
/** A webhook of the tests' own, by which people register for the meeting with approval. */
const ASK = 'ask-for-admission';
const STATUS = 'PUT /meetings/{meetingId}/registrants/status';
const importedLines = z.array(
	z.object({
		row: z.number(),
		email: z.string(),
		status: z.string(),
		join_url: z.string(),
		error: z.string(),
	}),
);

let client: N8nClient;
let credentialId: string;
let sandbox: Sandbox;

beforeAll(async () => {
	({ client } = await startN8n());
	const unused = zoomCredential(CREDENTIAL_NAME, await newSandbox());
	credentialId = await client.createCredential(unused);
	await publishExamples(client, credentialId);
	const ask = zoomNode(
		'Ask for admission',
		{
			resource: 'registrant',
			operation: 'add',
			meetingId: { __rl: true, mode: 'id', value: SEED.manual },
			email: '={{ $json.email }}',
			firstName: 'Somebody',
		},
		CREDENTIAL_NAME,
	);
	const id = await client.importWorkflow(chain(ASK, [...listFromWebhook(ASK), ask]), {
		[CREDENTIAL_NAME]: credentialId,
	});
	await client.publishWorkflow(id);
});

// Each test has a Zoom of its own, where nothing is counted yet.
beforeEach(async () => {
	sandbox = await newSandbox();
	await client.updateCredential(credentialId, zoomCredential(CREDENTIAL_NAME, sandbox));
});

async function postCsv(text: string): Promise<z.infer<typeof importedLines>> {
	const response = await whenRegistered(
		async () =>
			await fetch(client.address('webhook', PATHS.importCsv), {
				method: 'POST',
				headers: { 'content-type': 'text/csv' },
				body: text,
			}),
	);
	return importedLines.parse(await response.json());
}

describe('import of a CSV file', () => {
	it('registers 498 of 500 people in 17 calls and explains the 2 bad rows', async () => {
		const rows = Array.from({ length: 500 }, (_, index) => ({
			email: `person${index}@example.com`,
			firstName: `Person ${index}`,
		}));
		rows[41] = { email: 'no address', firstName: 'Nobody' };
		rows[333] = { email: 'nameless@example.com', firstName: '' };
		const csv = rows.map(({ email, firstName }) => `${email},${firstName},"Of, Many"`);
		const lines = await postCsv(['email,first_name,last_name', ...csv].join('\r\n'));

		const registered = sandbox.registrants(SEED.meeting);
		expect(registered).toHaveLength(498);
		expect(registered).toContainEqual(
			expect.objectContaining({
				email: 'person7@example.com',
				first_name: 'Person 7',
				last_name: 'Of, Many',
			}),
		);
		const links = new Map(registered.map(({ email, join_url: link }) => [email, link]));
		expect(lines.map(({ row, email, join_url: link }) => [row, email, link])).toEqual(
			rows.map(({ email }, index) => [index + 1, email, links.get(email) ?? '']),
		);
		const refused = lines.filter(({ status }) => status !== 'approved');
		expect(refused).toEqual([
			expect.objectContaining({
				row: 42,
				status: 'not registered',
				error: expect.stringContaining('Email'),
			}),
			expect.objectContaining({
				row: 334,
				status: 'not registered',
				error: expect.stringContaining('First Name'),
			}),
		]);
		expect(sandbox.counts()).toMatchObject({ tokens: 1 });
		expect(sandbox.counts().byEndpoint).toEqual({ [BATCH]: 17 });
	});

	it('takes a file with the byte order mark that Excel writes', async () => {
		const lines = await postCsv('\uFEFFemail,first_name,last_name\nada@example.com,Ada,\n');
		expect(lines).toEqual([expect.objectContaining({ row: 1, status: 'approved' })]);
		expect(sandbox.registrants(SEED.meeting)).toHaveLength(1);
	});
});

describe("approval of a company's people", () => {
	const FROM_COMPANY = ['ada@example.com', 'alan@EXAMPLE.com'];
	const OTHERS = ['grace@example.org', 'eve@notexample.com', 'bob@sub.example.com'];

	async function approve(domain: string): Promise<{ status: number; body: unknown }> {
		const response = await client.callWebhook(PATHS.approveCompany, { domain });
		return { status: response.status, body: await response.json() };
	}

	function emailsWith(status: string): string[] {
		const people = sandbox.registrants(SEED.manual).filter((one) => one.status === status);
		return people.map(({ email }) => email).sort();
	}

	/** Has everybody ask for admission. */
	async function register(emails: string[]): Promise<void> {
		const rows = emails.map((email) => ({ email }));
		const response = await client.callWebhook(ASK, rows);
		expect(await response.json()).toHaveLength(emails.length);
		expect(emailsWith('pending')).toEqual([...emails].sort());
		sandbox.resetCounts();
	}

	it('approves those of its domain in one call, nobody else, and tells who', async () => {
		await register([...OTHERS, ...FROM_COMPANY]);
		const { status, body } = await approve('Example.com');
		expect(status).toBe(200);
		const told = z.array(z.object({ email: z.string(), status: z.string() })).parse(body);
		expect(told.map(({ email }) => email.toLowerCase()).sort()).toEqual(
			FROM_COMPANY.map((email) => email.toLowerCase()),
		);
		expect(told.map((one) => one.status)).toEqual(['approved', 'approved']);
		expect(emailsWith('approved')).toEqual(told.map(({ email }) => email).sort());
		expect(emailsWith('pending')).toEqual([...OTHERS].sort());
		expect(sandbox.counts().byEndpoint[STATUS]).toBe(1);
	});

	it.each(['example.net', ''])('approves nobody for the domain "%s"', async (domain) => {
		await register(OTHERS);
		expect(await approve(domain)).toEqual({ status: 200, body: [] });
		expect(emailsWith('pending')).toEqual([...OTHERS].sort());
	});

	it('answers an empty list where nobody waits', async () => {
		expect(await approve('example.com')).toEqual({ status: 200, body: [] });
	});
});

it('who registered for a past meeting but did not come is listed', async () => {
	const people = sandbox.registrants(SEED.over).map(({ email }) => email);
	expect(people).toEqual(expect.arrayContaining([...SEED.attendance.came]));
	const response = await client.callWebhook(PATHS.stayedAway, {});
	expect(await response.json()).toEqual([
		{ email: SEED.attendance.stayedAway, first_name: 'Lea', last_name: 'Blum' },
	]);
});
