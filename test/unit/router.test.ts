import { sleep, UserError } from 'n8n-workflow';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { findOperation } from '../../nodes/Zoom/actions';
import type { BatchOperation, ItemOperation } from '../../nodes/Zoom/actions/types';
import { errorMessage, errorOf } from '../failedRow';
import { locator, ok, refusal, runNode } from './support/fakeN8n';
import type { FakeOptions, Respond } from './support/fakeN8n';

const END = {
	resource: 'meeting',
	operation: 'end',
	meetingId: locator('id', '85746065432'),
} as INodeParameters;
const ROWS = [{ n: 0 }, { n: 1 }, { n: 2 }];
const DONE = { success: true, ended: true, id: 85746065432 };
const UNKNOWN = refusal(404, 3001, 'Meeting does not exist: 1.');
const one = (parameters: INodeParameters) => ({
	...END,
	options: { maxConcurrency: 1 },
	...parameters,
});
const failingAt =
	(...indexes: number[]): Respond =>
	(_, i) =>
		indexes.includes(i) ? UNKNOWN : ok();
const run = async (options: FakeOptions) =>
	await runNode({ parameters: END, rows: ROWS, ...options });
const failureOf = async (options: FakeOptions) =>
	await run(options).then(
		() => {
			throw new Error('Nothing was thrown');
		},
		(error: { message: string; description: string; context: object }) => error,
	);

describe('router', () => {
	it('runs every item and pairs its results to it, in the order of the input', async () => {
		const { items } = await run({
			// The first answers last.
			respond: async (_, i) => {
				for (let turn = 0; turn < 30 - 10 * i; turn++) await Promise.resolve();
				return ok();
			},
		});
		expect(items).toEqual(ROWS.map((_, item) => ({ json: DONE, pairedItem: { item } })));
	});

	it('makes an item of every result of a list', async () => {
		const { items } = await run({
			parameters: { resource: 'meeting', operation: 'getAll' },
			rows: [{}, {}],
			respond: () => ok({ meetings: [{ id: 1 }, { id: 2 }] }),
		});
		expect(items).toEqual([
			{ json: { id: 1 }, pairedItem: { item: 0 } },
			{ json: { id: 2 }, pairedItem: { item: 0 } },
			{ json: { id: 1 }, pairedItem: { item: 1 } },
			{ json: { id: 2 }, pairedItem: { item: 1 } },
		]);
	});

	it.each([
		[undefined, 30],
		[1, 1],
		[20, 20],
	])('with Max Concurrent Requests %p has %i under way at most', async (maxConcurrency, most) => {
		let underWay = 0;
		let seen = 0;
		await run({
			parameters: { ...END, options: maxConcurrency ? { maxConcurrency } : {} },
			rows: Array.from({ length: Math.min(30, 5 * most) }, () => ({})),
			plan: 'business',
			respond: async () => {
				seen = Math.max(seen, ++underWay);
				await sleep(300);
				underWay--;
				return ok();
			},
		});
		expect(seen).toBe(most);
	});

	it('has no more under way for look-ups either', async () => {
		let underWay = 0;
		let seen = 0;
		const get = { resource: 'meetingRegistrant', operation: 'get' };
		const meetingId = locator('id', '85746065432');
		await run({
			parameters: { ...get, meetingId, options: { maxConcurrency: 1 } },
			rows: [{}, {}],
			perItem: (item) => ({ registrant: locator('email', `p${item}@example.com`) }),
			respond: async ({ qs }) => {
				seen = Math.max(seen, ++underWay);
				await sleep(50);
				underWay--;
				const emails = (qs as IDataObject | undefined)?.status === 'approved' ? [0, 1] : [];
				return ok({
					registrants: emails.map((n) => ({ id: `r${n}`, email: `p${n}@example.com` })),
				});
			},
		});
		expect(seen).toBe(1);
	});

	it.each([0, 101, 1.5, 'many'])('refuses %p Max Concurrent Requests', async (maxConcurrency) => {
		const error = await failureOf({ parameters: one({ options: { maxConcurrency } }) });
		expect(error.message).toMatch(/^'Max Concurrent Requests' (is|must) /);
	});

	it('names an operation that it does not have', async () => {
		const error = await failureOf({ parameters: { ...END, operation: 'add' }, rows: [{}] });
		expect(error.message).toBe('This node has no operation "add" for the resource "meeting"');
	});
});

