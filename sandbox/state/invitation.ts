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

// Zoom's own names of zones (Zoom API reference, Time zones), of those that are no city.
const ZONE_NAMES: Record<string, string> = {
	'America/Chicago': 'Central Time (US and Canada)',
	'America/Denver': 'Mountain Time (US and Canada)',
	'America/Los_Angeles': 'Pacific Time (US and Canada)',
	'America/New_York': 'Eastern Time (US and Canada)',
	'Asia/Tokyo': 'Osaka, Sapporo, Tokyo',
	'Europe/Berlin': 'Amsterdam, Berlin, Rome, Stockholm, Vienna',
	UTC: 'Universal Time UTC',
};

/**
 * `Feb 20, 2024 03:49 PM Kiev`: recorded invitations name the zone as Zoom's list does, for some the
 * city alone (github.com/airbytehq/airbyte and github.com/kyleboe/zoom_rb: "Kiev", "London").
 */
function localTime(ms: number, timezone: string): string {
	const at = DateTime.fromMillis(ms, { zone: timezone, locale: 'en-US' });
	const city = timezone.split('/').at(-1)?.replaceAll('_', ' ');
	return `${at.toFormat('LLL d, yyyy hh:mm a')} ${ZONE_NAMES[timezone] ?? city}`;
}
