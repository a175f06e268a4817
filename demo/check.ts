import { sleep } from 'n8n-workflow';
import { z } from 'zod';
import { SEED, type Sandbox } from '../sandbox';
import { meetingEnded } from '../sandbox/events/build';
import { PATHS } from './examples';
import { fillInForm, whenRegistered, type N8nClient } from './n8n';

const VISITOR = { 'First name': 'Grace', 'Last name': 'Hopper', Email: 'grace@example.com' };

const EVENT_EXAMPLE = 'mail-no-shows.json';
const EVENT_ARRIVES_WITHIN_MS = 15_000;

const BAD_ROW = 3;
const ROWS = [
	{ email: 'ada@example.com', first_name: 'Ada', last_name: 'Lovelace' },
	{ email: 'alan@example.com', first_name: 'Alan', last_name: 'Turing' },
	{ email: 'no address at all', first_name: 'Nobody', last_name: '' },
	{ email: 'radia@example.com', first_name: 'Radia', last_name: 'Perlman' },
	{ email: 'edsger@example.com', first_name: 'Edsger', last_name: 'Dijkstra' },
];

const answerLine = z.object({
	row: z.number(),
	email: z.string(),
	status: z.string(),
	join_url: z.string().optional(),
	error: z.string().optional(),
	hint: z.string().optional(),
});
const ORDER = {
	number: '1001',
	billing: { email: 'hedy@example.com', first_name: 'Hedy', last_name: 'Lamarr', company: '' },
};
const placeInWebinar = z.object({ status: z.string(), join_url: z.string().optional() });
const listedRegistrant = z.object({ email: z.string(), join_url: z.string() }).passthrough();

/**
 * Uses the published examples as people would, prints what came of it, and returns a sentence for
 * each thing that is not as it should be.
 * @param workflows the IDs of the published examples by their files
 */
export async function checkExamples(
	client: N8nClient,
	sandbox: Sandbox,
	workflows: ReadonlyMap<string, string>,
	out: Pick<Console, 'log' | 'table'>,
): Promise<string[]> {
	const differences: string[] = [];
	const expect = (isRight: boolean, sentence: string): void => {
		if (!isRight) differences.push(sentence);
	};

	const page = await fillInForm(client.address('form', PATHS.form), VISITOR);
	out.log(`\nThe form's last page: ${page.title}. ${page.message}`);

	const lines = await postRows(client);
	const bad = lines[BAD_ROW - 1];
	out.log(`Row ${BAD_ROW} was told: ${bad?.error} ${bad?.hint}`);

	const listed = await createMeeting(client);
	const place = await order(client);
	const registered = sandbox.registrants(SEED.meeting);
	const attendees = sandbox.registrants(SEED.webinar);
	out.log('\nRegistered for the meeting of the form and the webhook:');
	out.table(registered.map(({ email, status, join_url }) => ({ email, status, join_url })));
	out.log('Registered for the meeting that was created:');
	out.table(listed.map(({ email, join_url }) => ({ email, join_url })));
	out.log('Registered for the webinar of the shop order:');
	out.table(attendees.map(({ email, status, join_url }) => ({ email, status, join_url })));

	const linkOf = (email: string): string | undefined =>
		registered.find((registrant) => registrant.email === email)?.join_url;
	const visitorLink = linkOf(VISITOR.Email);
	expect(
		visitorLink !== undefined && page.links.includes(visitorLink),
		"the form's last page does not show the join link of the registrant",
	);
	expect(
		lines.map(({ row }) => row).join() === ROWS.map((_, index) => index + 1).join(),
		`the webhook did not answer one line for each row in order: ${JSON.stringify(lines)}`,
	);
	for (const line of lines.filter(({ row }) => row !== BAD_ROW)) {
		expect(
			line.status === 'approved' && line.join_url === linkOf(line.email),
			`row ${line.row} is not told its join link: ${JSON.stringify(line)}`,
		);
	}
	expect(
		bad?.status === 'not registered' && Boolean(bad.error),
		`the bad row is not told so: ${JSON.stringify(bad)}`,
	);
	expect(registered.length === ROWS.length, `${registered.length} people are registered, not 5`);
	const [attendee] = attendees;
	expect(
		attendees.length === 1 && attendee?.email === ORDER.billing.email,
		`${attendees.length} people are registered for the webinar, not the buyer alone`,
	);
	expect(
		place.status === 'approved' && place.join_url === attendee?.join_url,
		`the shop is not told the buyer's join link: ${JSON.stringify(place)}`,
	);
	expect(listed.length === 2, `${listed.length} people are in the created meeting, not 2`);

	const counts = sandbox.counts();
	out.log('Requests that the stand-in for Zoom counted:');
	out.table({
		'POST /oauth/token': counts.tokens,
		...counts.byEndpoint,
		'answered 401': counts.unauthorized,
		'answered 429': counts.tooMany,
	});
	expect(counts.tokens === 1, `${counts.tokens} tokens were fetched, not 1`);
	expect(counts.unauthorized === 0, `${counts.unauthorized} requests had no valid token`);
	expect(
		counts.byEndpoint['POST /meetings/{meetingId}/registrants'] === 7,
		'7 people were to be registered with one request each',
	);

	const statuses = await receiveEvent(client, sandbox, workflows.get(EVENT_EXAMPLE) ?? '');
	out.log(`\nZoom's event "meeting ended" started a workflow: ${statuses.join(', ')}.`);
	expect(
		statuses.join() === 'success',
		`one run was to come of the event, and to succeed: ${statuses.join(', ') || 'none came'}`,
	);
	return differences;
}

/** Subscribes an example as Zoom would, sends it an event, and returns how its runs ended. */
async function receiveEvent(
	client: N8nClient,
	sandbox: Sandbox,
	workflowId: string,
): Promise<string[]> {
	const url = client.address('webhook', PATHS.noShows);
	await whenRegistered(async () => await fetch(url, { method: 'POST' }));
	await sandbox.subscribe(url, ['meeting.ended']);
	await sandbox.announce(meetingEnded, SEED.over);
	const deadline = Date.now() + EVENT_ARRIVES_WITHIN_MS;
	for (;;) {
		const statuses = (await client.executions(workflowId)).map(({ status }) => status);
		const done = statuses.length > 0 && !statuses.some((one) => /new|running/.test(one));
		if (done || Date.now() > deadline) return statuses;
		await sleep(100);
	}
}

async function postRows(client: N8nClient): Promise<Array<z.infer<typeof answerLine>>> {
	const response = await client.callWebhook(PATHS.register, ROWS);
	return z.array(answerLine).parse(await response.json());
}

async function order(client: N8nClient): Promise<z.infer<typeof placeInWebinar>> {
	const response = await client.callWebhook(PATHS.shopOrder, ORDER);
	return placeInWebinar.parse(await response.json());
}

async function createMeeting(client: N8nClient): Promise<Array<z.infer<typeof listedRegistrant>>> {
	const response = await client.callWebhook(PATHS.createMeeting, {});
	return z.array(listedRegistrant).parse(await response.json());
}
