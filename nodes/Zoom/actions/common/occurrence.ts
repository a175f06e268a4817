import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';
import type { EventKind } from '../../api/eventKinds';
import { parseOccurrences } from '../../mapping/references';
import { isMissing } from '../../mapping/values';
import { eventParameter } from './event';

/** One occurrence of a recurring event. */
export const occurrenceField = (kind: EventKind): INodeProperties => ({
	displayName: 'Occurrence Name or ID',
	name: 'occurrenceId',
	type: 'options',
	typeOptions: {
		loadOptionsMethod: 'getOccurrences',
		loadOptionsDependsOn: [`${eventParameter(kind)}.value`],
	},
	default: '',
	description: `For recurring ${kind.name}s: one occurrence. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.`,
});

/** Some occurrences of a recurring event. */
export const occurrencesField = (kind: EventKind): INodeProperties => ({
	displayName: 'Occurrence Names or IDs',
	name: 'occurrenceIds',
	type: 'multiOptions',
	typeOptions: {
		loadOptionsMethod: 'getOccurrences',
		loadOptionsDependsOn: [`${eventParameter(kind)}.value`],
	},
	default: [],
	description: `For recurring ${kind.name}s where people register per occurrence. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.`,
});

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