describe('a failure that stops the node', () => {
	it('says how much was done before, and lets nothing begin after it', async () => {
		const error = await failureOf({ parameters: one({}), respond: failingAt(1) });
		expect(error.message).toBe("Zoom couldn't find this meeting");
		expect(error.context).toMatchObject({ itemIndex: 1 });
		expect(error.description).toMatch(
			/ \(Zoom code 3001\) The run stopped at this item, with 1 of 3 items done\. To get a result for each item, set 'On Error' in the node's settings to 'Continue \(using error output\)'\.$/,
		);
	});

	it('sends no request for the items after it', async () => {
		let requests = 0;
		await failureOf({
			parameters: one({}),
			respond: () => {
				requests++;
				return UNKNOWN;
			},
		});
		expect(requests).toBe(1);
	});

	it('says nothing of other items where there is one only', async () => {
		const error = await failureOf({ rows: [{}], respond: failingAt(0) });
		expect(error.description).toMatch(/\(Zoom code 3001\)$/);
	});

	it('of bad input names the item and tells what to do', async () => {
		const error = await failureOf({
			parameters: one({ meetingId: locator('id', '') }),
			rows: [{}],
		});
		expect(error.message).toBe("'Meeting' is required");
		expect(error.description).toBe('Choose a meeting from the list, or enter its ID or link.');
		expect(error.context).toMatchObject({ itemIndex: 0 });
	});
});

it('a bad row that stops the node does so before anything is sent', async () => {
	let requests = 0;
	const failed = run({
		perItem: (item) => (item === 1 ? { meetingId: locator('id', 'none') } : {}),
		respond: () => {
			requests++;
			return ok();
		},
	});
	await expect(failed).rejects.toThrow("'Meeting' isn't a meeting ID or link: \"none\"");
	await expect(failed).rejects.toMatchObject({ context: { itemIndex: 1 } });
	expect(requests).toBe(0);
});

it.each([
	['continueRegularOutput', 'before all items are read'],
	['continueErrorOutput', 'before all items are read'],
	[undefined, 'once all items are read'],
] as const)('with On Error %s the first request goes out %s', async (onError, when) => {
	const end = findOperation('meeting', 'end') as ItemOperation;
	const prepare = jest.spyOn(end, 'prepare');
	let readBefore: number | undefined;
	const rows = Array.from({ length: 250 }, (_, n) => ({ n }));
	const { items } = await run({
		rows,
		...(onError && { onError }),
		respond: () => {
			readBefore ??= prepare.mock.calls.length;
			return ok();
		},
	});
	prepare.mockRestore();
	expect(items.map(({ pairedItem }) => pairedItem)).toEqual(rows.map((_, item) => ({ item })));
	const isBefore = Number(readBefore) < rows.length;
	expect(isBefore).toBe(when === 'before all items are read');
});

