import { toZoomTime } from '../clock';
import type { Meeting } from './meeting';
import { newUuid } from './occurrences';

/** What AI Companion wrote of one time that a meeting or a webinar took place. */
export interface Summary {
	uuid: string;
	meeting: Meeting;
	/** Milliseconds since 1970. */
	startsAt: number;
	endsAt: number;
	createdAt: number;
	title: string;
	/** The whole of it in Markdown. */
	content: string;
	/** Its parts, which Zoom calls deprecated. */
	parts?: {
		overview: string;
		details: Array<{ label: string; summary: string }>;
		nextSteps: string[];
	};
	isTrashed: boolean;
}

export type SummaryFields = Pick<Summary, 'content'> & Partial<Omit<Summary, 'meeting'>>;

export function newSummary(meeting: Meeting, fields: SummaryFields): Summary {
	const startsAt = fields.startsAt ?? meeting.startsAt ?? meeting.createdAt;
	const endsAt = startsAt + meeting.duration * 60_000;
	return {
		uuid: newUuid(),
		meeting,
		startsAt,
		endsAt,
		createdAt: endsAt + 300_000,
		title: `Meeting summary for ${meeting.topic}`,
		isTrashed: false,
		...fields,
	};
}

/** What lists show of a summary. */
export function summaryEntry({ uuid, meeting, startsAt, endsAt, createdAt }: Summary) {
	return {
		meeting_host_id: meeting.host.id,
		meeting_host_email: meeting.host.email,
		meeting_uuid: uuid,
		meeting_id: meeting.id,
		meeting_topic: meeting.topic,
		meeting_start_time: toZoomTime(startsAt),
		meeting_end_time: toZoomTime(endsAt),
		summary_start_time: toZoomTime(startsAt),
		summary_end_time: toZoomTime(endsAt),
		summary_created_time: toZoomTime(createdAt),
		summary_last_modified_time: toZoomTime(createdAt),
	};
}
