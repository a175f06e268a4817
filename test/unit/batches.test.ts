import {
	chunkByGroup,
	isWorthSendingSingly,
	MAX_IN_BATCH,
	mergeDuplicates,
} from '../../nodes/Zoom/actions/registrant/batches';
import { eventEndpoints } from '../../nodes/Zoom/api/endpoints';
import { MEETING } from '../../nodes/Zoom/api/eventKinds';
import { noAnswerFailure, refusedFailure } from '../../nodes/Zoom/transport/errors';

const { addRegistrants } = eventEndpoints(MEETING);
const numbers = (count: number) => Array.from({ length: count }, (_, n) => n);
const refused = (status: number, code?: number, message = 'No.') =>
	refusedFailure({ status, headers: {}, body: { code, message } }, addRegistrants);

describe('chunkByGroup', () => {
	it('takes 30 at most', () => {
		expect(MAX_IN_BATCH).toBe(30);
		expect(chunkByGroup(numbers(61), () => '').map((call) => call.length)).toEqual([30, 30, 1]);
		expect(chunkByGroup(numbers(30), () => '')).toEqual([numbers(30)]);
		expect(chunkByGroup([], () => '')).toEqual([]);
	});

	it('mixes no groups, and goes on filling a call after items of another group', () => {
		const calls = chunkByGroup(numbers(64), (n) => (n % 2 === 0 ? 'even' : 'odd'));
		expect(calls).toEqual([
			numbers(30).map((n) => 2 * n),
			[60, 62],
			numbers(30).map((n) => 2 * n + 1),
			[61, 63],
		]);
	});
});

describe('mergeDuplicates', () => {
	it('keeps the first of each person, and knows the others', () => {
		const items = ['a', 'b', 'a', 'c', 'a'].map((name, itemIndex) => ({ name, itemIndex }));
		expect(mergeDuplicates(items, ({ name }) => name)).toEqual([
			{ name: 'a', itemIndex: 0, duplicates: [2, 4] },
			{ name: 'b', itemIndex: 1, duplicates: [] },
			{ name: 'c', itemIndex: 3, duplicates: [] },
		]);
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

	it.each([true, false])('is false without an answer; sent: %p', (sent) => {
		expect(isWorthSendingSingly(noAnswerFailure(addRegistrants, sent), 3)).toBe(false);
	});
});
