import { pick } from 'lodash';
import type { IDataObject } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';
import { recordingEndpoints } from '../../api/endpoints';
import { objectsIn } from '../../transport/answer';
import type { WantedFile } from '../../transport/files/download';
import type { FileLink } from '../../transport/files/fileRequest';
import type { Zoom } from '../../transport/client';

/** A recording with what downloads its files; `token` is for these alone. */
export interface Recording {
	/** As Zoom has it, without the token. */
	fields: IDataObject;
	files: IDataObject[];
	token: string | undefined;
}

/** How long a token that is asked for lives, in seconds; it may be asked for again. */
const TOKEN_TTL = 3_600;

/** The recording of an answer or an event: audio of single participants is a file as the others. */
export function recordingOf({
	download_access_token: own,
	download_token: ofEvent,
	...fields
}: IDataObject): Recording {
	const token = own ?? ofEvent;
	const audio = objectsIn(fields.participant_audio_files);
	return {
		fields,
		files: [
			...objectsIn(fields.recording_files),
			...audio.map((file) => ({ ...file, file_type: 'PARTICIPANT_AUDIO', file_extension: 'M4A' })),
		],
		token: typeof token === 'string' && token !== '' ? token : undefined,
	};
}

/** Asks Zoom for a recording with a token to download its files. */
export async function getRecording(zoom: Zoom, eventId: string): Promise<Recording> {
	const query = { include_fields: 'download_access_token', ttl: TOKEN_TTL };
	const recording = recordingOf(await zoom.send(recordingEndpoints.get, { eventId }, { query }));
	if (recording.token !== undefined) return recording;
	throw new UserError("Zoom returned no token to download this recording's files with", {
		description:
			'The role of the person who created the Zoom app needs the permission to view the content of recordings: Zoom portal → User Management → Roles.',
	});
}

/** A file of a recording as it is downloaded; a new link comes from Zoom where the first is too old. */
export function wantedFile(zoom: Zoom, recording: Recording, file: IDataObject): WantedFile {
	const renew = async () => {
		const { files, token } = await getRecording(zoom, String(recording.fields.uuid));
		const found = files.find(({ id }) => id === file.id);
		if (found) return linkOf(found, token);
		throw new UserError('Zoom no longer has this file', {
			description: 'It was deleted or moved to the trash after its link was created.',
		});
	};
	return {
		link: linkOf(file, recording.token),
		isJson: String(file.file_extension).toUpperCase() === 'JSON',
		renew,
	};
}

function linkOf(file: IDataObject, token: string | undefined): FileLink {
	return {
		url: String(file.download_url ?? ''),
		...(token !== undefined && { token }),
		...(typeof file.file_size === 'number' && { size: file.file_size }),
	};
}

/** Whose content is complete; others may have neither size nor link. */
export const isReady = ({ status }: IDataObject) => status === undefined || status === 'completed';

const FILE_KEYS = [
	'id',
	'file_type',
	'file_extension',
	'file_name',
	'file_size',
	'recording_type',
	'recording_start',
	'recording_end',
	'status',
	'play_url',
];

/** A recording's most used fields; links to its files need a token, which Download asks for. */
export function simplifyRecording(recording: IDataObject): IDataObject {
	return {
		...pick(recording, ['uuid', 'id', 'topic', 'start_time', 'timezone', 'duration', 'host_id']),
		...pick(recording, ['total_size', 'share_url']),
		recording_files: recordingOf(recording).files.map((file) => pick(file, FILE_KEYS)),
	};
}
