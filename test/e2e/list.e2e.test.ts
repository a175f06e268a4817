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

const BATCH = 'POST /meetings/{meetingId}/batch_registrants';
const SINGLE = 'POST /meetings/{meetingId}/registrants';
const answers = z.array(
	z.object({
		email: z.string(),
		join_url: z.string().optional(),
		error: z.object({ message: z.string() }).optional(),
	}),
);

const client = sharedN8n();

/** Publishes "webhook → Add Many", which answers one entry for each row, in order. */
async function publishAddMany(path: string, sandbox: Sandbox): Promise<void> {
	const addMany = zoomNode(
		'Add many',
		{
			resource: 'meetingRegistrant',
			operation: 'addMany',
			meetingId: { __rl: true, mode: 'id', value: SEED.meeting },
			email: '={{ $json.email }}',
			firstName: '={{ $json.first_name }}',
		},
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

it('1,000 rows are registered once each in 34 calls, paired with their rows', async () => {
	const sandbox = await newSandbox();
	await publishAddMany('thousand', sandbox);
	const rows = shuffledPeople();
	const response = await client.callWebhook('thousand', rows);
	const results = answers.parse(await response.json());
	const links = new Map(
		sandbox.registrants(SEED.meeting).map(({ email, join_url: link }) => [email, link]),
	);
	expect(links.size).toBe(1000);
	expect(results.map(({ email, join_url: link }) => [email, link])).toEqual(
		rows.map(({ email }) => [email, links.get(email)]),
	);
	const { tokens, byEndpoint } = sandbox.counts();
	expect(tokens).toBe(1);
	expect(byEndpoint).toEqual({ [BATCH]: 34 });
});

it('the same with 7 bad rows among them: 993 registered, 7 explained', async () => {
	const sandbox = await newSandbox();
	await publishAddMany('with-bad-rows', sandbox);
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
	const response = await client.callWebhook('with-bad-rows', rows);
	const results = answers.parse(await response.json());
	expect(results.map(({ email }) => email)).toEqual(rows.map(({ email }) => email));
	const failed = [...results.entries()].filter(([, { error }]) => error !== undefined);
	expect(failed.map(([index]) => index)).toEqual([...bad.keys()]);
	expect(sandbox.registrants(SEED.meeting)).toHaveLength(993);
	const { [BATCH]: batches = 0, [SINGLE]: singles = 0 } = sandbox.counts().byEndpoint;
	report(`1,000 rows with 7 bad ones took ${batches} batch calls and ${singles} single ones.`);
	expect(batches).toBe(34);
	expect(singles).toBeLessThanOrEqual(30);
});
