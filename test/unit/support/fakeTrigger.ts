import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';
import { ZoomTrigger } from '../../../nodes/ZoomTrigger/ZoomTrigger.node';
import { signed } from '../../../sandbox/events/signature';

export const SECRET = 'whs';
export const trigger = new ZoomTrigger();
let workflows = 0;

/** What n8n hands to the node, as far as the node uses it. The end-to-end tests have the real one. */
export function fakeN8n(parameters: IDataObject = {}, mode = 'trigger') {
	workflows += 1;
	const warnings: string[] = [];
	const warnedOf: unknown[] = [];
	const sent: Array<{ status: number; body?: unknown }> = [];
	const all: IDataObject = { events: ['*'], ...parameters };
	const staticData: Record<string, IDataObject> = {};
	const workflowId = `w${workflows}`;
	const closed: Array<() => void> = [];
	const response = {
		statusCode: 200,
		writableEnded: false,
		once(name: string, listener: () => void) {
			if (name !== 'close') throw new Error(`Nobody tells of ${name}`);
			closed.push(listener);
			return response;
		},
		status(status: number) {
			sent.push({ status });
			return response;
		},
		json(body: unknown) {
			sent[sent.length - 1] = { status: sent.at(-1)?.status ?? 0, body };
			return response;
		},
		end: () => response,
	};
	const context = {
		credential: { webhookSecretToken: SECRET } as IDataObject,
		getCredentials: jest.fn(async (name: string): Promise<IDataObject> => {
			if (name !== 'zoomServerToServerOAuth2Api') throw new Error(`No credential ${name}`);
			return await Promise.resolve(context.credential);
		}),
		node: { id: 'n', name: 'Zoom Trigger', typeVersion: 1, parameters: {} } as IDataObject,
		getNode: () => context.node,
		getNodeParameter: jest.fn((name: string, fallback: unknown) => all[name] ?? fallback),
		isActive: true,
		getWorkflow: () => ({ id: workflowId, active: context.isActive }),
		getWorkflowStaticData: (type: string) =>
			(staticData[type === 'node' ? String(context.node.id) : type] ??= {}),
		getMode: () => mode,
		getResponseObject: () => response,
		logger: {
			warn: (text: string, about: unknown) => {
				warnings.push(text);
				warnedOf.push(about);
			},
		},
	};
	/** n8n answers, or Zoom hangs up before that. */
	function close(statusCode?: number) {
		response.statusCode = statusCode ?? 200;
		response.writableEnded = statusCode !== undefined;
		for (const listener of closed.splice(0)) listener();
	}
	async function receive(
		body: string | undefined,
		headers: IDataObject = signed(SECRET, body ?? '', Math.floor(Date.now() / 1000)),
	) {
		const request = { rawBody: body === undefined ? undefined : Buffer.from(body) };
		return await trigger.webhook.call({
			...context,
			getRequestObject: () => request,
			getHeaderData: () => headers,
		} as unknown as IWebhookFunctions);
	}
	return { context, receive, close, sent, warnings, warnedOf, staticData };
}

export const EVENT = JSON.stringify({
	event: 'meeting.started',
	event_ts: 1_772_704_800_000,
	payload: { account_id: 'a', object: { id: '1', topic: 'T' } },
});

/** A trigger that has started by an event, whose static data an editor, opened before, has saved over. */
export async function knowingAnEvent() {
	const fake = fakeN8n();
	await fake.receive(EVENT);
	fake.close(200);
	const known = fake.staticData.n;
	delete fake.staticData.n;
	return { ...fake, known };
}
