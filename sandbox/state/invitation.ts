import { DateTime } from 'luxon';
import type { MeetingsGetMeetingInvitationResponse } from '@zoom/rivet/meetings/meetings';
import { meetingSummary, type Meeting } from './meeting';

/**
 * What a host sends to guests, in the form of the example in Zoom's API reference (Get meeting
 * invitation), without its telephone numbers. It has the link of the meeting and none to register.
 */
export function invitationView(meeting: Meeting): MeetingsGetMeetingInvitationResponse {
	const { host, topic, timezone, startsAt, password } = meeting;
	const id = String(meeting.id).replace(/^(\d{3})(\d+)(\d{4})$/, '$1 $2 $3');
	const lines = [
		`${host.firstName} ${host.lastName} is inviting you to a scheduled Zoom meeting.`,
		'',
		`Topic: ${topic}`,
		...(startsAt === undefined ? [] : [`Time: ${localTime(startsAt, timezone)}`]),
		'',
		'Join Zoom Meeting',
		meetingSummary(meeting).join_url,
		'',
		`Meeting ID: ${id}`,
		`Passcode: ${password}`,
		'',
	];
	return { invitation: lines.join('\r\n'), sip_links: [`${meeting.id}@zoomcrc.com`] };
}

/** `Mar 25, 2022 03:32 PM America, Los_Angeles` */
function localTime(ms: number, timezone: string): string {
	const at = DateTime.fromMillis(ms, { zone: timezone, locale: 'en-US' });
	return `${at.toFormat('LLL d, yyyy hh:mm a')} ${timezone.replace('/', ', ')}`;
}
