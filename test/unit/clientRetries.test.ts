import { detailsOf } from '../../nodes/Zoom/transport/errors';
import { ok, refusal } from './support/fakeN8n';
import { settled } from './support/settled';
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

	it.each(['PUT', 'PATCH'] as const)(
		'takes 404 for a refusal of a %s whose answer got lost, as unknown',
		async (method) => {
			const gone = refusal(404, 3001, 'Meeting does not exist: 1.');
			const { zoom, requests } = zoomAnswering([lost, gone]);
			const call = { ...DELETE, endpoint: { ...DELETE.endpoint, method } };
			const error = await failureOf(send(zoom, call));
			expect(error.message).toBe("Zoom couldn't find this meeting");
			expect(detailsOf(error)).toMatchObject({ unknown: true, code: 3001 });
			expect(requests).toHaveLength(2);
		},
	);

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
