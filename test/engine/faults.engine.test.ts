import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { properties } from '../../nodes/Zoom/actions';
import { errorOf } from '../failedRow';
import { SEED } from '../../sandbox';
import { FAULTS, TABLE } from './faultTable';
import type { Fate } from './faultTable';
import { runZoom } from './run';
import { addParameters, credentialsFor, people, useSandbox } from './world';

/** How long the node has waited, in milliseconds. */
let waited = 0;
/** How many times shorter its waits really are. */
let shortened = 40;

// Waits are shortened, and the clock jumps on instead. Nothing else is replaced.
jest.mock('n8n-workflow', () => {
	const real = jest.requireActual<typeof import('n8n-workflow')>('n8n-workflow');
	return {
		...real,
		sleep: async (ms: number) => {
			waited += ms;
			await real.sleep(ms / shortened);
		},
	};
});

const realNow = Date.now;

beforeEach(() => {
	waited = 0;
	shortened = 40;
	jest.spyOn(Date, 'now').mockImplementation(() => realNow() + waited);
});

afterEach(() => jest.restoreAllMocks());

const sandbox = useSandbox();

/** How often Zoom did what a request to this operation asked for. */
function workDone(endpoint: string): number {
	const [method, template = ''] = endpoint.split(' ');
	const path = new RegExp(`^/v2${template.replace(/\{\w+\}/g, '[^/]+')}$`);
	return sandbox()
		.requests()
		.filter((seen) => seen.method === method && path.test(seen.path))
		.filter(({ status }) => status >= 200 && status < 300).length;
}

function fateOf(items: unknown[], failed: INodeExecutionData | undefined): Fate {
	if (!failed) return items.length > 0 ? 'done' : 'refused';
	return errorOf(failed)?.unknown === true ? 'unknown' : 'refused';
}

it('the table has every operation of the node', () => {
	const all = properties
		.filter(({ name }) => name === 'operation')
		.flatMap(({ displayOptions, options = [] }) =>
			options.map(
				(option) =>
					`${String(displayOptions?.show?.resource?.[0])} ${'value' in option && String(option.value)}`,
			),
		);
	expect(TABLE.map(({ name }) => name).sort()).toEqual(all.sort());
});

describe.each(FAULTS)('$name', ({ faults, fates, posted, skew = 0, noSuchHost }) => {
	it.each(TABLE)('$name', async ({ parameters, endpoint, kind, prepare }) => {
		sandbox().advanceClock(skew);
		await prepare?.(sandbox());
		const before = workDone(endpoint);
		sandbox().configure({ faults: faults.map((fault) => ({ on: endpoint, ...fault })) });
		const credentials = {
			...credentialsFor(sandbox()),
			...(noSuchHost && { apiBaseUrl: 'http://nobody.invalid/v2' }),
		};
		const { items, errors } = await runZoom(parameters, credentials, [{ row: 1 }], {
			onError: 'continueErrorOutput',
		});
		// Nothing is lost silently: the row ends as results or as one error, paired to it.
		expect(errors.length).toBe(items.length > 0 ? 0 : 1);
		expect([...items, ...errors].map(({ pairedItem }) => pairedItem)).toEqual(
			[...items, ...errors].map(() => ({ item: 0 })),
		);
		const failed = errors[0];
		expect(fateOf(items, failed)).toBe(fates[kind]);
		if (failed) {
			expect(failed.json).toMatchObject({ row: 1, error: { hint: expect.any(String) } });
		}
		const done = workDone(endpoint) - before;
		// Nothing twice: whatever would leave two is done as often as the fault lets through.
		if (kind === 'post') expect(done).toBe(posted);
		if (fates[kind] === 'done') expect(done).toBeGreaterThanOrEqual(1);
		if (fates[kind] === 'refused') expect(done).toBe(0);
		// An instant of Zoom's clock is waited for by that clock.
		if (skew !== 0) expect(waited).toBeLessThan(5_000);
	});
});

