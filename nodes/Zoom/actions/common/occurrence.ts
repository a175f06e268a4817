import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';
import { parseOccurrences } from '../../mapping/references';
import { isMissing } from '../../mapping/values';

/** One occurrence of a recurring meeting. */
export const occurrenceField: INodeProperties = {
	displayName: 'Occurrence Name or ID',
	name: 'occurrenceId',
	type: 'options',
	typeOptions: {
		loadOptionsMethod: 'getOccurrences',
		loadOptionsDependsOn: ['meetingId.value'],
	},
	default: '',
	description:
		'For recurring meetings: one occurrence. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
};

/** Some occurrences of a recurring meeting. */
export const occurrencesField: INodeProperties = {
	displayName: 'Occurrence Names or IDs',
	name: 'occurrenceIds',
	type: 'multiOptions',
	typeOptions: {
		loadOptionsMethod: 'getOccurrences',
		loadOptionsDependsOn: ['meetingId.value'],
	},
	default: [],
	description:
		'For recurring meetings where people register per occurrence. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
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
