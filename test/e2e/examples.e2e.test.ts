/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs on a developer's machine, never inside n8n */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { sleep } from 'n8n-workflow';
import { z } from 'zod';
import { CREDENTIAL_NAME, PATHS, publishExamples, readExample } from '../../demo/examples';
import { fillInForm, whenRegistered } from '../../demo/n8n';
import { DEFAULT_SCOPES, SEED, type Sandbox } from '../../sandbox';
import { meetingEnded } from '../../sandbox/events/build';
import {
	recordingCompleted,
	summaryCompleted,
	transcriptCompleted,
} from '../../sandbox/events/recordings';
import {
	chain,
	collect,
	listFromWebhook,
	newSandbox,
	post,
	sharedN8n,
	zoomCredential,
	zoomNode,
} from './harness';

const BATCH = 'POST /meetings/{meetingId}/batch_registrants';
/** A webhook of the tests' own, by which people register for the meeting with approval. */
const ASK = 'ask-for-admission';
const STATUS = 'PUT /meetings/{meetingId}/registrants/status';
const lines = z.array(
	z.object({
		row: z.number(),
		email: z.string(),
		status: z.string(),
		join_url: z.string().optional(),
		error: z.string().optional(),
	}),
);
const importedLines = z.array(
	z.object({
		row: z.number(),
		email: z.string(),
		status: z.string(),
		join_url: z.string(),
		warning: z.string(),
		error: z.string(),
	}),
);
/** A webinar series, as its example answers it. */
const createdSeries = z.object({
	id: z.number(),
	sessions: z.array(z.object({ occurrence_id: z.string() })),
});

const run = promisify(execFile);
const matches = (text: string, pattern: RegExp) =>
	[...text.matchAll(pattern)].map(([, found = '']) => found);

const client = sharedN8n();
let workflows: Map<string, string>;
let credentialId: string;
let sandbox: Sandbox;

