import type { IDataObject } from 'n8n-workflow';
import { eventEndpoints } from '../../nodes/Zoom/api/endpoints';
import { MEETING } from '../../nodes/Zoom/api/eventKinds';
import { detailsOf } from '../../nodes/Zoom/transport/errors';
import { newApp, ok, refusal } from './support/fakeN8n';
import { settled } from './support/settled';
import { storedRow } from './support/tokens';
import {
	DELETE,
	failureOf,
	GET,
	lost,
	POST,
	send,
	unreachable,
	useFakeTime,
	zoomAnswering,
} from './support/zoomAnswering';
import type { Call } from './support/zoomAnswering';

useFakeTime();

describe('lost connections', () => {
	it('sends a POST once and says that the outcome is unknown', async () => {
		const { zoom, requests } = zoomAnswering([lost]);
		const error = await failureOf(send(zoom, { ...POST, itemIndex: 1 }));
		expect(error.message).toBe("Zoom's response was lost, so it's unknown whether this succeeded");
		expect(detailsOf(error)).toMatchObject({ unknown: true });
		expect(error.context.itemIndex).toBe(1);
		expect(requests).toHaveLength(1);
	});

	it('sends a POST again that was never sent', async () => {
		const { zoom, requests } = zoomAnswering([unreachable, unreachable, ok({ topic: '1' })]);
		expect(await settled(send(zoom, POST))).toMatchObject({ topic: '1' });
		expect(requests).toHaveLength(3);
	});

	it('gives up after three more tries', async () => {
		const { zoom, requests } = zoomAnswering([unreachable]);
		const error = await failureOf(send(zoom, POST));
		expect(error.message).toBe("Zoom couldn't be reached");
		expect(requests).toHaveLength(4);
	});

	it('repeats a GET three times and says that nothing came back', async () => {
		const { zoom, requests } = zoomAnswering([lost]);
		const error = await failureOf(send(zoom, GET));
		expect(error.message).toBe("Zoom's response was lost");
		expect(requests).toHaveLength(4);
	});

	it.each(['PUT', 'PATCH', 'DELETE'] as const)(
		'repeats a %s, and says that its outcome is unknown',
		async (method) => {
			const { zoom, requests } = zoomAnswering([lost]);
			const error = await failureOf(
				send(zoom, { ...DELETE, endpoint: { ...DELETE.endpoint, method } }),
			);
			expect(detailsOf(error)).toMatchObject({ unknown: true });
			expect(requests).toHaveLength(4);
		},
	);

	it.each([
		['a lost answer', lost],
		['HTTP 500', refusal(500, 500, 'Oops')],
	])('takes 404 for the success of a DELETE after %s', async (_, first) => {
		const { zoom } = zoomAnswering([first, refusal(404, 3001, 'Meeting does not exist: 1.')]);
		expect(await settled(send(zoom, DELETE))).toEqual({});
	});

	it.each([
		['an unknown registrant', refusal(400, 3079, 'No such registrant.')],
		['HTTP 404 of any other kind', refusal(404, 0, '')],
		['an unknown occurrence', refusal(400, 300, 'Invalid parameter: `occurrence_id`.')],
	])('takes %s for the success of a DELETE whose answer got lost', async (_, gone) => {
		const { zoom, requests } = zoomAnswering([lost, gone]);
		expect(await settled(send(zoom, DELETE))).toEqual({});
		expect(requests).toHaveLength(2);
	});

	it('still throws what else Zoom says to a DELETE whose answer got lost, as unknown', async () => {
		const { zoom } = zoomAnswering([lost, refusal(400, 3018, 'Not allowed.')]);
		const error = await failureOf(send(zoom, DELETE));
		expect(error.message).toBe("A personal meeting room can't be deleted");
		expect(detailsOf(error)).toMatchObject({ unknown: true, code: 3018 });
	});

	it.each([
		['its rate', refusal(429, 0, '')],
		['no connection', unreachable],
	])(
		'knows that nothing was done by a DELETE that was refused for %s before',
		async (_, before) => {
			const { zoom } = zoomAnswering([before, refusal(400, 3018, 'Not allowed.')]);
			expect(detailsOf(await failureOf(send(zoom, DELETE)))).not.toHaveProperty('unknown');
		},
	);

	it('remembers through later waits that a DELETE may be done', async () => {
		const { zoom } = zoomAnswering([lost, unreachable, refusal(429, 0, ''), refusal(404, 0, '')]);
		expect(await settled(send(zoom, DELETE))).toEqual({});
	});

	it.each([
		['its rate', refusal(429, 0, '')],
		['its token', refusal(401, 124, 'Access token is expired.')],
	])('takes 404 for a refusal of a DELETE that was refused for %s before', async (_, before) => {
		const { zoom } = zoomAnswering([before, refusal(404, 0, '')]);
		const error = await failureOf(send(zoom, DELETE));
		expect(error.message).toBe("Zoom couldn't find what was requested");
	});

	it.each([
		['of its first try', DELETE, []],
		['after a try that was never sent', DELETE, [unreachable]],
		['of another method', GET, [lost]],
	] as Array<[string, Call, Array<() => never>]>)(
		'takes 404 for a refusal %s',
		async (_, call, before) => {
			const { zoom } = zoomAnswering([...before, refusal(404, 3001, 'Meeting does not exist: 1.')]);
			const error = await failureOf(send(zoom, call));
			expect(error.message).toBe("Zoom couldn't find this meeting");
		},
	);

	it('repeats all but POST after HTTP 503', async () => {
		const get = zoomAnswering([refusal(503, 0, ''), ok({ topic: '1' })]);
		expect(await settled(send(get.zoom, GET))).toMatchObject({ topic: '1' });
		const post = zoomAnswering([refusal(503, 0, ''), ok({ topic: '1' })]);
		const error = await failureOf(send(post.zoom, POST));
		expect(error.message).toBe('Zoom is having trouble');
		expect(detailsOf(error)).toMatchObject({ unknown: true });
		expect(post.requests).toHaveLength(1);
	});
});

