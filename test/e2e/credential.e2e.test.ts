import { SEED, type Sandbox } from '../../sandbox';
import {
	addRegistrant,
	callAtOnce,
	chain,
	listFromWebhook,
	n8nVersion,
	newSandbox,
	people,
	publish,
	sharedN8n,
	zoomCredential,
} from './harness';

const client = sharedN8n();
const [major = 0, minor = 0] = n8nVersion().split('.').map(Number);

const workflowOf = (name: string, credential = name) =>
	chain(name, [...listFromWebhook(name), addRegistrant(credential)]);

async function register(path: string, count: number): Promise<void> {
	const answers = await callAtOnce(client, path, [people(path, count)]);
	expect(answers).toEqual([{ status: 200, text: expect.stringContaining('join_url') }]);
}

describe('somebody who may use a credential, but not edit it', () => {
	let sandbox: Sandbox;

	it('has their workflows run with it, and its token stored', async () => {
		sandbox = await newSandbox();
		const credential = { ...zoomCredential('shared', sandbox), isGlobal: true };
		const id = await client.createCredential(credential);
		const member = await client.addMember('member@example.com');
		const workflow = await member.importWorkflow(workflowOf('shared'), { shared: id });
		await member.publishWorkflow(workflow);
		await register('shared', 1);
		await register('shared', 1);
		expect(sandbox.registrants(SEED.meeting)).toHaveLength(1);
		expect(sandbox.counts().tokens).toBe(1);
		// Blanked, so there is one.
		const { data } = await client.getCredential(id);
		expect(data.sessionToken).toEqual(expect.stringContaining('__n8n_BLANK_VALUE_'));
		const edit = member.updateCredential(id, zoomCredential('shared', sandbox));
		await expect(edit).rejects.toThrow(/40[34]/);
	});
});

it('what expressions in a credential resolve to is stored by older versions of n8n', async () => {
	const sandbox = await newSandbox();
	const written = `={{ "${sandbox.clientId}" }}`;
	const credential = zoomCredential('expression', sandbox, { clientId: written });
	const { credentialId } = await publish(client, credential, workflowOf('expression'));
	await register('expression', 1);
	const { data } = await client.getCredential(credentialId);
	const stays = major > 2 || (major === 2 && minor >= 41);
	expect(data.clientId).toBe(stays ? written : sandbox.clientId);
});
