import { NodeApiError, OperationalError, UserError } from 'n8n-workflow';
import type { IDataObject } from 'n8n-workflow';
import { eventEndpoints } from '../../nodes/Zoom/api/endpoints';
import { MEETING } from '../../nodes/Zoom/api/eventKinds';
import { PAGE_SIZE } from '../../nodes/Zoom/transport/client';
import { detailsOf } from '../../nodes/Zoom/transport/errors';
import { answered, newApp, ok, refusal, sent } from './support/fakeN8n';
import { settled } from './support/settled';
import { rejectionOf } from './support/thrown';
import {
	DELETE,
	failureOf,
	GET,
	lost,
	POST,
	send,
	useFakeTime,
	zoomAnswering,
} from './support/zoomAnswering';

useFakeTime();

describe('send', () => {
	it("sends a signed JSON request through n8n's helper, without n8n's own second try", async () => {
		const { zoom, requests, helperCalls, bearer } = zoomAnswering([ok({ topic: '1' })]);
		const query = { occurrence_ids: '1' };
		expect(await send(zoom, { ...POST, query })).toMatchObject({ topic: '1' });
		expect(requests).toEqual([
			{
				method: 'POST',
				baseURL: 'https://api.zoom.us/v2',
				url: '/meetings/1/registrants',
				qs: query,
				body: { a: 1 },
				headers: { Accept: 'application/json', authorization: bearer(1) },
				sendCredentialsOnCrossOriginRedirect: false,
				json: true,
				returnFullResponse: true,
				ignoreHttpStatusErrors: true,
				disableFollowRedirect: true,
				timeout: 60_000,
				abortSignal: expect.any(AbortSignal),
			},
		]);
		expect(helperCalls).toEqual([
			{
				credential: 'zoomServerToServerOAuth2Api',
				additional: {
					credentialsDecrypted: {
						id: '',
						name: '',
						type: 'zoomServerToServerOAuth2Api',
						data: expect.objectContaining({ clientSecret: 's3cretOfTheApp' }),
					},
					preAuthenticationRetryStatusCode: [],
				},
			},
		]);
	});

	it('sends neither query nor body where there is none', async () => {
		const { zoom, requests } = zoomAnswering([ok({})]);
		await send(zoom, GET);
		expect(requests[0]).not.toHaveProperty('qs');
		expect(requests[0]).not.toHaveProperty('body');
	});

	it.each(['', undefined, null])('gives {} where Zoom answers 204 with %p', async (body) => {
		const { zoom } = zoomAnswering([{ statusCode: 204, body }]);
		expect(await send(zoom, DELETE)).toEqual({});
	});

	it("does not take a page of a proxy for Zoom's answer", async () => {
		const { zoom } = zoomAnswering([answered('<html>Please sign in</html>')]);
		const error = await failureOf(send(zoom, POST));
		expect(error).toBeInstanceOf(NodeApiError);
		expect(error.message).toBe("Zoom's response doesn't show whether this succeeded");
		expect(detailsOf(error)).toMatchObject({ unknown: true, excerpt: 'Please sign in' });
	});

	it("throws Zoom's refusal with the item", async () => {
		const { zoom, requests } = zoomAnswering([refusal(404, 3001, 'Meeting does not exist: 1.')]);
		const error = await failureOf(send(zoom, { ...POST, itemIndex: 4 }));
		expect(error).toBeInstanceOf(NodeApiError);
		expect(error.message).toBe("Zoom couldn't find this meeting");
		expect(error.context.itemIndex).toBe(4);
		expect(detailsOf(error)).toMatchObject({ code: 3001, httpCode: 404 });
		expect(requests).toHaveLength(1);
	});

	it('knows of a GET that Zoom failed to answer that nothing was changed', async () => {
		const { zoom } = zoomAnswering([refusal(500, 0, '')]);
		expect(detailsOf(await failureOf(send(zoom, GET)))).not.toHaveProperty('unknown');
	});

	it('takes an answer of 2xx that tells of a failure for one', async () => {
		const { zoom, requests } = zoomAnswering([refusal(200, 200, 'Webinar plan is missing.')]);
		const error = await failureOf(send(zoom, GET));
		expect(error.message).toBe('This host has no webinar add-on');
		expect(requests).toHaveLength(1);
	});

	it("reads the tracking ID of Zoom's headers, and does without headers", async () => {
		const tracked = zoomAnswering([refusal(400, 300, 'Bad.', { 'x-zm-trackingid': 'T1' })]);
		expect(detailsOf(await failureOf(send(tracked.zoom, GET)))).toMatchObject({
			trackingId: 'T1',
		});
		const { zoom } = zoomAnswering([{ statusCode: 400, headers: undefined, body: {} }]);
		expect(detailsOf(await failureOf(send(zoom, GET)))).not.toHaveProperty('trackingId');
	});
});

