import { sortBy } from 'lodash';
import { UserError } from 'n8n-workflow';
import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { eventEndpoints } from '../../api/endpoints';
import { propertiesOf } from '../../mapping/body';
import type { ZoomField } from '../../mapping/body';
import { readCollection } from '../common/collections';
import { eventLocator, findEvent, findEventEndpoints, readEvent } from '../common/event';
import { readSimplify, simplifyField } from '../common/list';
import { occurrenceField, readOccurrence } from '../common/occurrence';
import { readBack } from '../common/readBack';
import { withWarnings } from '../common/warnings';
import type { ItemOperation } from '../types';
import { otherFields, timezoneField, topicField } from './commonFields';
import { withDifferences } from './differences';
import { readRule, toEventBody } from './eventBody';
import { fieldsOfGroups, groupProperties, readGroups } from './eventFields';
import type { EventFields } from './eventFields';
import { recurrenceField } from './recurrenceField';
import { registrationField } from './registration';
import { simplifyEvent } from './simplify';

const startTimeField: INodeProperties = {
	displayName: 'Start Time',
	name: 'startTime',
	type: 'dateTime',
	default: '',
	description:
		"Uses the time zone added here, or else the workflow's, unless it has an offset. Zoom ignores a time in the past.",
};

const updateFields = (options: readonly INodeProperties[]): INodeProperties => ({
	displayName: 'Update Fields',
	name: 'updateFields',
	type: 'collection',
	placeholder: 'Add field',
	default: {},
	options: sortBy(options, ({ displayName }) => displayName.toLowerCase()),
});

/** https://developers.zoom.us/docs/api/meetings/#tag/meetings/PATCH/meetings/{meetingId} */
export const update = (of: EventFields): ItemOperation => {
	const { kind, groups } = of;
	const { update: endpoint, get } = eventEndpoints(kind);
	const collected = [
		topicField(kind),
		timezoneField('getTimezonesOrUnchanged', `The time zone of the ${kind.name}`),
		...of.fields,
		otherFields,
		registrationField(kind),
	];
	return {
		option: {
			name: 'Update',
			value: 'update',
			action: `Update ${kind.name}`,
			description: `Change a ${kind.name}'s time, topic, or settings, or turn registration on or off. Returns the updated ${kind.name}.`,
		},
		endpoints: [endpoint, get, ...findEventEndpoints(kind)],
		fields: [
			eventLocator(kind),
			updateFields([...propertiesOf(collected), occurrenceField(kind), startTimeField]),
			recurrenceField(kind),
			...groupProperties(groups, false),
			simplifyField,
		],
		prepare(itemIndex) {
			const reference = readEvent(this, kind, itemIndex);
			const body = readBody(this, itemIndex, of, collected);
			const query = readOccurrence(this, itemIndex, 'updateFields.occurrenceId');
			const simple = readSimplify(this, itemIndex);
			return async (zoom) => {
				const eventId = await findEvent(zoom, kind, reference);
				await zoom.send(endpoint, { eventId }, { query, body });
				const { body: event, warning } = await readBack(
					async () => await zoom.send(get, { eventId }, { query }),
					`The ${kind.name} was updated`,
				);
				const shown = { id: Number(eventId), ...(simple ? simplifyEvent(event) : event) };
				return withDifferences(this, kind, body, event, withWarnings(shown, warning));
			};
		},
	};
};

function readBody(
	context: IExecuteFunctions,
	itemIndex: number,
	{ kind, groups, check }: EventFields,
	collected: readonly ZoomField[],
): IDataObject {
	const values = {
		...readCollection(context, itemIndex, 'updateFields', 'Update Fields'),
		...readGroups(context, itemIndex, groups),
		recurrence: readRule(context, itemIndex),
	};
	const fields = [...collected, ...fieldsOfGroups(groups, false)];
	const body = toEventBody(context, kind, fields, values, true);
	if (Object.keys(body).length === 0) {
		throw new UserError('There is nothing to update', {
			description: "Add at least one field under 'Update Fields', or one of the settings.",
		});
	}
	check?.(body, false);
	return body;
}
