import { UserError } from 'n8n-workflow';
import type { Zoom } from '../../nodes/Zoom/transport/client';
import { ok, refusal } from './support/fakeN8n';
import { failureOf, GET, lost, send, useFakeTime, zoomAnswering } from './support/zoomAnswering';

useFakeTime();

const meeting = async (zoom: Zoom) => await send(zoom, GET);

it('asks once for all items that ask at the same time, and later', async () => {
	const { zoom, requests } = zoomAnswering([ok({ id: 1 }), ok({ id: 2 })]);
	const ask = async (itemIndex: number) => await zoom.forItem(itemIndex).once('a', meeting);
	expect(await Promise.all([ask(0), ask(1)])).toEqual([{ id: 1 }, { id: 1 }]);
	expect(await ask(2)).toEqual({ id: 1 });
	expect(await zoom.once('b', meeting)).toEqual({ id: 2 });
	expect(requests).toHaveLength(2);
});

it("keeps Zoom's refusals, and tells each item in an error of its own", async () => {
	const { zoom, requests } = zoomAnswering([refusal(404, 3001, 'Meeting does not exist: 1.')]);
	const ask = async (itemIndex: number) =>
		await failureOf(zoom.forItem(itemIndex).once('a', meeting));
	const errors = await Promise.all([ask(0), ask(1)]);
	errors.push(await ask(2));
	expect(requests).toHaveLength(1);
	expect(errors.map(({ context }) => context.itemIndex)).toEqual([0, 1, 2]);
	expect(new Set(errors).size).toBe(3);
	expect(new Set(errors.map(({ message }) => message)).size).toBe(1);
});

it('keeps what was not found', async () => {
	const { zoom } = zoomAnswering([ok({})]);
	const work = jest.fn(async () => {
		throw new UserError('Nobody has this address');
	});
	for (let i = 0; i < 2; i++) {
		await expect(zoom.once('a', work)).rejects.toThrow('Nobody has this address');
	}
	expect(work).toHaveBeenCalledTimes(1);
});

it.each([
	['a lost answer', [lost, lost, lost, lost]],
	['HTTP 503', Array(4).fill(refusal(503, 503, 'Oops'))],
])('forgets %s, and asks again', async (_, answers) => {
	const { zoom, requests } = zoomAnswering([...answers, ok({ id: 1 })]);
	const both = await Promise.all([
		failureOf(zoom.once('a', meeting)),
		failureOf(zoom.forItem(1).once('a', meeting)),
	]);
	expect(both).toHaveLength(2);
	expect(requests).toHaveLength(4);
	expect(await zoom.forItem(2).once('a', meeting)).toEqual({ id: 1 });
});

it('forgets that the run was cancelled', async () => {
	const cancel = new AbortController();
	const { zoom } = zoomAnswering([ok({})], { signal: cancel.signal });
	cancel.abort();
	const work = jest.fn(meeting);
	for (let i = 0; i < 2; i++) {
		await expect(zoom.once('a', work)).rejects.toThrow('The run was cancelled');
	}
	expect(work).toHaveBeenCalledTimes(2);
});
