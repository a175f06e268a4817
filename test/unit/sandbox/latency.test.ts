import { Agent, request } from 'undici';
import { startSandbox } from '../../../sandbox';
import { certificateFor } from '../../../sandbox/certificate';
import { Latency } from '../../../sandbox/latency';
import { settingsFrom } from '../../../sandbox/options';

/** The first latencies of a sandbox with these options. */
function latencies(count: number, options: Parameters<typeof settingsFrom>[0]) {
	const settings = settingsFrom(options);
	const latency = new Latency(() => settings);
	return Array.from({ length: count }, () => latency.next());
}

describe('latency', () => {
	it('is the same for all without a spread', () => {
		expect(latencies(3, { latencyMs: 50 })).toEqual([50, 50, 50]);
	});

	it('spreads log-normally around the median', () => {
		const sorted = latencies(10_001, { latencyMs: 500, latencySigma: 0.4 }).sort((a, b) => a - b);
		const over500 = (share: number) => Math.log((sorted[Math.floor(10_000 * share)] ?? 0) / 500);
		expect(over500(0.5)).toBeCloseTo(0, 1);
		// One standard deviation to both sides, and the 99th percentile.
		expect(over500(0.159)).toBeCloseTo(-0.4, 1);
		expect(over500(0.841)).toBeCloseTo(0.4, 1);
		expect(over500(0.99)).toBeCloseTo(0.4 * 2.326, 1);
	});

	it('is that of the seed, whoever asks', () => {
		const spread = { latencyMs: 500, latencySigma: 0.4, latencySeed: 7 };
		expect(latencies(50, spread)).toEqual(latencies(50, spread));
		expect(latencies(50, spread)).not.toEqual(latencies(50, { ...spread, latencySeed: 8 }));
		expect(new Set(latencies(50, spread)).size).toBe(50);
	});

	it('begins again where the seed is set', async () => {
		const sandbox = await startSandbox();
		const spread = { latencyMs: 20, latencySigma: 0.4, latencySeed: 7 };
		const next = jest.spyOn(Latency.prototype, 'next');
		const ask = async () => await fetch(`${sandbox.url}/v2/users/me`);
		const times = () => next.mock.results.map(({ value }) => value as number);
		try {
			sandbox.configure(spread);
			await ask();
			await ask();
			sandbox.configure(spread);
			await ask();
			expect(times()[2]).toBe(times()[0]);
			expect(times()[1]).not.toBe(times()[0]);
		} finally {
			next.mockRestore();
			await sandbox.close();
		}
	});
});

it('speaks https with a certificate, which must be trusted', async () => {
	const certificate = await certificateFor(['127.0.0.1']);
	const sandbox = await startSandbox({ certificate });
	const trusting = new Agent({ connect: { ca: certificate.cert } });
	const doubting = new Agent();
	const path = `${sandbox.secureUrl}/__sandbox/counts`;
	try {
		const { statusCode, body } = await request(path, { dispatcher: trusting });
		expect([statusCode, await body.json()]).toMatchObject([200, { tokens: 0 }]);
		await expect(request(path, { dispatcher: doubting })).rejects.toThrow('self-signed');
		expect((await fetch(`${sandbox.url}/__sandbox/counts`)).status).toBe(200);
	} finally {
		await Promise.all([trusting.close(), doubting.close()]);
		await sandbox.close();
	}
});
