import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';
import { recordingEndpoints } from '../../../api/endpoints';
import { TRANSCRIPT_RESTRICTIONS } from '../../../api/recordingChoices';
import { speakersOf, toMarkdown, toPlainText, toSegments } from '../../../mapping/transcript';
import { toChoice } from '../../../mapping/values';
import { parseVtt } from '../../../mapping/vtt';
import { Download } from '../../../transport/files/download';
import type { WantedFile } from '../../../transport/files/download';
import type { Zoom } from '../../../transport/client';
import type { ItemOperation } from '../../types';
import { isReady, wantedFile } from '../recording';
import type { Recording } from '../recording';
import { openSource, readSource, sourceFields } from '../source';

const { getTranscript: endpoint, get: getRecording } = recordingEndpoints;
/** Ten hours of talk are less than two million bytes. */
const MOST_BYTES = 50_000_000;

const FORMATS = [
	{ name: 'Markdown', value: 'markdown', description: 'Names in bold, with times' },
	{
		name: 'Segments',
		value: 'segments',
		description: 'A list of who said what and when, in seconds from the start',
	},
	{ name: 'Text', value: 'text', description: 'A paragraph for each turn of a speaker' },
];

const formatField: INodeProperties = {
	displayName: 'Format',
	name: 'format',
	type: 'options',
	noDataExpression: true,
	options: FORMATS,
	default: 'text',
};

/** A transcript's file, and what is told of it. */
interface Transcript {
	about: IDataObject;
	file: WantedFile;
}

/** https://developers.zoom.us/docs/api/meetings/#tag/cloud-recording/GET/meetings/{meetingId}/transcript */
export const getTranscript: ItemOperation = {
	option: {
		name: 'Get Transcript',
		value: 'getTranscript',
		action: 'Get recording transcript',
		description:
			'Retrieve what was said in a meeting or webinar as text, Markdown, or segments, with the talk time of each speaker',
	},
	endpoints: [endpoint, getRecording],
	fields: [...sourceFields, formatField],
	prepare(itemIndex) {
		const source = readSource(this, itemIndex);
		const given = this.getNodeParameter('format', itemIndex, 'text');
		const format = toChoice(given, formatField.displayName, FORMATS);
		return async (zoom) => {
			const { about, file } =
				'recording' in source
					? transcriptOf(zoom, await openSource(zoom, source))
					: await findTranscript(zoom, source.eventId);
			const vtt = await new Download(zoom, file).text(MOST_BYTES);
			return { ...about, ...told(vtt, String(format), String(about.topic)) };
		};
	},
};

/** @throws UserError where Zoom's file is no transcript, or has no words */
function told(vtt: string, format: string, topic: string): IDataObject {
	const cues = parseVtt(vtt);
	if (cues.length === 0) throw new UserError(...wordsFor('NO_TRANSCRIPT_DATA'));
	const segments = toSegments(cues);
	const forms: Record<string, () => IDataObject> = {
		markdown: () => ({ markdown: toMarkdown(segments, topic) }),
		segments: () => ({
			segments: segments.map(({ speaker = null, ...segment }) => ({ ...segment, speaker })),
		}),
		text: () => ({ text: toPlainText(segments) }),
	};
	return { ...forms[format]?.(), speakers: speakersOf(cues) };
}

/** The transcript that an event has told of, by the event's own token. */
function transcriptOf(zoom: Zoom, recording: Recording): Transcript {
	const file = recording.files.find(({ file_type: type }) => type === 'TRANSCRIPT');
	if (!file || !isReady(file)) throw new UserError(...wordsFor('NOT_READY'));
	const { uuid, topic = '' } = recording.fields;
	return { about: { meeting_id: uuid, topic }, file: wantedFile(zoom, recording, file) };
}

/** The transcript of a meeting, whether it was recorded or AI Companion has kept what was said. */
async function findTranscript(zoom: Zoom, eventId: string): Promise<Transcript> {
	const ask = async () => {
		const transcript = await zoom.send(endpoint, { eventId });
		const { can_download: canDownload, download_url: url } = transcript;
		if (canDownload !== false && typeof url === 'string' && url !== '') return { transcript, url };
		throw new UserError(...wordsFor(String(transcript.download_restriction_reason)));
	};
	const { transcript, url } = await ask();
	const { meeting_id: id, meeting_topic: topic = '', host_id: host } = transcript;
	// Its link has no token of its own: the app's goes to Zoom.
	const renew = async () => ({ url: (await ask()).url });
	return {
		about: { meeting_id: id, topic, ...(host !== undefined && { host_id: host }) },
		file: { link: { url }, isJson: false, renew },
	};
}

function wordsFor(reason: string): [message: string, options: { description: string }] {
	const words = TRANSCRIPT_RESTRICTIONS[reason] ?? TRANSCRIPT_RESTRICTIONS.UNSUPPORTED;
	return [words?.title ?? '', { description: words?.hint ?? '' }];
}
