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
		description: 'Zoom updates their answers and keeps the join link',
	},
	{
		name: 'Fail the Item',
		value: 'report',
		description: 'Nothing is sent to Zoom for the item',
	},
];

/** Whether to change an event that takes no registrations. */
export const TURN_ON = [
	{ name: 'Fail the Item', value: 'no', description: 'Nothing is changed in Zoom' },
	{ name: 'Turn It On, Automatically Approve', value: 'automatic' },
	{ name: 'Turn It On, Manually Approve', value: 'manual' },
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
			displayName: 'If Already Registered',
			name: 'ifRegistered',
			type: 'options',
			options: IF_REGISTERED,
			default: 'return',
			description: 'What to do if the person is already registered for the meeting or webinar',
			displayOptions: forAdding,
		},
		{
			displayName: 'If Registration Is Off',
			name: 'turnOnRegistration',
			type: 'options',
			options: TURN_ON,
			default: 'no',
			description:
				"What to do if registration isn't turned on for the meeting or webinar. Once it's on, anyone who already has the link has to register.",
			displayOptions: forAdding,
		},
		{
			displayName: 'Look Up Lost Responses',
			name: 'lookUpLostResponses',
			type: 'boolean',
			default: false,
			description:
				"Whether to check Zoom's registrant list when the response to a registration was lost, three times within 16 seconds. If the person isn't found, the result stays unknown.",
			displayOptions: forAdding,
		},
		{
			displayName: 'Max Concurrent Requests',
			name: 'maxConcurrency',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: MAX_CONCURRENCY },
			default: 5,
			description:
				"How many input items to send to Zoom at the same time. Without this option, as many as Zoom's rate limit allows. Read from the first item.",
		},
	],
};
