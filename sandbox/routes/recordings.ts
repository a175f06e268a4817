import type { CloudRecordingGetMeetingTranscriptResponse } from '@zoom/rivet/meetings/meetings';
import { toZoomTime } from '../clock';
import { ZoomApiError } from '../errors';
import { sizeOf } from '../files/content';
import { MEETING } from '../kinds';
import { deletionQuery, recordingQuery, recordingsQuery, recoverBody } from '../schemas/recordings';
import type { Account } from '../state/account';
import {
	filesOf,
	recordingView,
	type CloudRecording,
	type RecordingFile,
} from '../state/recording';
import { endpoint, type Call } from './endpoint';
import { decode, meetingIdOf, userOf } from './references';

const PATH = '/meetings/{meetingId}/recordings';
const DAY_MS = 86_400_000;
// "Recover … up to 30 days" (Zoom's help, Recovering deleted cloud recordings).
const TRASH_MS = 30 * DAY_MS;
// "The date range … should only be one month": what a longer one gets is not said. The last month of
// it, which loses what others would be surprised to miss: the stricter reading.
const MONTH_MS = 31 * DAY_MS;

const scopes = (granular: string, classic: 'read' | 'write') => ({
	granular: [`cloud_recording:${granular}`, `cloud_recording:${granular}:admin`],
	classic: [`recording:${classic}:admin`, `recording:${classic}`],
});

export const recordingEndpoints = [
	// Zoom API reference, List all recordings: of a user, with neither tokens nor audio of participants
	// (github.com/Jericho/ZoomNet, ICloudRecordings.cs).
	endpoint({
		method: 'GET',
		path: '/users/{userId}/recordings',
		category: 'Medium',
		...scopes('read:list_user_recordings', 'read'),
		query: recordingsQuery,
		handle(call) {
			const { account, query, paging, origin } = call;
			const { id } = userOf(call);
			const { from, to } = rangeOf(call);
			const shown = account.cloudRecordings
				.filter(({ meeting }) => meeting.host.id === id && isMeant(query.meeting_id, meeting))
				.filter(({ startsAt }) => startsAt >= from && startsAt < to + DAY_MS)
				.flatMap((recording) => listed(recording, query))
				.sort((a, b) => b.recording.startsAt - a.recording.startsAt);
			const { envelope, items } = paging.page(`${account.id} ${id} recordings`, query, shown);
			// eslint-disable-next-line @typescript-eslint/no-unused-vars -- this list has no page_number
			const { page_number: _, ...rest } = envelope;
			const meetings = items.map(({ recording, files }) => {
				const view = recordingView(recording, account.id, origin, files);
				delete view.participant_audio_files;
				return view;
			});
			const days = { from: toZoomTime(from).slice(0, 10), to: toZoomTime(to).slice(0, 10) };
			return { status: 200, body: { ...days, ...rest, meetings } };
		},
	}),
	// Zoom API reference, Get meeting recordings. The token needs the permission to view the content.
	endpoint({
		method: 'GET',
		path: PATH,
		category: 'Light',
		granular: scopes('read:list_recording_files', 'read').granular,
		// The reference has phone_recording:read:admin, a slip: other operations have this.
		classic: ['recording:read:admin', 'recording:read'],
		query: recordingQuery,
		handle(call) {
			const { account, query, files, origin, settings } = call;
			const recording = recordingOf(call);
			const wantsToken =
				query.include_fields?.split(',').includes('download_access_token') === true;
			const token =
				wantsToken && settings.viewsRecordings ? files.mint(recording, query.ttl) : undefined;
			return {
				status: 200,
				body: {
					...recordingView(recording, account.id, origin),
					...(token !== undefined && { download_access_token: token }),
					...(settings.viewsRecordings && { password: recording.passcode }),
				},
			};
		},
	}),
	// Zoom API reference, Delete meeting or webinar recordings.
	endpoint({
		method: 'DELETE',
		path: PATH,
		category: 'Light',
		...scopes('delete:meeting_recording', 'write'),
		query: deletionQuery,
		handle(call) {
			const recording = recordingOf(call);
			recording.files.forEach((file) => refuseInUse(call.account, file));
			if (call.query.action === 'trash') recording.trashedAt = call.now;
			else remove(call.account.cloudRecordings, recording);
			return { status: 204 };
		},
	}),
	// Zoom API reference, Delete a recording file for a meeting or webinar.
	endpoint({
		method: 'DELETE',
		path: `${PATH}/{recordingId}`,
		category: 'Light',
		...scopes('delete:recording_file', 'write'),
		query: deletionQuery,
		handle(call) {
			const recording = recordingOf(call);
			const file = fileOf(call, filesOf(recording));
			if (file.status === 'processing') throw new ZoomApiError('recordingUnfinished');
			refuseInUse(call.account, file);
			if (call.query.action === 'trash') file.trashedAt = call.now;
			else remove(recording.files, file);
			return { status: 204 };
		},
	}),
	// Zoom API reference, Recover meeting recordings. Its path has a UUID; an older edition names the
	// ID too, for the latest (github.com/JosephMcEvoy/PSZoom, Show-ZoomMeetingRecordings).
	endpoint({
		method: 'PUT',
		path: `${PATH}/status`,
		category: 'Light',
		...scopes('update:recover_meeting_recordings', 'write'),
		body: recoverBody,
		handle(call) {
			const isTrashed = ({ trashedAt = -Infinity }: CloudRecording) =>
				trashedAt > call.now - TRASH_MS;
			const recording = findRecording(call, isTrashed);
			if (!recording) throw new ZoomApiError('noRecording');
			refuseFull(call);
			recording.trashedAt = undefined;
			return { status: 200 };
		},
	}),
	// Zoom API reference, Recover a single recording.
	endpoint({
		method: 'PUT',
		path: `${PATH}/{recordingId}/status`,
		category: 'Light',
		...scopes('update:recover_single_recording', 'write'),
		body: recoverBody,
		handle(call) {
			const recording = recordingOf(call);
			const trashed = recording.files.filter(
				({ trashedAt = -Infinity }) => trashedAt > call.now - TRASH_MS,
			);
			const file = fileOf(call, trashed);
			refuseFull(call);
			file.trashedAt = undefined;
			return { status: 204 };
		},
	}),
	// Zoom API reference, Get a meeting transcript.
	endpoint({
		method: 'GET',
		path: '/meetings/{meetingId}/transcript',
		category: 'Medium',
		granular: scopes('read:meeting_transcript', 'read').granular,
		classic: ['recording:read:admin', 'recording:write:admin', 'recording:read', 'recording:write'],
		handle(call) {
			const recording = findRecording(call, () => true);
			const file = recording?.files.find(({ file_type: type }) => type === 'TRANSCRIPT');
			if (!recording || !file) throw new ZoomApiError('noTranscript');
			return { status: 200, body: transcriptView(call, recording, file) };
		},
	}),
];

