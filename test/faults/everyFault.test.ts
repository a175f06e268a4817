/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs on a developer's machine, never inside n8n */
import { AsyncLocalStorage } from 'node:async_hooks';
import dns from 'node:dns';
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { errorOf } from '../failedRow';
import { startSandbox } from '../../sandbox';
import type { Sandbox } from '../../sandbox';
import { addTo, KINDS } from '../engine/kinds';
import { TABLE } from '../engine/operationTable';
import type { TableOperation } from '../engine/operationTable';
import { FAULTS } from './faultList';
import type { Fate, TableFault } from './faultList';
import { runZoom } from '../engine/run';
import { credentialsFor, people, useSandbox } from '../engine/world';

const NOBODY = 'nobody.invalid';

/** A run's own time: runs go side by side, and none's waits make another one's clock jump. */
interface Time {
	/** How long the node has waited, in milliseconds. */
	waited: number;
	/** What a wait really takes; a fortieth of it where nothing else is set. */
	really?: (ms: number) => Promise<void>;
}
const times = new AsyncLocalStorage<Time>();
let ofTest: Time = { waited: 0 };
const time = () => times.getStore() ?? ofTest;

// Waits are shortened, and the clock jumps on instead. Nothing else is replaced.
jest.mock('n8n-workflow', () => {
	const real = jest.requireActual<typeof import('n8n-workflow')>('n8n-workflow');
	return {
		...real,
		sleep: async (ms: number) => {
			time().waited += ms;
			await (time().really?.(ms) ?? real.sleep(ms / 40));
		},
	};
});

const realNow = Date.now;
const realClock = performance.now.bind(performance);
const pause = async (ms: number) => await new Promise<void>((resolve) => setTimeout(resolve, ms));

beforeAll(() => {
	// How long a resolver takes to say that a name is unknown is the machine's affair.
	const { lookup } = dns;
	jest.spyOn(dns, 'lookup').mockImplementation(((host: string, ...rest: unknown[]) => {
		const unknown = Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), {
			code: 'ENOTFOUND',
			hostname: host,
		});
		if (host === NOBODY) setImmediate(rest.at(-1) as (error: Error) => void, unknown);
		else (lookup as (...args: unknown[]) => void)(host, ...rest);
	}) as typeof dns.lookup);
	jest.spyOn(Date, 'now').mockImplementation(() => realNow() + time().waited);
	jest.spyOn(performance, 'now').mockImplementation(() => realClock() + time().waited);
});
beforeEach(() => {
	ofTest = { waited: 0 };
});
afterAll(() => jest.restoreAllMocks());

/** How often Zoom did what a request to this operation asked for. */
function workDone(sandbox: Sandbox, endpoint: string): number {
	const [method, template = ''] = endpoint.split(' ');
	const path = new RegExp(`^/v2${template.replace(/\{\w+\}/g, '[^/]+')}$`);
	return sandbox
		.requests()
		.filter((seen) => seen.method === method && path.test(seen.path))
		.filter(({ status }) => status >= 200 && status < 300).length;
}

function fateOf(items: unknown[], failed: INodeExecutionData | undefined): Fate {
	if (!failed) return items.length > 0 ? 'done' : 'refused';
	return errorOf(failed)?.unknown === true ? 'unknown' : 'refused';
}

/** Runs an operation for one row while something goes wrong, in a time and against a sandbox of its own. */
async function runCell(operation: TableOperation, fault: TableFault | undefined) {
	return await times.run({ waited: 0 }, async () => {
		const sandbox = await startSandbox();
		try {
			const { parameters, endpoint, prepare } = operation;
			sandbox.advanceClock(fault?.skew ?? 0);
			await prepare?.(sandbox);
			const before = workDone(sandbox, endpoint);
			const faults = fault?.faults.map((one) => ({ on: endpoint, ...one }));
			sandbox.configure({ faults: faults ?? [] });
			const credentials = {
				...credentialsFor(sandbox),
				...(fault?.noSuchHost && { apiBaseUrl: `${sandbox.url}/v2`.replace('127.0.0.1', NOBODY) }),
			};
			const { items, errors } = await runZoom(parameters, credentials, [{ row: 1 }], {
				onError: 'continueErrorOutput',
			});
			const done = workDone(sandbox, endpoint) - before;
			return { items, errors, done, waited: time().waited };
		} finally {
			await sandbox.close();
		}
	});
}