beforeAll(async () => {
	const unused = zoomCredential(CREDENTIAL_NAME, await newSandbox());
	credentialId = await client.createCredential(unused);
	workflows = await publishExamples(client, credentialId);
	const ask = zoomNode(
		'Ask for admission',
		{
			resource: 'meetingRegistrant',
			operation: 'add',
			meetingId: { __rl: true, mode: 'id', value: SEED.manual },
			email: '={{ $json.email }}',
			registrantFrom: 'define',
			firstName: 'Somebody',
		},
		CREDENTIAL_NAME,
	);
	const id = await client.importWorkflow(chain(ASK, [...listFromWebhook(ASK), ask]), {
		[CREDENTIAL_NAME]: credentialId,
	});
	await client.publishWorkflow(id);
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

describe('the registration form', () => {
	it('a person who fills in the form is registered and sees the join link', async () => {
		const page = await fillInForm(client.address('form', PATHS.form), {
			'First name': 'Grace',
			'Last name': "O'Hopper <3",
			Email: 'grace@example.com',
		});
		const link = linkOf('grace@example.com');
		expect(link).toMatch(/^https:/);
		expect(page.links).toEqual([link]);
		expect(page.message).toContain('Join the meeting');
		expect(page.message).not.toContain('https:');
		const year = new Date().getUTCFullYear() + 1;
		expect(page.message).toMatch(
			new RegExp(`Product webinar.*, 17 March ${year}, \\d\\d:\\d\\d \\S+`),
		);
		expect(sandbox.registrants(SEED.meeting)).toEqual([
			expect.objectContaining({ first_name: 'Grace', last_name: "O'Hopper <3" }),
		]);
	});

	it('a person who the host has to approve first is told to wait', async () => {
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

	it('a person who Zoom refuses is told so on the page', async () => {
		const values = { 'First name': 'Harriet', 'Last name': 'Host', Email: SEED.host.email };
		const page = await fillInForm(client.address('form', PATHS.form), values);
		expect(page.title).toBe('You are not registered');
		expect(page.message).toBe("You host this meeting, so you don't need to register.");
	});

	it('what is wrong with the setup is not shown to the person', async () => {
		const scopes = DEFAULT_SCOPES.filter((scope) => scope !== 'meeting:write:registrant:admin');
		await useSandbox(await newSandbox({ scopes }));
		const values = { 'First name': 'Grace', Email: 'grace@example.com' };
		const page = await fillInForm(client.address('form', PATHS.form), values);
		expect(page.title).toBe('You are not registered');
		expect(page.message).toMatch(/^Please check .* write to events@example\.com\.$/);
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

it('one person takes no list, as JSON or as a form sends it', async () => {
	const person = { email: 'ada@example.com', first_name: 'Ada', last_name: 'Lovelace' };
	const json = await client.callWebhook(PATHS.register, person);
	expect(lines.parse(await json.json())).toEqual([
		{ row: 1, email: person.email, status: 'approved', join_url: linkOf(person.email) },
	]);
	const body = new URLSearchParams({ email: 'alan@example.com', first_name: 'Alan' });
	const form = await fetch(client.address('webhook', PATHS.register), { method: 'POST', body });
	expect(lines.parse(await form.json())).toEqual([
		expect.objectContaining({ row: 1, email: 'alan@example.com', status: 'approved' }),
	]);
	expect(sandbox.registrants(SEED.meeting)).toHaveLength(2);
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
	const id = workflows.get('create-meeting-and-register.json') ?? '';
	const before = (await client.executions(id)).length;
	await client.runManually(id, 'Run manually');
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

async function postFile(path: string, file: string | Buffer): Promise<unknown> {
	const response = await whenRegistered(
		async () =>
			await fetch(client.address('webhook', path), {
				method: 'POST',
				headers: { 'content-type': 'text/csv' },
				body: file,
			}),
	);
	return await response.json();
}

const postCsv = async (file: string | Buffer, path = PATHS.importCsv) =>
	importedLines.parse(await postFile(path, file));

const sample = (name: string) => readFileSync(join(__dirname, '..', '..', 'examples', name));

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

	it('takes the sample file as a form or curl -F uploads it', async () => {
		const body = new FormData();
		body.append('data', new Blob([sample('people.csv')], { type: 'text/csv' }), 'people.csv');
		const url = client.address('webhook', PATHS.importCsv);
		const response = await whenRegistered(async () => await fetch(url, { method: 'POST', body }));
		const lines = importedLines.parse(await response.json());
		expect(lines.map(({ status }) => status)).toEqual(['approved', 'approved', 'approved']);
		expect(lines.map(({ join_url: link }) => link)).toEqual(
			lines.map(({ email }) => linkOf(email)),
		);
	});

	it.each([
		['UTF-8', (text: string) => Buffer.from(text)],
		["Excel's own encoding", (text: string) => Buffer.from(text, 'latin1')],
	])('takes semicolons and headings of another language, in %s', async (_, encode) => {
		const lines = await postCsv(encode(sample('people-semicolons.csv').toString()));
		expect(lines).toMatchObject([
			{ row: 1, email: 'juergen@example.com', status: 'approved', error: '' },
			{ row: 2, email: 'franziska@example.com', status: 'approved', error: '' },
		]);
		for (const { warning } of lines) expect(warning).toContain('"Firma"');
		expect(sandbox.registrants(SEED.meeting)).toEqual([
			expect.objectContaining({ first_name: 'Jürgen', last_name: 'Groß' }),
			expect.objectContaining({ first_name: 'Franziska', last_name: 'König' }),
		]);
	});

	it('names a row by its address also where it fails', async () => {
		const lines = await postCsv('E-Mail;Vorname\nada@example.com;\n');
		expect(lines).toMatchObject([{ row: 1, email: 'ada@example.com', status: 'not registered' }]);
		expect(lines[0]?.error).toContain('First Name');
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

describe('webinars', () => {
	const linkIn = (webinar: string, email: string) =>
		sandbox.registrants(webinar).find((one) => one.email === email)?.join_url;
	const order = (email: string) => ({
		number: '1042',
		billing: { email, first_name: 'Ada', last_name: 'Lovelace', company: 'Engines Ltd' },
	});

	it("a shop's order registers the buyer, who gets the personal link", async () => {
		const response = await client.callWebhook(PATHS.shopOrder, order('ada@example.com'));
		expect(await response.json()).toEqual({
			order: '1042',
			status: 'approved',
			join_url: linkIn(SEED.webinar, 'ada@example.com'),
		});
		expect(sandbox.registrants(SEED.webinar)).toEqual([
			expect.objectContaining({ email: 'ada@example.com', org: 'Engines Ltd' }),
		]);
	});

	it('an order without an address is told so', async () => {
		const response = await client.callWebhook(PATHS.shopOrder, order('no address'));
		expect(await response.json()).toMatchObject({
			order: '1042',
			status: 'not registered',
			error: expect.stringContaining('Email'),
		});
	});

	it('panelists of a sheet are added in one call, each told the link, bad rows in their place', async () => {
		const csv =
			'email,name\nada@example.com,Ada Lovelace\nno address,Nobody\nalan@example.com,Alan';
		const told = await postCsv(csv, PATHS.panelists);
		const links = new Map(
			sandbox.panelists(SEED.webinar).map(({ email, join_url: link }) => [email, link]),
		);
		expect(links.size).toBe(2);
		expect(told.map(({ email, status, join_url: link }) => [email, status, link])).toEqual([
			['ada@example.com', 'added', links.get('ada@example.com')],
			['no address', 'not added', ''],
			['alan@example.com', 'added', links.get('alan@example.com')],
		]);
		expect(sandbox.counts().byEndpoint['POST /webinars/{webinarId}/panelists']).toBe(1);
	});

	it.each([
		['UTF-8', (text: string) => Buffer.from(text)],
		["Excel's own encoding", (text: string) => Buffer.from(text, 'latin1')],
	])('panelists are read from semicolons and other headings too, in %s', async (_, encode) => {
		const file = encode(sample('people-semicolons.csv').toString());
		const told = await postCsv(file, PATHS.panelists);
		expect(told).toMatchObject([
			{ row: 1, email: 'juergen@example.com', status: 'added', error: '' },
			{ row: 2, email: 'franziska@example.com', status: 'added', error: '' },
		]);
		expect(sandbox.panelists(SEED.webinar).map(({ name }) => name)).toEqual([
			'Jürgen Groß',
			'Franziska König',
		]);
	});

	it('a series is created, and a person is registered for the chosen session', async () => {
		const created = await client.callWebhook(PATHS.webinarSeries, {
			topic: 'Masterclass',
			start_time: '2031-05-05T09:30:00Z',
			weekdays: ['Monday'],
			times: 3,
		});
		const series = createdSeries.parse(await created.json());
		expect(series.sessions).toHaveLength(3);
		const chosen = await client.callWebhook(PATHS.chooseSessions, {
			webinar_id: series.id,
			email: 'ada@example.com',
			first_name: 'Ada',
			last_name: 'Lovelace',
			sessions: [series.sessions[1]?.occurrence_id],
		});
		expect(await chosen.json()).toMatchObject({
			email: 'ada@example.com',
			status: 'approved',
			join_url: expect.stringMatching(/^https:/),
			error: '',
		});
	});
});

/** Waits until something holds, a minute at most. */
async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
	const deadline = Date.now() + 60_000;
	while (!(await holds()) && Date.now() < deadline) await sleep(50);
	expect(await holds()).toBe(true);
}

describe('attendance', () => {
	it('those who were there for 80 percent get a certificate', async () => {
		const response = await client.callWebhook(PATHS.certificates, {});
		const told = z.array(
			z.object({ email: z.string(), minutes: z.number(), certificate: z.string() }),
		);
		const people = told.parse(await response.json());
		expect(people[0]?.certificate).toMatch(/<p>Nora[^<]* attended the workshop for 95 minutes/);
		expect(people.map(({ email, minutes }) => ({ email, minutes }))).toEqual([
			{ email: 'nora@example.org', minutes: 95 },
			{ email: 'paul@example.org', minutes: 85 },
			{ email: 'uma@example.org', minutes: 90 },
		]);
	});

	it.each([
		['commas', 'email,n\nnora@example.org,\ntara@example.org,\nx@example.org,\nrita@example.org,'],
		['semicolons', sample('attendees.csv').toString()],
	])('a list of people with %s comes back with who came and for how long', async (_, file) => {
		expect(await postFile(PATHS.attendanceSheet, file)).toEqual([
			expect.objectContaining({ email: 'nora@example.org', attended: 'yes', minutes: 95 }),
			expect.objectContaining({ email: 'tara@example.org', attended: 'no', group: 'noShow' }),
			expect.objectContaining({ email: 'rita@example.org', percent: 30, group: 'partial' }),
			expect.objectContaining({ email: 'x@example.org', attended: 'not registered', minutes: 0 }),
		]);
	});
});

describe("Zoom's events", () => {
	async function subscribe(path: string, events: string[]): Promise<void> {
		const url = client.address('webhook', path);
		await whenRegistered(async () => await fetch(url, { method: 'POST' }));
		await sandbox.subscribe(url, events);
	}

	it('a registration is approved if its address is on the list, and denied if not', async () => {
		await subscribe(PATHS.guestList, ['meeting.registration_created']);
		const guests = { 'Ada@example.com': 'approved', 'eve@example.com': 'denied' };
		await client.callWebhook(
			ASK,
			Object.keys(guests).map((email) => ({ email })),
		);
		const statuses = () =>
			Object.fromEntries(
				sandbox.registrants(SEED.manual).map(({ email, status }) => [email, status]),
			);
		await until(() => !Object.values(statuses()).includes('pending'));
		expect(statuses()).toEqual(guests);
	});

	it('after a meeting, who registered but did not come is written to', async () => {
		const { url, received } = await collect();
		const example = readExample('mail-no-shows.json');
		// No mail server is here: what would be mailed is posted to us. The address is another one, since
		// the example that is published has its own.
		const copy = 'copy-of-missed-you';
		const nodes = example.nodes.map((node) => {
			if (node.name === 'Send Email') return { ...post(url), name: node.name };
			return node.type.endsWith('.zoomTrigger') ? { ...node, webhookId: copy } : node;
		});
		const id = await client.importWorkflow(
			{ ...example, nodes },
			{ [CREDENTIAL_NAME]: credentialId },
		);
		await client.publishWorkflow(id);
		await subscribe(`${copy}/zoom`, ['meeting.ended']);
		await sandbox.announce(meetingEnded, SEED.over);
		await until(() => received.length > 0);
		await sleep(300);
		expect(received).toEqual([
			expect.objectContaining({ email: SEED.attendance.stayedAway, first_name: 'Lea' }),
		]);
	});

	it('after a meeting, each group is written to in its own words', async () => {
		const { url, received } = await collect();
		const example = readExample('follow-up-by-attendance.json');
		const copy = 'copy-of-follow-up';
		const nodes = example.nodes.map((node) => {
			if (node.type.endsWith('.emailSend')) {
				return { ...post(`${url}/${node.name.replaceAll(' ', '-')}`), name: node.name };
			}
			return node.type.endsWith('.zoomTrigger') ? { ...node, webhookId: copy } : node;
		});
		const id = await client.importWorkflow(
			{ ...example, nodes },
			{ [CREDENTIAL_NAME]: credentialId },
		);
		await client.publishWorkflow(id);
		await subscribe(`${copy}/zoom`, ['meeting.ended']);
		await sandbox.announce(meetingEnded, SEED.workshopOver);
		await until(() => received.length >= 6);
		await sleep(300);
		const groups = z
			.array(z.object({ name: z.string(), group: z.string() }))
			.parse(received)
			.map(({ name, group }) => `${group}: ${name}`);
		expect(groups.sort()).toEqual([
			'fullAttendance: Nora Lind',
			'fullAttendance: Paul Meyer',
			'fullAttendance: Uma Rao',
			'noShow: Sven Olsen',
			'noShow: Tara Quinn',
			'partial: Rita Sousa',
		]);
	});

	it('a recording is kept with its transcript and summary beside it', async () => {
		const [recorded] = sandbox.recordings();
		const [summary] = sandbox.summaries();
		if (!recorded || !summary) throw new Error('The seed has no recording or no summary');
		const events = [
			'recording.completed',
			'recording.transcript_completed',
			'meeting.summary_completed',
		];
		await subscribe(PATHS.recordings, events);
		sandbox.resetCounts();
		await sandbox.announce((source) => recordingCompleted(source, recorded), SEED.over);
		await sandbox.announce((source) => transcriptCompleted(source, recorded), SEED.over);
		await sandbox.announce((source) => summaryCompleted(source, summary), SEED.over);
		const id = workflows.get('download-recordings.json') ?? '';
		const runs = async () => await client.executions(id);
		const hasEnded = ({ status }: { status: string }) => ['success', 'error'].includes(status);
		await until(async () => (await runs()).filter(hasEnded).length === 3);
		expect((await runs()).map(({ status }) => status)).toEqual(['success', 'success', 'success']);
		const kept = await Promise.all((await runs()).map((run) => client.executionData(run.id)));
		for (const name of [
			'Shared screen with speaker view.mp4',
			'Chat file.txt',
			' - Transcript.md',
			' - Summary.md',
		]) {
			expect([name, kept.filter((data) => data.includes(name)).length]).toEqual([name, 1]);
		}
		// The events bring the files' token: only the summary is asked for.
		expect(sandbox.counts().byEndpoint).toEqual({
			'GET /meetings/{meetingId}/meeting_summary': 1,
		});
	});
});

it("the commands of the examples' page do what the page says, one after the other", async () => {
	const page = sample('README.md').toString();
	const commands = matches(page, /^curl (.*)$/gm);
	expect(commands.length).toBeGreaterThan(10);
	let last: unknown;
	for (const command of commands) {
		const series = createdSeries.safeParse(last).data;
		const filled = command
			.replace('http://127.0.0.1:5678/webhook/', client.address('webhook', ''))
			.replace('=ID&', `=${series?.id}&`)
			.replace('=OCCURRENCE_ID', `=${series?.sessions[0]?.occurrence_id}`);
		const args = matches(filled, /("[^"]*"|\S+)/g).map((part) => part.replaceAll('"', ''));
		const { stdout } = await run('curl', ['--silent', '--show-error', '--fail', ...args], {
			cwd: join(__dirname, '..', '..'),
		});
		expect([command, stdout]).toEqual([command, expect.not.stringMatching(/"error":"[^"]/)]);
		last = JSON.parse(stdout);
	}
	expect(last).toMatchObject({ status: 'approved', join_url: expect.stringMatching(/^https:/) });
	expect(sandbox.registrants(SEED.meeting)).toHaveLength(3);
	expect(sandbox.registrants(SEED.webinar)).toHaveLength(1);
	expect(sandbox.panelists(SEED.webinar)).toHaveLength(2);
});
