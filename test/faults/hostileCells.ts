import type { IDataObject, INodeParameters } from 'n8n-workflow';
import pLimit from 'p-limit';
import { findOperation } from '../../nodes/Zoom/actions';
import { SEED, startSandbox } from '../../sandbox';
import type { FaultWish, Sandbox, SeenRequest } from '../../sandbox';
import { errorOf } from '../failedRow';
import type { TableOperation } from '../engine/operationTable';
import type { HostileAnswer } from './hostileAnswers';
import { runZoom } from '../engine/run';
import type { NodeRun } from '../engine/run';
import { apiRequests, byId, byUrl, credentialsFor, eventOf } from '../engine/world';

/** Another way to run an operation, by which it asks Zoom for more. */
interface Way {
	name: string;
	change: (parameters: INodeParameters, sandbox: Sandbox) => INodeParameters;
	faults?: FaultWish[];
	/** What the input item holds besides. */
	row?: IDataObject;
	/** Zoom refuses it, and the operation asks what helps. */
	isRefused?: true;
}

/** An event about the recording that brings no token. */
const EVENT_WITHOUT_TOKEN = {
	uuid: SEED.recorded.uuid,
	recording_files: [{ id: SEED.recorded.files.transcript, file_type: 'TRANSCRIPT' }],
};

/** One file is in the trash instead of the whole recording. */
function trashOneFile(sandbox: Sandbox) {
	for (const recording of sandbox.recordings()) {
		recording.trashedAt = undefined;
		for (const file of recording.files) file.trashedAt = Date.now();
	}
}

const LACKING = JSON.stringify({ code: 4711, message: 'does not contain scopes:[report:read]' });
const NO_SCOPE = `HTTP/1.1 400 Bad Request\r\nContent-Type: application/json\r\nContent-Length: ${LACKING.length}\r\n\r\n${LACKING}`;

const WAYS: Way[] = [
	{ name: 'as it is', change: (parameters) => parameters },
	{
		name: 'by registration link',
		change: (parameters, sandbox) => {
			const id = 'webinarId' in parameters ? 'webinarId' : 'meetingId';
			const { value } = (parameters[id] ?? {}) as IDataObject;
			const event = eventOf(sandbox, value);
			return { ...parameters, [id]: byUrl(String(event?.registration_url)) };
		},
	},
	{
		name: 'reporting who has registered',
		change: (parameters) => ({ ...parameters, options: { ifRegistered: 'report' } }),
	},
	{
		name: 'turning registration on',
		change: (parameters) => ({
			...parameters,
			...('webinarId' in parameters
				? { webinarId: byId(SEED.webinarOff) }
				: { meetingId: byId(SEED.registrationOff) }),
			options: { turnOnRegistration: 'automatic' },
		}),
	},
	{
		name: 'with a tracking source',
		change: (parameters) => ({
			...parameters,
			additionalFields: { sourceId: SEED.trackingSources.newsletter },
			filters: { trackingSourceId: SEED.trackingSources.newsletter },
		}),
	},
	{
		name: 'without the participants report',
		change: (parameters) => parameters,
		faults: ['meetings/{meetingId}', 'webinars/{webinarId}'].map((event) => ({
			on: `GET /report/${event}/participants`,
			kind: 'rawBefore',
			bytes: Buffer.from(NO_SCOPE).toString('base64'),
		})),
	},
	{
		name: 'with a single call',
		change: (parameters) => ({ ...parameters, confirmationEmail: true }),
	},
	{
		name: 'of a single file',
		change: (parameters, sandbox) => {
			if (parameters.operation === 'recover') trashOneFile(sandbox);
			return { ...parameters, files: 'one', fileId: SEED.recorded.files.chat };
		},
	},
	{
		name: 'looking up what was recovered',
		change: (parameters) => parameters,
		faults: [{ kind: 'resetAfter', on: 'PUT /meetings/{meetingId}/recordings/status', times: 1 }],
	},
	{
		name: 'of the whole account',
		change: (parameters) => ({ ...parameters, owners: 'account' }),
	},
	{
		name: 'of an event without a token',
		change: (parameters) => ({ ...parameters, source: 'event' }),
		row: EVENT_WITHOUT_TOKEN,
	},
	{
		name: 'with an answer to no question of the form',
		change: (parameters) => ({
			...parameters,
			additionalFields: {
				customQuestions: { question: [{ title: 'Size of company', value: '5' }] },
			},
		}),
		isRefused: true,
	},
];

const nameOf = ({ method, path }: { method: string; path: string }) =>
	`${method} ${path.replace('{eventId}', /webinars\//.test(path) ? '{webinarId}' : '{meetingId}')}`;

/** Whether a request is one to an endpoint, such as `GET /meetings/{meetingId}`. */
function isFor(endpoint: string, { method, path }: SeenRequest) {
	const pattern = endpoint.replace(' /', ' /v2/').replace(/\{\w+\}/g, '[^/]+');
	return new RegExp(`^${pattern}$`).test(`${method} ${path}`);
}

