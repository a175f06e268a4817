import { sleep } from 'n8n-workflow';
import { whenRegistered, type N8nClient, type N8nProcess } from '../../demo/n8n';
import { SEED, type Sandbox } from '../../sandbox';
import { signed } from '../../sandbox/events/signature';
import {
	chain,
	collect,
	newSandbox,
	post,
	publish,
	startN8n,
	zoomCredential,
	zoomTrigger,
} from './harness';

export const REGISTERED = 'meeting.registration_created';

/** An n8n with workflows that start at the events of a sandbox. */
export class Triggers {
	private constructor(
		readonly n8n: N8nProcess,
		readonly client: N8nClient,
		readonly sandbox: Sandbox,
	) {}

	static async start(): Promise<Triggers> {
		const { n8n, client } = await startN8n();
		return new Triggers(n8n, client, await newSandbox());
	}

	addressOf(id: string, { url }: { url: string } = this.n8n): string {
		return `${url}/webhook/${id}/zoom`;
	}

	/** Publishes "Zoom Trigger → post to a collecting server". */
	async publish(
		id: string,
		parameters: Record<string, unknown> = { events: ['*'] },
		credential: Record<string, unknown> = {},
		owner = this.client,
	) {
		const { url, received } = await collect();
		const steps = [zoomTrigger(id, parameters, id), post(url)];
		const { workflowId } = await publish(
			owner,
			zoomCredential(id, this.sandbox, credential),
			chain(id, steps),
		);
		const address = this.addressOf(id, owner);
		await whenRegistered(async () => await fetch(address, { method: 'POST' }));
		return { url: address, received, workflowId };
	}

	/** Sends what Zoom would; without headers, signed. */
	async send(
		url: string,
		body: string,
		headers: Record<string, string> = signed(this.sandbox.webhookSecret, body, nowInSeconds()),
	) {
		const response = await fetch(url, {
			method: 'POST',
			headers: { 'content-type': 'application/json', ...headers },
			body,
		});
		return { status: response.status, text: await response.text() };
	}
}

export const nowInSeconds = () => Math.floor(Date.now() / 1000);

/** A registration as Zoom would send it, one of its own for each number. */
export function registration(number: number, more: object = {}) {
	const registrant = {
		id: `r${number}`,
		first_name: 'Ada',
		email: `p${number}@example.com`,
		status: 'approved',
	};
	const object = {
		uuid: 'u==',
		id: Number(SEED.meeting),
		topic: 'T',
		host_id: 'h',
		registrant,
		...more,
	};
	return JSON.stringify({
		event: REGISTERED,
		event_ts: 1_772_704_800_000 + number,
		payload: { account_id: 'a', object },
	});
}

/** Waits until so many things have arrived, and a moment for one too many. */
export async function until(received: unknown[], count: number) {
	const deadline = Date.now() + 90_000;
	while (received.length < count && Date.now() < deadline) await sleep(50);
	await sleep(300);
	expect(received).toHaveLength(count);
}
