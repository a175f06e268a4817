import { sleep } from 'n8n-workflow';
import { readSecrets, verifyWithCredential } from '../../../nodes/ZoomTrigger/secrets';
import { readHeaders } from '../../../nodes/ZoomTrigger/verify';
import { signed } from '../../../sandbox/events/signature';

describe('readSecrets', () => {
	it.each([
		['abc', ['abc']],
		[' "abc" ', ['abc']],
		['old, new', ['old', 'new']],
		['old\nnew', ['old', 'new']],
		['', []],
		['  ,  ', []],
		['""', []],
		[undefined, []],
	])('reads %p', (value, secrets) => {
		expect(readSecrets(value === undefined ? {} : { webhookSecretToken: value })).toEqual(secrets);
	});
});

describe('verifyWithCredential', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	/** A credential that counts how often it is opened, and that takes its time where it is told to. */
	function credential(id: string | undefined, start = 'one') {
		const state = { saved: start, opened: 0, takesMs: 0 };
		const open = async () => {
			state.opened++;
			const { saved, takesMs } = state;
			if (takesMs > 0) await sleep(takesMs);
			return { webhookSecretToken: saved };
		};
		const receive = async (signedWith: string) => {
			const read = readHeaders(signed(signedWith, '{}', 1_772_704_800));
			if ('reason' in read) throw new Error(read.reason);
			const verdict = await verifyWithCredential({ rawBody: Buffer.from('{}'), ...read }, id, open);
			return 'secret' in verdict;
		};
		return { state, receive };
	}

	it('opens the credential once for the events of 10 seconds', async () => {
		const { state, receive } = credential('burst', 'one');
		for (const ms of [0, 1_000, 8_999]) {
			await jest.advanceTimersByTimeAsync(ms);
			expect(await receive('one')).toBe(true);
		}
		expect(state.opened).toBe(1);
		await jest.advanceTimersByTimeAsync(1);
		expect(await receive('one')).toBe(true);
		expect(state.opened).toBe(2);
	});

	it('keeps a secret for 10 seconds after it was read last', async () => {
		const { state, receive } = credential('read twice', 'one');
		await receive('one');
		await jest.advanceTimersByTimeAsync(6_000);
		await receive('forged');
		await jest.advanceTimersByTimeAsync(6_000);
		expect(await receive('one')).toBe(true);
		expect(state.opened).toBe(2);
	});

	it('keeps nothing of a credential for longer, though no event comes', async () => {
		const { receive } = credential('deleted', 'one');
		await receive('one');
		expect(jest.getTimerCount()).toBe(1);
		await jest.advanceTimersByTimeAsync(10_000);
		expect(jest.getTimerCount()).toBe(0);
	});

	it('takes a new secret at once, and an old one no longer than 10 seconds', async () => {
		const { state, receive } = credential('changed', 'one');
		expect(await receive('one')).toBe(true);
		state.saved = 'two';
		expect(await receive('two')).toBe(true);
		expect(await receive('one')).toBe(false);
	});

	it('takes a new secret within 5 seconds though wrong signatures come all the time', async () => {
		const { state, receive } = credential('changed in a flood');
		await receive('one');
		await receive('forged');
		state.saved = 'two';
		let ms = 0;
		while (!(await receive('two'))) {
			await receive('forged');
			await jest.advanceTimersByTimeAsync(50);
			ms += 50;
		}
		expect(ms).toBeLessThanOrEqual(5_000);
	});

	it('opens the credential every 5 seconds for wrong signatures, which stay refused', async () => {
		const { state, receive } = credential('flood');
		expect(await receive('one')).toBe(true);
		for (let ms = 0; ms < 60_000; ms += 10) {
			expect(await receive('forged')).toBe(false);
			await jest.advanceTimersByTimeAsync(10);
		}
		expect(state.opened).toBe(1 + 12);
		expect(await receive('one')).toBe(true);
		expect(state.opened).toBe(1 + 12);
	});

	it('opens the credential once for all that come before it is open', async () => {
		const { state, receive } = credential('cold');
		state.takesMs = 100;
		const signatures = ['one', 'forged', 'one', 'forged'];
		const answers = Promise.all(signatures.map(async (signature) => await receive(signature)));
		await jest.advanceTimersByTimeAsync(100);
		expect(await answers).toEqual([true, false, true, false]);
		expect(state.opened).toBe(1);
	});

	it('has those wait for a new secret that it does not know, and nobody else', async () => {
		const { state, receive } = credential('opened again');
		await receive('one');
		state.takesMs = 5_000;
		state.saved = 'one, two';
		const waiting = ['two', 'forged', 'two'].map(async (signature) => await receive(signature));
		expect(await receive('one')).toBe(true);
		await jest.advanceTimersByTimeAsync(5_000);
		expect(await Promise.all(waiting)).toEqual([true, false, true]);
		expect(state.opened).toBe(2);
	});

	it('tries again where the credential could not be opened', async () => {
		const read = readHeaders(signed('one', '{}', 1_772_704_800));
		if ('reason' in read) throw new Error(read.reason);
		const open = jest
			.fn()
			.mockRejectedValueOnce(new Error('no database'))
			.mockResolvedValue({ webhookSecretToken: 'one' });
		const receive = async () =>
			await verifyWithCredential({ rawBody: Buffer.from('{}'), ...read }, 'broken', open);
		await expect(receive()).rejects.toThrow('no database');
		expect(await receive()).toEqual({ secret: 'one' });
	});

	it('keeps the secrets of 1,000 credentials', async () => {
		const all = Array.from({ length: 10_000 }, (_, number) => credential(`of ${number}`));
		for (const { receive } of all) await receive('one');
		const openedAgain = async (number: number) => {
			await all[number]?.receive('one');
			return all[number]?.state.opened === 2;
		};
		expect(await openedAgain(9_000)).toBe(false);
		expect(await openedAgain(8_999)).toBe(true);
		await jest.advanceTimersByTimeAsync(10_000);
	});

	it('keeps nothing for a credential without an ID', async () => {
		const { state, receive } = credential(undefined, 'one');
		await receive('one');
		await receive('one');
		expect(state.opened).toBe(2);
	});
});
