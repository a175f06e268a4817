import { UserError } from 'n8n-workflow';
import type { NodeApiError } from 'n8n-workflow';
import {
	chunkByGroup,
	fail,
	isWorthSendingSingly,
	MAX_IN_BATCH,
	mergeDuplicates,
	sendEach,
} from '../../nodes/Zoom/actions/common/batches';
import type { Run } from '../../nodes/Zoom/actions/types';
import { eventEndpoints } from '../../nodes/Zoom/api/endpoints';
import { MEETING } from '../../nodes/Zoom/api/eventKinds';
import { openZoom } from '../../nodes/Zoom/transport/client';
import {
	failureOf,
	noAnswerFailure,
	notReachedFailure,
	refusedFailure,
} from '../../nodes/Zoom/transport/errors';
import { fakeN8n } from './support/fakeN8n';
import { slowClock } from './support/slowClock';

afterEach(() => jest.restoreAllMocks());

const { addRegistrants } = eventEndpoints(MEETING);
const numbers = (count: number) => Array.from({ length: count }, (_, n) => n);
const refused = (status: number, code?: number, message = 'No.') =>
	refusedFailure({ status, headers: {}, body: { code, message } }, addRegistrants);

describe('chunkByGroup', () => {
	it('takes 30 at most', async () => {
		expect(MAX_IN_BATCH).toBe(30);
		const lengths = (await chunkByGroup(numbers(61), () => '')).map((call) => call.length);
		expect(lengths).toEqual([30, 30, 1]);
		expect(await chunkByGroup(numbers(30), () => '')).toEqual([numbers(30)]);
		expect(await chunkByGroup([], () => '')).toEqual([]);
	});

	it('mixes no groups, and goes on filling a call after items of another group', async () => {
		const calls = await chunkByGroup(numbers(64), (n) => (n % 2 === 0 ? 'even' : 'odd'));
		expect(calls).toEqual([
			numbers(30).map((n) => 2 * n),
			[60, 62],
			numbers(30).map((n) => 2 * n + 1),
			[61, 63],
		]);
	});
});

describe('mergeDuplicates', () => {
	it('keeps the first of each person, and knows the others', async () => {
		const items = ['a', 'b', 'a', 'c', 'a'].map((name, itemIndex) => ({ name, itemIndex }));
		expect(await mergeDuplicates(items, ({ name }) => name)).toEqual([
			{ name: 'a', itemIndex: 0, duplicates: [2, 4] },
			{ name: 'b', itemIndex: 1, duplicates: [] },
			{ name: 'c', itemIndex: 3, duplicates: [] },
		]);
	});
});

describe('both, with thousands of items', () => {
	const rows = numbers(2000).map((itemIndex) => ({ itemIndex }));
	const nameOf = ({ itemIndex }: { itemIndex: number }) => String(itemIndex);
	it.each([
		['mergeDuplicates', async () => await mergeDuplicates(rows, nameOf)],
		['chunkByGroup', async () => await chunkByGroup(rows, nameOf)],
	])('%s lets others have their turns', async (_name, work) => {
		const clock = slowClock();
		await work();
		expect(clock.turns()).toBeGreaterThan(50);
	});
});

describe('isWorthSendingSingly', () => {
	it.each([
		[400, 300, 'Validation Failed.'],
		[400, 3027, 'Host cannot register.'],
		[400, 3043, 'Meeting has reached maximum attendee capacity.'],
		[400, 3000, "Users in 'example.com' have been blocked from joining meetings."],
		[429, 429, 'You have exceeded the daily rate limit of (3) for the registrant (a@x.org).'],
		// A firewall that dislikes one name.
		[403, undefined, ''],
	])('is true after HTTP %i, code %p: %s', (status, code, message) => {
		expect(isWorthSendingSingly(refused(status, code, message), 3)).toBe(true);
		expect(isWorthSendingSingly(refused(status, code, message), 1)).toBe(false);
	});

	it.each([
		[401, 124, 'Invalid access token.'],
		[400, 200, 'No permission.'],
		[400, 303, 'Only for scheduled meetings.'],
		[400, 404, 'Registration has not been enabled.'],
		[404, 1001, 'User does not exist.'],
		[400, 1010, 'User belongs to another account.'],
		[404, 2300, 'This API endpoint is not recognized.'],
		[400, 3000, 'Cannot access meeting information.'],
		[404, 3001, 'Meeting does not exist.'],
		[400, 3038, 'Meeting is over.'],
		[400, 3161, 'Hosting is off.'],
		[401, 4700, 'Token cannot be empty.'],
		[400, 4711, 'Invalid access token, does not contain scopes:[x].'],
		[429, 4001, 'You have reached the maximum per-second rate limit for this API.'],
		// The call may have been done.
		[500, 5000, 'Oops'],
		[500, undefined, ''],
	])('is false after HTTP %i, code %p: %s', (status, code, message) => {
		expect(isWorthSendingSingly(refused(status, code, message), 3)).toBe(false);
	});

	it('is false without an answer', () => {
		expect(isWorthSendingSingly(noAnswerFailure(addRegistrants), 3)).toBe(false);
		expect(isWorthSendingSingly(notReachedFailure('No network route leads there.'), 3)).toBe(false);
	});
});

describe('sendEach', () => {
	const person = (itemIndex: number, ...duplicates: number[]) => ({ itemIndex, duplicates });

	it('fails the people of a call that breaks, and no others', async () => {
		const { failed, run } = fakeRun();
		const sent: number[][] = [];
		await sendEach(run, [[person(0, 4), person(1)], [person(2)]], async (people) => {
			if (people[0]?.itemIndex === 0) throw new UserError('Broken');
			await Promise.resolve();
			sent.push(people.map(({ itemIndex }) => itemIndex));
		});
		expect(sent).toEqual([[2]]);
		expect(failed).toEqual([
			[0, 'Broken'],
			[4, 'Broken'],
			[1, 'Broken'],
		]);
	});
});

describe('fail', () => {
	it('makes an error of its own for each item', () => {
		const { errors, run } = fakeRun();
		const failure = refused(404, 3001);
		fail(run, { itemIndex: 2, duplicates: [5] }, failure);
		const [error] = errors;
		fail(run, { itemIndex: 7, duplicates: [] }, error as Error);
		expect(errors.map(({ context }) => context.itemIndex)).toEqual([2, 5, 7]);
		expect(errors.map(failureOf)).toEqual([failure, failure, failure]);
	});
});

/** A run that keeps what its items fail with. */
function fakeRun() {
	const failed: Array<[item: number, message: string]> = [];
	const errors: NodeApiError[] = [];
	const run = {
		zoom: openZoom(fakeN8n().context),
		failed: (item: number, error: NodeApiError) => {
			failed.push([item, error.message]);
			errors.push(error);
		},
	} as unknown as Run;
	return { failed, errors, run };
}