describe('Check Before Reporting', () => {
	const rows = people(70);
	const addresses = rows.map(({ email }) => email);
	const lost = { checkBeforeReporting: true, maxConcurrency: 1 };
	const operations = [
		{ operation: 'add', endpoint: 'POST /meetings/{meetingId}/registrants', size: 1 },
		{ operation: 'addMany', endpoint: 'POST /meetings/{meetingId}/batch_registrants', size: 30 },
	];
	const run = async (operation: string, options: IDataObject = lost) =>
		await runZoom(
			addParameters(SEED.meeting, { operation, options: options as never }),
			credentialsFor(sandbox()),
			rows,
			{ onError: 'continueErrorOutput' },
		);
	const registered = () =>
		sandbox()
			.registrants(SEED.meeting)
			.map(({ email }) => email);

	it.each(operations)('$operation: who is found comes out as a result', async (each) => {
		sandbox().configure({
			faults: [{ kind: 'resetAfter', on: each.endpoint, after: 1, times: 1 }],
		});
		const { items, errors } = await run(each.operation);
		expect(errors).toEqual([]);
		expect(items.map(({ json }) => json.email)).toEqual(addresses);
		expect(registered().sort()).toEqual([...addresses].sort());
		const noted = items.filter(({ json }) => json.note !== undefined);
		expect(noted).toHaveLength(each.size);
		expect(noted[0]?.json).toMatchObject({
			id: Number(SEED.meeting),
			registrant_id: expect.any(String),
			join_url: expect.stringContaining('https://'),
			status: 'approved',
			note: expect.stringContaining('looked up afterwards, the person is registered'),
		});
		// One look-up: approved, pending and denied.
		expect(sandbox().counts().byEndpoint['GET /meetings/{meetingId}/registrants']).toBe(3);
	});

	it.each(operations)('$operation: who is not found is told to be sent again', async (each) => {
		sandbox().configure({ faults: [{ kind: 'resetBefore', on: each.endpoint, times: 1 }] });
		const { items, errors } = await run(each.operation);
		expect(errors).toHaveLength(each.size);
		expect(items).toHaveLength(rows.length - each.size);
		expect(registered()).toHaveLength(rows.length - each.size);
		expect(errors[0]?.json).toMatchObject({
			email: 'p0@example.com',
			error: {
				message: "p0@example.com is not registered: Zoom's answer got lost",
				hint: expect.stringContaining('Send the row again'),
			},
		});
		expect(errorOf(errors[0])?.unknown).toBeUndefined();
	});

	it.each(operations)('$operation: where the look-up fails too, it stays unknown', async (each) => {
		sandbox().configure({
			scopes: ['meeting:write:registrant:admin', 'meeting:write:batch_registrants:admin'],
			faults: [{ kind: 'resetAfter', on: each.endpoint, times: 1 }],
		});
		const { errors } = await run(each.operation);
		expect(errors).toHaveLength(each.size);
		expect(errors[0]?.json).toMatchObject({
			error: {
				message: "Zoom's answer did not arrive, so it is unknown whether this was done",
				unknown: true,
				lookUp: expect.stringContaining('lacks a scope'),
			},
		});
	});

	it('rows that are lost at the same time share a look-up', async () => {
		// Rows join it for a second: that long, whatever the machine is busy with.
		shortened = 1;
		sandbox().configure({
			faults: [{ kind: 'htmlAfter', on: operations[0]?.endpoint, times: 20 }],
		});
		const { items } = await run('add', { checkBeforeReporting: true, maxConcurrency: 20 });
		expect(items).toHaveLength(rows.length);
		expect(items.filter(({ json }) => json.note)).toHaveLength(20);
		expect(sandbox().counts().byEndpoint['GET /meetings/{meetingId}/registrants']).toBe(3);
	});

	it('is off unless chosen', async () => {
		sandbox().configure({
			faults: [{ kind: 'resetAfter', on: operations[0]?.endpoint, times: 1 }],
		});
		const { errors } = await run('add', { maxConcurrency: 1 });
		expect(errors.map((row) => errorOf(row)?.unknown)).toEqual([true]);
		expect(registered()).toHaveLength(rows.length);
	});
});

describe.each(['add', 'addMany'])('%s of 100 rows while all kinds of faults come', (operation) => {
	it('registers nobody twice, and tells of each row what became of it', async () => {
		const endpoint =
			operation === 'add'
				? 'POST /meetings/{meetingId}/registrants'
				: 'POST /meetings/{meetingId}/batch_registrants';
		const kinds = ['resetAfter', 'resetBefore', 'halfAnswer', 'htmlBefore', 'htmlAfter'] as const;
		sandbox().configure({
			faults: [
				...kinds.map((kind, index) => ({ kind, on: endpoint, after: index * 2, times: 1 })),
				{ kind: 'tokenKilled' as const, on: 'POST /meetings/{meetingId}/registrants', after: 9 },
			].slice(0, operation === 'add' ? 5 : 3),
		});
		const rows = people(100);
		const { items, errors } = await runZoom(
			addParameters(SEED.meeting, { operation }),
			credentialsFor(sandbox()),
			rows,
			{ onError: 'continueErrorOutput' },
		);
		const emails = (list: typeof items) => list.map(({ json }) => String(json.email));
		expect([...emails(items), ...emails(errors)].sort()).toEqual(
			rows.map(({ email }) => email).sort(),
		);
		const registered = sandbox()
			.registrants(SEED.meeting)
			.map(({ email }) => email);
		expect(new Set(registered).size).toBe(registered.length);
		expect(registered).toEqual(expect.arrayContaining(emails(items)));
		const told = errors.filter((row) => errorOf(row)?.unknown === true);
		expect(told).toHaveLength(errors.length);
		expect(errors.length).toBeGreaterThan(0);
	});
});
