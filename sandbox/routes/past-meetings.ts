import type { MeetingsGetPastMeetingDetailsResponse } from '@zoom/rivet/meetings/meetings';
import { MEETING } from '../kinds';
import { detailsView } from '../state/past-views';
import { endpoint } from './endpoint';
import { pastEventOf } from './past-events';

type Details = MeetingsGetPastMeetingDetailsResponse & { has_meeting_summary: boolean };

export const pastMeetingEndpoints = [
	// Zoom API reference, Get past meeting details. Webinars have no such operation.
	endpoint({
		method: 'GET',
		path: '/past_meetings/{meetingId}',
		category: 'Light',
		granular: ['meeting:read:past_meeting', 'meeting:read:past_meeting:admin'],
		classic: ['meeting:read:admin', 'meeting:read'],
		handle(call) {
			const { meeting, instance } = pastEventOf(MEETING, call, {
				unknown: 'meetingDoesNotExist',
				// "The meeting must have ended": which of the documented answers that is, is not said.
				notOver: 'pastMeetingUnavailable',
				tooOld: 'pastMeetingTooOld',
			});
			const { type, ...details } = detailsView(meeting, instance);
			const body: Details = {
				...details,
				// The reference's list of types for this answer lacks 10; it is taken for an instant meeting.
				type: (type === 10 ? 1 : type) as Details['type'],
				host_id: meeting.host.id,
				source: 'Zoom',
				has_meeting_summary: false,
			};
			return { status: 200, body };
		},
	}),
];
