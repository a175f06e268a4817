import { minBy } from 'lodash';
import type { Meeting } from './meeting';
import { hasEnded, isSeries } from './meeting';
import { joinedAt, leftAt, wasInside, type Participant } from './participant';
import type { Response } from './responses';

/** A meeting that took place: a recurring one has an instance for each of its dates. */
export interface Instance {
	uuid: string;
	/** Of a recurring one. */
	occurrenceId: string | undefined;
	/** Milliseconds since 1970. */
	startsAt: number;
	endsAt: number;
	participants: Participant[];
	polls: Response[];
	questions: Response[];
}

interface PlannedDate {
	uuid: string;
	id?: string;
	startsAt: number;
	/** Minutes. */
	duration: number;
}

/** The instances that have ended, the latest last. Without participants their planned times hold. */
export function pastInstances(meeting: Meeting, now: number): Instance[] {
	const dates = datesOf(meeting);
	// Most take place once: then all is of that time.
	const on = <T>(date: PlannedDate, all: T[], timeOf: (one: T) => number) =>
		dates.length === 1 ? all : all.filter((one) => closest(dates, timeOf(one)) === date);
	return dates
		.map((date) => ({ date, participants: on(date, meeting.participants, joinedAt) }))
		.filter(({ date, participants }) => isPast(meeting, date, participants, now))
		.map(({ date, participants }) => ({
			uuid: date.uuid,
			occurrenceId: date.id,
			participants,
			polls: on(date, meeting.pollResults, ({ at }) => Date.parse(at)),
			questions: on(date, meeting.questionsAsked, ({ at }) => Date.parse(at)),
			...timesOf(date, participants.filter(wasInside)),
		}));
}

function timesOf({ startsAt, duration }: PlannedDate, inside: Participant[]) {
	if (inside.length === 0) return { startsAt, endsAt: startsAt + duration * 60_000 };
	return {
		startsAt: Math.min(...inside.map(joinedAt)),
		endsAt: Math.max(...inside.map(leftAt)),
	};
}

function datesOf(meeting: Meeting): PlannedDate[] {
	const { uuid, startsAt, duration, occurrences, participants, restarts } = meeting;
	if (isSeries(meeting)) return occurrences.filter(({ status }) => status === 'available');
	const start = startsAt ?? participants.map(joinedAt)[0];
	const first = start === undefined ? [] : [{ uuid, startsAt: start, duration }];
	return [...first, ...restarts.map((one) => ({ ...one, duration }))];
}

/** Everybody has left, or, where nobody is known to have come, its time is over. */
function isPast(
	meeting: Meeting,
	{ startsAt, duration }: PlannedDate,
	participants: Participant[],
	now: number,
): boolean {
	if (!isSeries(meeting) && meeting.status === 'started') return false;
	if (participants.length > 0) return participants.every((one) => leftAt(one) <= now);
	return hasEnded(startsAt, duration, now);
}

function closest(dates: PlannedDate[], at: number): PlannedDate | undefined {
	return minBy(dates, ({ startsAt }) => Math.abs(startsAt - at));
}

/** People who were let in, not stays. */
export function headCount({ participants }: Instance): number {
	const inside = participants.filter(wasInside);
	return new Set(inside.map(({ user_email: email, name }) => email ?? name)).size;
}
