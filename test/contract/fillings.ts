import type { IDataObject, INodeParameters, INodeProperties } from 'n8n-workflow';
import { Zoom } from '../../nodes/Zoom/Zoom.node';
import { ok, runNode } from '../unit/support/fakeN8n';
import type { OperationContract } from './operations';
import { BY_THEMSELVES, neededWith, valuesOf } from './values';

/*
 * What an operation can be filled in with, and the requests that it then sends.
 */

export const { properties } = new Zoom().description;
export const shownFor = (
	{ displayOptions }: INodeProperties,
	resource: string,
	operation: string,
) =>
	displayOptions?.show?.resource?.includes(resource) === true &&
	displayOptions.show.operation?.includes(operation) === true;

/** The fields that a collection of an operation offers. */
export function fieldsOf({ resource, operation }: OperationContract, collection: string) {
	const found = properties.find(
		(property) => property.name === collection && shownFor(property, resource, operation),
	);
	const [first] = found?.options ?? [];
	return (first && 'values' in first ? first.values : (found?.options ?? [])) as INodeProperties[];
}

/** What Zoom answers: enough for each operation to go on. */
const ANSWER = {
	settings: {},
	meetings: [],
	webinars: [],
	registrants: [{ id: '9tboDiHUQAeOnbmudzWa5g' }],
	participants: [],
	panelists: [{ id: '9tboDiHUQAeOnbmudzWa5g', email: 'ann@example.com' }],
	tracking_sources: [{ id: '5516482804110', source_name: 'Newsletter' }],
	registration_url: 'https://zoom.us/meeting/register/abc',
	download_access_token: 'of-the-files',
	download_url: 'https://zoom.us/rec/download/abc',
	recording_files: [
		{
			id: 'abc',
			file_type: 'CHAT',
			file_extension: 'TXT',
			download_url: 'https://zoom.us/rec/download/abc',
		},
	],
	summaries: [],
	questions: [{ field_name: 'city', required: true }],
};

const customQuestions = (url: string) => [
	{ title: 'Old question', type: 'short', required: false, answers: [] },
	{
		title: 'Kept question',
		type: url.startsWith('/webinars/') ? 'single_dropdown' : 'single',
		required: true,
		answers: ['A', 'B'],
	},
];

/** The answer to a batch names its people. */
const named = (body: unknown) =>
	(body as { registrants: IDataObject[] }).registrants.map(({ email }) => ({
		email,
		registrant_id: '9tboDiHUQAeOnbmudzWa5g',
	}));

export async function requestsFor(contract: OperationContract, more: object) {
	const { resource, operation, parameters, further = [] } = contract;
	const { requests } = await runNode({
		parameters: { resource, operation, ...parameters, ...more } as INodeParameters,
		rows: [{}, ...further],
		perItem: (index) => further[index - 1] ?? {},
		respond: ({ url, body }) =>
			ok({
				...ANSWER,
				custom_questions: customQuestions(url),
				...(/^\/(past_|report\/)/.test(url) && { id: 85746065432 }),
				...(url.endsWith('/batch_registrants') && { registrants: named(body) }),
			}),
	});
	return requests;
}

/** Nothing added, everything added in its first and last form, and each value of each field. */
export function fillings(contract: OperationContract): IDataObject[] {
	const all = (pick: (values: unknown[]) => unknown) =>
		Object.fromEntries(
			contract.collections.map((collection) => [
				collection,
				Object.fromEntries(
					fieldsOf(contract, collection)
						.filter(({ name }) => !BY_THEMSELVES.includes(name))
						.map((field) => [field.name, pick(valuesOf(field))]),
				),
			]),
		) as IDataObject;
	const each = contract.collections.flatMap((collection) =>
		fieldsOf(contract, collection).flatMap((field) =>
			valuesOf(field).map((value) => {
				const needs = neededWith(field.name, value);
				return { [collection]: { [field.name]: value, ...needs } } as IDataObject;
			}),
		),
	);
	const wholes = Object.entries(contract.wholes ?? {}).flatMap(([name, values]) =>
		values.map((value) => ({ [name]: value }) as IDataObject),
	);
	return [{}, all((values) => values[0]), all((values) => values.at(-1)), ...each, ...wholes];
}
