import { meetingView, type MeetingView } from './state/meeting';
import { registrantView, type RegistrantView } from './state/registrant';
import type { Zoom } from './zoom';

/** A registrant as Zoom's API shows it, with the dates that were chosen. */
export type RegistrantOfMeeting = RegistrantView & { occurrence_ids: string[] };

/** All meetings of an account that are not deleted, of every host. */
export function listMeetings(zoom: Zoom, accountId?: string): MeetingView[] {
	const meetings = zoom.account(accountId).meetings.filter(({ deleted }) => !deleted);
	return meetings.map((meeting) => meetingView(meeting));
}

/**
 * Everybody who registered, whatever their status, in the order in which they came.
 *
 * @throws Error where the account has no such meeting
 */
export function listRegistrants(
	zoom: Zoom,
	meetingId: string | number,
	accountId?: string,
): RegistrantOfMeeting[] {
	const meeting = zoom.account(accountId).findMeeting(String(meetingId));
	if (!meeting) throw new Error(`The sandbox has no meeting ${meetingId}`);
	return [...meeting.registrants.values()].map((registrant) => ({
		...registrantView(registrant),
		occurrence_ids: [...registrant.occurrenceIds],
	}));
}
