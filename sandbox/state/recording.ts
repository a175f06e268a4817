import { randomUUID, randomInt } from 'node:crypto';
import type { CloudRecordingGetMeetingRecordingsResponse } from '@zoom/rivet/meetings/meetings';
import { toZoomTime } from '../clock';
import { sizeOf, type Content } from '../files/content';
import type { Meeting } from './meeting';
import { newUuid } from './occurrences';

type View = CloudRecordingGetMeetingRecordingsResponse;
type FileView = NonNullable<View['recording_files']>[number];

/** One file of a recording. */
export interface RecordingFile {
	id: string;
	/** A view has TIMELINE too, which the SDK's types have in events only. */
	file_type: FileView['file_type'] | 'TIMELINE';
	file_extension: NonNullable<FileView['file_extension']>;
	recording_type: NonNullable<FileView['recording_type']>;
	content: Content;
	status: 'completed' | 'processing';
	/** Counts how often its content was changed. */
	version: number;
	/** Milliseconds since 1970; in the trash since then. */
	trashedAt: number | undefined;
	/** The name of whose audio it is, where it is that of one participant. */
	participant?: string;
}

/** What was recorded in the cloud of one time that a meeting or a webinar took place. */
export interface CloudRecording {
	uuid: string;
	meeting: Meeting;
	/** Milliseconds since 1970. */
	startsAt: number;
	/** Minutes. */
	duration: number;
	files: RecordingFile[];
	trashedAt: number | undefined;
	/** Who opens the link of the recording is asked for it; who has a token is not. */
	passcode: string;
}

/** What a test may say of a recording. */
export interface RecordingFields {
	uuid?: string;
	startsAt?: number;
	duration?: number;
	files: Array<Partial<RecordingFile> & Pick<RecordingFile, 'file_type' | 'content'>>;
}

/** What Zoom gives files of a type. */
const OF_TYPE: Record<string, Pick<RecordingFile, 'file_extension' | 'recording_type'>> = {
	MP4: { file_extension: 'MP4', recording_type: 'shared_screen_with_speaker_view' },
	M4A: { file_extension: 'M4A', recording_type: 'audio_only' },
	CHAT: { file_extension: 'TXT', recording_type: 'chat_file' },
	TRANSCRIPT: { file_extension: 'VTT', recording_type: 'audio_transcript' },
	CC: { file_extension: 'VTT', recording_type: 'closed_caption' },
	TIMELINE: { file_extension: 'JSON', recording_type: 'timeline' },
	SUMMARY: { file_extension: 'JSON', recording_type: 'summary' },
	CSV: { file_extension: 'CSV', recording_type: 'poll' },
};

export function newRecording(meeting: Meeting, fields: RecordingFields): CloudRecording {
	const { uuid = newUuid(), duration = meeting.duration, files } = fields;
	return {
		uuid,
		meeting,
		startsAt: fields.startsAt ?? meeting.startsAt ?? meeting.createdAt,
		duration,
		trashedAt: undefined,
		passcode: String(randomInt(100_000, 1_000_000)),
		files: files.map((file) => ({
			...(OF_TYPE[file.file_type ?? ''] ?? {
				file_extension: 'MP4',
				recording_type: 'gallery_view',
			}),
			id: randomUUID(),
			status: 'completed',
			version: 1,
			trashedAt: undefined,
			...file,
		})),
	};
}

/** The files that are neither deleted nor in the trash. */
export const filesOf = ({ files }: CloudRecording) =>
	files.filter(({ trashedAt }) => trashedAt === undefined);

/**
 * A recording as Zoom's API shows it.
 *
 * @param origin of the address by which Zoom was asked; links lead there
 * @param files those to show
 */
export function recordingView(
	recording: CloudRecording,
	accountId: string,
	origin: string,
	files: readonly RecordingFile[] = filesOf(recording),
): View & { share_url: string; timezone: string } {
	const { meeting, uuid, startsAt, duration, passcode } = recording;
	const shown = files.filter(({ participant }) => participant === undefined);
	const audio = files.filter(({ participant }) => participant !== undefined);
	return {
		uuid,
		id: meeting.id,
		account_id: accountId,
		host_id: meeting.host.id,
		topic: meeting.topic,
		type: String(meeting.type) as View['type'],
		start_time: toZoomTime(startsAt),
		timezone: meeting.timezone,
		duration,
		total_size: files.reduce((sum, { content }) => sum + sizeOf(content), 0),
		recording_count: files.length,
		share_url: `${origin}/rec/share/${encodeURIComponent(uuid)}`,
		recording_play_passcode: passcode,
		recording_files: shown.map((file) => fileView(recording, file, origin)),
		...(audio.length > 0 && {
			participant_audio_files: audio.map((file) => audioView(recording, file, origin)),
		}),
	};
}

function timesOf({ startsAt, duration }: CloudRecording) {
	return {
		recording_start: toZoomTime(startsAt),
		recording_end: toZoomTime(startsAt + duration * 60_000),
	};
}

/** While a file is processed, nothing of it is there yet: Zoom's webhook reference has the status. */
function contentView(
	{ id, status, content }: RecordingFile,
	origin: string,
): Pick<FileView, 'file_size' | 'download_url' | 'play_url'> {
	if (status === 'processing') return {};
	return {
		file_size: sizeOf(content),
		play_url: `${origin}/rec/play/${id}`,
		download_url: `${origin}/rec/download/${id}`,
	};
}

function fileView(recording: CloudRecording, file: RecordingFile, origin: string): FileView {
	const { id, file_type, file_extension, recording_type, status, trashedAt } = file;
	return {
		id,
		meeting_id: recording.uuid,
		...timesOf(recording),
		file_type: file_type as FileView['file_type'],
		file_extension,
		...contentView(file, origin),
		status: status as FileView['status'],
		recording_type,
		...(trashedAt !== undefined && { deleted_time: toZoomTime(trashedAt) }),
	};
}

function audioView(recording: CloudRecording, file: RecordingFile, origin: string) {
	return {
		id: file.id,
		...timesOf(recording),
		file_type: file.file_type,
		file_name: `Audio only - ${file.participant}`,
		...contentView(file, origin),
		status: file.status as 'completed',
	};
}
