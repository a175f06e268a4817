import type { INodeProperties } from 'n8n-workflow';
import { ENDS, MONTHLY_BY, REPEATS, WEEKDAYS, WEEKS } from '../../api/choices';
import type { EventKind } from '../../api/eventKinds';

const byName = <T extends { name: string }>(choices: readonly T[]) =>
	[...choices].sort((a, b) => a.name.localeCompare(b.name));

const WEEKLY = { repeats: [2] };
const MONTHLY = { repeats: [3] };

/** How often. */
const intervalFields = ([daily, weekly, monthly]: number[]): INodeProperties[] => [
	{
		displayName: 'Repeat',
		name: 'repeats',
		type: 'options',
		options: byName(REPEATS),
		default: 2,
	},
	{
		displayName: 'Repeat Every',
		name: 'interval',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: daily },
		default: 1,
		description: `Number of days (up to ${daily}), weeks (up to ${weekly}), or months (up to ${monthly})`,
	},
];

/** On which days of the week, or of the month. */
const dayFields: INodeProperties[] = [
	{
		displayName: 'Occurs On',
		name: 'weekdays',
		type: 'multiOptions',
		options: byName(WEEKDAYS),
		default: [],
		displayOptions: { show: WEEKLY },
	},
	{
		displayName: 'Occurs On The',
		name: 'monthlyBy',
		type: 'options',
		options: MONTHLY_BY,
		default: 'dayOfMonth',
		displayOptions: { show: MONTHLY },
	},
	{
		displayName: 'Day of the Month',
		name: 'dayOfMonth',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 31 },
		default: 1,
		displayOptions: { show: { ...MONTHLY, monthlyBy: ['dayOfMonth'] } },
	},
	{
		displayName: 'Week of the Month',
		name: 'week',
		type: 'options',
		options: byName(WEEKS),
		default: 1,
		displayOptions: { show: { ...MONTHLY, monthlyBy: ['dayOfWeek'] } },
	},
	{
		displayName: 'Day of the Week',
		name: 'weekday',
		type: 'options',
		options: byName(WEEKDAYS),
		default: 2,
		displayOptions: { show: { ...MONTHLY, monthlyBy: ['dayOfWeek'] } },
	},
];

/** When the series ends. */
const endFields: INodeProperties[] = [
	{
		displayName: 'End Date',
		name: 'ends',
		type: 'options',
		options: ENDS,
		default: 'after',
	},
	{
		displayName: 'End After (Occurrences)',
		name: 'times',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 60 },
		default: 10,
		displayOptions: { show: { ends: ['after'] } },
	},
	{
		displayName: 'End By',
		name: 'until',
		type: 'dateTime',
		default: '',
		description: 'The day and time after which there are no more occurrences',
		displayOptions: { show: { ends: ['by'] } },
	},
];

/** How a recurring event with fixed times repeats. */
export const recurrenceField = ({ name, maxInterval }: EventKind): INodeProperties => ({
	displayName: 'Recurrence',
	name: 'recurrence',
	type: 'fixedCollection',
	placeholder: 'Add rule',
	default: {},
	description: `How the ${name} repeats, always at the same time of its time zone. With a rule, its type is 'Recurring (Fixed Time)'.`,
	options: [
		{
			displayName: 'Rule',
			name: 'rule',
			values: [...intervalFields(Object.values(maxInterval)), ...dayFields, ...endFields],
		},
	],
});
