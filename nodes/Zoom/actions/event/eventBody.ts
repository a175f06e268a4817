import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';
import type { EventKind } from '../../api/eventKinds';
import { toBody } from '../../mapping/body';
import type { ZoomField } from '../../mapping/body';
import { toRecurrence } from '../../mapping/recurrence';
import { toZoomTime } from '../../mapping/time';
import { isEmpty, isMissing, toObject } from '../../mapping/values';
import { readCollection } from '../common/collections';

/**
 * The JSON body of an event, from all that the panel's fields hold.
 *
 * @param fields the tables of the operation
 * @param values by property name; two more are understood: `recurrence`, the rule that was added, and
 *   `startTime`, which means now where it is empty and in an update must hold something
 * @param keepZone without a chosen timezone, leave the event's as it is (updates)
 * @throws UserError that names the field
 */
export function toEventBody(
	context: IExecuteFunctions,
	kind: EventKind,
	fields: readonly ZoomField[],
	values: IDataObject,
	keepZone: boolean,
): IDataObject {
	const body = toBody(fields, values);
	const chosen = body.timezone as string | undefined;
	const rules = values.recurrence as IDataObject | undefined;
	if (rules) {
		const zones = { chosen, workflow: context.getTimezone() };
		body.recurrence = toRecurrence(rules, zones, kind.maxInterval);
		body.type = kind.types.series;
	}
	if (keepZone ? 'startTime' in values : !isEmpty(values.startTime)) {
		const zones = { chosen, workflow: context.getTimezone(), keepZone };
		Object.assign(body, toZoomTime(values.startTime, 'Start Time', zones));
	}
	const whole = withOtherFields(body);
	if (whole.type === kind.types.series && !keepZone && whole.recurrence === undefined) {
		throw new UserError(`A recurring ${kind.name} with fixed times requires 'Recurrence'`, {
			description: "Add its rules under 'Recurrence', for example weekly on Mondays, ten times.",
		});
	}
	return whole;
}

/** Merges the fields given as JSON into the body, `settings` field by field. */
export function withOtherFields(body: IDataObject): IDataObject {
	const { otherFields: other, ...rest } = body;
	if (other === undefined) return rest;
	const given = other as IDataObject;
	const settings = {
		...(rest.settings as IDataObject),
		...(toObject(given.settings ?? {}, 'settings in Other Fields (JSON)') as IDataObject),
	};
	return {
		...rest,
		...given,
		...(Object.keys(settings).length > 0 && { settings }),
	};
}

/**
 * The rule of a recurrence that the user added.
 *
 * @throws UserError where it isn't one
 */
export function readRule(context: IExecuteFunctions, itemIndex: number): IDataObject | undefined {
	const { rule } = readCollection(context, itemIndex, 'recurrence', 'Recurrence');
	return isMissing(rule) ? undefined : (toObject(rule, 'Recurrence') as IDataObject);
}
