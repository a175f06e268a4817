import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';
import { toBody } from '../../mapping/body';
import type { ZoomField } from '../../mapping/body';
import { toRecurrence } from '../../mapping/recurrence';
import { toZoomTime } from '../../mapping/time';
import { isEmpty, isMissing } from '../../mapping/values';
import { withOtherFields } from './meetingFields';

/**
 * The JSON body of a meeting, from all that the panel's fields hold.
 *
 * @param fields the tables of the operation
 * @param values by property name; `startTime` is understood too, and means now where it is empty; in
 *   an update it must hold something where it was added
 * @param keepZone without a chosen timezone, leave the meeting's as it is (updates)
 * @throws UserError that names the field
 */
export function toMeetingBody(
	context: IExecuteFunctions,
	fields: readonly ZoomField[],
	values: IDataObject,
	keepZone: boolean,
): IDataObject {
	const body = toBody(fields, values);
	const chosen = body.timezone as string | undefined;
	const rules = values.recurrence as IDataObject | undefined;
	if (!isMissing(rules) && Object.keys(rules).length > 0) {
		body.recurrence = toRecurrence(rules, { chosen, workflow: context.getTimezone() });
		body.type = 8;
	}
	if (keepZone ? 'startTime' in values : !isEmpty(values.startTime)) {
		const zones = { chosen, workflow: context.getTimezone(), keepZone };
		Object.assign(body, toZoomTime(values.startTime, 'Start Time', zones));
	}
	const whole = withOtherFields(body);
	if (whole.type === 8 && !keepZone && whole.recurrence === undefined) {
		throw new UserError('A recurring meeting with fixed times needs its recurrence', {
			description:
				'Add its rules under Recurrence: for example Repeats Weekly, On Days Monday, Number of Times 10.',
		});
	}
	return whole;
}