describe('signing in', () => {
	it.each([
		['wrong settings', new UserError('Wrong Account ID', { description: 'Copy it again.' })],
		['no connection', new OperationalError('Sign-in unreachable')],
	])('tells why it does not work: %s', async (_, cause) => {
		const { zoom, requests } = zoomAnswering([
			() => {
				throw Object.assign(new Error('wrapped'), { cause });
			},
		]);
		const error = await failureOf(send(zoom, { ...GET, itemIndex: 2 }));
		expect(error).toBeInstanceOf(NodeApiError);
		expect(error.message).toBe(cause.message);
		expect(detailsOf(error)).toEqual({
			hint: (cause as UserError).description ?? 'Test the credential.',
		});
		expect(error.context.itemIndex).toBe(2);
		expect(requests).toHaveLength(1);
	});

	it('tells why the credential cannot be read', async () => {
		const { zoom, requests } = zoomAnswering([ok({})], {
			getCredentials: async () => await Promise.reject(new UserError('No such credential')),
		});
		const error = await failureOf(send(zoom, { ...GET, itemIndex: 2 }));
		expect(error).toBeInstanceOf(NodeApiError);
		expect(error.message).toBe('No such credential');
		expect(error.context.itemIndex).toBe(2);
		expect(requests).toHaveLength(0);
	});

	it('tells which field of the credential is empty', async () => {
		const { zoom } = zoomAnswering([ok({})], {
			getCredentials: async () => newApp({ clientSecret: '' }),
		});
		expect(await rejectionOf(send(zoom, GET))).toMatchObject({
			message: "'Client Secret' is required in the Zoom credential",
		});
	});
});

describe('a cancelled run', () => {
	it('sends nothing any more', async () => {
		const cancel = new AbortController();
		const { zoom, requests } = zoomAnswering([lost], { signal: cancel.signal });
		cancel.abort();
		const error = await failureOf(send(zoom, GET));
		expect(error.message).toBe('The run was canceled');
		expect(requests).toEqual([]);
	});

	it('says so for a request that it breaks off', async () => {
		const cancel = new AbortController();
		const broken = () => {
			cancel.abort();
			return lost();
		};
		const { zoom, requests } = zoomAnswering([broken], { signal: cancel.signal });
		const error = await failureOf(send(zoom, GET));
		expect(error.message).toBe('The run was canceled');
		expect(requests).toHaveLength(1);
	});

	it.each([
		['an answer', ok({ topic: '1' }), undefined],
		['a refusal', refusal(404, 3001, 'Meeting does not exist: 1.'), "Zoom couldn't find this"],
	])('keeps %s that still arrives', async (_, answer, message) => {
		const cancel = new AbortController();
		const { zoom } = zoomAnswering([], {
			signal: cancel.signal,
			respond: () => {
				cancel.abort();
				return answer;
			},
		});
		if (message === undefined) expect(await send(zoom, GET)).toMatchObject({ topic: '1' });
		else expect((await failureOf(send(zoom, GET))).message).toContain(message);
	});

	it('ends a wait within half a second', async () => {
		const cancel = new AbortController();
		const waits = refusal(429, 4001, 'per-second', { 'retry-after': '50' });
		const { zoom, requests } = zoomAnswering([waits, lost], { signal: cancel.signal });
		const error = failureOf(send(zoom, GET));
		await jest.advanceTimersByTimeAsync(1_000);
		expect(requests).toHaveLength(1);
		cancel.abort();
		await jest.advanceTimersByTimeAsync(500);
		expect((await error).message).toBe('The run was canceled');
		expect(requests).toHaveLength(1);
	});
});

