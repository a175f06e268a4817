import { UserError } from 'n8n-workflow';
import { eventEndpoints } from '../../api/endpoints';
import { MEETING } from '../../api/eventKinds';
import { propertiesOf } from '../../mapping/body';
import { readCollection } from '../common/collections';
import { readSimplify, simplifyField } from '../common/list';
import { eventLocator, findEvent, findEventEndpoints, readEvent } from '../common/event';
import { occurrenceField, readOccurrence } from '../common/occurrence';
import { readBack } from '../common/readBack';
import { withWarnings } from '../common/warnings';
import type { ItemOperation } from '../types';
import { withDifferences } from './differences';
import { toMeetingBody } from './meetingBody';
import { durationField, meetingFields, otherFields, topicField } from './meetingFields';
import { recurrenceField } from './recurrenceField';
import { registrationField } from './registration';
import { settingsField, settingsFields } from './settingsFields';
import { simplifyMeeting } from './simplify';

const collected = [durationField, topicField, ...meetingFields, otherFields, registrationField];

const { update: endpoint, get } = eventEndpoints(MEETING);

/** https://developers.zoom.us/docs/api/meetings/#tag/meetings/PATCH/meetings/{meetingId} */
export const update: ItemOperation = {
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update meeting',
		description:
			'Change a meeting: its time, topic, settings, or turn registration on or off. Returns the updated meeting.',
	},
	endpoints: [endpoint, get, ...findEventEndpoints(MEETING)],
	fields: [
		eventLocator(MEETING),
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				...propertiesOf(collected),
				occurrenceField(MEETING),
				{
					displayName: 'Start Time',
					name: 'startTime',
					type: 'dateTime' as const,
					default: '',
					description: 'Zoom ignores a time in the past',
				},
			].sort((a, b) => a.displayName.localeCompare(b.displayName)),
		},
		recurrenceField,
		settingsField,
		simplifyField,
	],
	prepare(itemIndex) {
		const reference = readEvent(this, MEETING, itemIndex);
		const values = {
			...readCollection(this, itemIndex, 'updateFields', 'Update Fields'),
			...readCollection(this, itemIndex, 'settings', 'Settings'),
			recurrence: readCollection(this, itemIndex, 'recurrence', 'Recurrence'),
		};
		const body = toMeetingBody(this, [...collected, ...settingsFields], values, true);
		if (Object.keys(body).length === 0) {
			throw new UserError('There is nothing to update', {
				description: 'Add at least one field under Update Fields or Settings.',
			});
		}
		const query = readOccurrence(this, itemIndex, 'updateFields.occurrenceId');
		const simple = readSimplify(this, itemIndex);
		return async (zoom) => {
			const eventId = await findEvent(zoom, MEETING, reference);
			await zoom.send(endpoint, { eventId }, { query, body });
			const { body: meeting, warning } = await readBack(
				async () => await zoom.send(get, { eventId }, { query }),
				'The meeting was updated',
			);
			const shown = { id: Number(eventId), ...(simple ? simplifyMeeting(meeting) : meeting) };
			return withDifferences(this, body, meeting, withWarnings(shown, warning));
		};
	},
};
