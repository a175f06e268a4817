import { hasUsableToken } from '../../credentials/token/session';
import { newApp } from './support/fakeN8n';
import { settled } from './support/settled';
import { useTokenEndpoint } from './support/tokenEndpoint';
import { bearer } from './support/tokens';

const { zoom, prepare } = useTokenEndpoint();
const KEPT = 100;

describe('what a process knows of apps', () => {
	it('stays within a hundred, the ones used last', async () => {
		const apps = Array.from({ length: 10_000 }, () => newApp());
		for (const app of apps) await prepare(app);
		const known = apps.slice(-KEPT).filter((app) => hasUsableToken({ ...app }));
		expect(known).toHaveLength(KEPT);
		const forgotten = apps.slice(0, -KEPT).filter((app) => hasUsableToken({ ...app }));
		expect(forgotten).toEqual([]);
	});

	it('keeps an app that is used again and again', async () => {
		const app = newApp();
		await prepare(app);
		for (let i = 0; i < 2 * KEPT; i++) {
			await prepare(newApp());
			expect(hasUsableToken({ ...app })).toBe(true);
		}
	});

	it('never forgets an app whose token is being fetched', async () => {
		const app = newApp();
		zoom().state.latency = 1_000;
		const [one, two] = [{ ...app }, { ...app }];
		const first = prepare(one);
		zoom().state.latency = 0;
		for (let i = 0; i < 2 * KEPT; i++) await prepare(newApp());
		const minted = zoom().mints();
		await settled(Promise.all([first, prepare(two)]));
		expect(zoom().mints()).toBe(minted);
		expect(bearer(one)).toBe(bearer(two));
		// Afterwards it goes like any other.
		for (let i = 0; i < KEPT; i++) await prepare(newApp());
		expect(hasUsableToken({ ...app })).toBe(false);
	});
});
