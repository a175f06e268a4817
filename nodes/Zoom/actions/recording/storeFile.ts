import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';
import { NodeApiError, NodeOperationError, UserError } from 'n8n-workflow';
import { mimeTypeOf } from '../../mapping/fileNames';
import { Download } from '../../transport/files/download';
import type { WantedFile } from '../../transport/files/download';
import type { Zoom } from '../../transport/client';

const MIB = 1_048_576;
/** n8n keeps files as base64 in memory mode: a longer text than this would be is none for Node. */
const LARGEST_IN_MEMORY = 384 * MIB;
/** What N8N_BINARY_DATA_DATABASE_MAX_FILE_SIZE can be at most. */
const LARGEST_IN_DATABASE = 1024 * MIB;
const FILESYSTEM =
	'Set N8N_DEFAULT_BINARY_DATA_MODE=filesystem, or s3, on the n8n server, or choose smaller files such as audio.';

/**
 * Downloads a file into n8n's binary data, without having it in memory where n8n stores files on a
 * disk.
 *
 * @param name with its extension
 * @throws NodeApiError where Zoom does not give it out; UserError where n8n can't store it
 */
export async function storeFile(
	context: IExecuteFunctions,
	zoom: Zoom,
	file: WantedFile,
	name: string,
): Promise<IBinaryData> {
	const { helpers } = context;
	const mimeType = mimeTypeOf(name.split('.').at(-1) ?? '');
	await refuseTooLarge(context, file.link.size ?? 0);
	const stream = await new Download(zoom, file).open();
	try {
		// n8n takes Node's Readable, which this is.
		return await helpers.prepareBinaryData(stream as never, name, mimeType);
	} catch (error) {
		throw storageError(error);
	}
}

/** Says it before the first byte where n8n's way of storing files can't hold this one. */
async function refuseTooLarge({ helpers }: IExecuteFunctions, size: number): Promise<void> {
	if (size <= LARGEST_IN_MEMORY) return;
	// Only a stored file tells how n8n stores files.
	const { id } = await helpers.prepareBinaryData(Buffer.from(' '), 'size-check.txt', 'text/plain');
	const mode = id?.split(':')[0];
	const [where, most] =
		mode === undefined
			? ['in memory', LARGEST_IN_MEMORY]
			: mode === 'database'
				? ['in its database', LARGEST_IN_DATABASE]
				: ['', Infinity];
	if (size <= most) return;
	const sizes = `this one has ${inMib(size)} MB, and the limit is ${inMib(most)} MB`;
	throw new UserError(`n8n stores files ${where}, which is too small for this one`, {
		description: `Nothing was downloaded: ${sizes}. ${FILESYSTEM}`,
	});
}

const inMib = (bytes: number) => Math.round(bytes / MIB);

/** What went wrong while n8n stored the file: the download's own errors are told already. */
function storageError(thrown: unknown): Error {
	if (thrown instanceof NodeApiError || thrown instanceof NodeOperationError) return thrown;
	const { code, constructor } = thrown as Error & { code?: unknown };
	const title = "n8n couldn't store the file";
	if (code === 'ENOSPC' || code === 'EDQUOT') {
		const description = 'The disk where n8n stores files is full. None of this file was kept.';
		return new UserError(title, { description });
	}
	if (code === 'ERR_STRING_TOO_LONG' || constructor.name === 'FileTooLargeError') {
		const description = `The file is too large for the way n8n stores files. ${FILESYSTEM}`;
		return new UserError(title, { description });
	}
	const reason = typeof code === 'string' ? code : constructor.name;
	return new UserError(title, {
		description: `None of this file was kept (${reason}). Check the n8n server's storage for binary data.`,
	});
}