describe('list', () => {
	const { list } = eventEndpoints(MEETING);
	const mine = { userId: 'me' };
	const collect = async (rows: AsyncGenerator<IDataObject>) => {
		const all: IDataObject[] = [];
		for await (const row of rows) all.push(row);
		return all;
	};

	it('follows the page tokens, with the same query on every page', async () => {
		const { zoom, requests } = zoomAnswering([
			ok({ meetings: [{ id: 1 }, { id: 2 }], next_page_token: 'A' }),
			ok({ meetings: [], next_page_token: 'B' }),
			ok({ meetings: [{ id: 3 }], next_page_token: '' }),
		]);
		const rows = await collect(zoom.list(list, mine, { type: 'live' }));
		expect(rows).toEqual([{ id: 1 }, { id: 2 }, { id: 3 }]);
		const url = 'https://api.zoom.us/v2/users/me/meetings';
		expect(requests.map(sent)).toEqual([
			{ method: 'GET', url, qs: { page_size: 300, type: 'live' } },
			{ method: 'GET', url, qs: { page_size: 300, type: 'live', next_page_token: 'A' } },
			{ method: 'GET', url, qs: { page_size: 300, type: 'live', next_page_token: 'B' } },
		]);
		expect(PAGE_SIZE).toBe(300);
	});

	it("keeps the caller's page size", async () => {
		const { zoom, requests } = zoomAnswering([ok({ meetings: [] })]);
		await collect(zoom.list(list, mine, { page_size: 5 }));
		expect(requests[0]?.qs).toEqual({ page_size: 5 });
	});

	it('stops where Zoom repeats a page, without its rows, and tells it once', async () => {
		const { zoom, requests, hints } = zoomAnswering([
			ok({ meetings: [{ id: 1 }], next_page_token: 'A' }),
			ok({ meetings: [{ id: 2 }], next_page_token: 'B' }),
			ok({ meetings: [{ id: 2 }], next_page_token: 'B' }),
		]);
		expect(await settled(collect(zoom.list(list, mine)))).toEqual([{ id: 1 }, { id: 2 }]);
		expect(requests).toHaveLength(3);
		await settled(collect(zoom.list(list, mine)));
		expect(hints).toEqual([
			{
				message: expect.stringContaining('may be incomplete'),
				location: 'outputPane',
				type: 'info',
			},
		]);
	});

	it('goes on after empty pages, but not for ever', async () => {
		const empty = (token: string) => ok({ meetings: [], next_page_token: token });
		const few = zoomAnswering([
			...['A', 'B', 'C', 'D'].map(empty),
			ok({ meetings: [{ id: 1 }], next_page_token: 'E' }),
			...['F', 'G', 'H', 'I'].map(empty),
			ok({ meetings: [{ id: 2 }] }),
		]);
		expect(await settled(collect(few.zoom.list(list, mine)))).toEqual([{ id: 1 }, { id: 2 }]);
		const endless = zoomAnswering(['A', 'B', 'C', 'D', 'E', 'F'].map(empty));
		const error = await settled(failureOf(collect(endless.zoom.forItem(3).list(list, mine))));
		expect(error.message).toBe("Zoom's list doesn't end");
		expect(error.description).toContain('none came. Try again later.');
		expect(error.context.itemIndex).toBe(3);
		expect(endless.requests).toHaveLength(5);
	});

	it('asks for the next page only once the rows before are taken', async () => {
		const { zoom, requests } = zoomAnswering([
			ok({ meetings: [{ id: 1 }], next_page_token: 'A' }),
			ok({ meetings: [{ id: 2 }], next_page_token: '' }),
		]);
		const rows = zoom.list(list, mine);
		expect(await rows.next()).toEqual({ done: false, value: { id: 1 } });
		expect(requests).toHaveLength(1);
		await rows.return(undefined);
		expect(requests).toHaveLength(1);
	});

	it.each([
		{ total_records: 0 },
		{ meetings: null, total_records: 0 },
		{ meetings: [], next_page_token: null },
		{ meetings: [], next_page_token: 5 },
	])('finds nothing in %j', async (page) => {
		const { zoom, requests } = zoomAnswering([answered(page)]);
		expect(await collect(zoom.list(list, mine))).toEqual([]);
		expect(requests).toHaveLength(1);
	});

	it.each([{}, { meetings: {} }, { meetings: [null] }, { users: [] }, [], 'text', ''])(
		'takes %j for no page',
		async (page) => {
			const { zoom, requests } = zoomAnswering([answered(page)]);
			const error = await failureOf(collect(zoom.list(list, mine)));
			expect(error.message).toBe("This isn't a response from Zoom's API");
			expect(requests).toHaveLength(1);
		},
	);
});