/** Runs a fault's whole line of the table at once; each cell's result is asked for by its name. */
function runLine(fault?: TableFault) {
	const cells = new Map<string, ReturnType<typeof runCell>>();
	beforeAll(async () => {
		for (const operation of TABLE) cells.set(operation.name, runCell(operation, fault));
		await Promise.allSettled(cells.values());
	});
	return async ({ name }: TableOperation) => {
		const cell = await cells.get(name);
		if (!cell) throw new Error(`${name} was not run`);
		return cell;
	};
}

describe('without any fault', () => {
	const cellOf = runLine();

	it.each(TABLE)('$name succeeds, by the request that faults are to hit', async (operation) => {
		const { items, errors, done } = await cellOf(operation);
		const told = errors.map((row) => errorOf(row)?.message);
		if (items.length === 0 || told.length > 0 || done === 0) {
			throw new Error(
				`The entry of ${operation.name} in test/engine/operationTable.ts (TABLE) does not work even ` +
					'without a fault, so what faults do to it says nothing. Its run gave ' +
					`${items.length} results, ${told.length} errors ${JSON.stringify(told)}, and ` +
					`${done} requests to "${operation.endpoint}" that succeeded: correct its parameters, ` +
					'endpoint or prepare.',
			);
		}
	});
});

describe.each(FAULTS)('$name', (fault) => {
	const { fates, posted, skew = 0 } = fault;
	const cellOf = runLine(fault);

	it.each(TABLE)('$name', async (operation) => {
		const { kind } = operation;
		const { items, errors, done, waited } = await cellOf(operation);
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
		// Nothing twice: whatever would leave two is done as often as the fault lets through.
		if (kind === 'post') expect(done).toBe(posted);
		if (fates[kind] === 'done') expect(done).toBeGreaterThanOrEqual(1);
		if (fates[kind] === 'refused') expect(done).toBe(0);
		// An instant of Zoom's clock is waited for by that clock, which an hour's skew would make an hour.
		if (skew !== 0) expect(waited).toBeLessThan(60_000);
	});
});

