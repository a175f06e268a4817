import { eventEndpoints } from '../../nodes/Zoom/api/endpoints';
import { MEETING } from '../../nodes/Zoom/api/eventKinds';
import { detailsOf } from '../../nodes/Zoom/transport/errors';
import { ok, refusal } from './support/fakeN8n';
import { settled } from './support/settled';
import { failureOf, GET, POST, send, useFakeTime, zoomAnswering } from './support/zoomAnswering';
import type { Call } from './support/zoomAnswering';

useFakeTime();

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