interface Result extends NodeRun {
	/** Zoom's side of it. */
	asked: SeenRequest[];
}

/** Runs an operation in a sandbox of its own. */
async function run(operation: TableOperation, way: Way, fault?: FaultWish): Promise<Result> {
	const sandbox = await startSandbox();
	try {
		await operation.prepare?.(sandbox);
		const before = apiRequests(sandbox).length;
		sandbox.configure({ faults: [...(way.faults ?? []), ...(fault ? [fault] : [])] });
		const parameters = way.change(operation.parameters, sandbox);
		// To detect the plan would take real time, thousands of times.
		const credentials = { ...credentialsFor(sandbox), plan: 'business' };
		const result = await runZoom(parameters, credentials, [{ row: 1, ...way.row }], {
			onError: 'continueErrorOutput',
		});
		return { ...result, asked: apiRequests(sandbox).slice(before) };
	} finally {
		await sandbox.close();
	}
}

/** What an operation asks for, each with a way by which it does. */
async function waysOf(operation: TableOperation) {
	const { resource, operation: name } = operation.parameters;
	const { endpoints = [] } = findOperation(String(resource), String(name)) ?? {};
	const ways = new Map<string, Way | undefined>(endpoints.map((one) => [nameOf(one), undefined]));
	for (const way of WAYS) {
		const { asked, items } = await run(operation, way);
		if (items.length === 0 && !way.isRefused) continue;
		for (const [endpoint, found] of ways) {
			if (!found && asked.some((one) => isFor(endpoint, one))) ways.set(endpoint, way);
		}
	}
	return ways;
}

/** No sentence of the project's, but what JavaScript says of its values. */
const RAW =
	/cannot (read|convert|destructure)|is not (a function|iterable|defined)|unexpected (token|end)|undefined|\[object|JSON at/i;

/** What is wrong with what came of it; undefined where nothing is. */
function wrongIn(
	{ items, errors, error, asked }: Result,
	{ kind, endpoint: main }: TableOperation,
	endpoint: string,
	{ leaves }: HostileAnswer,
): string | undefined {
	if (error) return `the node stopped: ${error.message}`;
	if (items.length > 0 && errors.length > 0) return 'the row ended twice';
	const failed = errorOf(errors[0]);
	const texts = JSON.stringify(failed ?? '');
	if (RAW.test(texts)) return `a raw error: ${texts}`;
	if (failed && !failed.hint) return 'no hint';
	// What was looked up afterwards is proved by that.
	const last = asked.at(-1);
	const isLookedUp = last?.method === 'GET' && last.status === 200 && !isFor(endpoint, last);
	if (!failed && isLookedUp && (endpoint === main || !endpoint.startsWith('GET '))) return;
	if (endpoint !== main) {
		const isDone = asked.some((one) => isFor(main, one) && one.status >= 200 && one.status < 300);
		if (!failed) return isDone ? undefined : `a silent success: ${JSON.stringify(items[0]?.json)}`;
		return isDone && kind !== 'read' && failed.unknown !== true
			? `told as refused, though done: ${texts}`
			: undefined;
	}
	if (!failed) return `a silent success: ${JSON.stringify(items[0]?.json)}`;
	const told = failed.unknown === true ? 'unknown' : 'refused';
	const due = kind === 'read' ? 'refused' : leaves;
	return told === due ? undefined : `told as ${told}: ${texts}`;
}

/** How many were tried, and what went wrong in them. */
export const counts = { cells: 0, silent: 0, raw: 0, wronglyRefused: 0 };
const waysByOperation = new Map<string, Awaited<ReturnType<typeof waysOf>>>();

/** Finds a way to each endpoint of each operation. */
export async function findWays(operations: TableOperation[]) {
	for (const operation of operations) waysByOperation.set(operation.name, await waysOf(operation));
	return waysByOperation;
}

/** Every endpoint of an operation, with each of the answers. */
export function cellsOf(
	operation: TableOperation,
	answersTo: (endpoint: string) => HostileAnswer[],
) {
	return [...(waysByOperation.get(operation.name) ?? [])].flatMap(([endpoint, way]) =>
		way ? answersTo(endpoint).map((answer) => ({ operation, endpoint, way, answer })) : [],
	);
}

/** What is wrong in any of the cells. */
export async function wrongInAll(cells: ReturnType<typeof cellsOf>) {
	const limit = pLimit(16);
	const wrong = await Promise.all(
		cells.map(({ operation, endpoint, way, answer }) =>
			limit(async () => {
				const result = await run(operation, way, { on: endpoint, ...answer.fault });
				const what = wrongIn(result, operation, endpoint, answer);
				counts.cells++;
				if (what?.startsWith('a silent')) counts.silent++;
				if (what?.startsWith('a raw')) counts.raw++;
				if (what?.startsWith('told as refused')) counts.wronglyRefused++;
				return what && `${operation.name}: ${endpoint}, ${way.name}, ${answer.name}: ${what}`;
			}),
		),
	);
	return wrong.filter(Boolean);
}
