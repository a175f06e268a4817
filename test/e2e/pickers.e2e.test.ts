import { SEED } from '../../sandbox';
import { CREDENTIAL_TYPE, newSandbox, sharedN8n, zoomCredential } from './harness';

/* The panel's lists, as the editor gets them from real n8n. */

const client = sharedN8n();

async function panel(scopes?: string[]) {
	const sandbox = await newSandbox({ ...(scopes && { scopes }) });
	sandbox.addMeeting({
		topic: 'Tea',
		host_email: SEED.secondHost.email,
		start_time: '2031-05-04T06:00:00Z',
	});
	const credential = zoomCredential(`panel ${sandbox.clientId}`, sandbox);
	const id = await client.createCredential(credential);
	const credentials = { [CREDENTIAL_TYPE]: { id, name: credential.name } };
	const show = async (method: string, parameters: object, filter?: string) =>
		await client.listResults(
			{ nodeType: 'n8n-nodes-zoom.zoom', method, parameters, credentials },
			filter,
		);
	return { sandbox, show };
}

const GET = { resource: 'meeting', operation: 'get' };
const PAST = { resource: 'pastMeeting', operation: 'get' };

it('shows the meetings of the owner, and of hosts who are searched for', async () => {
	const { show } = await panel();
	const opened = await show('searchMeetings', GET);
	expect(opened).toContainEqual({
		name: expect.stringMatching(/^Product webinar \(\w{3} 17 Mar \d{4}, \d\d:\d\d\)$/),
		value: SEED.meeting,
	});
	for (const text of ['anna', 'ito', 'anna@ex', SEED.secondHost.email]) {
		const [found] = await show('searchMeetings', GET, text);
		expect(found?.name).toMatch(/^Tea \(Sun 4 May 2031, \d\d:\d\d\) · anna@example\.com$/);
	}
	expect(await show('searchMeetings', GET, 'nobody@example.org')).toEqual([]);
});

it('shows meetings that are over to Past Meeting', async () => {
	const { show } = await panel();
	const values = (await show('searchMeetings', PAST)).map(({ value }) => value);
	expect(values).toEqual([SEED.workshopOver, SEED.over]);
});

it('tells a failure as a line that cannot be chosen, and goes on searching', async () => {
	const { show, sandbox } = await panel(['user:read:list_users:admin']);
	expect(await show('searchMeetings', GET, 'tea')).toEqual([
		{ name: 'The Zoom app is missing a scope for this operation', value: false },
	]);
	sandbox.configure({ scopes: 'all' });
	sandbox.revokeTokens();
	expect(await show('searchMeetings', GET, 'product')).toHaveLength(1);
});
