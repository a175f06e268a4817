import { orderBy } from 'lodash';
import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { pastEndpoints } from '../../api/pastEndpoints';
import type { EventKind } from '../../api/eventKinds';
import type { EventReference } from '../../mapping/references';
import { parseInstance } from '../../mapping/references';
import { isEmpty, isMissing } from '../../mapping/values';
import type { Zoom } from '../../transport/client';
import { refuseNothingFound } from '../common/collections';
import { eventLocator, eventParameter, findEvent, readEvent } from '../common/event';

const LABEL = 'Instance Name or ID';
const PARAMETER = 'instanceId';

/** Which event that is over, and which of the times that it took place. */
export const pastEventFields = (kind: EventKind): INodeProperties[] => [
	eventLocator(kind),
	{
		displayName: LABEL,
		name: PARAMETER,
		type: 'options',
		typeOptions: {
			loadOptionsMethod: `get${kind.label}Instances`,
			loadOptionsDependsOn: [`${eventParameter(kind)}.value`],
		},
		default: '',
		description: `Which of the times that the ${kind.name} took place, by default the latest. Choose from the list, or specify a UUID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.`,
	},
];

/** An event that is over, as a person names it. */
export interface PastReference {
	/** By ID, registration link, or the UUID of an instance. */
	event: EventReference;
	/** The UUID of the instance that was chosen. */
	instance?: string;
}

/**
 * What the user gave.
 *
 * @throws UserError where a value names no event, or no instance
 */
export function readPastEvent(
	context: IExecuteFunctions,
	kind: EventKind,
	itemIndex: number,
): PastReference {
	const event = readEvent(context, kind, itemIndex, { takesUuid: true });
	const value = context.getNodeParameter(PARAMETER, itemIndex, '');
	if (!isEmpty(value)) return { event, instance: parseInstance(value, LABEL) };
	// An empty column means the latest; a column that is not there means nothing.
	if (isMissing(value)) {
		refuseNothingFound(context, itemIndex, PARAMETER, LABEL, 'the latest instance');
	}
	return { event };
}

/** What Zoom is asked by: the UUID of an instance, or an event's ID, which means the latest. */
export async function findPastEvent(
	zoom: Zoom,
	kind: EventKind,
	{ event, instance }: PastReference,
): Promise<string> {
	return instance ?? (await findEvent(zoom, kind, event));
}

/** The instances of an answer of Zoom's, the latest first. */
export const latestFirst = (kind: EventKind, answer: IDataObject): IDataObject[] =>
	orderBy((answer[kind.root] ?? []) as IDataObject[], ({ start_time: start }) => start, 'desc');

/** The times that an event took place and ended, the latest first. */
export async function listInstances(
	zoom: Zoom,
	kind: EventKind,
	eventId: string,
): Promise<IDataObject[]> {
	return latestFirst(kind, await zoom.send(pastEndpoints(kind).listInstances, { eventId }));
}
