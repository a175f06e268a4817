import type { Kind } from './kinds';
import type { Person } from './schemas/registrant';
import { meetingView, type Meeting, type MeetingView } from './state/meeting';
import { panelistView } from './state/panelist';
import { newRegistrant, registrantView, type RegistrantView } from './state/registrant';
import type { Zoom } from './zoom';

/** A registrant as Zoom's API shows it, with the dates that were chosen. */
export type RegistrantOfMeeting = RegistrantView & {
	occurrence_ids: string[];
	/** The tracking source of a webinar that the person came by. */
	source_id?: string;
};

/** All meetings or webinars of an account that are not deleted, of every host. */
export function listMeetings(zoom: Zoom, kind: Kind, accountId?: string): MeetingView[] {
	return zoom
		.account(accountId)
		.ofKind(kind)
		.map((meeting) => meetingView(meeting));
}

/**
 * Who speaks in a webinar, as Zoom lists them.
 *
 * @throws Error where the account has no such webinar
 */
export function listPanelists(zoom: Zoom, webinarId: string | number, accountId?: string) {
	return find(zoom, webinarId, accountId).panelists.map(panelistView);
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
	const meeting = find(zoom, meetingId, accountId);
	return [...meeting.registrants.values()].map((registrant) => ({
		...registrantView(meeting, registrant),
		occurrence_ids: [...registrant.occurrenceIds],
		...(registrant.sourceId !== undefined && { source_id: registrant.sourceId }),
	}));
}

/**
 * Puts people into a meeting or webinar as approved registrants.
 *
 * @throws Error where the account has no such meeting
 */
export function enroll(zoom: Zoom, meetingId: string | number, people: readonly Person[]): void {
	const meeting = find(zoom, meetingId);
	for (const person of people) {
		const registrant = newRegistrant(meeting, person, zoom.clock.now());
		meeting.registrants.set(registrant.id, { ...registrant, status: 'approved' });
	}
}

/**
 * A meeting or a webinar by its ID.
 *
 * @throws Error where the account has none
 */
export function find(zoom: Zoom, id: string | number, accountId?: string): Meeting {
	const meeting = zoom.account(accountId).findMeeting(String(id));
	if (!meeting) throw new Error(`The sandbox has no meeting or webinar ${id}`);
	return meeting;
}
