import { updateDisplayOptions } from 'n8n-workflow';
import type { INodeProperties } from 'n8n-workflow';
import { MEETING, WEBINAR } from '../api/eventKinds';
import { forPeopleAndAgents } from './common/output';
import { runOptions } from './common/runOptions';
import { meeting } from './meeting';
import { meetingSummary } from './meetingSummary';
import { panelist } from './panelist';
import { pastEventResource } from './pastEvent';
import { getAbsentees } from './pastEvent/getAbsentees.operation';
import { recording } from './recording';
import { registrantResource } from './registrant';
import { webinar } from './webinar';

import type { Operation, Resource } from './types';

/** What the node offers. */
export const resources: Resource[] = [
	meeting,
	registrantResource(MEETING),
	pastEventResource(MEETING),
	webinar,
	registrantResource(WEBINAR),
	panelist,
	pastEventResource(WEBINAR, [getAbsentees]),
	recording,
	meetingSummary,
];

/** All properties of the node: the two lists to choose from, and each operation's fields. */
export const properties: INodeProperties[] = [
	{
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: resources.map(({ option }) => option),
		default: 'meetingRegistrant',
	},
	...resources.flatMap(({ option: { value: resource }, operations, defaultOperation }) => [
		{
			displayName: 'Operation',
			name: 'operation',
			type: 'options' as const,
			noDataExpression: true,
			displayOptions: { show: { resource: [resource] } },
			options: operations.map(({ option }) => option),
			default: defaultOperation,
		},
		...operations.flatMap(({ option: { value: operation }, fields }) =>
			updateDisplayOptions(
				{ show: { resource: [resource], operation: [operation] } },
				fields.flatMap(forPeopleAndAgents),
			),
		),
	]),
	runOptions,
];

/** Finds what a node's Resource and Operation stand for. */
export function findOperation(resource: string, operation: string): Operation | undefined {
	return resources
		.find(({ option }) => option.value === resource)
		?.operations.find(({ option }) => option.value === operation);
}
