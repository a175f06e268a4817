import type { IDataObject } from 'n8n-workflow';
import { encrypted, signed } from '../../../sandbox/events/signature';
import { EVENT, fakeN8n, SECRET, trigger } from '../support/fakeTrigger';

beforeAll(() => jest.useFakeTimers());
// After so long, nobody who was refused waits any more.
beforeEach(async () => await jest.advanceTimersByTimeAsync(20_000));
afterAll(() => jest.useRealTimers());

const nowInSeconds = () => Math.floor(Date.now() / 1000);
const signedNow = (secret: string) => signed(secret, EVENT, nowInSeconds());

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

	it.each([false, 'false'])('comes whole with %p under Simplify', async (simplify) => {
		const { receive } = fakeN8n({ simplify });
		expect(await receive(EVENT)).toEqual({ workflowData: [[{ json: JSON.parse(EVENT) }]] });
	});

	it('that comes again is taken and starts nothing, but by hand it starts again', async () => {
		for (const mode of ['trigger', 'manual']) {
			const { receive, sent } = fakeN8n({}, mode);
			const first = await receive(EVENT);
			const again = await receive(EVENT);
			if (mode === 'manual') {
				expect(first.workflowData?.[0]?.[0]?.json).toHaveProperty('topic', 'T');
				expect(again).toEqual(first);
			} else expect([again, sent]).toEqual([{ noWebhookResponse: true }, [{ status: 204 }]]);
		}
	});

	it('that is not wanted is taken and starts nothing', async () => {
		const { receive, sent } = fakeN8n({ events: ['meeting.ended'] });
		expect(await receive(EVENT)).toEqual({ noWebhookResponse: true });
		expect(sent).toEqual([{ status: 204 }]);
	});

	it.each([
		['without a body', undefined, undefined, 400, "isn't a JSON event"],
		['that is no event', '[]', undefined, 400, "isn't a JSON event"],
		['without a signature', EVENT, {}, 401, 'no signature'],
		['with a time that is none', EVENT, signed(SECRET, EVENT, 0.5), 401, 'its time'],
		[
			'signed by somebody else',
			EVENT,
			signed('x', EVENT, Math.floor(Date.now() / 1000)),
			401,
			"its signature doesn't match",
		],
	] as const)('%s starts nothing', async (_, body, headers, status, reason) => {
		const { context, receive, sent, warnings, warnedOf } = fakeN8n();
		expect(await receive(body, headers)).toEqual({ noWebhookResponse: true });
		expect(sent).toEqual([{ status }]);
		expect(warnedOf).toEqual([{ workflowId: context.getWorkflow().id }]);
		expect(warnings).toEqual([
			expect.stringContaining(`Zoom Trigger refused a request: `) as string,
		]);
		expect(warnings[0]).toContain(reason);
	});

	it.each([
		['without a signature', 0, {}],
		['without a time', 0, { 'x-zm-signature': `v0=${'0'.repeat(64)}` }],
		['with half a signature', 0, { ...signedNow('x'), 'x-zm-signature': 'v0=0123' }],
		['of two days ago', 0, signed(SECRET, EVENT, nowInSeconds() - 2 * 86_400)],
		['of tomorrow', 0, signed(SECRET, EVENT, nowInSeconds() + 86_400)],
		['signed by somebody else', 1, signedNow('x')],
	])(
		'%s is refused whatever the parameters, with %p opened credentials',
		async (_, opened, headers) => {
			const { context, receive, sent } = fakeN8n();
			context.getNodeParameter.mockImplementation(() => {
				throw new Error('An expression of the owner fails');
			});
			await receive(EVENT, headers);
			expect(sent).toEqual([{ status: 401 }]);
			expect(context.getCredentials).toHaveBeenCalledTimes(opened);
			await expect(receive(EVENT)).rejects.toThrow('An expression of the owner fails');
		},
	);

	it.each([20, 200])('starts at once while %p forged ones wait for their answers', async (many) => {
		const { receive, sent, warnings } = fakeN8n();
		for (let count = 0; count < many; count++) {
			expect(await receive(EVENT, signedNow('x'))).toEqual({ noWebhookResponse: true });
		}
		expect(sent).toHaveLength(1);
		expect(warnings).toHaveLength(10);
		expect(await receive(EVENT)).toHaveProperty('workflowData');
		await jest.advanceTimersByTimeAsync(10_000);
		expect(sent).toEqual(Array.from({ length: many }, () => ({ status: 401 })));
	});

	it("leaves more time to Zoom's events while they come", async () => {
		const { receive, sent } = fakeN8n();
		for (let count = 0; count < 6; count++) await receive(EVENT, signedNow('x'));
		await receive(EVENT);
		await jest.advanceTimersByTimeAsync(2_400);
		expect(sent).toHaveLength(1 + 3);
		await jest.advanceTimersByTimeAsync(400);
		expect(sent).toHaveLength(6);
	});

	it('waits for its answer like all refused ones, whichever trigger a flood is for', async () => {
		const [flooded, other] = [fakeN8n(), fakeN8n()];
		await flooded.receive(EVENT, signedNow('x'));
		await other.receive(EVENT, signedNow('x'));
		expect([flooded.sent.length, other.sent.length]).toEqual([1, 0]);
		await jest.advanceTimersByTimeAsync(2_000);
		expect(other.sent).toEqual([{ status: 401 }]);
	});

	it('starts each trigger of a workflow once', async () => {
		const { context, receive, close, staticData } = fakeN8n();
		const starts = async (id: string) => {
			context.node = { ...context.node, id };
			const isStarted = 'workflowData' in (await receive(EVENT));
			close(200);
			return isStarted;
		};
		expect([await starts('one'), await starts('two')]).toEqual([true, true]);
		expect(Object.keys(staticData)).toEqual(['one', 'two']);
		expect([await starts('one'), await starts('two')]).toEqual([false, false]);
	});

	it('starts the workflows of others too', async () => {
		for (const { receive } of [fakeN8n(), fakeN8n()]) {
			expect(await receive(EVENT)).toHaveProperty('workflowData');
		}
	});

	it('opens a saved credential once for a burst, and one that is not saved each time', async () => {
		const { context, receive } = fakeN8n({}, 'manual');
		const burst = async (credentials?: IDataObject) => {
			context.node = { ...context.node, credentials };
			context.getCredentials.mockClear();
			for (let count = 0; count < 3; count++) {
				expect(await receive(EVENT)).toHaveProperty('workflowData');
			}
			return context.getCredentials.mock.calls.length;
		};
		const zoom = (id: string | null) => ({
			zoomServerToServerOAuth2Api: { id, name: 'Zoom' },
		});
		expect(await burst(zoom('burst-of-a-webhook'))).toBe(1);
		for (const unsaved of [zoom(null), {}, undefined]) expect(await burst(unsaved)).toBe(3);
	});

	it('starts nothing where Filters leave it out', async () => {
		const filters = { hosts: 'somebody', meetings: '', onlyApproved: false };
		const { receive, sent } = fakeN8n({ filters });
		expect(await receive(EVENT)).toEqual({ noWebhookResponse: true });
		expect(sent).toEqual([{ status: 204 }]);
	});

	it.each([
		['the meeting', { meetings: '857 4606 5432' }],
		['waiting for approval', { onlyApproved: true }],
	])('is filtered by %s', async (_, filters) => {
		const { receive } = fakeN8n({ filters });
		const registered = (id: string, status: string) =>
			JSON.stringify({
				event: 'meeting.registration_created',
				payload: { object: { id, registrant: { status } } },
			});
		expect(await receive(registered('93398114182', 'pending'))).not.toHaveProperty('workflowData');
		expect(await receive(registered('85746065432', 'approved'))).toHaveProperty('workflowData');
	});

	it('may be named in another field', async () => {
		const named = fakeN8n({ events: ['other'], otherEvents: 'meeting.started' });
		expect(await named.receive(EVENT)).toHaveProperty('workflowData');
	});

	it('is accepted for 90 minutes unless the option says otherwise', async () => {
		const age = async (minutes: number, parameters?: IDataObject) => {
			const { receive } = fakeN8n(parameters);
			const sentAt = Math.floor(Date.now() / 1000) - minutes * 60;
			return 'workflowData' in (await receive(EVENT, signed(SECRET, EVENT, sentAt)));
		};
		expect([await age(89), await age(91)]).toEqual([true, false]);
		const longest = { options: { windowMinutes: 1_440 } };
		expect([await age(1_439, longest), await age(1_441, longest)]).toEqual([true, false]);
	});

	it('is not accepted for longer than the option says', async () => {
		const { receive, sent } = fakeN8n({ options: { windowMinutes: 1 } });
		await receive(EVENT, signed(SECRET, EVENT, Math.floor(Date.now() / 1000) - 120));
		expect(sent).toEqual([{ status: 401 }]);
	});
});