type AnyCall = Call<unknown, unknown>;

const remove = <T>(list: T[], one: T) => list.splice(list.indexOf(one), 1);

/** The days that are asked for, each as its first millisecond; without them, today. */
function rangeOf({ query, now }: Call<{ from?: string; to?: string }, unknown>) {
	const start = (day: string) => Date.parse(`${day}T00:00:00Z`);
	const to = query.to === undefined ? now - (now % DAY_MS) : start(query.to);
	const from = query.from === undefined ? to : start(query.from);
	return { from: Math.max(from, to - MONTH_MS), to };
}

const isMeant = (wanted: string | undefined, { id, uuid }: { id: number; uuid: string }) =>
	wanted === undefined || wanted === String(id) || wanted === uuid;

/** What a list shows of a recording: its files, or those in the trash. */
function listed(
	recording: CloudRecording,
	query: { trash: boolean; trash_type: string },
): Array<{ recording: CloudRecording; files: RecordingFile[] }> {
	const isTrashed = recording.trashedAt !== undefined;
	const trashedFiles = recording.files.filter(({ trashedAt }) => trashedAt !== undefined);
	if (!query.trash) return isTrashed ? [] : [{ recording, files: filesOf(recording) }];
	if (query.trash_type === 'meeting_recordings') {
		return isTrashed ? [{ recording, files: filesOf(recording) }] : [];
	}
	return !isTrashed && trashedFiles.length > 0 ? [{ recording, files: trashedFiles }] : [];
}

/** By UUID, or the latest of a meeting or webinar. */
function findRecording(call: AnyCall, isWanted: (recording: CloudRecording) => boolean) {
	const id = meetingIdOf(MEETING, call);
	return call.account.cloudRecordings
		.filter(({ uuid, meeting }) => uuid === id || String(meeting.id) === id)
		.filter(isWanted)
		.sort((a, b) => a.startsAt - b.startsAt)
		.at(-1);
}

/** @throws ZoomApiError 3301 where there is none, or it is in the trash */
function recordingOf(call: AnyCall): CloudRecording {
	const recording = findRecording(call, ({ trashedAt }) => trashedAt === undefined);
	if (!recording) throw new ZoomApiError('noRecording');
	return recording;
}

/** @throws ZoomApiError 3301: of the documented answers the one that fits a file that is not there */
function fileOf({ path }: AnyCall, files: RecordingFile[]): RecordingFile {
	const file = files.find(({ id }) => id === decode(path.recordingId));
	if (!file) throw new ZoomApiError('noRecording');
	return file;
}

function refuseInUse({ meetings }: Account, { id }: RecordingFile): void {
	const isUsed = meetings.some(
		({ simulive, deleted }) => !deleted && simulive.record_file_id === id,
	);
	if (isUsed) throw new ZoomApiError('recordingInSimulive');
}

function refuseFull({ settings }: AnyCall): void {
	if (settings.storageFull) throw new ZoomApiError('storageFull');
}

function transcriptView(
	{ account, origin }: AnyCall,
	{ uuid, meeting, trashedAt }: CloudRecording,
	file: RecordingFile,
): CloudRecordingGetMeetingTranscriptResponse {
	const isTrashed = trashedAt !== undefined || file.trashedAt !== undefined;
	const restriction = isTrashed
		? ('DELETED_OR_TRASHED' as const)
		: file.status === 'processing'
			? ('NOT_READY' as const)
			: sizeOf(file.content) === 0
				? ('NO_TRANSCRIPT_DATA' as const)
				: undefined;
	return {
		meeting_id: uuid,
		account_id: account.id,
		meeting_topic: meeting.topic,
		host_id: meeting.host.id,
		transcript_created_time: toZoomTime(meeting.createdAt),
		can_download: restriction === undefined,
		auto_delete: false,
		...(restriction
			? { download_restriction_reason: restriction }
			: { download_url: `${origin}/rec/download/${file.id}` }),
	};
}
