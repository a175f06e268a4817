import { NodeOperationError } from 'n8n-workflow';
import type { IDataObject, IHookFunctions } from 'n8n-workflow';
import { EVENT, fakeN8n, knowingAnEvent, trigger } from '../support/fakeTrigger';
import { rejectionOf } from '../support/thrown';

const { create, checkExists, delete: remove } = trigger.webhookMethods.default;

beforeAll(() => jest.useFakeTimers());
afterAll(() => jest.useRealTimers());

describe('publishing', () => {
	const hook = (parameters?: IDataObject, credential?: IDataObject) => {
		const { context } = fakeN8n(parameters);
		if (credential) context.credential = credential;
		return context as unknown as IHookFunctions;
	};

	it('has nothing to do at Zoom', async () => {
		expect(await checkExists.call(hook())).toBe(false);
		expect(await create.call(hook())).toBe(true);
		expect(await remove.call(hook())).toBe(true);
	});

	describe('ends', () => {
		/** Sends an event, ends the webhook, and sends the event again to whatever is stored. */
		async function unpublish(
			isActive: boolean,
			change: (stored: Record<string, IDataObject>) => void,
		) {
			const { context, receive, close, staticData } = fakeN8n();
			await receive(EVENT);
			close(200);
			context.isActive = isActive;
			await remove.call(context as unknown as IHookFunctions);
			change(staticData);
			await jest.advanceTimersByTimeAsync(60_000);
			return 'workflowData' in (await receive(EVENT));
		}
		const lose = (stored: Record<string, IDataObject>) => delete stored.n;

		it('with its memory, while what is stored stays', async () => {
			expect(await unpublish(true, lose)).toBe(true);
			expect(await unpublish(true, () => undefined)).toBe(false);
		});

		it('for the editor alone, whose test does not end a published workflow', async () => {
			expect(await unpublish(false, lose)).toBe(false);
		});

		it('with all that it knows written down', async () => {
			const { context, staticData, known } = await knowingAnEvent();
			await remove.call(context as unknown as IHookFunctions);
			expect(staticData.n).toEqual(known);
		});
	});

	it.each([
		[undefined, {}, 'no Secret Token'],
		[undefined, { webhookSecretToken: ' ' }, 'no Secret Token'],
		[{ events: [] }, undefined, "'Trigger On' is required"],
		[{ events: undefined }, undefined, "'Trigger On' is required"],
		[{ events: ['other'] }, undefined, "'Trigger On' is required"],
		[{ filters: { meetings: 'mine' } }, undefined, 'mine'],
		[{ options: { windowMinutes: 0 } }, undefined, 'Maximum Event Age (Minutes)'],
		[{ options: { windowMinutes: 1_441 } }, undefined, 'Maximum Event Age (Minutes)'],
		[{ options: 'none' }, undefined, "'Options' isn't a valid JSON object"],
		[{ filters: [1] }, undefined, "'Filters' isn't a valid JSON object"],
		[{ simplify: 2 }, undefined, "'Simplify' must be true or false"],
	])('is refused with %p and %p', async (parameters, credential, message) => {
		const refused = create.call(hook(parameters, credential));
		await expect(refused).rejects.toThrow(message);
		await expect(refused).rejects.toBeInstanceOf(NodeOperationError);
	});

	it('writes down what another version of the workflow knows', async () => {
		const { context, receive, staticData, known } = await knowingAnEvent();
		await remove.call(context as unknown as IHookFunctions);
		await create.call(context as unknown as IHookFunctions);
		expect(staticData.n).toEqual(known);
		expect(await receive(EVENT)).not.toHaveProperty('workflowData');
	});

	it('says where the secret is found', async () => {
		const { message, description } = await rejectionOf(create.call(hook(undefined, {})));
		// n8n shows the message alone.
		expect(message).toContain('Feature page into the credential, then publish again');
		expect(description).toContain('anyone could start this workflow');
	});
});
