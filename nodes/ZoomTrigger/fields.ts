import type { INodeProperties } from 'n8n-workflow';
import { eventOptions, OTHER_EVENTS } from './eventOptions';
import { MEETINGS_LABEL } from './filters';

/**
 * Minutes. Zoom sends an event that was not answered again after 5, 20 and 60 minutes, perhaps with
 * the time of the first try: 85 minutes and a little.
 */
export const DEFAULT_WINDOW_MINUTES = 90;
/** A day. */
export const MAX_WINDOW_MINUTES = 1_440;

export const properties: INodeProperties[] = [
	{
		displayName:
			'Tell Zoom where to send events:<ul><li>Open Webhook URLs above, choose Production URL, and copy it.</li><li>On <a href="https://marketplace.zoom.us/user/build" target="_blank">marketplace.zoom.us</a> open your Server-to-Server OAuth app, then Feature → Event Subscriptions → Add.</li><li>Subscribe the app to the same events as below, and paste the URL. Zoom lists events once the app has their scopes.</li><li>Copy the Secret Token from that page into this credential.</li><li>Publish this workflow, select Validate in Zoom, save, and activate the app.</li></ul>Keep the workflow published: Zoom turns off a subscription whose URL doesn\'t respond for days.',
		name: 'setUp',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Trigger On',
		name: 'events',
		type: 'multiOptions',
		options: eventOptions,
		required: true,
		default: [],
	},
	{
		displayName: 'Other Event Names',
		name: 'otherEvents',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. meeting.sharing_started, app_deauthorized',
		description: "Zoom's own names, separated by commas",
		displayOptions: { show: { events: [OTHER_EVENTS] } },
	},
	{
		displayName: 'Simplify',
		name: 'simplify',
		type: 'boolean',
		default: true,
		description: 'Whether to return a simplified version of the response instead of the raw data',
	},
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add filter',
		default: {},
		options: [
			{
				displayName: 'Hosts',
				name: 'hosts',
				type: 'string',
				default: '',
				placeholder: 'e.g. 30R7kT7bTIKSNUFEuH_Qlg',
				description:
					"IDs of hosts, separated by commas. Email addresses work too for meetings and webinars that start or end, recordings, and summaries. An event that doesn't name its host is skipped, and n8n's log says so.",
			},
			{
				displayName: MEETINGS_LABEL,
				name: 'meetings',
				type: 'string',
				default: '',
				placeholder: 'e.g. 857 4606 5432, https://zoom.us/j/93398114182',
				description: 'IDs or join links of meetings or webinars, separated by commas',
			},
			{
				displayName: 'Only Approved Registrations',
				name: 'onlyApproved',
				type: 'boolean',
				default: true,
				description:
					'Whether to skip registrations that are pending approval. They come as Approved events later. A registration without a status counts as approved if it has a join link.',
			},
		],
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{
				displayName: 'Maximum Event Age (Minutes)',
				name: 'windowMinutes',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: MAX_WINDOW_MINUTES },
				default: DEFAULT_WINDOW_MINUTES,
				description:
					'How old an event can be. Zoom keeps sending an event that got no response for about 85 minutes, so a lower number may reject it.',
			},
		],
	},
];
