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
	/** A credential that counts how often it is opened. */
	function credential(id: string | undefined, start: string) {
		const state = { saved: start, opened: 0 };
		const receive = async (signedWith: string, now = NOW) => {
			const headers = signed(signedWith, '{}', now / 1000);
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
				now,
			);
			return 'secret' in verdict;
		};
		return { state, receive };
	}

	it('opens the credential once for the events of 10 seconds', async () => {
		const { state, receive } = credential('burst', 'one');
		for (const ms of [0, 1_000, 9_000]) expect(await receive('one', NOW + ms)).toBe(true);
		expect(state.opened).toBe(1);
		expect(await receive('one', NOW + 11_000)).toBe(true);
		expect(state.opened).toBe(2);
	});

	it('takes a new secret at once, and an old one no longer than 10 seconds', async () => {
		const { state, receive } = credential('changed', 'one');
		expect(await receive('one')).toBe(true);
		state.saved = 'two';
		expect(await receive('two', NOW + 1_000)).toBe(true);
		expect(await receive('one', NOW + 2_000)).toBe(false);
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
