import pLimit from 'p-limit';
import {
	intoCalls,
	MOST_TOGETHER,
	sendTogether,
} from '../../nodes/Zoom/actions/registrant/batches';
import type { ListRun } from '../../nodes/Zoom/actions/types';
import { noAnswerError, refusedError } from '../../nodes/Zoom/transport/errors';
import { NODE } from './support/fakeN8n';

const numbers = (count: number) => Array.from({ length: count }, (_, n) => n);
const refused = (status: number, code: number, message = 'No.') =>
	refusedError(NODE, { status, headers: {}, body: { code, message } }, true);

/** A list operation's run that notes which items failed. */
function newRun(stopped: () => boolean = () => false) {
	const failures: Array<[number, unknown]> = [];
	const run = {
		limit: pLimit(1),
		failed: (itemIndex: number, error: unknown) => failures.push([itemIndex, error]),
		stopped,
	} as unknown as ListRun;
	return { run, failures };
}

describe('intoCalls', () => {
	it('takes 30 at most', () => {
		expect(MOST_TOGETHER).toBe(30);
		expect(intoCalls(numbers(61), () => '').map((call) => call.length)).toEqual([30, 30, 1]);
		expect(intoCalls(numbers(30), () => '')).toEqual([numbers(30)]);
		expect(intoCalls([], () => '')).toEqual([]);
	});

	it('mixes no groups, and goes on filling a call after rows of another group', () => {
		const calls = intoCalls(numbers(64), (n) => (n % 2 === 0 ? 'even' : 'odd'));
		expect(calls).toEqual([
			numbers(30).map((n) => 2 * n),
			numbers(30).map((n) => 2 * n + 1),
			[60, 62],
			[61, 63],
		]);
	});
});

describe('sendTogether', () => {
	/** Sends rows 0, 1, 2; the first answer is to all of them. */
	async function sendAll(error: unknown, rows = [0, 1, 2], stopped?: () => boolean) {
		const { run } = newRun(stopped);
		const sent: number[][] = [];
		const refusals: Array<[number, unknown]> = [];
		const alone: number[] = [];
		await sendTogether(run, rows, {
			send: async (together) => {
				sent.push([...together]);
				if (error !== undefined) throw error;
			},
			refuse: (row, reason) => refusals.push([row, reason]),
			sendAlone: async (row) => {
				// Waits for its turn, as all requests do: the call's own turn must be over.
				await run.limit(() => alone.push(row));
			},
		});
		return { sent, refusals, alone };
	}

	it('sends all rows in one call', async () => {
		expect(await sendAll(undefined)).toEqual({ sent: [[0, 1, 2]], refusals: [], alone: [] });
	});

	it.each([
		[400, 300, 'Validation Failed.'],
		[400, 3027, 'Host cannot register.'],
		[400, 3043, 'Meeting has reached maximum attendee capacity.'],
		[429, 429, 'You have exceeded the daily rate limit of (3) for the registrant (a@x.org).'],
	])('tries each alone after HTTP %i, code %i: %s', async (status, code, message) => {
		expect(await sendAll(refused(status, code, message))).toEqual({
			sent: [[0, 1, 2]],
			refusals: [],
			alone: [0, 1, 2],
		});
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
	])('refuses all after HTTP %i, code %i: %s', async (status, code, message) => {
		const error = refused(status, code, message);
		expect(await sendAll(error)).toEqual({
			sent: [[0, 1, 2]],
			refusals: [
				[0, error],
				[1, error],
				[2, error],
			],
			alone: [],
		});
	});

	it.each([
		['the answer got lost', noAnswerError(NODE, { sent: true, changes: true })],
		['Zoom could not be reached', noAnswerError(NODE, { sent: false, changes: true })],
		['Zoom failed inside, with a code', refused(500, 5000)],
		['it is no error of Zoom', new Error('bug')],
	])('sends nothing twice where %s', async (_, error) => {
		const { refusals, alone } = await sendAll(error);
		expect(refusals).toEqual([0, 1, 2].map((row) => [row, error]));
		expect(alone).toEqual([]);
	});

	it('does not try a single row again', async () => {
		const error = refused(400, 300);
		expect(await sendAll(error, [7])).toEqual({ sent: [[7]], refusals: [[7, error]], alone: [] });
	});

	it('sends nothing once the run has stopped', async () => {
		const nothing = { sent: [], refusals: [], alone: [] };
		expect(await sendAll(undefined, [0, 1], () => true)).toEqual(nothing);
	});
});
