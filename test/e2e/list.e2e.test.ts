import { z } from 'zod';
import { SEED, type Sandbox } from '../../sandbox';
import {
	chain,
	listFromWebhook,
	newSandbox,
	publish,
	report,
	sharedN8n,
	zoomCredential,
	zoomNode,
} from './harness';

const answers = z.array(
	z.object({
		email: z.string(),
		join_url: z.string().optional(),
		error: z.object({ message: z.string() }).optional(),
	}),
);

const client = sharedN8n();

const KINDS = [
	{ kind: 'meeting', newEvent: () => SEED.meeting },
	{ kind: 'webinar', newEvent: newWebinar },
] as const;

/** A webinar in an hour, large enough for all. */
function newWebinar(sandbox: Sandbox): string {
	const start_time = new Date(Date.now() + 3_600_000).toISOString().replace(/\.\d+/, '');
	const settings = { approval_type: 0 } as const;
	return String(
		sandbox.addWebinar({ topic: 'Launch', type: 5, start_time, settings, capacity: 3000 }).id,
	);
}

const byId = (value: string) => ({ __rl: true, mode: 'id', value });

/** Publishes "webhook → Add Many", which answers one entry for each row, in order. */
async function publishAddMany(
	path: string,
	sandbox: Sandbox,
	parameters: Record<string, unknown>,
): Promise<void> {
	const addMany = zoomNode(
		'Add many',
		{ operation: 'addMany', email: '={{ $json.email }}', ...parameters },
		path,
	);
	const steps = [...listFromWebhook(path), { ...addMany, onError: 'continueRegularOutput' }];
	await publish(client, zoomCredential(path, sandbox), chain(path, steps));
}

/** 1,000 people in an order of their own. */
function shuffledPeople() {
	return Array.from({ length: 1000 }, (_, index) => {
		const number = (index * 7919) % 1000;
		return { email: `person${number}@example.com`, first_name: `Person ${number}` };
	});
}

const registrants = (kind: string, event: string) => ({
	resource: `${kind}Registrant`,
	[`${kind}Id`]: byId(event),
	registrantFrom: 'define',
	firstName: '={{ $json.first_name }}',
});

it.each(KINDS)(
	'1,000 rows are registered for a $kind once each in 34 calls, paired with their rows',
	async ({ kind, newEvent }) => {
		const sandbox = await newSandbox();
		const event = newEvent(sandbox);
		await publishAddMany(`${kind}-thousand`, sandbox, registrants(kind, event));
		const rows = shuffledPeople();
		const response = await client.callWebhook(`${kind}-thousand`, rows);
		const results = answers.parse(await response.json());
		const links = new Map(
			sandbox.registrants(event).map(({ email, join_url: link }) => [email, link]),
		);
		expect(links.size).toBe(1000);
		expect(results.map(({ email, join_url: link }) => [email, link])).toEqual(
			rows.map(({ email }) => [email, links.get(email)]),
		);
		const { tokens, byEndpoint } = sandbox.counts();
		expect(tokens).toBe(1);
		expect(byEndpoint).toEqual({ [`POST /${kind}s/{${kind}Id}/batch_registrants`]: 34 });
	},
);

it.each(KINDS)(
	'the same for a $kind with 7 bad rows among them: 993 registered, 7 explained',
	async ({ kind, newEvent }) => {
		const sandbox = await newSandbox();
		const event = newEvent(sandbox);
		await publishAddMany(`${kind}-with-bad-rows`, sandbox, registrants(kind, event));
		const rows = shuffledPeople();
		const bad = new Map([
			[3, { email: 'no address', first_name: 'A' }],
			[200, { email: '', first_name: 'B' }],
			[201, { email: 'x@example.com', first_name: '' }],
			[420, { email: SEED.host.email, first_name: 'Host' }],
			[421, { email: 'y@example.com', first_name: 'y'.repeat(65) }],
			[777, { email: 'a@b@c.example.com', first_name: 'C' }],
			[999, { email: `${'z'.repeat(130)}@example.com`, first_name: 'Z' }],
		]);
		for (const [index, row] of bad) rows[index] = row;
		const response = await client.callWebhook(`${kind}-with-bad-rows`, rows);
		const results = answers.parse(await response.json());
		expect(results.map(({ email }) => email)).toEqual(rows.map(({ email }) => email));
		const failed = [...results.entries()].filter(([, { error }]) => error !== undefined);
		expect(failed.map(([index]) => index)).toEqual([...bad.keys()]);
		expect(sandbox.registrants(event)).toHaveLength(993);
		const calls = sandbox.counts().byEndpoint;
		const batches = calls[`POST /${kind}s/{${kind}Id}/batch_registrants`];
		const singles = calls[`POST /${kind}s/{${kind}Id}/registrants`];
		report(
			`${kind}: 1,000 rows with 7 bad ones took ${batches} batch calls and ${singles} single ones.`,
		);
		expect(batches).toBe(34);
		expect(singles).toBeLessThanOrEqual(30);
	},
);

it('100 panelists are added in 4 calls and one list, each with their own link', async () => {
	const sandbox = await newSandbox();
	const event = newWebinar(sandbox);
	const parameters = {
		webinarId: byId(event),
		panelistFrom: 'define',
		name: '={{ $json.first_name }}',
	};
	await publishAddMany('panelists', sandbox, { resource: 'panelist', ...parameters });
	const rows = shuffledPeople().slice(0, 100);
	const results = answers.parse(await (await client.callWebhook('panelists', rows)).json());
	const links = new Map(sandbox.panelists(event).map(({ email, join_url: link }) => [email, link]));
	expect(new Set(links.values()).size).toBe(100);
	expect(results.map(({ email, join_url: link }) => [email, link])).toEqual(
		rows.map(({ email }) => [email, links.get(email)]),
	);
	expect(sandbox.counts()).toMatchObject({
		tokens: 1,
		byEndpoint: {
			'POST /webinars/{webinarId}/panelists': 4,
			'GET /webinars/{webinarId}/panelists': 1,
		},
	});
});
