import type {
	MeetingSummaryCompletedEvent,
	RecordingCompletedEvent,
	RecordingTranscriptCompletedEvent,
} from '@zoom/rivet/meetings/meetings';
import { toZoomTime } from '../clock';
import type { FileOffice } from '../files/office';
import { recordingView, type CloudRecording, type RecordingFile } from '../state/recording';
import { summaryEntry, type Summary } from '../state/summary';
import type { Source } from './build';

/** An event brings links and what opens them. */
export type WithFiles = Source & { origin: string; files: FileOffice };

// Zoom docs, Using webhooks, download_token: it lives for 24 hours.
const TOKEN_SECONDS = 86_400;

function objectOf(source: WithFiles, recording: CloudRecording, files?: RecordingFile[]) {
	const { account, origin } = source;
	return {
		...recordingView(recording, account.id, origin, files),
		type: Number(recording.meeting.type),
		host_email: recording.meeting.host.email,
		password: recording.passcode,
	};
}

/** All files of a recording are ready. */
export function recordingCompleted(
	source: WithFiles,
	recording: CloudRecording,
): RecordingCompletedEvent {
	return {
		event: 'recording.completed',
		event_ts: source.now,
		download_token: source.files.mint(recording, TOKEN_SECONDS),
		payload: {
			account_id: source.account.id,
			object: objectOf(source, recording) as RecordingCompletedEvent['payload']['object'],
		},
	};
}

/** The transcript of a recording is ready; the event has no other files. */
export function transcriptCompleted(
	source: WithFiles,
	recording: CloudRecording,
): RecordingTranscriptCompletedEvent {
	const files = recording.files.filter(({ file_type: type }) => type === 'TRANSCRIPT');
	return {
		event: 'recording.transcript_completed',
		event_ts: source.now,
		download_token: source.files.mint(recording, TOKEN_SECONDS),
		payload: {
			account_id: source.account.id,
			object: objectOf(
				source,
				recording,
				files,
			) as RecordingTranscriptCompletedEvent['payload']['object'],
		},
	};
}

/** AI Companion has written a summary. */
export function summaryCompleted(source: Source, summary: Summary): MeetingSummaryCompletedEvent {
	return {
		event: 'meeting.summary_completed',
		event_ts: source.now,
		payload: {
			account_id: source.account.id,
			object: {
				...summaryEntry(summary),
				summary_title: summary.title,
				summary_details: summary.parts?.details ?? [],
				next_steps: summary.parts?.nextSteps ?? [],
				summary_content: summary.content,
				summary_doc_url: `https://docs.zoom.us/doc/${toZoomTime(summary.createdAt)}`,
			},
		},
	};
}
