import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';
import type { EventKind } from '../../api/eventKinds';
import { parseOccurrences } from '../../mapping/references';
import { isMissing } from '../../mapping/values';
import { refuseNothingFound } from './collections';
import { eventParameter } from './event';

const LABEL = 'Occurrence Name or ID';

/** One occurrence of a recurring event. */
export const occurrenceField = (kind: EventKind): INodeProperties => ({
	displayName: LABEL,
	name: 'occurrenceId',
	type: 'options',
	typeOptions: {
		loadOptionsMethod: `get${kind.label}SeriesOrOccurrence`,
		loadOptionsDependsOn: [`${eventParameter(kind)}.value`],
	},
	default: '',
	description: `For recurring ${kind.name}s: one occurrence, or the whole series. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.`,
});

/** Some occurrences of a recurring event. */
export const occurrencesField = (kind: EventKind): INodeProperties => ({
	displayName: 'Occurrence Names or IDs',
	name: 'occurrenceIds',
	type: 'multiOptions',
	typeOptions: {
		loadOptionsMethod: `get${kind.label}Occurrences`,
		loadOptionsDependsOn: [`${eventParameter(kind)}.value`],
	},
	default: [],
	description: `For recurring ${kind.name}s where people register per occurrence. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.`,
});

/**
 * The query that names the chosen occurrence, or nothing where none is: the whole series is meant.
 *
 * @param parameter where the occurrence is among the node's parameters
 * @param emptyMeansAll whether an expression may give '' for the whole series
 * @throws UserError where it isn't an occurrence ID, or more than one, or its expression found nothing
 */
export function readOccurrence(
	context: IExecuteFunctions,
	itemIndex: number,
	parameter = 'occurrenceId',
	{ emptyMeansAll = true } = {},
): { occurrence_id?: string } & IDataObject {
	const value = context.getNodeParameter(parameter, itemIndex, '');
	const ids = isMissing(value) ? [] : parseOccurrences(value, LABEL);
	if (ids.length > 1) throw new UserError(`'${LABEL}' accepts only one occurrence here`);
	if (ids[0] !== undefined) return { occurrence_id: ids[0] };
	// An empty column means the whole series; a column that is not there means nothing.
	if (isMissing(value) || !emptyMeansAll) {
		refuseNothingFound(context, itemIndex, parameter, LABEL, 'the whole series');
	}
	return {};
}
