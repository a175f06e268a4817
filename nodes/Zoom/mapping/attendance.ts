import { countBy, mean, round } from 'lodash';
import type { IDataObject } from 'n8n-workflow';
import { STANDARD_QUESTIONS } from '../api/choices';
import { displayName, putTogether } from './people';
import type { Attendee } from './people';
import { presenceOf } from './stays';
import type { Span, Stay } from './stays';

/** What an event's attendance is reckoned from. */
export interface AttendanceInput {
	stays: readonly Stay[];
	/** As Zoom lists them, each with their status; undefined where the event had no registration. */
	registrants: readonly IDataObject[] | undefined;
	event: Span;
}

export interface AttendanceOptions {
	/** Percent of the event from which somebody attended all of it. */
	fullAttendanceFrom: number;
	/** Minutes from which somebody attended at all. */
	attendedFrom: number;
	answers: boolean;
	/** Whose attendance doesn't count, in lower case. */
	leftOut?: string;
}

const SECOND = 1000;
const BY_NAME =
	'Zoom shows neither an email address nor a registrant ID for a stay: it was matched by name.';
const NAMESAKES =
	"Several people registered under this name, and Zoom doesn't show which of them a stay belongs to.";
const ONLY_WAITING = 'This person was in the waiting room only.';

/**
 * Who came to an event and for how long: one entry for each person who was approved or came.
 *
 * @returns items, with times in ISO 8601, minutes to two decimals and percent to one
 */
export function attendanceOf(
	{ stays, registrants, event }: AttendanceInput,
	options: AttendanceOptions,
): IDataObject[] {
	return putTogether(stays, registrants ?? [])
		.map((attendee) => toItem(attendee, event, registrants !== undefined, options))
		.filter(({ email, status, stays: count }) => {
			const isMeant = status === 'approved' || Number(count) > 0;
			return isMeant && String(email).toLowerCase() !== options.leftOut;
		});
}

function toItem(
	attendee: Attendee,
	event: Span,
	hasRegistration: boolean,
	options: AttendanceOptions,
): IDataObject {
	const { registrant, matchedBy } = attendee;
	const inside = attendee.stays.filter(({ isWaiting }) => !isWaiting);
	const { seconds, firstJoin, lastLeave, warnings } = presenceOf(inside, event);
	const share = event.end > event.start ? (seconds * SECOND) / (event.end - event.start) : 0;
	const isRegistered = registrant !== undefined && registrant.status !== 'denied';
	const hasAttended = inside.length > 0 && seconds >= options.attendedFrom * 60;
	const isOnlyWaiting = inside.length === 0 && attendee.stays.length > 0;
	const told = [
		...warnings,
		...(registrant && matchedBy === 'name' && inside.length > 0 ? [BY_NAME] : []),
		...(attendee.hasNamesakes ? [NAMESAKES] : []),
		...(isOnlyWaiting ? [ONLY_WAITING] : []),
	];
	return {
		name: displayName(attendee),
		email: String(
			registrant?.email ?? attendee.stays.find(({ email }) => email !== '')?.email ?? '',
		),
		registrant_id: String(registrant?.id ?? ''),
		status: String(registrant?.status ?? ''),
		registered: isRegistered,
		attended: hasAttended,
		group: groupOf(hasAttended, hasRegistration && !isRegistered, share, options),
		minutes: round(seconds / 60, 2),
		percent: round(share * 100, 1),
		stays: inside.length,
		first_join: toTime(firstJoin),
		last_leave: toTime(lastLeave),
		matched_by: (inside.length > 0 && matchedBy) || '',
		...(options.answers && { answers: answersOf(registrant) }),
		...(told.length > 0 && { warning: told.join(' ') }),
	};
}

function groupOf(
	hasAttended: boolean,
	isWalkIn: boolean,
	share: number,
	{ fullAttendanceFrom }: AttendanceOptions,
) {
	if (!hasAttended) return 'noShow';
	if (isWalkIn) return 'walkIn';
	return share * 100 >= fullAttendanceFrom ? 'fullAttendance' : 'partial';
}

/** As Zoom writes times. */
const toTime = (ms: number | undefined) =>
	ms === undefined ? null : new Date(ms).toISOString().replace('.000Z', 'Z');

/** What somebody answered at registration, by question: Zoom's own name, or the title. */
function answersOf(registrant: IDataObject = {}): IDataObject {
	const standard = STANDARD_QUESTIONS.map(({ value }) => [value, registrant[value]] as const);
	const custom = Array.isArray(registrant.custom_questions)
		? (registrant.custom_questions as IDataObject[]).map(
				({ title, value }) => [String(title), value] as const,
			)
		: [];
	return Object.fromEntries(
		[...standard, ...custom].filter(
			([name, answer]) => name !== 'last_name' && answer !== undefined && answer !== '',
		),
	) as IDataObject;
}

/** How many people there were of each kind, and how long those who came stayed on average. */
export function totalsOf(people: readonly IDataObject[]): IDataObject {
	const groups = countBy(people, 'group');
	const attended = people.filter((one) => one.attended);
	const average = (key: 'minutes' | 'percent', digits: number) =>
		attended.length > 0 ? round(mean(attended.map((one) => Number(one[key]))), digits) : 0;
	return {
		registered: people.filter(({ registered }) => registered).length,
		attended: attended.length,
		fullAttendance: groups.fullAttendance ?? 0,
		partial: groups.partial ?? 0,
		noShow: groups.noShow ?? 0,
		walkIn: groups.walkIn ?? 0,
		average_minutes: average('minutes', 2),
		average_percent: average('percent', 1),
	};
}