describe('an event that n8n could not start', () => {
	const starts = async ({ receive }: ReturnType<typeof fakeN8n>) =>
		'workflowData' in (await receive(EVENT));

	it.each([
		['answered 500', 500],
		['answered 503', 503],
		['Zoom hung up', undefined],
	])('starts where Zoom sends it again: %s', async (_, status) => {
		const n8n = fakeN8n();
		expect([await starts(n8n), await starts(n8n)]).toEqual([true, false]);
		n8n.close(status);
		expect(n8n.staticData).toEqual({ n: {} });
		expect([await starts(n8n), await starts(n8n)]).toEqual([true, false]);
	});

	it('is known where n8n answered anything else', async () => {
		const n8n = fakeN8n();
		await starts(n8n);
		n8n.close(499);
		expect(await starts(n8n)).toBe(false);
	});

	it('is known where n8n started it, whatever came of the answer', async () => {
		for (const status of [500, undefined]) {
			const n8n = fakeN8n();
			const result = await n8n.receive(EVENT);
			// Only now n8n takes what it answers, and saves the static data.
			expect(n8n.staticData).toEqual({ n: {} });
			expect(result.webhookResponse).toBeUndefined();
			expect(n8n.staticData).toEqual({ n: { seen: expect.stringMatching(/^[\w-]{10}$/) } });
			n8n.close(status);
			expect(await starts(n8n)).toBe(false);
		}
	});

	it('of which no item can be made is not remembered', async () => {
		const n8n = fakeN8n({ simplify: 'perhaps' });
		await expect(n8n.receive(EVENT)).rejects.toThrow("'Simplify' must be true or false");
		expect(n8n.staticData).toEqual({});
	});

	it('is no event with a time that is none', async () => {
		const body = JSON.stringify({ event: 'a', event_ts: 1e300, payload: {} });
		const { workflowData } = await fakeN8n().receive(body);
		expect(workflowData).toEqual([[{ json: { event: 'a', event_ts: 1e300 } }]]);
	});
});

