import type { Meeting } from './meeting';
import { hasEnded, isSeries } from './meeting';
import { joinedAt, leftAt, type Participant } from './participant';

/** A meeting that took place: a recurring one has an instance for each of its dates. */
export interface Instance {
	uuid: string;
	/** Milliseconds since 1970. */
	startsAt: number;
	endsAt: number;
	participants: Participant[];
}

interface PlannedDate {
	uuid: string;
	startsAt: number;
	/** Minutes. */
	duration: number;
}

/** The instances that have ended, the latest last. Without participants their planned times hold. */
export function pastInstances(meeting: Meeting, now: number): Instance[] {
	const dates = datesOf(meeting);
	const instances = dates.map((date) => {
		const participants = meeting.participants.filter(
			(participant) => closest(dates, joinedAt(participant)) === date,
		);
		return { date, participants };
	});
	return instances
		.filter(({ date, participants }) => isPast(meeting, date, participants, now))
		.map(({ date: { uuid, startsAt, duration }, participants }) => ({
			uuid,
			participants,
			startsAt: participants.length > 0 ? Math.min(...participants.map(joinedAt)) : startsAt,
			endsAt:
				participants.length > 0
					? Math.max(...participants.map(leftAt))
					: startsAt + duration * 60_000,
		}));
}

function datesOf(meeting: Meeting): PlannedDate[] {
	const { uuid, startsAt, duration, occurrences, participants } = meeting;
	if (isSeries(meeting)) return occurrences.filter(({ status }) => status === 'available');
	const start = startsAt ?? participants.map(joinedAt)[0];
	return start === undefined ? [] : [{ uuid, startsAt: start, duration }];
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
	const distance = ({ startsAt }: PlannedDate) => Math.abs(startsAt - at);
	return [...dates].sort((a, b) => distance(a) - distance(b))[0];
}
