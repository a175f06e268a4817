/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, no-console -- runs on a developer's machine, never inside n8n */
// "npm run screenshots": takes the pictures of the docs from a real n8n in headless Chromium.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { ensureBuilt } from '../../scripts/bootstrap.mjs';
import { ensureN8n } from '../../scripts/installN8n.mjs';
import { createN8n, installPackage, N8nClient } from '../../demo/n8n';
import { SEED, startSandbox } from '../../sandbox';
import type { Sandbox } from '../../sandbox';
import { findBrowser, openBrowser, openNode } from './editor';

const IMAGES = join(__dirname, '..', '..', 'docs', 'images');
const CREDENTIAL = 'zoomServerToServerOAuth2Api';
const NODE = 'n8n-nodes-zoom.zoom';

/** A workflow with a trigger and one Zoom node. */
function workflowWith(name: string, parameters: Record<string, unknown>) {
	return {
		name,
		nodes: [
			{
				id: 'start',
				name: 'Start',
				type: 'n8n-nodes-base.manualTrigger',
				typeVersion: 1,
				position: [0, 0],
				parameters: {},
			},
			{
				id: 'zoom',
				name: 'Zoom',
				type: NODE,
				typeVersion: 1,
				position: [240, 0],
				parameters,
				credentials: { [CREDENTIAL]: { name: 'Zoom' } },
			},
		],
		connections: { Start: { main: [[{ node: 'Zoom', type: 'main', index: 0 }]] } },
	};
}

/** Opens one of the nodes of a saved workflow, and waits for what its panel asks for. */
async function showNode(page: Page, url: string, workflowId: string, name = 'Zoom') {
	await openNode(page, url, workflowId, name);
	await page.waitForTimeout(1500);
}

async function shoot(page: Page, name: string) {
	await page.screenshot({ path: join(IMAGES, `${name}.png`) });
	console.log(`docs/images/${name}.png`);
}

async function takePictures(page: Page, client: N8nClient, sandbox: Sandbox) {
	const credentialId = await client.createCredential({
		name: 'Zoom',
		type: CREDENTIAL,
		data: {
			accountId: sandbox.accountId,
			clientId: sandbox.clientId,
			clientSecret: sandbox.clientSecret,
			environment: 'custom',
			oauthBaseUrl: sandbox.url,
			apiBaseUrl: `${sandbox.url}/v2`,
		},
	});
	const importOne = async (name: string, parameters: Record<string, unknown>) =>
		await client.importWorkflow(workflowWith(name, parameters), { Zoom: credentialId });
	const meetingId = { __rl: true, mode: 'id', value: SEED.meeting };
	const add = await importOne('Register people', {
		resource: 'meetingRegistrant',
		operation: 'add',
		meetingId,
		email: 'nathan@example.com',
		registrantFrom: 'define',
		firstName: 'Nathan',
		lastName: 'Smith',
		additionalFields: { country: 'DE', org: 'Example Ltd' },
	});
	const asked = sandbox.addMeeting({
		topic: 'Product webinar with questions',
		settings: { approval_type: 0 },
		questions: {
			questions: [{ field_name: 'last_name', required: true }],
			custom_questions: [
				{ title: 'Company size', type: 'short', required: true, answers: [] },
				{
					title: 'How did you hear about us?',
					type: 'single',
					required: false,
					answers: ['Friend', 'Search', 'Other'],
				},
			],
		},
	});
	const form = await importOne('Register people by the form', {
		resource: 'meetingRegistrant',
		operation: 'add',
		meetingId: { __rl: true, mode: 'id', value: String(asked.id) },
		registrantFrom: 'form',
	});
	const webinarForm = await importOne('Register people for a webinar by its form', {
		resource: 'webinarRegistrant',
		operation: 'add',
		webinarId: { __rl: true, mode: 'id', value: SEED.webinar },
		registrantFrom: 'form',
	});
	const create = await importOne('Create a meeting', {
		resource: 'meeting',
		operation: 'create',
		topic: 'Product webinar',
		startTime: '2027-03-05T10:00:00',
		registration: 'automatic',
		timezone: 'Europe/Berlin',
		security: { waitingRoom: true },
		emails: { registrantsConfirmationEmail: true },
	});
	await showNode(page, client.url, add);
	await page.locator('button:has-text("Execute step")').first().click();
	await page.waitForTimeout(4000);
	await shoot(page, 'node-add-registrant');
	await page.locator('[data-test-id="rlc-mode-selector"]').first().click();
	await page.locator('text=From List').last().click();
	await page.locator('[data-test-id="rlc-input"]').first().click();
	await page.waitForTimeout(2500);
	await shoot(page, 'node-choose-meeting');
	await showNode(page, client.url, form);
	await page.waitForTimeout(3000);
	await shoot(page, 'node-registration-form');
	await showNode(page, client.url, webinarForm);
	await page.waitForTimeout(3000);
	await page.locator('text=Company size').first().scrollIntoViewIfNeeded();
	await page.mouse.move(690, 700);
	await page.mouse.wheel(0, 2000);
	await page.waitForTimeout(500);
	await shoot(page, 'node-webinar-form');
	await page.goto(`${client.url}/workflow/${add}`);
	await page.locator('[data-test-id="node-creator-plus-button"]').click();
	await page.locator('[data-test-id="node-creator-search-bar"]').fill('webinar');
	await page.waitForTimeout(1500);
	await shoot(page, 'search-webinar');
	await page.locator('[data-test-id="item-iterator-item"]:has-text("Zoom Server")').first().click();
	await page.waitForTimeout(1500);
	await page.locator('text=Update webinar registration form').scrollIntoViewIfNeeded();
	await shoot(page, 'webinar-actions');
	await showNode(page, client.url, create);
	await shoot(page, 'node-create-meeting');
	const trigger = await client.importWorkflow(
		{
			name: 'New registrations',
			nodes: [
				{
					id: 'trigger',
					name: 'Zoom Trigger',
					type: `${NODE}Trigger`,
					typeVersion: 1.1,
					position: [0, 0],
					parameters: { events: ['meeting.registration_created'], filters: { onlyApproved: true } },
					webhookId: '6b9d2c1e-7a43-4f58-9d10-2f4f3a1c5e77',
					credentials: { [CREDENTIAL]: { name: 'Zoom' } },
				},
			],
			connections: {},
		},
		{ Zoom: credentialId },
	);
	await showNode(page, client.url, trigger, 'Zoom Trigger');
	const urls = page.locator('text=Webhook URLs').first();
	if (await urls.isVisible()) await urls.click();
	await page.waitForTimeout(1500);
	await shoot(page, 'trigger');
}

async function main() {
	mkdirSync(IMAGES, { recursive: true });
	findBrowser();
	await ensureBuilt();
	const installation = await ensureN8n();
	const userFolder = mkdtempSync(join(tmpdir(), 'n8n-nodes-zoom-pictures-'));
	installPackage(userFolder);
	const sandbox = await startSandbox();
	const n8n = await createN8n({ installation, userFolder });
	let closeBrowser: (() => Promise<void>) | undefined;
	try {
		await n8n.start();
		const client = new N8nClient(n8n.url);
		await client.setUpOwner();
		const { page, close } = await openBrowser(client);
		closeBrowser = close;
		await takePictures(page, client, sandbox);
	} finally {
		await closeBrowser?.();
		await n8n.stop();
		await sandbox.close();
		rmSync(userFolder, { recursive: true, force: true });
	}
}

void main();
