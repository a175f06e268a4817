import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';
import { parseOccurrences } from '../../mapping/references';
import { isMissing } from '../../mapping/values';

/** One occurrence of a recurring meeting. */
export const occurrenceField: INodeProperties = {
	displayName: 'Occurrence ID',
	name: 'occurrenceId',
	type: 'string',
	default: '',
	placeholder: 'e.g. 1648194360000',
	description:
		'For recurring meetings: one occurrence, by its ID. Meeting → Get lists the occurrences.',
};

/**
 * The query that names the chosen occurrence, or nothing where none is.
 *
 * @param parameter where the occurrence is among the node's parameters
 * @throws UserError where it is no occurrence ID, or more than one
 */
export function readOccurrence(
	context: IExecuteFunctions,
	itemIndex: number,
	parameter = 'occurrenceId',
): { occurrence_id?: string } & IDataObject {
	const value = context.getNodeParameter(parameter, itemIndex, '');
	const ids = isMissing(value) ? [] : parseOccurrences(value, 'Occurrence ID');
	if (ids.length > 1) throw new UserError('"Occurrence ID" takes one occurrence here');
	return ids[0] === undefined ? {} : { occurrence_id: ids[0] };
}
