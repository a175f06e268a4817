import { pick } from 'lodash';
import { UserError } from 'n8n-workflow';
import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { toChoice, toList } from '../../mapping/values';
import type { Send } from '../types';

const OUTPUTS = [
	{ name: 'Simplified', value: 'simple', description: 'The fields that are used most' },
	{ name: 'Raw', value: 'raw', description: "All of Zoom's response" },
	{ name: 'Selected Fields', value: 'fields', description: 'Only the fields that you name' },
];

/**
 * A field as the panel has it. What people choose by Simplify, an AI agent's tool chooses by Output: the
 * fewer fields, the more room the model has.
 * https://docs.n8n.io/integrations/creating-nodes/build/reference/ux-guidelines/#simplify-parameter
 */
export function forPeopleAndAgents(field: INodeProperties): INodeProperties[] {
	if (field.name !== 'simple') return [field];
	return [
		{ ...field, displayOptions: { hide: { '@tool': [true] } } },
		{
			displayName: 'Output',
			name: 'output',
			type: 'options',
			options: OUTPUTS,
			default: 'simple',
			description: 'What the AI agent gets to see of the response',
			displayOptions: { show: { '@tool': [true] } },
		},
		{
			displayName: 'Output Fields',
			name: 'fields',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. topic, start_time, join_url',
			description: "Names of the response's fields, separated by commas",
			displayOptions: { show: { '@tool': [true], output: ['fields'] } },
		},
	];
}

const NO_FIELDS =
	"Name at least one field of the response, for example topic, or choose 'Simplified'.";

/** What an AI agent's tool is to put out; undefined for nodes that are none. */
export function readOutput(context: IExecuteFunctions, itemIndex: number) {
	const output = context.getNodeParameter('output', itemIndex, '');
	return output === '' ? undefined : toChoice(output, 'Output', OUTPUTS);
}

/**
 * What an item sends, with results of the selected fields only, and of a warning.
 *
 * @throws UserError where fields are to be selected and none is named
 */
export function withSelection(context: IExecuteFunctions, itemIndex: number, send: Send): Send {
	if (readOutput(context, itemIndex) !== 'fields') return send;
	const fields = toList(context.getNodeParameter('fields', itemIndex) ?? '', 'Output Fields');
	if (fields.length === 0)
		throw new UserError("'Output Fields' is required", { description: NO_FIELDS });
	return async (zoom) => {
		const results = [await send(zoom)].flat();
		return results.map((one) => pick(one, [...fields, 'warning']));
	};
}
