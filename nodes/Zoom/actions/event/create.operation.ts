import { omitBy } from 'lodash';
import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { eventEndpoints } from '../../api/endpoints';
import { propertiesOf } from '../../mapping/body';
import { isEmpty, isMissing } from '../../mapping/values';
import { additionalFields, readCollection, refuseNothingFound } from '../common/collections';
import { hostField, readHost } from '../common/host';
import { readSimplify, simplifyField } from '../common/list';
import type { ItemOperation } from '../types';
import { otherFields, timezoneField, topicField } from './commonFields';
import { withDifferences } from './differences';
import { readRule, toEventBody } from './eventBody';
import { fieldsOfGroups, groupProperties, readGroups } from './eventFields';
import type { EventFields } from './eventFields';
import { recurrenceField } from './recurrenceField';
import { newRegistrationField } from './registration';
import { simplifyEvent } from './simplify';

const startTimeField: INodeProperties = {
	displayName: 'Start Time',
	name: 'startTime',
	type: 'dateTime',
	default: '',
	description: 'Uses the time zone below unless it has an offset. Leave empty to start now.',
};

const zoneField = timezoneField('getTimezonesOrWorkflow', 'The zone of the start time');

/** https://developers.zoom.us/docs/api/meetings/#tag/meetings/POST/users/{userId}/meetings */
export const create = (of: EventFields): ItemOperation => {
	const { kind, groups } = of;
	const { create: endpoint } = eventEndpoints(kind);
	return {
		option: {
			name: 'Create',
			value: 'create',
			action: `Create ${kind.name}`,
			description: `Create a Zoom ${kind.name}, optionally with registration. Returns its ID, join link, and registration link.`,
		},
		endpoints: [endpoint],
		fields: [
			hostField,
			topicField(kind).property,
			startTimeField,
			zoneField.property,
			newRegistrationField(kind).property,
			additionalFields(propertiesOf([...of.fields, ...of.createOnly, otherFields])),
			recurrenceField(kind),
			...groupProperties(groups, true),
			simplifyField,
		],
		prepare(itemIndex) {
			const body = readBody(this, itemIndex, of);
			const userId = readHost(this, itemIndex);
			const simple = readSimplify(this, itemIndex);
			return async (zoom) => {
				const event = await zoom.send(endpoint, { userId }, { body });
				const result = simple ? simplifyEvent(event) : event;
				return withDifferences(this, kind, body, event, result);
			};
		},
	};
};

function readBody(context: IExecuteFunctions, itemIndex: number, of: EventFields): IDataObject {
	const { kind, groups } = of;
	const param = (name: string) => context.getNodeParameter(name, itemIndex) as IDataObject[string];
	const startTime = param('startTime');
	const timezone = param('timezone');
	if (isEmpty(startTime)) {
		const meaning = `that the ${kind.name} is for now`;
		refuseNothingFound(context, itemIndex, 'startTime', 'Start Time', meaning);
	}
	// An empty column means the workflow's zone; a column that is not there means nothing.
	if (isMissing(timezone)) {
		const { displayName } = zoneField.property;
		refuseNothingFound(context, itemIndex, 'timezone', displayName, "the workflow's time zone");
	}
	// The panel always shows these: left empty they say nothing.
	const shown = { topic: param('topic'), timezone, registration: param('registration') };
	const values = {
		...omitBy(shown, isEmpty),
		startTime,
		recurrence: readRule(context, itemIndex),
		...readCollection(context, itemIndex, 'additionalFields', 'Additional Fields'),
		...readGroups(context, itemIndex, groups),
	};
	const fields = [
		topicField(kind),
		zoneField,
		newRegistrationField(kind),
		...of.fields,
		...of.createOnly,
		otherFields,
		...fieldsOfGroups(groups, true),
	];
	const body = { type: kind.types.scheduled, ...toEventBody(context, kind, fields, values, false) };
	of.check?.(body, true);
	return body;
}
