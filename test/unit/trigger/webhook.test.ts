import type { IDataObject, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { ZoomTrigger } from '../../../nodes/ZoomTrigger/ZoomTrigger.node';
import { encrypted, signed } from '../../../sandbox/events/signature';

const SECRET = 'whs';
const trigger = new ZoomTrigger();
const { create, checkExists, delete: remove } = trigger.webhookMethods.default;
let workflows = 0;

/** What n8n hands to the node, as far as the node uses it. The end-to-end tests have the real one. */
function fakeN8n(parameters: IDataObject = {}, mode = 'trigger') {
	workflows += 1;
	const warnings: string[] = [];
	const sent: Array<{ status: number; body?: unknown }> = [];
	const all: IDataObject = { events: ['*'], ...parameters };
	const staticData: IDataObject = {};
	const workflowId = `w${workflows}`;
	const response = {
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
		getCredentials: async () => await Promise.resolve(context.credential),
		getNode: () => ({ id: 'n', name: 'Zoom Trigger', typeVersion: 1, parameters: {} }),
		getNodeParameter: (name: string, fallback: unknown) => all[name] ?? fallback,
		getWorkflow: () => ({ id: workflowId }),
		getWorkflowStaticData: () => staticData,
		getMode: () => mode,
		getResponseObject: () => response,
		logger: { warn: (text: string) => warnings.push(text) },
	};
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
	return { context, receive, sent, warnings };
}

const EVENT = JSON.stringify({
	event: 'meeting.started',
	event_ts: 1_772_704_800_000,
	payload: { account_id: 'a', object: { id: '1', topic: 'T' } },
});

describe('an event', () => {
	it('starts the workflow with its object, and n8n answers', async () => {
		const { receive, sent } = fakeN8n();
		expect(await receive(EVENT)).toEqual({
			workflowData: [
				[
					{
						json: {
							event: 'meeting.started',
							event_time: '2026-03-05T10:00:00.000Z',
							id: '1',
							topic: 'T',
							account_id: 'a',
						},
					},
				],
			],
		});
		expect(sent).toEqual([]);
	});

	it('comes whole without Simplify', async () => {
		const { receive } = fakeN8n({ simplify: false });
		expect(await receive(EVENT)).toEqual({ workflowData: [[{ json: JSON.parse(EVENT) }]] });
	});

	it('that comes again is taken and starts nothing, but by hand it starts again', async () => {
		for (const mode of ['trigger', 'manual']) {
			const { receive, sent } = fakeN8n({}, mode);
			await receive(EVENT);
			const again = await receive(EVENT);
			if (mode === 'manual') expect(again).toHaveProperty('workflowData');
			else expect([again, sent]).toEqual([{ noWebhookResponse: true }, [{ status: 204 }]]);
		}
	});

	it('that is not wanted is taken and starts nothing', async () => {
		const { receive, sent } = fakeN8n({ events: ['meeting.ended'] });
		expect(await receive(EVENT)).toEqual({ noWebhookResponse: true });
		expect(sent).toEqual([{ status: 204 }]);
	});

	it.each([
		['without a body', undefined, undefined, 400, 'no event in JSON'],
		['that is no event', '[]', undefined, 400, 'no event in JSON'],
		['without a signature', EVENT, {}, 401, 'no signature'],
		['signed by somebody else', EVENT, signed('x', EVENT, Date.now() / 1000), 401, 'its time'],
	] as const)('%s starts nothing', async (_, body, headers, status, reason) => {
		const { receive, sent, warnings } = fakeN8n();
		expect(await receive(body, headers)).toEqual({ noWebhookResponse: true });
		expect(sent).toEqual([{ status }]);
		expect(warnings).toEqual([
			expect.stringContaining(`Zoom Trigger refused a request: `) as string,
		]);
		expect(warnings[0]).toContain(reason);
	});

	it('is not accepted for longer than the option says', async () => {
		const { receive, sent } = fakeN8n({ options: { windowMinutes: 1 } });
		await receive(EVENT, signed(SECRET, EVENT, Math.floor(Date.now() / 1000) - 120));
		expect(sent).toEqual([{ status: 401 }]);
	});
});

describe('a challenge', () => {
	const challenge = (token: string) =>
		JSON.stringify({ event: 'endpoint.url_validation', payload: { plainToken: token } });

	it('is answered and starts nothing, whatever events are chosen', async () => {
		const { receive, sent } = fakeN8n({ events: ['meeting.ended'] });
		expect(await receive(challenge('abc'))).toEqual({ noWebhookResponse: true });
		const [plainToken, encryptedToken] = ['abc', encrypted(SECRET, 'abc')];
		expect(sent).toEqual([{ status: 200, body: { plainToken, encryptedToken } }]);
	});

	it('is not answered where nobody signed it, or where its token is none of Zoom', async () => {
		const { receive, sent } = fakeN8n();
		await receive(challenge('abc'), {});
		await receive(challenge(`v0:1:${EVENT}`));
		expect(sent).toEqual([{ status: 401 }, { status: 400 }]);
	});
});

describe('publishing', () => {
	const hook = (parameters?: IDataObject, credential?: IDataObject) => {
		const { context } = fakeN8n(parameters);
		if (credential) context.credential = credential;
		return context as unknown as IHookFunctions;
	};

	it('has nothing to do at Zoom', async () => {
		expect(await checkExists.call(hook())).toBe(false);
		expect(await create.call(hook())).toBe(true);
		expect(await remove.call(hook())).toBe(true);
	});

	it.each([
		[undefined, {}, 'no Webhook Secret Token'],
		[undefined, { webhookSecretToken: ' ' }, 'no Webhook Secret Token'],
		[{ events: [] }, undefined, 'No event is chosen'],
		[{ filters: { meetings: 'mine' } }, undefined, 'mine'],
		[{ options: { windowMinutes: 0 } }, undefined, 'Accept for (Minutes)'],
	])('is refused with %p and %p', async (parameters, credential, message) => {
		await expect(create.call(hook(parameters, credential))).rejects.toThrow(message);
	});
});