describe('a failure with On Error: Continue', () => {
	const error = {
		message: "Zoom couldn't find this meeting",
		hint: expect.stringContaining('It may have been deleted') as string,
		code: 3001,
		httpCode: 404,
		zoomMessage: 'Meeting does not exist: 1.',
	};

	it('keeps the row on the regular output, and the other items', async () => {
		const { items } = await run({
			parameters: one({}),
			onError: 'continueRegularOutput',
			respond: failingAt(0, 2),
		});
		expect(items).toEqual([
			{ json: { n: 0, error }, pairedItem: { item: 0 } },
			{ json: DONE, pairedItem: { item: 1 } },
			{ json: { n: 2, error }, pairedItem: { item: 2 } },
		]);
	});

	it('leaves it to n8n to add the row on the error output', async () => {
		const { items } = await run({
			parameters: one({}),
			onError: 'continueErrorOutput',
			respond: failingAt(1),
		});
		expect(items[1]).toEqual({ json: { error }, pairedItem: { item: 1 } });
	});

	it('of bad input says what to do', async () => {
		const run1 = async (meeting: string) =>
			(
				await run({
					parameters: one({ meetingId: locator('id', meeting) }),
					rows: [{}],
					onError: 'continueErrorOutput',
				})
			).items[0]?.json;
		expect(await run1('')).toEqual({
			error: {
				message: "'Meeting' is required",
				hint: 'Choose a meeting from the list, or enter its ID or link.',
			},
		});
	});

	it('always has a hint', async () => {
		const { items } = await run({
			parameters: {
				resource: 'meetingRegistrant',
				operation: 'get',
				meetingId: locator('id', '85746065432'),
			},
			rows: [{}],
			onError: 'continueErrorOutput',
		});
		expect(items[0]?.json).toEqual({
			error: {
				message: "'Registrant' isn't an email address or registrant ID: \"\"",
				hint: 'Correct this item.',
			},
		});
	});
});

describe('an operation that breaks', () => {
	const BROKEN = "Something went wrong inside this node, so it's unknown whether this succeeded";
	const addMany = findOperation('meetingRegistrant', 'addMany') as BatchOperation;
	/** Item 1, and item 3 if there is one, are registrants; the others end a meeting, slowly. */
	const mixed = async (more: FakeOptions = {}) =>
		await run({
			perItem: (item) =>
				item % 2 === 1 ? { resource: 'meetingRegistrant', operation: 'addMany' } : {},
			onError: 'continueErrorOutput',
			respond: async () => {
				for (let turn = 0; turn < 50; turn++) await Promise.resolve();
				return ok();
			},
			...more,
		});
	afterEach(() => jest.restoreAllMocks());

	it('fails its own items once those of other operations are done', async () => {
		const error = new TypeError("Cannot read properties of undefined (reading 'secret')");
		jest.spyOn(addMany, 'executeBatch').mockRejectedValue(error);
		const { items, logged } = await mixed();
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([0, 1, 2].map((item) => ({ item })));
		expect([items[0]?.json, items[2]?.json]).toEqual([DONE, DONE]);
		expect(errorOf(items[1])).toEqual({
			message: BROKEN,
			hint: "Look it up in Zoom before you send the item again, and please report the line in n8n's log.",
			unknown: true,
		});
		expect(logged).toEqual([expect.stringMatching(/^error Zoom: TypeError\s+at .*router\.test/)]);
		expect(JSON.stringify([items, logged])).not.toContain('secret');
	});

	it('stops the node without On Error: Continue, once the others are done', async () => {
		let requests = 0;
		let answers = 0;
		jest.spyOn(addMany, 'executeBatch').mockImplementation(async () => {
			while (requests === 0) await sleep(1);
			throw new RangeError('x');
		});
		const failing = mixed({
			onError: undefined,
			respond: async () => {
				requests++;
				for (let turn = 0; turn < 50; turn++) await Promise.resolve();
				answers++;
				return ok();
			},
		});
		await expect(failing).rejects.toThrow(BROKEN);
		await expect(failing).rejects.toMatchObject({ context: { itemIndex: 1 } });
		expect(requests).toBeGreaterThan(0);
		expect(answers).toBe(requests);
	});

	it("tells an error in the operation's own words", async () => {
		const error = new UserError('Not like this', { description: 'But like that.' });
		jest.spyOn(addMany, 'executeBatch').mockRejectedValue(error);
		const { items, logged } = await mixed();
		expect(errorOf(items[1])).toEqual({ message: 'Not like this', hint: 'But like that.' });
		expect(logged).toEqual([]);
	});

	it('fails the items that it forgot', async () => {
		jest.spyOn(addMany, 'executeBatch').mockResolvedValue(undefined);
		const { items } = await mixed();
		expect(items.map(errorMessage)).toEqual([undefined, BROKEN, undefined]);
	});

	it('takes no result back, and no reason', async () => {
		jest
			.spyOn(addMany, 'executeBatch')
			.mockImplementation(async (itemIndexes, { done, failed }) => {
				for (const item of itemIndexes) {
					if (item === 1) done(item, { registered: true });
					if (item === 3) failed(item, new UserError('Full'));
				}
				throw new TypeError('x');
			});
		const { items } = await mixed({ rows: Array.from({ length: 6 }, () => ({})) });
		expect(items[1]?.json).toEqual({ registered: true });
		expect(items.map(errorMessage)).toEqual([
			undefined,
			undefined,
			undefined,
			'Full',
			undefined,
			BROKEN,
		]);
	});

	it('keeps a result that comes after a failure', async () => {
		jest.spyOn(addMany, 'executeBatch').mockImplementation(async ([item = 0], { done, failed }) => {
			failed(item, new UserError('Full'));
			done(item, { registered: true });
		});
		expect((await mixed()).items[1]?.json).toEqual({ registered: true });
	});
});

