import { ZoomApiError } from '../errors';
import type { Kind } from '../kinds';
import type { PlanRefusals, Refusals } from '../kinds/kind';
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
 * The meeting or webinar of a path: 9 to 11 digits, or a UUID. The reference's paths have a number;
 * its guide (Using Zoom APIs, Meeting ID and UUID) has UUIDs too, encoded twice when they start with a
 * slash or contain two in a row.
 *
 * @throws ZoomApiError 3001 for an unknown one, 3000 or 3001 for one of the other kind, 300 for what
 *   can't be the ID of a webinar, 200 for a webinar whose host lacks the add-on
 */
export function meetingOf(
	kind: Kind,
	call: Reference,
	{ deleted = false, use = 'other' }: { deleted?: boolean; use?: keyof PlanRefusals } = {},
): Meeting {
	const { unknown, malformed, otherKind } = kind.refusals;
	const id = meetingIdOf(kind, call);
	const meeting = call.account.findMeeting(id);
	if (meeting && meeting.kind !== kind) throw new ZoomApiError(otherKind, { id });
	if (!meeting && !/^\d+$/.test(id)) throw new ZoomApiError(malformed, { id });
	if (!meeting || (meeting.deleted && !deleted)) throw new ZoomApiError(unknown, { id });
	refuseWithoutPlan(kind, meeting.host, use);
	return meeting;
}

/** @throws ZoomApiError 200 for a host who lacks the add-on that the kind needs */
export function refuseWithoutPlan(
	{ plan }: Kind,
	{ id: userId, hasWebinars }: User,
	use: keyof PlanRefusals,
): void {
	if (plan && !hasWebinars) throw new ZoomApiError(plan[use], { userId });
}

/** "Registration must be enabled for the meeting." */
export function registeringMeeting(
	kind: Kind,
	call: Reference,
	operation: keyof Refusals['registrationOff'] = 'other',
): Meeting {
	const meeting = meetingOf(kind, call);
	refuseRegistrationOff(meeting, operation);
	return meeting;
}

export function refuseRegistrationOff(
	meeting: Meeting,
	operation: keyof Refusals['registrationOff'],
): void {
	if (takesRegistration(meeting)) return;
	throw new ZoomApiError(meeting.kind.refusals.registrationOff[operation], { id: meeting.id });
}

/** @throws ZoomApiError for a UUID that had to be encoded twice and was not */
export function meetingIdOf({ parameter, refusals }: Kind, { path }: Reference): string {
	const once = decode(path[parameter]);
	// A gateway reads the slashes of a UUID that came encoded once as parts of the path.
	const isSplit = once.startsWith('/') || once.includes('//');
	if (isSplit) throw new ZoomApiError(refusals.malformed, { id: once });
	return /%[0-9A-F]{2}/i.test(once) ? decode(once) : once;
}

/** @throws ZoomApiError 300, or 3000, for a date that the series does not have or no longer has */
export function occurrenceOf(
	meeting: Meeting,
	id: string,
	name: 'occurrence_id' | 'occurrence_ids' = 'occurrence_id',
): Occurrence {
	const occurrence = findOccurrence(meeting, id);
	if (!occurrence) throw new ZoomApiError(meeting.kind.refusals.occurrence, { name });
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