describe.each(KINDS)('Look Up Lost Responses, of $name registrants', (kind) => {
	const path = `/${kind.name}s/{${kind.name}Id}`;
	const LISTS = `GET ${path}/registrants`;
	const sandbox = useSandbox();
	const rows = people(70);
	const addresses = rows.map(({ email }) => email);
	const lost = { lookUpLostResponses: true, maxConcurrency: 1 };
	const operations = [
		{ operation: 'add', endpoint: `POST ${path}/registrants`, size: 1 },
		{ operation: 'addMany', endpoint: `POST ${path}/batch_registrants`, size: 30 },
	];
	const run = async (operation: string, options: IDataObject = lost) =>
		await runZoom(
			addTo(kind, kind.event, { operation, options: options as never }),
			credentialsFor(sandbox()),
			rows,
			{ onError: 'continueErrorOutput' },
		);
	const registered = () =>
		sandbox()
			.registrants(kind.event)
			.map(({ email }) => email);

	it.each(operations)('$operation: who is found comes out as a result', async (each) => {
		sandbox().configure({
			faults: [{ kind: 'resetAfter', on: each.endpoint, after: 1, times: 1 }],
		});
		const { items, errors } = await run(each.operation);
		expect(errors).toEqual([]);
		expect(items.map(({ json }) => json.email)).toEqual(addresses);
		expect(registered().sort()).toEqual([...addresses].sort());
		const noted = items.filter(({ json }) => json.warning !== undefined);
		expect(noted).toHaveLength(each.size);
		expect(noted[0]?.json).toMatchObject({
			id: Number(kind.event),
			registrant_id: expect.any(String),
			join_url: expect.stringContaining('https://'),
			status: 'approved',
			warning: expect.stringMatching(/The person is registered, as a look-up at \S+Z showed\.$/),
		});
		// One look-up: approved, pending and denied.
		expect(sandbox().counts().byEndpoint[LISTS]).toBe(3);
	});

	it.each(operations)(
		'$operation: who is not found stays unknown, with what was seen',
		async (each) => {
			sandbox().configure({ faults: [{ kind: 'resetBefore', on: each.endpoint, times: 1 }] });
			const { items, errors } = await run(each.operation);
			expect(errors).toHaveLength(each.size);
			expect(items).toHaveLength(rows.length - each.size);
			expect(registered()).toHaveLength(rows.length - each.size);
			expect(errors[0]?.json).toMatchObject({
				email: 'p0@example.com',
				error: {
					message: expect.stringMatching(/was lost\. At \S+Z, the person was not registered$/),
					hint: expect.stringContaining('Look again before you send the item again'),
					lookUp: expect.stringMatching(/^(\S+Z: not registered(; |$)){3}$/),
					unknown: true,
				},
			});
			// Three look-ups, shared by all of a batch: approved, pending and denied.
			expect(sandbox().counts().byEndpoint[LISTS]).toBe(9);
		},
	);

	it.each(operations)('$operation: where the look-up fails too, it stays unknown', async (each) => {
		sandbox().configure({
			scopes: ['registrant', 'batch_registrants'].map((one) => `${kind.name}:write:${one}:admin`),
			faults: [{ kind: 'resetAfter', on: each.endpoint, times: 1 }],
		});
		const { errors } = await run(each.operation);
		expect(errors).toHaveLength(each.size);
		expect(errors[0]?.json).toMatchObject({
			error: {
				message: "Zoom's response was lost, so it's unknown whether this succeeded",
				unknown: true,
				lookUp: expect.stringContaining('missing a scope'),
			},
		});
	});

	it('rows that are lost at the same time share a look-up', async () => {
		const answered = () => sandbox().counts().byEndpoint[`POST ${path}/registrants`] ?? 0;
		// Rows can join it until the last of them has lost its answer, whatever the machine is busy with.
		ofTest.really = async (ms): Promise<void> => {
			// Turns are waited for in short steps.
			if (ms < 500) return await pause(ms / 40);
			for (let turn = 0; turn < 500 && answered() < 20; turn++) await pause(20);
			return await pause(200);
		};
		sandbox().configure({
			faults: [{ kind: 'htmlAfter', on: operations[0]?.endpoint, times: 20 }],
		});
		const { items } = await run('add', { lookUpLostResponses: true, maxConcurrency: 20 });
		expect(items).toHaveLength(rows.length);
		expect(items.filter(({ json }) => json.warning)).toHaveLength(20);
		expect(sandbox().counts().byEndpoint[LISTS]).toBe(3);
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

const ADDS = KINDS.flatMap((kind) =>
	['add', 'addMany'].map((operation) => ({ kind, operation, name: kind.name })),
);

describe.each(ADDS)('$name: $operation of 100 rows while all kinds of faults come', (each) => {
	const { kind, operation } = each;
	const path = `/${kind.name}s/{${kind.name}Id}`;
	const sandbox = useSandbox();

	it('registers nobody twice, and tells of each row what became of it', async () => {
		const single = `POST ${path}/registrants`;
		const endpoint = operation === 'add' ? single : `POST ${path}/batch_registrants`;
		const kinds = ['resetAfter', 'resetBefore', 'halfAnswer', 'htmlBefore', 'htmlAfter'] as const;
		sandbox().configure({
			faults: [
				...kinds.map((kind, index) => ({ kind, on: endpoint, after: index * 2, times: 1 })),
				{ kind: 'tokenKilled' as const, on: single, after: 9 },
			].slice(0, operation === 'add' ? 5 : 3),
		});
		const rows = people(100);
		const { items, errors } = await runZoom(
			addTo(kind, kind.event, { operation }),
			credentialsFor(sandbox()),
			rows,
			{ onError: 'continueErrorOutput' },
		);
		const emails = (list: typeof items) => list.map(({ json }) => String(json.email));
		expect([...emails(items), ...emails(errors)].sort()).toEqual(
			rows.map(({ email }) => email).sort(),
		);
		const registered = sandbox()
			.registrants(kind.event)
			.map(({ email }) => email);
		expect(new Set(registered).size).toBe(registered.length);
		expect(registered).toEqual(expect.arrayContaining(emails(items)));
		const told = errors.filter((row) => errorOf(row)?.unknown === true);
		expect(told).toHaveLength(errors.length);
		expect(errors.length).toBeGreaterThan(0);
	});
});
