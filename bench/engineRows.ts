/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- runs on a developer's machine, never inside n8n */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IDataObject,
	INode,
	INodeParameters,
	INodeType,
	VersionedNodeType,
} from 'n8n-workflow';
import { ensureN8n } from '../scripts/installN8n.mjs';
import { CredentialRows } from '../test/engine/credentialRows';
import { runInEngine } from '../test/engine/engine';
import { startQuickZoom } from './quickZoom';
import { Watch, watched, type Watched } from './watch';

/*
 * What many rows cost inside n8n: the built node in n8n-core's own engine, each operation in a
 * process of its own, a quick stand-in for Zoom in another. Beside it n8n's Edit Fields node, which puts out items
 * with the same fields. Alone: node --import tsx bench/engineRows.ts [rows] [operation …]
 */

const OPERATIONS = ['add', 'addMany', 'approve', 'getAll', 'httpRequest'] as const;
type Operation = (typeof OPERATIONS)[number];

/** What an operation took for all rows, and what Edit Fields took for the same items. */
export interface EngineFigures {
	operation: Operation;
	/** Input items; of a list those that came out. */
	rows: number;
	node: Watched;
	editFields: Watched;
}

/** What a process that measures sends. */
interface Measured {
	items: number;
	/** The first item that came out, as JSON. */
	example: string;
	watched: Watched;
}

const MEETING = '85746065999';
const CREDENTIAL = 'zoomServerToServerOAuth2Api';
/** Stands in an example for the email address of each item. */
const ADDRESS = '@@';
/** The first rows are slower, as what they need is compiled: that is no cost of many rows. */
const WARM_UP_ROWS = 600;

/**
 * Measures the operations one after the other.
 *
 * @param rows how many input items each gets
 * @throws Error where a process fails, or a row is lost
 */
export async function measureEngineRows(
	rows = 50_000,
	operations: readonly Operation[] = ['add', 'addMany'],
): Promise<EngineFigures[]> {
	const figures: EngineFigures[] = [];
	for (const operation of operations) {
		const zoom = startProcess('serve', rows, operation);
		try {
			const node = await measureIn(rows, operation, String(await answerOf(zoom)));
			const editFields = await measureIn(rows, 'editFields', node.example);
			figures.push({ operation, rows, node: node.watched, editFields: editFields.watched });
		} finally {
			zoom.kill();
		}
	}
	return figures;
}

async function measureIn(rows: number, what: string, input: string): Promise<Measured> {
	const measured = (await answerOf(startProcess('measure', rows, what, input))) as Measured;
	if (measured.items !== rows) throw new Error(`${what}: ${measured.items} items of ${rows} rows`);
	return measured;
}

function startProcess(task: 'serve' | 'measure', rows: number, ...args: string[]): ChildProcess {
	// Code that is dropped from the heap meanwhile would hide what the items take.
	const execArgv = [...process.execArgv, '--expose-gc', '--no-flush-bytecode'];
	// n8n-core writes its settings into the user's folder otherwise, and logs to the console.
	const env = { ...process.env, N8N_USER_FOLDER: tmpdir(), N8N_LOG_LEVEL: 'silent' };
	return fork(__filename, [task, String(rows), ...args], { execArgv, env });
}

async function answerOf(child: ChildProcess): Promise<unknown> {
	const ended = once(child, 'exit').then(([code]) => {
		throw new Error(`A process of the bench ended with ${code}, without an answer`);
	});
	ended.catch(() => undefined);
	const [answer] = (await Promise.race([once(child, 'message'), ended])) as [unknown];
	return answer;
}

/** A node with what it needs to run, and whether it makes a list of a single item. */
interface Contestant {
	type: INodeType;
	parameters: INodeParameters;
	store: CredentialRows;
	settings: Partial<INode>;
}

async function measure(rows: number, what: string, input: string): Promise<Measured> {
	const isList = what === 'getAll';
	const contestant = await contestantOf(what, input);
	if (!isList) await run(contestant, people(WARM_UP_ROWS, what === 'approve' ? 'p' : 'warm'));
	const watch = new Watch();
	const type = watched(contestant.type, watch);
	const items = await run({ ...contestant, type }, isList ? [{}] : people(rows));
	// What came out is held until here, as n8n holds it until the execution ends.
	const figures = watch.figures(rows);
	const { json = {} } = items[0] ?? {};
	const example = JSON.stringify(json).replaceAll(String(json.email), ADDRESS);
	return { items: items.length, example, watched: figures };
}

async function run({ type, parameters, store, settings }: Contestant, rows: IDataObject[]) {
	const { items, error } = await runInEngine(type, parameters, store, rows, settings);
	if (error) throw error;
	return items;
}

