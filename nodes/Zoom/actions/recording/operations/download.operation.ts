import { pick } from 'lodash';
import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';
import { recordingEndpoints } from '../../../api/endpoints';
import { FILE_TYPES } from '../../../api/recordingChoices';
import { fileNameOf, withoutTwins } from '../../../mapping/fileNames';
import { isEmpty, toChoice, toList, toRequiredText } from '../../../mapping/values';
import { additionalFields, readCollection } from '../../common/collections';
import { FileItem } from '../../types';
import type { ItemOperation } from '../../types';
import { isReady, wantedFile } from '../recording';
import type { Recording } from '../recording';
import { openSource, readSource, sourceFields } from '../source';
import { refuseTooLarge, storeFile } from '../storeFile';

const outputField: INodeProperties = {
	displayName: 'Put Output File in Field',
	name: 'binaryPropertyName',
	type: 'string',
	default: 'data',
	required: true,
	hint: 'The name of the output field to put the file in',
};

const typesField: INodeProperties = {
	displayName: 'File Types',
	name: 'fileTypes',
	type: 'multiOptions',
	options: FILE_TYPES,
	default: [],
	description: 'Which files of the recording to download. If you choose none, all are downloaded.',
};

const fileIdsField: INodeProperties = {
	displayName: 'File IDs',
	name: 'fileIds',
	type: 'string',
	default: '',
	placeholder: 'e.g. 72576a1f-4e66-4a77-87c4-f13f9808bd76',
	description: 'Only these files, separated by commas, as Get lists them',
};

/** Which of a recording's files. */
interface Choice {
	types: unknown[];
	ids: string[];
}

/** https://developers.zoom.us/docs/api/meetings/#tag/cloud-recording/GET/meetings/{meetingId}/recordings */
export const download: ItemOperation = {
	option: {
		name: 'Download',
		value: 'download',
		action: 'Download recording',
		description:
			'Download the files of a recording, such as video, audio, chat, and transcript: one item for each file',
	},
	endpoints: [recordingEndpoints.get],
	fields: [...sourceFields, typesField, outputField, additionalFields([fileIdsField])],
	prepare(itemIndex) {
		const source = readSource(this, itemIndex);
		const choice = readChoice(this, itemIndex);
		const field = toRequiredText(
			this.getNodeParameter('binaryPropertyName', itemIndex),
			outputField.displayName,
		);
		return async (zoom) => {
			const recording = await openSource(zoom, source);
			const files = choose(recording, choice);
			const names = namesOf(recording, files, this.getTimezone());
			const wanted = files.map((file, index) => ({
				from: wantedFile(zoom, recording, file),
				name: names[index] ?? '',
				file,
			}));
			const sizes = wanted.map(({ from: { link } }) => link.size ?? 0);
			await refuseTooLarge(this, sizes);
			const items: FileItem[] = [];
			for (const { from, name, file } of wanted) {
				const data = await storeFile(this, zoom, from, name);
				items.push(new FileItem(describe(recording, file, name), { [field]: data }));
			}
			return items;
		};
	},
};

function readChoice(context: IExecuteFunctions, itemIndex: number): Choice {
	const types = context.getNodeParameter('fileTypes', itemIndex, []);
	const { fileIds } = readCollection(context, itemIndex, 'additionalFields', 'Additional Fields');
	return {
		types: isEmpty(types)
			? []
			: [types].flat().map((type) => toChoice(type, typesField.displayName, FILE_TYPES)),
		ids: isEmpty(fileIds) ? [] : toList(fileIds, fileIdsField.displayName),
	};
}

/** @throws UserError where there are none, or one of them can't be downloaded yet */
function choose({ files }: Recording, { types, ids }: Choice): IDataObject[] {
	const chosen = files.filter(
		({ id, file_type: type }) =>
			(types.length === 0 || types.includes(type)) &&
			(ids.length === 0 || ids.includes(String(id))),
	);
	if (chosen.length === 0) {
		const has = [...new Set(files.map(({ file_type: type }) => String(type)))].join(', ');
		throw new UserError('The recording has none of the chosen files', {
			description: `It has: ${has || 'no files'}. Choose other file types or IDs.`,
		});
	}
	const unfinished = chosen.find((file) => !isReady(file));
	if (unfinished) {
		throw new UserError(`Zoom is still processing a file (${unfinished.file_type})`, {
			description:
				"Try again later, choose other file types, or start the workflow with the event 'Recording: Completed' of Zoom Trigger.",
		});
	}
	const elsewhere = chosen.find((file) => isEmpty(file.download_url));
	if (!elsewhere) return chosen;
	throw new UserError(`Zoom provides no link to a file (${elsewhere.file_type})`, {
		description: "Recordings on the company's own servers can't be downloaded from Zoom.",
	});
}

function namesOf({ fields }: Recording, files: readonly IDataObject[], timezone: string): string[] {
	const names = files.map((file) =>
		fileNameOf({
			topic: String(fields.topic ?? ''),
			start: String(file.recording_start ?? fields.start_time),
			timezone: String(fields.timezone || timezone),
			kind: String(file.recording_type ?? file.file_name ?? file.file_type),
			extension: String(file.file_extension ?? file.file_type),
		}),
	);
	return withoutTwins(names);
}

function describe({ fields }: Recording, file: IDataObject, name: string): IDataObject {
	return {
		...pick(fields, ['uuid', 'id', 'topic', 'start_time', 'host_id']),
		file_id: file.id,
		file_name: name,
		...pick(file, ['file_type', 'file_size', 'recording_type', 'recording_start', 'recording_end']),
	};
}
