import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';
import { isEmpty, quote, toChoice, toRequiredText } from '../../mapping/values';

const FILES = [
	{ name: 'All Files of the Recording', value: 'all' },
	{ name: 'One File', value: 'one' },
];

const filesField: INodeProperties = {
	displayName: 'Files',
	name: 'files',
	type: 'options',
	noDataExpression: true,
	options: FILES,
	default: 'all',
};

const fileField: INodeProperties = {
	displayName: 'File ID',
	name: 'fileId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 72576a1f-4e66-4a77-87c4-f13f9808bd76',
	description: 'The ID of the file, as Get and Get Many list it',
	displayOptions: { show: { files: ['one'] } },
};

/** A whole recording, or one file of it. */
export const filesFields: INodeProperties[] = [filesField, fileField];

/**
 * The ID of the one file that is meant; undefined for all of them.
 *
 * @throws UserError where it isn't an ID
 */
export function readFileId(context: IExecuteFunctions, itemIndex: number): string | undefined {
	const files = context.getNodeParameter('files', itemIndex, 'all');
	if (toChoice(files, filesField.displayName, FILES) === 'all') return undefined;
	const id = context.getNodeParameter('fileId', itemIndex, '');
	const text = isEmpty(id) ? '' : toRequiredText(id, fileField.displayName);
	if (/^[\w-]{8,64}$/.test(text)) return text;
	throw new UserError(`'${fileField.displayName}' isn't the ID of a file: ${quote(text)}`, {
		description: 'Recording → Get lists the files with their IDs.',
	});
}
