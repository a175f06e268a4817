/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs on a developer's machine, never inside n8n */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { z } from 'zod';
import type { N8nClient, WorkflowNode } from '../../demo/n8n';
import { resources } from '../../nodes/Zoom/actions';
import { SEED, type Sandbox } from '../../sandbox';
import {
	chain,
	newSandbox,
	report,
	startN8n,
	whenDone,
	zoomCredential,
	zoomNode,
} from '../e2e/harness';
import { creatorEntry, openBrowser, openNode } from './editor';
import { Person } from './person';

/*
 * What a newcomer meets: a real n8n with one Zoom credential, and nothing else in it. n8n's own test
 * IDs say what is clicked.
 */

const OURS = 'Zoom Server-to-Server';
const SCHEMAS = join(__dirname, '../../nodes/Zoom/__schema__/v1.0.0');

let sandbox: Sandbox;
let client: N8nClient;
let credentialId: string;
let page: Page;

beforeAll(async () => {
	sandbox = await newSandbox();
	({ client } = await startN8n());
	credentialId = await client.createCredential(zoomCredential('Zoom', sandbox));
	const browser = await openBrowser(client);
	whenDone(browser.close);
	page = browser.page;
});

const byTestId = (id: string) => page.getByTestId(id);

async function openEmptyCanvas(): Promise<void> {
	await page.goto(`${client.url}/workflow/new`);
	await byTestId('canvas-add-button').waitFor();
}

describe('the search', () => {
	beforeAll(async () => {
		await openEmptyCanvas();
		await byTestId('node-creator-plus-button').click();
	});

	it.each(['zoom', 'registrant', 'webinar registration'])('for %s finds our node', async (text) => {
		await byTestId('node-creator-search-bar').fill(text);
		const entry = creatorEntry(page, OURS).first();
		await entry.waitFor();
		expect(await entry.innerText()).toContain('Register people for Zoom meetings and webinars');
	});
});

it('takes at most 19 actions from an empty canvas to the first registrant, 5 of them in our node', async () => {
	await openEmptyCanvas();
	const person = new Person(page);
	await person.click(byTestId('canvas-add-button'), 'Add first step');
	await person.click(creatorEntry(page, 'On form submission'), 'On form submission');
	const title = byTestId('parameter-input-formTitle').locator('input');
	await person.fill(title, 'Register for our webinar', 'Form Title');
	for (const label of ['Email', 'First Name']) {
		await person.click(page.getByText('Add Form Element', { exact: true }), 'Add Form Element');
		await person.fill(
			byTestId('parameter-input-fieldLabel').last().locator('input'),
			label,
			'Label',
		);
	}
	await person.click(byTestId('ndv-close-button'), 'Close');
	await person.click(byTestId('canvas-handle-plus'), 'the plus behind the form');
	await person.fill(byTestId('node-creator-search-bar'), 'zoom', 'the search');
	await person.click(creatorEntry(page, OURS), OURS);
	await person.click(creatorEntry(page, 'Add meeting registrant'), 'Add meeting registrant');
	await person.click(byTestId('resource-locator-meetingId').getByTestId('rlc-input'), 'Meeting');
	await person.click(byTestId('rlc-item').filter({ hasText: 'Product webinar' }), 'the meeting');
	const opened = page.context().waitForEvent('page');
	await person.click(byTestId('node-execute-button'), 'Execute step');
	const form = await opened;
	await person.fill(form.getByLabel('Email'), 'ada@example.com', 'Email');
	await person.fill(form.getByLabel('First Name'), 'Ada', 'First Name');
	await person.click(form.locator('button[type=submit]'), 'Submit');
	await byTestId('output-panel').getByText('registrant_id').first().waitFor();
	report(`From an empty canvas to the first registrant (* in our node):\n${person.list()}`);
	expect(sandbox.registrants(SEED.meeting)).toMatchObject([
		{ email: 'ada@example.com', first_name: 'Ada' },
	]);
	expect(person.actions.length).toBeLessThanOrEqual(19);
	expect(person.actions.filter(({ isInOurNode }) => isInOurNode).length).toBeLessThanOrEqual(5);
});

const node = (name: string, type: string, typeVersion: number): WorkflowNode => ({
	id: name,
	name,
	type: `n8n-nodes-base.${type}`,
	typeVersion,
	parameters: {},
	position: [0, 0],
});

it.each([
	['meetingRegistrant', 'add'],
	['meeting', 'create'],
	['pastMeeting', 'getParticipants'],
])(
	'the node behind %s %s shows its fields before anything has run',
	async (resource, operation) => {
		const steps = [
			node('Start', 'manualTrigger', 1),
			zoomNode('Zoom', { resource, operation }, 'Zoom'),
			node('Next', 'set', 3.4),
		];
		const workflow = chain(`${resource} ${operation}`, steps);
		const id = await client.importWorkflow(workflow, { Zoom: credentialId });
		await openNode(page, client.url, id, 'Next');
		const names = byTestId('run-data-schema-node-name');
		await names.first().waitFor();
		const shown = (await names.allInnerTexts()).map((name) => name.trim());
		const schema = z
			.object({ properties: z.record(z.unknown()) })
			.parse(JSON.parse(readFileSync(join(SCHEMAS, resource, `${operation}.json`), 'utf8')));
		expect(shown).toEqual(expect.arrayContaining(Object.keys(schema.properties)));
	},
);

describe('on a fresh panel no field is red', () => {
	/** What is red on the panel that is open, by the names of its parameters. */
	async function redFields(): Promise<string[]> {
		await byTestId('node-parameters').first().waitFor();
		// What the panel asks for is there, or has failed.
		await page.waitForLoadState('networkidle');
		const red = page.locator('[data-test-id^="parameter-input-"].has-issues');
		const names = (await red.all()).map(async (one) => await one.getAttribute('data-test-id'));
		const failed = await page.getByText('Error fetching options').allInnerTexts();
		return [...(await Promise.all(names)).map(String), ...failed];
	}

	async function chooseOurs(): Promise<void> {
		await byTestId('node-creator-search-bar').fill('zoom');
		await creatorEntry(page, OURS).click();
	}

	it.each(['On meeting registration created', 'On all events'])('of %s', async (event) => {
		await openEmptyCanvas();
		await byTestId('canvas-add-button').click();
		await chooseOurs();
		await creatorEntry(page, event).click();
		expect(await redFields()).toEqual([]);
	});

	describe('of an action', () => {
		beforeAll(async () => {
			await openEmptyCanvas();
			await byTestId('canvas-add-button').click();
			await creatorEntry(page, 'Trigger manually').click();
			await byTestId('canvas-handle-plus').waitFor();
		});

		async function openFresh(action: string): Promise<void> {
			const close = byTestId('ndv-close-button');
			if (await close.isVisible()) await close.click();
			await byTestId('node-creator-plus-button').click();
			await chooseOurs();
			await creatorEntry(page, action).click();
		}

		it('which is told from one that was left with required fields empty', async () => {
			await openFresh('End meeting');
			expect(await redFields()).toEqual([]);
			await byTestId('ndv-close-button').click();
			await page.locator('[data-node-name="End meeting"]').first().dblclick();
			expect(await redFields()).toEqual(['parameter-input-meetingId']);
		});

		it.each(resources.flatMap(({ operations }) => operations.map(({ option }) => option.action)))(
			'%s',
			async (action) => {
				await openFresh(action);
				expect(await redFields()).toEqual([]);
			},
		);
	});
});
