/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, never inside n8n */
import { load } from 'cheerio';
import { sleep } from 'n8n-workflow';
import { whenRegistered } from './client';

const ANSWER_WITHIN_MS = 30_000;

/** What a person sees at the end of an n8n form. */
export interface CompletionPage {
	title: string;
	/** The message as it is read. */
	message: string;
	/** Where the message's links lead. */
	links: string[];
}

/** The names of a form page's inputs by the labels that stand above them. */
function inputsByLabel(page: string): Map<string, string> {
	const $ = load(page);
	const labels = $('label[for]').map((_, label) => $(label));
	return new Map(labels.get().map((label) => [label.text().trim(), label.attr('for') ?? '']));
}

/**
 * Fills in a published n8n form as a browser does that runs the form page's own script: it gets the
 * page, posts the fields as multipart form data, follows the address it is given, waits for the
 * form's ending and tells n8n that it has been shown.
 * @param url the form's address
 * @param values by the labels that the person reads
 * @throws when the page lacks a label, or the workflow ends without a completion page
 */
export async function fillInForm(
	url: string,
	values: Record<string, string>,
): Promise<CompletionPage> {
	const page = await whenRegistered(async () => await fetch(url));
	if (!page.ok) throw new Error(`The form answered ${page.status}: ${await page.text()}`);
	const inputs = inputsByLabel(await page.text());
	const body = new FormData();
	for (const [label, value] of Object.entries(values)) {
		const input = inputs.get(label);
		if (!input) {
			const labels = [...inputs.keys()].join(', ');
			throw new Error(`The form has no field "${label}". It has: ${labels}.`);
		}
		body.append(input, value);
	}
	const posted = await fetch(url, { method: 'POST', body });
	const answer: unknown = await posted.json();
	const waiting =
		answer && typeof answer === 'object' && 'formWaitingUrl' in answer && answer.formWaitingUrl;
	if (typeof waiting !== 'string') {
		throw new Error(`The form answered ${posted.status}: ${JSON.stringify(answer)}`);
	}
	return await showEnding(waiting);
}

async function showEnding(waitingUrl: string): Promise<CompletionPage> {
	const status = new URL(waitingUrl);
	status.pathname += '/n8n-execution-status';
	const deadline = Date.now() + ANSWER_WITHIN_MS;
	for (;;) {
		const state = (await (await fetch(status)).text()).trim();
		if (state === 'form-waiting') break;
		if (!['running', 'new', 'waiting'].includes(state) || Date.now() > deadline) {
			throw new Error(`The form's workflow is at "${state}" and shows no ending.`);
		}
		await sleep(100);
	}
	const $ = load(await (await fetch(waitingUrl)).text());
	const message = $('h1 + p');
	const links = message.find('a').map((_, link) => $(link).attr('href'));
	// The page does this by itself once it is shown; it lets the workflow finish.
	await fetch(waitingUrl, { method: 'POST' });
	return { title: $('h1').text(), message: message.text(), links: links.get() };
}
