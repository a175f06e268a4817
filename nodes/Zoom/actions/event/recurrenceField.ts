import { sortBy } from 'lodash';
import type { INodeProperties } from 'n8n-workflow';
import { REPEATS, WEEKDAYS, WEEKS } from '../../api/choices';
import type { EventKind } from '../../api/eventKinds';

const byName = <T extends { name: string }>(choices: readonly T[]) =>
	[...choices].sort((a, b) => a.name.localeCompare(b.name));

/** When a series ends: one of the two. */
const endFields: INodeProperties[] = [
	{
		displayName: 'Number of Times',
		name: 'times',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 60 },
		default: 10,
		description: 'After how many occurrences the series ends',
	},
	{
		displayName: 'Until',
		name: 'until',
		type: 'dateTime',
		default: '',
		description: 'The day and time after which there are no more occurrences',
	},
];

/** The days of a series that is weekly or monthly. */
const dayFields = (event: string): INodeProperties[] => [
	{
		displayName: 'Day of Month',
		name: 'dayOfMonth',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 31 },
		default: 1,
		description: `For monthly ${event}s`,
	},
	{
		displayName: 'On Days',
		name: 'weekdays',
		type: 'multiOptions',
		options: byName(WEEKDAYS),
		default: [],
		description: `For weekly ${event}s`,
	},
	{
		displayName: 'Week',
		name: 'week',
		type: 'options',
		options: byName(WEEKS),
		default: 1,
		description: `For monthly ${event}s on a day of the week: which one of the month`,
	},
	{
		displayName: 'Weekday',
		name: 'weekday',
		type: 'options',
		options: byName(WEEKDAYS),
		default: 2,
		description: `For monthly ${event}s on a day of the week`,
	},
];

/** How a recurring event with fixed times repeats. */
export const recurrenceField = ({ name, maxInterval }: EventKind): INodeProperties => ({
	displayName: 'Recurrence',
	name: 'recurrence',
	type: 'collection',
	placeholder: 'Add rule',
	default: {},
	description: `How the ${name} repeats, always at the same time of its timezone. With a recurrence its type is Recurring With Fixed Time.`,
	options: sortBy(
		[
			...dayFields(name),
			...endFields,
			{
				displayName: 'Every',
				name: 'interval',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: maxInterval[1] },
				default: 1,
				description: `Every how many days (at most ${maxInterval[1]}), weeks (at most ${maxInterval[2]}) or months (at most ${maxInterval[3]})`,
			},
			{
				displayName: 'Repeats',
				name: 'repeats',
				type: 'options',
				options: byName(REPEATS),
				default: 2,
			},
		],
		({ displayName }) => displayName,
	),
});
