import type { IDataObject } from 'n8n-workflow';
import { eventEndpoints } from '../../api/endpoints';
import { MEETING } from '../../api/eventKinds';
import { propertiesOf } from '../../mapping/body';
import type { ZoomField } from '../../mapping/body';
import { additionalFields } from '../common/collections';
import { hostField, readHost } from '../common/host';
import { simplifyField } from '../common/list';
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
import { registrationField } from './registration';
import { settingsField, settingsFields } from './settingsFields';
import { simplifyMeeting } from './simplify';

const mainFields: ZoomField[] = [topicField, durationField, registrationField];
const collected = [...meetingFields, ...createOnlyFields, otherFields];

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
		durationField.property,
		registrationField.property,
		additionalFields(propertiesOf(collected)),
		recurrenceField,
		settingsField,
		simplifyField,
	],
	prepare(itemIndex) {
		const param = (name: string) => this.getNodeParameter(name, itemIndex) as IDataObject[string];
		const values = {
			topic: param('topic'),
			startTime: param('startTime'),
			duration: param('duration'),
			registration: param('registration'),
			recurrence: param('recurrence'),
			...(param('additionalFields') as IDataObject),
			...(param('settings') as IDataObject),
		};
		const fields = [...mainFields, ...collected, ...settingsFields];
		const body = { type: 2, ...toMeetingBody(this, fields, values, false) };
		const userId = readHost(this, itemIndex);
		const simple = param('simple');
		return async (zoom) => {
			const meeting = await zoom.send(endpoint, { userId }, { body });
			const result = simple ? simplifyMeeting(meeting) : meeting;
			return withDifferences(this, body, meeting, result);
		};
	},
};