it('an item whose operation cannot be told fails by itself', async () => {
	const { items } = await run({
		onError: 'continueErrorOutput',
		perItem: (item) => ({
			get operation() {
				if (item === 1) throw new UserError('Expression failed');
				return 'end';
			},
		}),
	});
	expect(items.map(errorMessage)).toEqual([undefined, 'Expression failed', undefined]);
});

describe('a run that is cancelled', () => {
	/** Zoom is asked this often before it; item 3 is one that Zoom does not know. */
	const cancelled = async (after: number, more: FakeOptions = {}) => {
		const cancel = new AbortController();
		let requests = 0;
		const result = await run({
			parameters: one({}),
			rows: Array.from({ length: 8 }, () => ({})),
			onError: 'continueErrorOutput',
			signal: cancel.signal,
			respond: (_, index) => {
				if (++requests === after) cancel.abort();
				return index === 3 ? UNKNOWN : ok();
			},
			...more,
		});
		return { ...result, requests };
	};

	it("begins nothing more, and n8n's log says what was done", async () => {
		const { requests, logged, items } = await cancelled(6);
		expect(requests).toBe(6);
		expect(items).toHaveLength(6);
		expect(logged).toEqual([
			'warn Zoom: the run was canceled. Items: 8. Done: 5 (0-2, 4-5). Failed or interrupted: 1 (3). Not started: 2. The first one not done is item 3.',
		]);
	});

	it('names single items as such', async () => {
		const { logged } = await cancelled(1);
		expect(logged).toEqual([
			'warn Zoom: the run was canceled. Items: 8. Done: 1 (0). Failed or interrupted: 0. Not started: 7. The first one not done is item 1.',
		]);
	});

	it('says so without On Error: Continue too', async () => {
		const { logged } = await cancelled(3, { onError: undefined });
		expect(logged).toEqual([expect.stringContaining('Items: 8. Done: 3 (0-2).')]);
	});
});

it('logs nothing of a run that ends by itself', async () => {
	expect((await run({})).logged).toEqual([]);
});

it('begins nothing once the run is cancelled', async () => {
	const cancel = new AbortController();
	let requests = 0;
	const { items } = await run({
		parameters: one({}),
		signal: cancel.signal,
		respond: () => {
			requests++;
			cancel.abort();
			return ok();
		},
	});
	expect(requests).toBe(1);
	expect(items).toEqual([{ json: DONE, pairedItem: { item: 0 } }]);
});