describe('limits', () => {
	const SECOND = refusal(429, 4001, 'per-second rate limit', { 'retry-after': '2' });

	it('waits as long as Zoom asks, then sends again', async () => {
		const { zoom, requests } = zoomAnswering([SECOND, ok({ topic: '1' })]);
		const result = send(zoom, POST);
		await jest.advanceTimersByTimeAsync(1900);
		expect(requests).toHaveLength(1);
		expect(await settled(result)).toMatchObject({ topic: '1' });
		expect(requests).toHaveLength(2);
	});

	it('lets calls of the same run wait that have met no limit themselves', async () => {
		const { zoom, requests } = zoomAnswering([SECOND, ok({})]);
		const first = send(zoom, POST);
		await jest.advanceTimersByTimeAsync(500);
		const second = send(zoom, GET);
		await jest.advanceTimersByTimeAsync(1400);
		expect(requests).toHaveLength(1);
		await settled(Promise.all([first, second]));
		expect(requests).toHaveLength(3);
	});

	it("does not let another account's calls wait", async () => {
		const one = zoomAnswering([SECOND, ok({})]);
		const first = send(one.zoom, POST);
		await jest.advanceTimersByTimeAsync(1);
		const two = zoomAnswering([ok({ topic: '2' })]);
		expect(await send(two.zoom, GET)).toMatchObject({ topic: '2' });
		await settled(first);
	});

	it('never shortens a wait that another call was told', async () => {
		const longer = refusal(429, 4001, 'per-second', { 'retry-after': '5' });
		const { zoom, requests } = zoomAnswering([longer, SECOND, ok({})]);
		const both = Promise.all([send(zoom, POST), send(zoom, POST)]);
		await jest.advanceTimersByTimeAsync(4900);
		expect(requests).toHaveLength(2);
		await settled(both);
		expect(requests).toHaveLength(4);
	});

	it('gives up after twenty waits', async () => {
		const { zoom, requests } = zoomAnswering([SECOND]);
		const error = await failureOf(send(zoom, POST));
		expect(error.message).toBe("Zoom's rate limit was reached");
		expect(requests).toHaveLength(21);
	});

	it.each([
		['told in another language', 'Vous avez dépassé la limite quotidienne.', 5],
		['of requests at the same time', 'Too many concurrent requests.', 9],
	])('gives up sooner after a limit %s, and lets nobody else wait', async (_, text, tries) => {
		const { zoom, requests } = zoomAnswering([refusal(429, 429, text)], { plan: 'business' });
		const failing = async () => await send(zoom, POST).catch((error: Error) => error);
		const first = failing();
		await jest.advanceTimersByTimeAsync(100);
		expect(requests).toHaveLength(1);
		const second = failing();
		await jest.advanceTimersByTimeAsync(10);
		expect(requests).toHaveLength(2);
		for (const error of await settled(Promise.all([first, second]))) {
			expect(detailsOf(error)).toMatchObject({ zoomMessage: text });
		}
		expect(requests).toHaveLength(2 * tries);
	});

	it('does not wait for a limit of the day', async () => {
		const { zoom, requests } = zoomAnswering([
			refusal(429, 429, 'exceeded the daily rate limit of (3) for the registrant (x)'),
		]);
		const error = await failureOf(send(zoom, POST));
		expect(error.message).toBe("Zoom's daily limit for this person is used up");
		expect(requests).toHaveLength(1);
	});

	describe('of the day', () => {
		const host =
			'You have exceeded the daily rate limit (100) of Meeting Create/Update API requests permitted for this particular user.';
		const create = (user: string): Call => ({
			endpoint: eventEndpoints(MEETING).create,
			params: { userId: user },
		});
		const notSent = "Not sent because Zoom's daily limit is used up";

		it("that are the account's stop the run, and tell what was not sent", async () => {
			const until = { 'retry-after': '2027-03-06T00:00:00Z' };
			const { zoom, requests } = zoomAnswering([
				ok({}),
				refusal(429, 429, 'You have reached the maximum daily rate limit for this API.', until),
			]);
			await send(zoom, GET);
			const refused = detailsOf(await failureOf(send(zoom, POST)));
			expect(refused).toMatchObject({ resetsAt: '2027-03-06T00:00:00.000Z' });
			expect(refused).not.toHaveProperty('notSent');
			const error = await failureOf(send(zoom, { ...GET, itemIndex: 7 }));
			expect(error.message).toBe(notSent);
			expect(error.context.itemIndex).toBe(7);
			expect(detailsOf(error)).toEqual({
				hint: 'Nothing was done for this item. It can be sent again unchanged after 2027-03-06T00:00:00.000Z.',
				notSent: true,
				resetsAt: '2027-03-06T00:00:00.000Z',
			});
			expect(requests).toHaveLength(2);
		});

		it("that are a host's stop what is done to this host alone, until midnight", async () => {
			const { zoom, requests } = zoomAnswering([refusal(429, 429, host), ok({ topic: '1' })]);
			const refused = await failureOf(send(zoom, create('a')));
			expect(detailsOf(refused)).toMatchObject({ resetsAt: '2027-03-06T00:00:00.000Z' });
			expect((await failureOf(send(zoom, create('a')))).message).toBe(notSent);
			expect(await settled(send(zoom, create('b')))).toMatchObject({ topic: '1' });
			expect(requests).toHaveLength(2);
		});

		it.each([
			['an instant', { 'retry-after': '2027-03-05T18:00:00Z' }, '2027-03-05T18:00:00.000Z'],
			['seconds', { 'retry-after': '3600' }, '2027-03-05T11:00:00.000Z'],
			['nothing', {}, '2027-03-06T00:00:00.000Z'],
			['no time from now', { 'retry-after': '0' }, '2027-03-06T00:00:00.000Z'],
			[
				"nothing, but it is the next day by Zoom's clock",
				{ date: 'Sat, 06 Mar 2027 00:00:00 GMT' },
				'2027-03-07T00:00:00.000Z',
			],
		])('start again as Zoom says: %s', async (_, headers, resetsAt) => {
			for (const text of ['for the registrant', 'for this particular user', 'daily limit']) {
				const { zoom } = zoomAnswering([refusal(429, 429, text, headers)]);
				expect(detailsOf(await failureOf(send(zoom, POST)))).toMatchObject({ resetsAt });
			}
		});

		it("that are a person's stop nobody else", async () => {
			const text =
				'daily rate limit of (3) for Add meeting registrant API requests for the registrant (x)';
			const { zoom } = zoomAnswering([refusal(429, 429, text), ok({ topic: '1' })]);
			await failureOf(send(zoom, POST));
			expect(await settled(send(zoom, POST))).toMatchObject({ topic: '1' });
		});

		it('stop calls that were waiting for their turn', async () => {
			const day = refusal(429, 429, 'You have reached the maximum daily rate limit for this API.');
			const { zoom, requests } = zoomAnswering([ok({}), day], { plan: 'free' });
			const calls = Array.from(
				{ length: 8 },
				async () => await failureOf(send(zoom, POST)).catch(() => undefined),
			);
			const messages = (await settled(Promise.all(calls))).map((error) => error?.message);
			expect(requests).toHaveLength(4);
			expect(messages.filter((message) => message === undefined)).toHaveLength(1);
			expect(messages.slice(4)).toEqual(Array.from({ length: 4 }, () => notSent));
		});
	});
});

