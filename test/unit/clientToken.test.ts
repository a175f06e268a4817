import type { IDataObject } from 'n8n-workflow';
import { newApp, ok, refusal } from './support/fakeN8n';
import { settled } from './support/settled';
import { storedRow } from './support/tokens';
import { failureOf, GET, POST, send, useFakeTime, zoomAnswering } from './support/zoomAnswering';

useFakeTime();

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
