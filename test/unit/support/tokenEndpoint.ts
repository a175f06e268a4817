import { sleep } from 'n8n-workflow';
import type {
	ICredentialDataDecryptedObject,
	IHttpRequestHelper,
	IHttpRequestOptions,
} from 'n8n-workflow';
import { prepareToken } from '../../../credentials/token/session';
import type { Answer } from './fakeN8n';
import { ok } from './fakeN8n';
import { NOW } from './tokens';

let minted = 0;

/**
 * n8n's HTTP helper in front of Zoom's token endpoint and GET /users/me. Every token is a new one,
 * in all tests, because refused tokens are remembered.
 */
export function tokenEndpoint() {
	const tokens: string[] = [];
	const requests: IHttpRequestOptions[] = [];
	const state = {
		/** What the token endpoint does; a token where it is not set. */
		mint: undefined as (() => Answer) | undefined,
		/** What GET /users/me answers. */
		probe: (): Answer => ok(),
		/** How long an answer takes, in ms. */
		latency: 0,
	};
	const httpRequest = jest.fn(async (request: IHttpRequestOptions): Promise<Answer> => {
		requests.push(request);
		if (state.latency > 0) {
			await sleep(state.latency);
		}
		if (request.method === 'GET') return state.probe();
		if (state.mint) return state.mint();
		const token = `minted-${++minted}`;
		tokens.push(token);
		return ok({ access_token: token, expires_in: 3600, api_url: 'https://api-us.zoom.us' });
	});
	const helper = { helpers: { httpRequest } } as unknown as IHttpRequestHelper;
	const count = (method: string) => requests.filter((request) => request.method === method).length;
	return {
		helper,
		state,
		tokens,
		requests,
		mints: () => count('POST'),
		probes: () => count('GET'),
	};
}

/** A token endpoint of its own for each test, in fake time; `prepare` gets a token from it. */
export function useTokenEndpoint() {
	let endpoint: ReturnType<typeof tokenEndpoint>;
	beforeEach(() => {
		jest.useFakeTimers({ now: NOW });
		endpoint = tokenEndpoint();
	});
	afterEach(() => jest.useRealTimers());
	const prepare = async (credentials: ICredentialDataDecryptedObject) =>
		await prepareToken(endpoint.helper, credentials);
	return { zoom: () => endpoint, prepare };
}
