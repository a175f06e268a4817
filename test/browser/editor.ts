/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs on a developer's machine, never inside n8n */
import { existsSync } from 'node:fs';
import { chromium, selectors } from 'playwright-core';
import type { Locator, Page } from 'playwright-core';
import type { N8nClient } from '../../demo/n8n';

/* n8n's editor in headless Chromium: for tests and pictures. */

selectors.setTestIdAttribute('data-test-id');

const BROWSERS = [
	process.env.CHROMIUM_PATH,
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * The path of a Chromium or Chrome of this machine's.
 *
 * @throws with what to do where there is none
 */
export function findBrowser(): string {
	const found = BROWSERS.find((path) => path !== undefined && existsSync(path));
	if (found) return found;
	throw new Error(
		'This needs Chromium or Chrome. Install it (on Debian, as root: apt-get install chromium), or ' +
			'name the program in the environment variable CHROMIUM_PATH.',
	);
}

/** Opens a page of n8n's, logged in as the client's user; returns it, and what closes the browser. */
export async function openBrowser({
	url,
	session,
}: N8nClient): Promise<{ page: Page; close: () => Promise<void> }> {
	const browser = await chromium.launch({
		executablePath: findBrowser(),
		args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync'],
	});
	const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
	// Only stops what hangs.
	context.setDefaultTimeout(90_000);
	// n8n's editor asks servers of its own for news; nothing of that belongs into a test or a picture.
	await context.route(
		({ hostname }) => hostname !== '127.0.0.1',
		async (route) => await route.abort(),
	);
	const [name = '', value = ''] = session.split('=');
	await context.addCookies([{ name, value, url }]);
	return { page: await context.newPage(), close: async () => await browser.close() };
}

/** Opens a saved workflow and one of its nodes. */
export async function openNode(page: Page, url: string, workflowId: string, name: string) {
	await page.goto(`${url}/workflow/${workflowId}`);
	await page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`).first().dblclick();
	await page.getByTestId('node-parameters').first().waitFor();
}

/** The entry of the node creator that has this title. */
export const creatorEntry = (page: Page, title: string): Locator =>
	page.getByTestId('item-iterator-item').filter({ has: page.getByText(title, { exact: true }) });
