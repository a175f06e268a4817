import { UserError } from 'n8n-workflow';
import { detailsOf } from '../../nodes/Zoom/transport/errors';
import { ok, refusal } from './support/fakeN8n';
import type { Answer } from './support/fakeN8n';
import { settled } from './support/settled';
import {
	failureOf,
	GET,
	lost,
	send,
	unreachable,
	useFakeTime,
	zoomAnswering,
} from './support/zoomAnswering';

useFakeTime();

const UNKNOWN = refusal(404, 3001, 'Meeting does not exist: 1.');

/** A run of the node that looks a meeting up, once for all its items. */
function lookingUp(answers: Array<Answer | (() => never)>) {
	const { zoom, requests } = zoomAnswering(answers);
	const work = jest.fn(async (one: typeof zoom) => await send(one, GET));
	const forItem = async (item: number, key = 'meeting') => await zoom.forItem(item).once(key, work);
	return { zoom, requests, work, forItem };
}

describe('once', () => {
	it('does the work for the first item and gives what came of it to all', async () => {
		const { forItem, requests } = lookingUp([ok({ topic: '1' }), ok({ topic: '2' })]);
		const together = await Promise.all([forItem(0), forItem(1)]);
		expect([...together, await forItem(2)]).toMatchObject([
			{ topic: '1' },
			{ topic: '1' },
			{ topic: '1' },
		]);
		expect(requests).toHaveLength(1);
	});

	it('keeps what has different keys, or belongs to another run, apart', async () => {
		const { forItem } = lookingUp([ok({ topic: '1' }), ok({ topic: '2' })]);
		expect([await forItem(0, 'one'), await forItem(0, 'two')]).toMatchObject([
			{ topic: '1' },
			{ topic: '2' },
		]);
		expect(await lookingUp([ok({ topic: '3' })]).forItem(0, 'one')).toMatchObject({ topic: '3' });
	});

	it("keeps Zoom's refusal, and tells each item of it", async () => {
		const { forItem, requests } = lookingUp([UNKNOWN, ok()]);
		for (const item of [0, 1]) {
			const error = await failureOf(forItem(item));
			expect(error.message).toBe("Zoom couldn't find this meeting");
			expect(error.context.itemIndex).toBe(item);
			expect(detailsOf(error)).toMatchObject({ code: 3001 });
		}
		expect(requests).toHaveLength(1);
	});

	it.each<[string, Answer | (() => never), number]>([
		['a lost answer', lost, 4],
		['no connection', unreachable, 4],
		['trouble at Zoom', refusal(503, 0, ''), 4],
		['a page of a proxy', { statusCode: 200, body: '<html>' }, 1],
		['too many requests', refusal(429, 0, ''), 21],
		['a refused token', refusal(401, 124, 'Access token is expired.'), 5],
		[
			'a sign-in that failed',
			() => {
				throw new UserError('Wrong Account ID');
			},
			1,
		],
	])('forgets what may pass: %s', async (_, answer, tries) => {
		const { forItem, requests } = lookingUp([
			...Array.from({ length: tries }, () => answer),
			ok({ topic: '1' }),
		]);
		await failureOf(forItem(0));
		expect(requests).toHaveLength(tries);
		expect(await settled(forItem(1))).toMatchObject({ topic: '1' });
	});

	it('keeps what the user has to correct, and forgets other errors', async () => {
		const { zoom } = lookingUp([]);
		const throwing = (error: Error) => jest.fn(async () => await Promise.reject(error));
		for (const [error, times] of [
			[new UserError('Wrong ID'), 1],
			[new TypeError('x is undefined'), 2],
		] as const) {
			const work = throwing(error);
			for (const item of [0, 1]) {
				await expect(zoom.forItem(item).once(error.message, work)).rejects.toBe(error);
			}
			expect(work).toHaveBeenCalledTimes(times);
		}
	});

	it('does the work once more for all who shared a failure that passed', async () => {
		const { forItem, work } = lookingUp([{ statusCode: 200, body: '<html>' }, ok({ topic: '1' })]);
		const trying = async (item: number) =>
			await forItem(item).catch(async () => await forItem(item));
		const all = await settled(Promise.all([trying(0), trying(1), trying(2)]));
		expect(all).toMatchObject([{ topic: '1' }, { topic: '1' }, { topic: '1' }]);
		expect(work).toHaveBeenCalledTimes(2);
	});

	it('makes an error of its own for each item that asks at the same time', async () => {
		const { forItem } = lookingUp([UNKNOWN]);
		const errors = await Promise.all([0, 1].map(async (item) => await failureOf(forItem(item))));
		expect(errors.map(({ context }) => context.itemIndex)).toEqual([0, 1]);
		expect(errors[0]).not.toBe(errors[1]);
	});

	it('forgets that the run was cancelled', async () => {
		const cancel = new AbortController();
		const { zoom } = zoomAnswering([ok({})], { signal: cancel.signal });
		cancel.abort();
		const work = jest.fn(async (one: typeof zoom) => await send(one, GET));
		for (let i = 0; i < 2; i++) {
			await expect(zoom.once('a', work)).rejects.toThrow('The run was canceled');
		}
		expect(work).toHaveBeenCalledTimes(2);
	});
});
