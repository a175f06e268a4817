import { ZoomApiError, type ErrorName } from '../errors';
import { findOccurrence, takesRegistration, type Meeting } from '../state/meeting';
import type { Occurrence } from '../state/occurrences';
import type { User } from '../state/user';
import type { Call } from './endpoint';

type Reference = Pick<Call<unknown, unknown>, 'account' | 'path'>;

/** @throws ZoomApiError 1001 */
export function userOf({ account, path }: Reference): User {
	const userId = decode(path.userId);
	const user = account.findUser(userId);
	if (!user) throw new ZoomApiError('userDoesNotExist', { userId });
	return user;
}

/**
 * The meeting of a path: 9 to 11 digits, or a UUID. The reference's paths have a number; its guide
 * (Using Zoom APIs, Meeting ID and UUID) has UUIDs too, encoded twice when they start with a slash
 * or contain two in a row.
 *
 * @throws ZoomApiError 3001, or 3000 for a webinar
 */
export function meetingOf(call: Reference, options: { deleted?: boolean } = {}): Meeting {
	const { account, path } = call;
	const meetingId = meetingIdOf(path.meetingId);
	if (account.webinarIds.has(meetingId)) throw new ZoomApiError('isWebinar');
	const meeting = account.findMeeting(meetingId);
	if (!meeting || (meeting.deleted && !options.deleted)) {
		throw new ZoomApiError('meetingDoesNotExist', { meetingId });
	}
	return meeting;
}

/**
 * "Registration must be enabled for the meeting." Only deleting documents the answer when it is
 * not; reading, approving and the questions get the one that adding was seen to get.
 */
export function registeringMeeting(call: Reference, error: ErrorName = 'registrationOff'): Meeting {
	const meeting = meetingOf(call);
	if (!takesRegistration(meeting)) throw new ZoomApiError(error, { meetingId: meeting.id });
	return meeting;
}

/** @throws ZoomApiError 3001 for a UUID that had to be encoded twice and was not */
export function meetingIdOf(segment: string | undefined): string {
	const once = decode(segment);
	// A gateway reads the slashes of a UUID that came encoded once as parts of the path.
	const isSplit = once.startsWith('/') || once.includes('//');
	if (isSplit) throw new ZoomApiError('meetingDoesNotExist', { meetingId: once });
	return /%[0-9A-F]{2}/i.test(once) ? decode(once) : once;
}

/** @throws ZoomApiError 300 for an occurrence that the meeting does not have or no longer has */
export function occurrenceOf(
	meeting: Meeting,
	id: string,
	name: 'occurrence_id' | 'occurrence_ids' = 'occurrence_id',
): Occurrence {
	const occurrence = findOccurrence(meeting, id);
	if (!occurrence) throw new ZoomApiError('occurrenceInvalid', { name });
	return occurrence;
}

/** A segment of the path decoded once; one that is not encoded right stays as it is. */
export function decode(segment = ''): string {
	try {
		return decodeURIComponent(segment);
	} catch {
		return segment;
	}
}
