import { NodeHelpers } from 'n8n-workflow';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { resources } from '../../nodes/Zoom/actions';
import { Zoom } from '../../nodes/Zoom/Zoom.node';
import { errorOf } from '../failedRow';
import { locator, ok, refusal, runNode } from './support/fakeN8n';

const { description } = new Zoom();
const ID = 85746065432;
const meetingId = locator('id', String(ID));

/** Names of the properties that the panel shows, of the node or of an AI agent's tool. */
function shown(name: 'zoom' | 'zoomTool', parameters: INodeParameters): string[] {
	return description.properties
		.filter((property) =>
			NodeHelpers.displayParameter(parameters, property, null, { ...description, name }),
		)
		.map((property) => property.name)
		.filter((property) => ['simple', 'output', 'fields'].includes(property));
}

const simplified = resources.flatMap(({ option: { value: resource }, operations }) =>
	operations
		.filter(({ fields }) => fields.some(({ name }) => name === 'simple'))
		.map(({ option: { value: operation } }) => ({ resource, operation })),
);

it.each(simplified)('$resource $operation has Simplify, its tool Output', (parameters) => {
	expect(shown('zoom', parameters)).toEqual(['simple']);
	expect(shown('zoomTool', parameters)).toEqual(['output']);
	expect(shown('zoomTool', { ...parameters, output: 'fields' })).toEqual(['output', 'fields']);
	expect(shown('zoom', { ...parameters, output: 'fields' })).toEqual(['simple']);
});

describe('the output of a tool', () => {
	const MEETING = {
		id: ID,
		topic: 'T',
		start_url: 'https://zoom.us/s/1',
		settings: { audio: 'voip' },
	};
	const get = async (chosen: IDataObject) => {
		const { items, requests } = await runNode({
			parameters: { resource: 'meeting', operation: 'get', meetingId },
			perItem: () => chosen,
			respond: () => ok(MEETING),
			onError: 'continueRegularOutput',
		});
		return { json: items[0]?.json, error: errorOf(items[0]), requests };
	};

	it.each([
		['simple', '', { id: ID, topic: 'T' }],
		['raw', '', MEETING],
		['fields', 'topic', { topic: 'T' }],
		['fields', 'id, settings.audio ,nothing', { id: ID, settings: { audio: 'voip' } }],
		['Selected Fields', ['id', 'topic'], { id: ID, topic: 'T' }],
	])('%s %j', async (output, fields, json) => {
		expect((await get({ output, fields })).json).toEqual(json);
	});

	it.each(['', ' , ', []])('fails before any request where %j are selected', async (fields) => {
		const { error, requests } = await get({ output: 'fields', fields });
		expect(error?.message).toBe("'Output Fields' is required");
		expect(requests).toEqual([]);
	});

	it('fails on any other choice', async () => {
		const { error, requests } = await get({ output: 'everything' });
		expect(error?.message).toContain("'Output'");
		expect(requests).toEqual([]);
	});
});

it('keeps a warning beside the selected fields', async () => {
	const { items } = await runNode({
		parameters: {
			resource: 'meeting',
			operation: 'update',
			meetingId,
			updateFields: { topic: 'New' },
		},
		perItem: () => ({ output: 'fields', fields: 'id' }),
		respond: ({ method }) =>
			method === 'PATCH' ? ok() : refusal(404, 3001, 'Meeting does not exist: 1.'),
	});
	expect(items[0]?.json).toEqual({ id: ID, warning: expect.any(String) });
});
