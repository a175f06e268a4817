import type { INodeProperties } from 'n8n-workflow';
import { EVENT_KINDS } from '../../api/eventKinds';
import type { EventKind } from '../../api/eventKinds';
import { MAX_CONCURRENCY } from '../../api/rateLimits';

/** The resource of the people who register for a kind of event. */
export const registrantResourceName = ({ name }: EventKind) => `${name}Registrant`;

/** What to do with a person who has registered before. */
export const IF_REGISTERED = [
	{
		name: 'Return the Existing Registrant',
		value: 'return',
		description: 'Zoom updates the answers and keeps the join link',
	},
	{
		name: 'Report It',
		value: 'report',
		description: 'The row fails, and nothing is sent for it',
	},
];

/** Whether to change an event that takes no registrations. */
export const TURN_ON = [
	{ name: 'No', value: 'no', description: 'The row fails' },
	{ name: 'Yes, Approve Automatically', value: 'automatic' },
	{ name: 'Yes, Approve by Hand', value: 'manual' },
];

const forAdding = {
	show: {
		'/resource': EVENT_KINDS.map(registrantResourceName),
		'/operation': ['add', 'addMany'],
	},
};

/** Options of the node's run as a whole, whatever the operation. */
export const runOptions: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		{
			displayName: 'Check Before Reporting',
			name: 'checkBeforeReporting',
			type: 'boolean',
			default: false,
			description:
				"Whether to look up in Zoom who is registered when Zoom's answer to a registration gets lost, three times within 16 seconds. Who is not found stays unknown, as without it.",
			displayOptions: forAdding,
		},
		{
			displayName: 'If Already Registered',
			name: 'ifRegistered',
			type: 'options',
			options: IF_REGISTERED,
			default: 'return',
			description: 'What to do with a person who has registered for the meeting or webinar before',
			displayOptions: forAdding,
		},
		{
			displayName: 'Max Concurrent Requests',
			name: 'maxConcurrency',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: MAX_CONCURRENCY },
			default: 5,
			description:
				"How many input items are sent to Zoom at the same time. Without this option, as many as Zoom's limit of requests per second needs. Read from the first item.",
		},
		{
			displayName: 'Turn On Registration If Off',
			name: 'turnOnRegistration',
			type: 'options',
			options: TURN_ON,
			default: 'no',
			description:
				'Whether to change a meeting or webinar that takes no registrations. People who have its link will have to register then.',
			displayOptions: forAdding,
		},
	],
};