const people = (count: number, name = 'p') =>
	Array.from({ length: count }, (_, i) => ({
		email: `${name}${i}@example.com`,
		first: `First${i}`,
		last: `Last${i}`,
	}));

/** @param input where Zoom is, or the example that Edit Fields takes up */
async function contestantOf(what: string, input: string): Promise<Contestant> {
	const credential = new (builtClass('credentials', 'ZoomServerToServerOAuth2Api.credentials'))();
	const store = new CredentialRows(credential as ICredentialType);
	if (what === 'editFields') {
		const parameters = {
			mode: 'raw',
			jsonOutput: `={{ ${JSON.stringify(input)}.replaceAll('${ADDRESS}', $json.email) }}`,
			options: {},
		};
		return { type: await n8nNode('Set', 3.4), parameters, store, settings: { typeVersion: 3.4 } };
	}
	store.rows.set('1', credentialData(input));
	const settings = { credentials: { [CREDENTIAL]: { id: '1', name: 'Zoom' } } };
	if (what === 'httpRequest') {
		return {
			type: await n8nNode('HttpRequest', 4.2),
			parameters: httpRequest(input),
			store,
			settings: { ...settings, typeVersion: 4.2 },
		};
	}
	const type = new (builtClass('nodes/Zoom', 'Zoom.node'))() as INodeType;
	return { type, parameters: { ...common(what), ...PARAMETERS[what] }, store, settings };
}

type Class = new () => unknown;

/** A class of the built package. */
function builtClass(folder: string, file: string): Class {
	const path = join(process.cwd(), 'dist', folder, `${file}.js`);
	const name = file.split('.')[0] ?? '';
	return (createRequire(path)(path) as Record<string, Class>)[name] as Class;
}

/** One of n8n's own nodes. */
async function n8nNode(name: string, version: number): Promise<INodeType> {
	const { dir } = await ensureN8n(() => undefined);
	const path = join(dir, 'node_modules/n8n-nodes-base/dist/nodes', name, `${name}.node.js`);
	const { [name]: Node } = createRequire(path)(path) as Record<string, new () => VersionedNodeType>;
	return new (Node as new () => VersionedNodeType)().getNodeType(version);
}

function credentialData(url: string): ICredentialDataDecryptedObject {
	const app = { accountId: 'account', clientId: 'client', clientSecret: 'secret' };
	return { ...app, environment: 'custom', oauthBaseUrl: url, apiBaseUrl: `${url}/v2` };
}

const common = (operation: string): INodeParameters => ({
	resource: 'meetingRegistrant',
	operation,
	meetingId: { __rl: true, mode: 'id', value: MEETING },
	options: {},
});

const PERSON: INodeParameters = {
	registrantFrom: 'define',
	email: '={{ $json.email }}',
	firstName: '={{ $json.first }}',
	lastName: '={{ $json.last }}',
	additionalFields: {},
};

const PARAMETERS: Record<string, INodeParameters> = {
	add: PERSON,
	addMany: { ...PERSON, confirmationEmail: true },
	approve: {
		registrant: { __rl: true, mode: 'email', value: '={{ $json.email }}' },
		occurrenceId: '',
	},
	getAll: { returnAll: true, filters: {}, simple: true },
};

/** The same registration by n8n's HTTP Request node, five at a time. */
const httpRequest = (url: string): INodeParameters => ({
	method: 'POST',
	url: `${url}/v2/meetings/${MEETING}/registrants`,
	authentication: 'predefinedCredentialType',
	nodeCredentialType: CREDENTIAL,
	sendBody: true,
	specifyBody: 'json',
	jsonBody: '={{ { email: $json.email, first_name: $json.first, last_name: $json.last } }}',
	options: { batching: { batch: { batchSize: 5, batchInterval: 1 } } },
});

async function main([task, rows, ...args]: string[]) {
	const [what = '', input = ''] = args;
	process.once('disconnect', () => process.exit());
	if (task === 'serve') {
		const standing = what === 'approve' ? 'pending' : 'approved';
		process.send?.(await startQuickZoom(Number(rows), standing));
	} else if (task === 'measure') {
		process.send?.(await measure(Number(rows), what, input), () => process.exit());
	} else {
		const chosen = [rows, ...args].filter((one): one is Operation =>
			OPERATIONS.includes(one as Operation),
		);
		const figures = await measureEngineRows(
			Number(task) || undefined,
			chosen.length > 0 ? chosen : undefined,
		);
		process.stdout.write(`${JSON.stringify(figures, null, '\t')}\n`);
	}
}

if (require.main === module) {
	main(process.argv.slice(2)).catch((error: Error) => {
		process.stderr.write(`${error.stack ?? error.message}\n`);
		process.exit(1);
	});
}
