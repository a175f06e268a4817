import { SEED } from '../../sandbox';
import { runZoom, storeOf } from './run';
import { addParameters, credentialsFor, people, useSandbox } from './world';

const MEETING = SEED.meeting;

/** Puts both clocks forward, as if so many milliseconds had passed. */
function letPass(ms: () => number) {
	for (const clock of [Date, performance]) {
		const now = clock.now.bind(clock);
		jest.spyOn(clock, 'now').mockImplementation(() => now() + ms());
	}
}

describe.each([
	['several tokens are valid', false],
	['a new token makes the old one invalid', true],
])('tokens in n8n-core, where %s', (_, newTokenKillsOld) => {
	const sandbox = useSandbox({ newTokenKillsOld, tokenLatencyMs: 50 });
	afterEach(() => jest.restoreAllMocks());
	const run = async (store: ReturnType<typeof storeOf>, from: number, count: number) =>
		await runZoom(
			addParameters(MEETING, { options: { maxConcurrency: 20 } }),
			store,
			people(from + count).slice(from),
		);

	it('asks once for runs that begin at the same time', async () => {
		const store = storeOf(credentialsFor(sandbox()));
		const runs = await Promise.all([0, 10, 20, 30].map((from) => run(store, from, 10)));
		expect(runs.map(({ error }) => error)).toEqual([undefined, undefined, undefined, undefined]);
		expect(sandbox().registrants(MEETING)).toHaveLength(40);
		expect(sandbox().counts()).toMatchObject({ tokens: 1, unauthorized: 0 });
	});

	it.each(['revokeTokens', 'expireTokens'] as const)(
		'asks once more after %s, and no row fails',
		async (kill) => {
			const store = storeOf(credentialsFor(sandbox()));
			await run(store, 0, 1);
			sandbox()[kill]();
			const runs = await Promise.all([1, 11, 21].map((from) => run(store, from, 10)));
			expect(runs.map(({ error }) => error)).toEqual([undefined, undefined, undefined]);
			expect(sandbox().registrants(MEETING)).toHaveLength(31);
			expect(sandbox().counts().tokens).toBe(2);
		},
	);

	it('never meets a 401 in a run across the end of a token', async () => {
		const { requests } = sandbox();
		// Each request takes six seconds of all clocks: together they are longer than a token lives, and
		// those that are under way at a time less than a token is renewed before its end.
		letPass(() => 6_000 * requests().length);
		sandbox().configure({ tokenLifeSeconds: 1_200 });
		const store = storeOf(credentialsFor(sandbox()));
		const parameters = addParameters(MEETING, { options: { maxConcurrency: 5 } });
		const { error } = await runZoom(parameters, store, people(300));
		expect(error).toBeUndefined();
		expect(sandbox().registrants(MEETING)).toHaveLength(300);
		const { tokens, unauthorized } = sandbox().counts();
		expect(tokens).toBeGreaterThanOrEqual(2);
		expect(unauthorized).toBe(0);
	});

	it('does not use the token of other settings', async () => {
		const other = {
			accountId: 'OtherAccount',
			clientId: 'OtherClient',
			clientSecret: 'OtherSecret',
			scopes: 'all' as const,
		};
		sandbox().addApp(other);
		const { scopes, ...settings } = other;
		const store = storeOf(credentialsFor(sandbox()));
		await run(store, 0, 1);
		store.rows.set('1', { ...store.rows.get('1'), ...settings });
		await run(store, 1, 1);
		expect(scopes).toBe('all');
		expect(sandbox().counts()).toMatchObject({ tokens: 2, unauthorized: 0 });
	});

	it('tries a token with newly granted scopes before it complains', async () => {
		sandbox().configure({ scopes: ['meeting:read:meeting:admin'] });
		const store = storeOf(credentialsFor(sandbox()));
		await run(store, 0, 1);
		sandbox().configure({ scopes: 'all' });
		letPass(() => 31_000);
		const { error } = await run(store, 1, 1);
		expect(error).toBeUndefined();
		expect(sandbox().counts().tokens).toBe(2);
	});
});
