import type { IDataObject } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';
import { WEBINAR } from '../../api/eventKinds';
import type { ZoomField } from '../../mapping/body';
import { asObject } from '../../transport/answer';

/** The longest delay for each unit: Zoom's reference of `simulive_delay_start`. */
const LONGEST_DELAY: Readonly<Record<string, number>> = { second: 60, minute: 10 };

/** A recording that is shown as if it were live. */
export const simulive: ZoomField[] = [
	{
		to: 'simulive_delay_start.time',
		property: {
			displayName: 'Delay',
			name: 'simuliveDelay',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 60 },
			default: 10,
			description:
				"How long playback is delayed, up to 60 seconds or 10 minutes; needs 'Delay Start' on",
		},
	},
	{
		to: 'simulive_delay_start.enable',
		property: {
			displayName: 'Delay Start',
			name: 'simuliveDelayStart',
			type: 'boolean',
			default: false,
			description: 'Whether playback starts later than the webinar',
		},
	},
	{
		to: 'simulive_delay_start.timeunit',
		property: {
			displayName: 'Delay Unit',
			name: 'simuliveDelayUnit',
			type: 'options',
			options: [
				{ name: 'Minutes', value: 'minute' },
				{ name: 'Seconds', value: 'second' },
			],
			default: 'second',
		},
	},
	{
		to: 'record_file_id',
		property: {
			displayName: 'Recording File ID',
			name: 'recordFileId',
			type: 'string',
			default: '',
			description: "ID of the file to play, from the host's cloud recordings",
		},
	},
	{
		to: 'is_simulive',
		property: {
			displayName: 'Simulive',
			name: 'isSimulive',
			type: 'boolean',
			default: false,
			description: 'Whether a recording is played as if it were live',
		},
	},
	{
		to: 'transition_to_live',
		property: {
			displayName: 'Transition to Live',
			name: 'transitionToLive',
			type: 'boolean',
			default: false,
			description: 'Whether the webinar goes live after the recording; the host must be present',
		},
	},
];

/**
 * Refuses a simulive webinar that has nothing to play, or no time to play it at, and a delay that is
 * too long.
 *
 * @throws UserError that names the fields
 */
export function checkSimulive(body: IDataObject, isNew: boolean): void {
	const { time, timeunit } = asObject(body.simulive_delay_start);
	const unit = typeof timeunit === 'string' ? timeunit : 'second';
	const longest = LONGEST_DELAY[unit];
	if (longest !== undefined && typeof time === 'number' && time > longest) {
		throw new UserError(`'Delay' is ${time} ${unit}s, but must be between 1 and ${longest}`);
	}
	if (body.is_simulive !== true) return;
	if (isNew && !body.record_file_id) {
		throw new UserError('A simulive webinar requires the recording to play', {
			description:
				"Under 'Simulive', add 'Recording File ID': the ID of a file from the host's cloud recordings.",
		});
	}
	if (body.type === WEBINAR.types.noFixedTime) {
		throw new UserError('A simulive webinar requires a fixed time', {
			description: "Choose a type with a fixed time, or turn off 'Simulive'.",
		});
	}
}
