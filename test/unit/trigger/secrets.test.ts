import { readSecrets, verifyWithCredential } from '../../../nodes/ZoomTrigger/secrets';
import { signed } from '../../../sandbox/events/signature';

const NOW = Date.parse('2027-03-05T10:00:00Z');
const WINDOW = 90 * 60_000;

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

	/** A credential that counts how often it is opened. */
	function credential(id: string | undefined, start: string) {
		const state = { saved: start, opened: 0 };
		const receive = async (signedWith: string) => {
			const headers = signed(signedWith, '{}', NOW / 1000);
			const verdict = await verifyWithCredential(
				{
					rawBody: Buffer.from('{}'),
					timestamp: headers['x-zm-request-timestamp'],
					signature: headers['x-zm-signature'],
				},
				id,
				async () => {
					state.opened++;
					return await Promise.resolve({ webhookSecretToken: state.saved });
				},
				WINDOW,
				NOW,
			);
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

	it('opens the credential again for a forged request, which stays refused', async () => {
		const { state, receive } = credential('forged', 'one');
		expect(await receive('one')).toBe(true);
		expect(await receive('forged')).toBe(false);
		expect(state.opened).toBe(2);
	});

	it('keeps nothing for a credential without an ID', async () => {
		const { state, receive } = credential(undefined, 'one');
		await receive('one');
		await receive('one');
		expect(state.opened).toBe(2);
	});
});
