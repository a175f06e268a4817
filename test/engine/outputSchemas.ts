/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs on a developer's machine, never inside n8n */
import { join } from 'node:path';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { findOperation } from '../../nodes/Zoom/actions';
import { SEED, startSandbox } from '../../sandbox';
import type { Sandbox } from '../../sandbox';
import { registered } from './operationTable';
import type { TableOperation } from './operationTable';
import { runZoom } from './run';
import { byEmail, byId, credentialsFor, eventOf } from './world';

/*
 * What the editor shows of each operation's output before any run: schemas of one item's json, made
 * of what the operations put out here. "npm run schemas" writes them, a test compares them.
 */

/** JSON Schema of a value: its type and its parts, without any value. */
export interface Schema {
	type: string;
	properties?: Record<string, Schema>;
	items?: Schema;
}

/** Where n8n looks for them, by the values of Resource and Operation. */
export const SCHEMAS = join(__dirname, '../../nodes/Zoom/__schema__/v1.0.0');

/** For example `meetingRegistrant/add.json`, from {@link SCHEMAS}. */
export const schemaFile = ({ resource, operation }: INodeParameters) =>
	`${String(resource)}/${String(operation)}.json`;

/** Somebody who has answered questions. */
const TALKATIVE = 'grete@example.com';
const DETAILS = {
	email: TALKATIVE,
	last_name: 'Hermann',
	country: 'DE',
	org: 'Example Ltd',
	custom_questions: [{ title: SEED.questions.companySize, value: '50' }],
};

/** The first date of a series. */
const occurrenceOf = (sandbox: Sandbox, id: string) =>
	eventOf(sandbox, id)?.occurrences?.[0]?.occurrence_id ?? '';

const idOf = ({ meetingId, webinarId }: INodeParameters) =>
	String(((meetingId ?? webinarId) as IDataObject | undefined)?.value);

/** A way to run an operation that brings more fields. */
interface Variant {
	/** @returns the parameters; undefined for operations that it says nothing of */
	change: (parameters: INodeParameters, sandbox: Sandbox) => INodeParameters | undefined;
	rows?: IDataObject[];
}

const VARIANTS: Variant[] = [
	{ change: (parameters) => parameters },
	// The same person twice, where several go out together: a warning.
	{
		change: (parameters) => {
			const operation = findOperation(String(parameters.resource), String(parameters.operation));
			return operation && 'executeBatch' in operation ? parameters : undefined;
		},
		rows: [{}, {}],
	},
	// Several people, who go out singly.
	{
		change: (parameters) =>
			/Registrant:addMany$/.test(`${String(parameters.resource)}:${String(parameters.operation)}`)
				? { ...parameters, confirmationEmail: true, additionalFields: {} }
				: undefined,
	},
	// A new series.
	{
		change: (parameters) =>
			parameters.operation === 'create'
				? { ...parameters, recurrence: { repeats: 1, times: 2 }, registration: 'automatic' }
				: undefined,
	},
	// A series that exists.
	{
		change: (parameters) => {
			if (!['meeting', 'webinar'].includes(String(parameters.resource))) return undefined;
			if (idOf(parameters) === SEED.meeting) return { ...parameters, meetingId: byId(SEED.series) };
			if (idOf(parameters) !== SEED.webinar || parameters.operation === 'getTrackingSources') {
				return undefined;
			}
			return { ...parameters, webinarId: byId(SEED.webinarSeries) };
		},
	},
	// A date of a series.
	{
		change: (parameters, sandbox) => {
			if (parameters.operation !== 'add' || parameters.resource === 'panelist') return undefined;
			const [name, id] =
				'webinarId' in parameters ? ['webinarId', SEED.webinarSeries] : ['meetingId', SEED.series];
			const additionalFields = { occurrenceIds: occurrenceOf(sandbox, id) };
			return { ...parameters, [name]: byId(id), additionalFields };
		},
	},
	// Somebody who answered questions.
	{
		change: (parameters) =>
			parameters.registrant && parameters.operation === 'get'
				? { ...parameters, registrant: byEmail(TALKATIVE) }
				: undefined,
	},
	// By ID instead of the email address.
	{
		change: (parameters, sandbox) =>
			parameters.registrant
				? { ...parameters, registrant: byId(sandbox.registrants(idOf(parameters))[0]?.id ?? '') }
				: undefined,
	},
];

async function prepare(operation: TableOperation, sandbox: Sandbox): Promise<void> {
	await operation.prepare?.(sandbox);
	await registered(sandbox, `/meetings/${SEED.meeting}`, DETAILS);
	await registered(sandbox, `/webinars/${SEED.webinar}`, DETAILS);
}

/** What an operation puts out in all its variants, each in a sandbox of its own. */
async function outputsOf(operation: TableOperation): Promise<IDataObject[]> {
	const outputs: IDataObject[] = [];
	for (const { change, rows } of VARIANTS) {
		const sandbox = await startSandbox();
		try {
			await prepare(operation, sandbox);
			const parameters = change(operation.parameters, sandbox);
			if (!parameters) continue;
			const credentials = { ...credentialsFor(sandbox), plan: 'business' };
			const { items, error } = await runZoom(parameters, credentials, rows);
			if (error) throw new Error(`${operation.name} has no output: ${error.message}`);
			outputs.push(...items.map(({ json }) => json));
		} finally {
			await sandbox.close();
		}
	}
	return outputs;
}

function typeOf(value: unknown): string {
	// A number that is whole here may have decimals elsewhere, as minutes have.
	return Array.isArray(value) ? 'array' : typeof value;
}

/**
 * The schema that fits all of the values; those that are null tell nothing.
 *
 * @param path names the value where it has no single type
 */
export function schemaOf(values: unknown[], path = 'item'): Schema {
	const told = values.filter((value) => value !== null && value !== undefined);
	const types = [...new Set(told.map(typeOf))];
	const [type] = types;
	if (types.length > 1) throw new Error(`${path} is ${types.join(' and ')}`);
	if (type === 'array') {
		const entries = told.flat();
		return { type, ...(entries.length > 0 && { items: schemaOf(entries, `${path}[]`) }) };
	}
	// The answers to an event's own questions, by their titles: each event has others.
	if (type !== 'object' || path.endsWith('.answers')) return { type: type ?? 'null' };
	const objects = told as IDataObject[];
	const keys = [...new Set(objects.flatMap((one) => Object.keys(one)))];
	const schemaOfKey = (key: string) =>
		schemaOf(
			objects.map((one) => one[key]),
			`${path}.${key}`,
		);
	return { type, properties: Object.fromEntries(keys.map((key) => [key, schemaOfKey(key)])) };
}

/** What `nodes/Zoom/__schema__` has to hold for an operation; n8n's own have a version, too. */
export async function outputSchema(
	operation: TableOperation,
): Promise<Schema & { version: number }> {
	return { ...schemaOf(await outputsOf(operation), operation.name), version: 1 };
}
