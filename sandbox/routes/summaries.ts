import type {
	MeetingsGetMeetingOrWebinarSummaryResponse,
	MeetingsListAccountsMeetingOrWebinarSummariesResponse,
} from '@zoom/rivet/meetings/meetings';
import { ZoomApiError } from '../errors';
import { MEETING } from '../kinds';
import { toInstant } from '../schemas/common';
import { summariesQuery } from '../schemas/recordings';
import { summaryEntry, type Summary } from '../state/summary';
import { endpoint, type World } from './endpoint';
import { meetingIdOf } from './references';

export const summaryEndpoints = [
	// Zoom API reference, List an account's meeting or webinar summaries.
	endpoint({
		method: 'GET',
		path: '/meetings/meeting_summaries',
		category: 'Medium',
		granular: ['meeting:read:list_summaries:admin'],
		classic: ['meeting_summary:read:admin'],
		query: summariesQuery,
		handle(call) {
			const { account, query, paging } = call;
			refuseOff(call);
			const timeOf = (one: Summary) =>
				query.time_filter_field === 'summary_created_time' ? one.createdAt : one.startsAt;
			const from = query.from === undefined ? -Infinity : toInstant(query.from, 'utc');
			const to = query.to === undefined ? Infinity : toInstant(query.to, 'utc');
			const shown = account.summaries
				.filter((one) => !one.isTrashed && timeOf(one) >= from && timeOf(one) <= to)
				.sort((a, b) => timeOf(b) - timeOf(a));
			const { envelope, items } = paging.page(`${account.id} summaries`, query, shown);
			const body = {
				page_size: envelope.page_size,
				next_page_token: envelope.next_page_token,
				summaries: items.map(summaryEntry),
			} satisfies MeetingsListAccountsMeetingOrWebinarSummariesResponse;
			return { status: 200, body };
		},
	}),
	// Zoom API reference, Get a meeting or webinar summary.
	endpoint({
		method: 'GET',
		path: '/meetings/{meetingId}/meeting_summary',
		category: 'Light',
		granular: ['meeting:read:summary', 'meeting:read:summary:admin'],
		classic: ['meeting_summary:read', 'meeting_summary:read:admin'],
		handle(call) {
			refuseOff(call);
			const id = meetingIdOf(MEETING, call);
			if (!/^\d+$/.test(id) && !/^[\w+/]{20,24}={1,2}$/.test(id)) {
				throw new ZoomApiError('summaryIdInvalid');
			}
			const found = call.account.summaries
				.filter(({ uuid, meeting }) => uuid === id || String(meeting.id) === id)
				.sort((a, b) => a.startsAt - b.startsAt)
				.at(-1);
			// Of the documented answers the one that fits a meeting without a summary.
			if (!found) throw new ZoomApiError('meetingDoesNotExist', { id });
			if (found.isTrashed) throw new ZoomApiError('summaryTrashed');
			return { status: 200, body: summaryView(found) };
		},
	}),
];

function refuseOff({ settings }: World): void {
	if (settings.summaries === 'off') throw new ZoomApiError('summariesOff');
	if (settings.summaries === 'emailOnly') throw new ZoomApiError('summariesByEmail');
}

/** The parts are deprecated: "use summary_content". Both come as long as Zoom sends both. */
function summaryView(summary: Summary): MeetingsGetMeetingOrWebinarSummaryResponse {
	const { title, content, parts, meeting } = summary;
	return {
		...summaryEntry(summary),
		summary_last_modified_user_id: meeting.host.id,
		summary_last_modified_user_email: meeting.host.email,
		summary_title: title,
		...(parts && {
			summary_overview: parts.overview,
			summary_details: parts.details,
			next_steps: parts.nextSteps,
		}),
		summary_content: content,
		summary_doc_url: `https://docs.zoom.us/doc/${encodeURIComponent(summary.uuid)}`,
	};
}