describe('the token', () => {
	const EXPIRED = refusal(401, 124, 'Access token is expired.');
	const bearers = (requests: Array<{ headers?: IDataObject }>) =>
		requests.map(({ headers }) => headers?.authorization);

	it('is renewed once after a 401, and the request sent again', async () => {
		const { zoom, requests, tokenRequests, bearer } = zoomAnswering([EXPIRED, ok({ topic: '1' })]);
		expect(await settled(send(zoom, POST))).toMatchObject({ topic: '1' });
		expect(bearers(requests)).toEqual([bearer(1), bearer(2)]);
		expect(tokenRequests).toHaveLength(2);
	});

	it('is given up after four renewals', async () => {
		const { zoom, requests } = zoomAnswering([EXPIRED]);
		const error = await failureOf(send(zoom, { ...POST, itemIndex: 0 }));
		expect(error.message).toBe("Zoom rejected the credential's token");
		expect(requests).toHaveLength(5);
	});

	it('comes from the credential row, which is read again only once it is of no more use', async () => {
		const { zoom, getCredentials } = zoomAnswering([ok({}), ok({}), ok({}), EXPIRED, ok({})]);
		await send(zoom, GET);
		// Cold: read, no usable token, read again.
		expect(getCredentials).toHaveBeenCalledTimes(2);
		expect(getCredentials).toHaveBeenCalledWith('zoomServerToServerOAuth2Api');
		await send(zoom, GET);
		await send(zoom, GET);
		expect(getCredentials).toHaveBeenCalledTimes(2);
		await settled(send(zoom, GET));
		expect(getCredentials).toHaveBeenCalledTimes(3);
	});

	it('reads the row once for calls at the same time', async () => {
		const { zoom, getCredentials, tokenRequests } = zoomAnswering([ok({})]);
		await send(zoom, GET);
		getCredentials.mockClear();
		await Promise.all([send(zoom, GET), send(zoom, GET), send(zoom, GET)]);
		expect(getCredentials).not.toHaveBeenCalled();
		expect(tokenRequests).toHaveLength(1);
	});

	it("is another process's where it was refused while a call waited for its turn", async () => {
		jest.spyOn(Math, 'random').mockReturnValue(0.9);
		const app = newApp({ plan: 'free' });
		let row = app;
		const { zoom, requests, tokenRequests } = zoomAnswering(
			[EXPIRED, EXPIRED, EXPIRED, EXPIRED, ok({})],
			{ getCredentials: async () => ({ ...row }) },
		);
		const calls = Array.from({ length: 5 }, async () => await send(zoom, POST));
		// The fifth one's turn comes before a refused token may be replaced.
		await jest.advanceTimersByTimeAsync(2_000);
		expect(requests).toHaveLength(4);
		row = storedRow(app, 'of-another-process');
		await settled(Promise.all(calls));
		const later = bearers(requests).slice(4);
		expect(later).toEqual(Array.from({ length: 5 }, () => 'Bearer of-another-process'));
		expect(tokenRequests).toHaveLength(1);
	});

	const LACKS_SCOPE = refusal(400, 4711, 'does not contain scopes:[meeting:write]');

	it('is not renewed for a scope while it is young', async () => {
		const { zoom, requests } = zoomAnswering([LACKS_SCOPE]);
		const error = await failureOf(send(zoom, POST));
		expect(error.message).toBe('The Zoom app is missing a scope for this operation');
		expect(requests).toHaveLength(1);
	});

	it('is renewed once for a scope that may have been granted since', async () => {
		const { zoom, requests, bearer } = zoomAnswering([ok({}), LACKS_SCOPE, ok({ topic: '1' })]);
		await send(zoom, GET);
		await jest.advanceTimersByTimeAsync(31_000);
		expect(await settled(send(zoom, POST))).toMatchObject({ topic: '1' });
		expect(bearers(requests)).toEqual([bearer(1), bearer(1), bearer(2)]);

		const lacking = zoomAnswering([ok({}), LACKS_SCOPE]);
		await send(lacking.zoom, GET);
		await jest.advanceTimersByTimeAsync(31_000);
		const error = await failureOf(send(lacking.zoom, POST));
		expect(error.message).toBe('The Zoom app is missing a scope for this operation');
		expect(lacking.requests).toHaveLength(3);
	});
});