describe('deliveries of one event', () => {
	const ID = { 'x-zm-request-id': '6009d653_d487_445d_8406_42b654974899' };
	const recording = (link: string) =>
		JSON.stringify({
			event: 'recording.completed',
			event_ts: 1,
			download_token: link,
			payload: { object: { uuid: 'u', recording_files: [{ id: 'f', download_url: link }] } },
		});

	it.each([
		['the same request', (n: number) => `{"event":"of.tomorrow","payload":{"try":${n}}}`, [ID, ID]],
		['another request', () => EVENT, [ID, { 'x-zm-request-id': 'other' }]],
		['without an ID of the request', () => EVENT, [ID, {}]],
		['with new links', (n: number) => recording(`https://zoom.us/rec/${n}`), [{}, {}]],
	])('start once: %s', async (_, body, ids) => {
		const { receive, sent } = fakeN8n();
		const results = [];
		for (const [number, id] of ids.entries()) {
			const text = body(number);
			results.push(await receive(text, { ...signed(SECRET, text, nowInSeconds()), ...id }));
		}
		expect(results.map((result) => 'workflowData' in result)).toEqual([true, false]);
		expect(sent).toEqual([{ status: 204 }]);
	});
});

describe('an event that a filter can’t tell about', () => {
	it('is left out, and n8n’s log says so', async () => {
		const { context, receive, sent, warnings, warnedOf } = fakeN8n({ filters: { hosts: 'h' } });
		expect(await receive(EVENT)).toEqual({ noWebhookResponse: true });
		expect(sent).toEqual([{ status: 204 }]);
		expect(warnings).toEqual([
			"Zoom Trigger skipped meeting.started: it has nothing that the filter 'Hosts' could check",
		]);
		expect(warnedOf).toEqual([{ workflowId: context.getWorkflow().id }]);
	});

	it('is no word in the log where it can', async () => {
		const { receive, warnings } = fakeN8n({ filters: { meetings: '85746065432' } });
		await receive(EVENT);
		expect(warnings).toEqual([]);
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
		const { receive, sent, warnings } = fakeN8n();
		await receive(challenge('abc'), {});
		await jest.advanceTimersByTimeAsync(50);
		await receive(challenge(`v0:1:${EVENT}`));
		expect(sent).toEqual([{ status: 401 }, { status: 400 }]);
		expect(warnings[1]).toContain('plain token');
	});
});

describe('the node', () => {
	it("is reached by Zoom's POST at /zoom, and n8n answers at once", () => {
		const { webhooks } = trigger.description;
		expect(webhooks).toEqual([
			{
				name: 'default',
				httpMethod: 'POST',
				responseMode: 'onReceived',
				responseData: '',
				path: 'zoom',
			},
		]);
	});

	it('is newer than version 1, which n8n evaluates an expression for at each request', () => {
		const { version, defaultVersion } = trigger.description;
		expect({ version, defaultVersion }).toEqual({ version: [1, 1.1], defaultVersion: 1.1 });
	});

	it('starts workflows: it has one output, and no input', () => {
		const { group, inputs, outputs } = trigger.description;
		expect({ group, inputs, outputs }).toEqual({
			group: ['trigger'],
			inputs: [],
			outputs: ['main'],
		});
	});

	it('needs the credential, which can be tested from it', () => {
		const [credential] = trigger.description.credentials ?? [];
		expect(credential).toMatchObject({ name: 'zoomServerToServerOAuth2Api', required: true });
		expect(trigger.methods.credentialTest).toHaveProperty(String(credential?.testedBy));
	});
});
