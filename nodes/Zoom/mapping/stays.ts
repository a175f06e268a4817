import type { IDataObject } from 'n8n-workflow';

/** Milliseconds since 1970. */
export interface Span {
	start: number;
	end: number;
}

/** One stay of somebody at an event, as Zoom's lists of participants have it. */
export interface Stay {
	name: string;
	/** In lower case; '' where Zoom doesn't show it. */
	email: string;
	/** '' for who came by another link than their own. */
	registrantId: string;
	/** Of who was signed in to the account; '' for others. */
	userId: string;
	/** Of this stay. */
	participantId: string;
	/** Milliseconds since 1970; NaN where Zoom has none. */
	joined: number;
	left: number;
	/** Seconds, as Zoom reckoned them. */
	duration: number;
	/** Whether the person was waiting to be let in. */
	isWaiting: boolean;
}

const textOf = (value: unknown) => (typeof value === 'string' ? value.trim() : '');

/** A participant of Zoom's lists, from either of them. */
export function toStay(participant: IDataObject): Stay {
	return {
		name: textOf(participant.name),
		email: textOf(participant.user_email).toLowerCase(),
		registrantId: textOf(participant.registrant_id),
		userId: textOf(participant.participant_user_id) || textOf(participant.id),
		participantId: String(participant.user_id ?? ''),
		joined: Date.parse(textOf(participant.join_time)),
		left: Date.parse(textOf(participant.leave_time)),
		duration: Number(participant.duration) || 0,
		isWaiting: participant.status === 'in_waiting_room',
	};
}

/**
 * Whether Zoom has reckoned how long people were there. Until it has, durations are 0.
 * https://developers.zoom.us/docs/api/meetings/#tag/meetings/GET/past_meetings/{meetingId}/participants
 */
export function isReckoned(stays: readonly Stay[]): boolean {
	return (
		stays.some(({ duration }) => duration > 0) || !stays.some(({ joined, left }) => left > joined)
	);
}

/** From the first join to the last leave; undefined where no stay has both. */
export function spanOf(stays: readonly Stay[]): Span | undefined {
	let span: Span | undefined;
	for (const { joined, left, isWaiting } of stays) {
		if (isWaiting || !(left >= joined)) continue;
		span = {
			start: Math.min(joined, span?.start ?? Infinity),
			end: Math.max(left, span?.end ?? -Infinity),
		};
	}
	return span;
}

const NO_LEAVE = "Zoom doesn't say when a stay ended, so it counts until the end of the event.";
const ENDS_BEFORE = 'A stay ends before it begins, so it counts as 0 minutes.';
const NO_JOIN = "Zoom doesn't say when a stay began, so it counts as 0 minutes.";

/** How long stays were, together. */
export interface Presence {
	/** Within the event; time of two stays at once counts once. */
	seconds: number;
	/** Milliseconds since 1970; undefined where Zoom has none. */
	firstJoin: number | undefined;
	lastLeave: number | undefined;
	/** What is odd about Zoom's times. */
	warnings: string[];
}

/** The union of stays, within the event. */
export function presenceOf(stays: readonly Stay[], event: Span): Presence {
	const warnings = new Set<string>();
	const spans = stays.map(({ joined, left }) => {
		const end = Number.isNaN(left) ? event.end : left;
		if (Number.isNaN(joined)) warnings.add(NO_JOIN);
		else if (Number.isNaN(left)) warnings.add(NO_LEAVE);
		else if (left < joined) warnings.add(ENDS_BEFORE);
		return { start: joined, end };
	});
	const known = (times: number[]) => times.filter((time) => !Number.isNaN(time));
	const joins = known(spans.map(({ start }) => start));
	const leaves = known(spans.map(({ end }) => end));
	return {
		seconds: unionOf(spans, event) / 1000,
		firstJoin: joins.length > 0 ? Math.min(...joins) : undefined,
		lastLeave: leaves.length > 0 ? Math.max(...leaves) : undefined,
		warnings: [...warnings],
	};
}

/** Milliseconds of an event that at least one of the spans covers. */
function unionOf(spans: readonly Span[], event: Span): number {
	let covered = 0;
	let until = event.start;
	const begun = spans.filter(({ start }) => !Number.isNaN(start));
	for (const { start, end } of begun.sort((a, b) => a.start - b.start)) {
		const last = Math.min(end, event.end);
		if (last > Math.max(start, until)) {
			covered += last - Math.max(start, until);
			until = last;
		}
	}
	return covered;
}
