import { omitBy } from 'lodash';
import type { IDataObject } from 'n8n-workflow';
import { eventEndpoints } from '../../api/endpoints';
import { MEETING } from '../../api/eventKinds';
import { propertiesOf } from '../../mapping/body';
import type { ZoomField } from '../../mapping/body';
import { isEmpty } from '../../mapping/values';
import { additionalFields, readCollection, refuseNothingFound } from '../common/collections';
import { hostField, readHost } from '../common/host';
import { readSimplify, simplifyField } from '../common/list';
import type { ItemOperation } from '../types';
import { withDifferences } from './differences';
import { toMeetingBody } from './meetingBody';
import {
	createOnlyFields,
	durationField,
	meetingFields,
	otherFields,
	topicField,
} from './meetingFields';
import { recurrenceField } from './recurrenceField';
import { newRegistrationField } from './registration';
import { settingsField, settingsFields } from './settingsFields';
import { simplifyMeeting } from './simplify';

const mainFields: ZoomField[] = [topicField, newRegistrationField];
const collected = [durationField, ...meetingFields, ...createOnlyFields, otherFields];

const { create: endpoint } = eventEndpoints(MEETING);

/** https://developers.zoom.us/docs/api/meetings/#tag/meetings/POST/users/{userId}/meetings */
export const create: ItemOperation = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create meeting',
		description:
			'Create a Zoom meeting, with registration turned on if wanted. Returns its ID, join link and registration link.',
	},
	endpoints: [endpoint],
	fields: [
		hostField,
		topicField.property,
		{
			displayName: 'Start Time',
			name: 'startTime',
			type: 'dateTime',
			default: '',
			description:
				"Without an offset it is meant in the timezone below, or else in the workflow's. Empty means now.",
		},
		newRegistrationField.property,
		additionalFields(propertiesOf(collected)),
		recurrenceField,
		settingsField,
		simplifyField,
	],
	prepare(itemIndex) {
		const param = (name: string) => this.getNodeParameter(name, itemIndex) as IDataObject[string];
		const startTime = param('startTime');
		if (isEmpty(startTime)) {
			refuseNothingFound(this, itemIndex, 'startTime', 'Start Time', 'that the meeting is for now');
		}
		// The panel always shows these: left empty they say nothing.
		const shown = { topic: param('topic'), registration: param('registration') };
		const values = {
			...omitBy(shown, isEmpty),
			startTime,
			recurrence: readCollection(this, itemIndex, 'recurrence', 'Recurrence'),
			...readCollection(this, itemIndex, 'additionalFields', 'Additional Fields'),
			...readCollection(this, itemIndex, 'settings', 'Settings'),
		};
		const fields = [...mainFields, ...collected, ...settingsFields];
		const body = { type: 2, ...toMeetingBody(this, fields, values, false) };
		const userId = readHost(this, itemIndex);
		const simple = readSimplify(this, itemIndex);
		return async (zoom) => {
			const meeting = await zoom.send(endpoint, { userId }, { body });
			const result = simple ? simplifyMeeting(meeting) : meeting;
			return withDifferences(this, body, meeting, result);
		};
	},
};
