import { eventEndpoints } from '../../nodes/Zoom/api/endpoints';
import { MEETING } from '../../nodes/Zoom/api/eventKinds';
import { detailsOf } from '../../nodes/Zoom/transport/errors';
import { refusal, ok } from './support/fakeN8n';
import type { Answer } from './support/fakeN8n';
import { failureOf, POST, send, useFakeTime, zoomAnswering } from './support/zoomAnswering';
import { settled } from './support/settled';

useFakeTime();

const { create, update, get, addRegistrant } = eventEndpoints(MEETING);
const PER_SECOND =
	'You have reached the maximum per-second rate limit for this API. Try again later.';
const HOST_LIMIT =
	'You have exceeded the daily rate limit (100) of Meeting Create/Update API requests permitted for this particular user.';

describe('a limit that Zoom asks to wait long for', () => {
	const asking = (retryAfter: string) =>
		refusal(429, 429, PER_SECOND, { 'retry-after': retryAfter, 'x-ratelimit-type': 'QPS' });

	it.each([
		['seconds', '21600', '2027-03-05T16:00:00.000Z'],
		['an HTTP date', 'Fri, 05 Mar 2027 10:02:00 GMT', '2027-03-05T10:02:00.000Z'],
		['an instant', '2027-03-05T10:01:01Z', '2027-03-05T10:01:01.000Z'],
	])('is told until when: %s', async (_, retryAfter, resetsAt) => {
		const { zoom, requests } = zoomAnswering([asking(retryAfter)]);
		const error = await failureOf(send(zoom, POST));
		expect(error.message).toBe('Zoom accepts no more requests for now');
		const refused = detailsOf(error);
		expect(refused).toMatchObject({ resetsAt, hint: expect.stringContaining(resetsAt) });
		expect(refused?.hint).not.toMatch(/tried/);
		// The next one is told at once, and nothing is sent for it.
		const next = await failureOf(send(zoom, POST));
		expect(next.message).toBe('Not sent because Zoom asked to wait');
		expect(detailsOf(next)).toMatchObject({ notSent: true, resetsAt });
		expect(requests).toHaveLength(1);
	});

	it.each([-3_600_000, 3_600_000])(
		"holds for as long as Zoom means where this machine's clock is off by %i ms",
		async (by) => {
			const date = new Date(Date.now() - by).toUTCString();
			const instant = new Date(Date.now() - by + 120_000).toISOString();
			const answer = refusal(429, 429, PER_SECOND, { 'retry-after': instant, date });
			const { zoom, requests } = zoomAnswering([answer, ok()]);
			await failureOf(send(zoom, POST));
			await jest.advanceTimersByTimeAsync(118_000);
			await failureOf(send(zoom, POST));
			expect(requests).toHaveLength(1);
			await jest.advanceTimersByTimeAsync(3_000);
			await settled(send(zoom, POST));
			expect(requests).toHaveLength(2);
		},
	);

	it('stops nothing any more when the time has come', async () => {
		const { zoom } = zoomAnswering([asking('120'), ok({ topic: '1' })]);
		await failureOf(send(zoom, POST));
		await jest.advanceTimersByTimeAsync(120_001);
		expect(await settled(send(zoom, POST))).toMatchObject({ topic: '1' });
	});

	it.each(['60', '0.2', '0', '-5', 'Thu, 01 Jan 1970 00:00:00 GMT', 'soon', ''])(
		'is waited for where it is %p, and not given up within a moment',
		async (retryAfter) => {
			let tries = 0;
			const began = performance.now();
			const { zoom } = zoomAnswering([], {
				respond: () => (performance.now() - began < 5_000 && ++tries ? asking(retryAfter) : ok()),
			});
			expect(await settled(send(zoom, POST))).toHaveProperty('registrant_id');
			expect(tries).toBeLessThanOrEqual(8);
		},
	);
});

describe("a host's daily limit", () => {
	/** Ann's limit is used up; Ben's is not. Ann hosts the meetings 1 and 2, Ben 3. */
	const respond = ({ method, url }: { method?: string; url: string }): Answer => {
		const isOfAnn = /users\/ann|meetings\/[12]$/.test(url);
		if (method === 'GET') return ok({ host_id: isOfAnn ? 'ANN' : 'BEN' });
		return isOfAnn && !url.includes('registrants') ? refusal(429, 429, HOST_LIMIT) : ok();
	};
	const answering = () => zoomAnswering([], { respond });
	const creating = (userId: string) => ({ endpoint: create, params: { userId }, body: {} });
	const updating = (eventId: string) => ({ endpoint: update, params: { eventId }, body: {} });

	it('stops what counts for that host, whatever the meeting, and nothing else', async () => {
		const { zoom, requests } = answering();
		for (const eventId of ['1', '2', '3']) {
			await settled(send(zoom, { endpoint: get, params: { eventId } }));
		}
		requests.length = 0;
		await failureOf(send(zoom, updating('1')));
		const next = await failureOf(send(zoom, updating('2')));
		expect(next.message).toBe("Not sent because Zoom's daily limit is used up");
		expect(requests).toHaveLength(1);
		await settled(send(zoom, updating('3')));
		await settled(send(zoom, { endpoint: addRegistrant, params: { eventId: '1' }, body: {} }));
		expect(requests).toHaveLength(3);
	});

	it('stops further meetings of that host', async () => {
		const { zoom, requests } = answering();
		await failureOf(send(zoom, creating('ann')));
		await failureOf(send(zoom, creating('ann')));
		expect(requests).toHaveLength(1);
		await settled(send(zoom, creating('ben')));
		expect(requests).toHaveLength(2);
	});

	it('stops the same meeting where its host is not known', async () => {
		const { zoom, requests } = answering();
		await failureOf(send(zoom, updating('1')));
		await failureOf(send(zoom, updating('1')));
		expect(requests).toHaveLength(1);
		await failureOf(send(zoom, updating('2')));
		expect(requests).toHaveLength(2);
	});
});

it('tells thousands of rows at once that they are not sent', async () => {
	const { zoom, requests } = zoomAnswering(
		[refusal(429, 429, 'You have reached the daily limit.')],
		{
			plan: 'free',
		},
	);
	await failureOf(send(zoom, POST));
	const began = performance.now();
	const failures = await Promise.all(
		Array.from({ length: 1000 }, async () => await send(zoom, POST).catch((error: Error) => error)),
	);
	expect(performance.now()).toBe(began);
	expect(new Set(failures.map((error) => (error as Error).message)).size).toBe(1);
	expect(requests).toHaveLength(1);
});
