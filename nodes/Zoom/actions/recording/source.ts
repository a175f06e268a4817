import { isPlainObject } from 'lodash';
import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';
import { toChoice } from '../../mapping/values';
import { readRecordedEvent, recordedEventLocator } from '../common/recordedEvent';
import type { Zoom } from '../../transport/client';
import { getRecording, recordingOf } from './recording';
import type { Recording } from './recording';

const SOURCES = [
	{
		name: 'Event of Zoom Trigger',
		value: 'event',
		description:
			'The incoming item is an event: Recording Completed or Transcript Completed. It comes with links and a token that work for 24 hours, so no scope is needed.',
	},
	{ name: 'Meeting or Webinar', value: 'recordedEvent', description: 'By its ID or UUID' },
];

const sourceField: INodeProperties = {
	displayName: 'Recording Of',
	name: 'source',
	type: 'options',
	noDataExpression: true,
	options: SOURCES,
	default: 'recordedEvent',
	description: 'Which recording to use',
};

/** Which recording, by what was recorded or by the event that told of it. */
export const sourceFields: INodeProperties[] = [
	sourceField,
	{
		...recordedEventLocator('searchRecordings'),
		displayOptions: { show: { source: ['recordedEvent'] } },
	},
];

/** What the user gave: the ID or UUID of what was recorded, or the recording that an event holds. */
export type RecordingSource = { eventId: string } | { recording: Recording };

/** @throws UserError where it names nothing that was recorded */
export function readSource(context: IExecuteFunctions, itemIndex: number): RecordingSource {
	const given = context.getNodeParameter('source', itemIndex, 'recordedEvent');
	const source = toChoice(given, sourceField.displayName, SOURCES);
	if (source === 'recordedEvent') return { eventId: readRecordedEvent(context, itemIndex) };
	return { recording: recordingOfEvent(context.getInputData()[itemIndex]?.json ?? {}) };
}

/** The recording with a token for its files, which not all events bring. */
export async function openSource(zoom: Zoom, source: RecordingSource): Promise<Recording> {
	if ('eventId' in source) return await getRecording(zoom, source.eventId);
	const { recording } = source;
	if (recording.token !== undefined) return recording;
	return await getRecording(zoom, String(recording.fields.uuid));
}

/** Of an event as Zoom Trigger puts it out, simplified or not. */
function recordingOfEvent(json: IDataObject): Recording {
	const payload = (isPlainObject(json.payload) ? json.payload : {}) as IDataObject;
	const object = isPlainObject(payload.object) ? (payload.object as IDataObject) : json;
	const recording = recordingOf({ ...object, download_token: json.download_token });
	if (recording.files.length > 0 && typeof recording.fields.uuid === 'string') return recording;
	throw new UserError("The incoming item isn't an event with a recording", {
		description:
			"Put this node behind Zoom Trigger with the event 'Recording: Completed' or 'Recording: Transcript Completed', or choose the recording by 'Meeting or Webinar'.",
	});
}
