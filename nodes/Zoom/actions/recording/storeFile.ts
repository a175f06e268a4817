import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';
import { NodeApiError, NodeOperationError, UserError } from 'n8n-workflow';
import { mimeTypeOf } from '../../mapping/fileNames';
import { Download } from '../../transport/files/download';
import type { WantedFile } from '../../transport/files/download';
import type { Zoom } from '../../transport/client';

const MIB = 1_048_576;
/** n8n keeps files as base64 in memory mode: one of 384 would be too long a text for Node. */
const LARGEST_IN_MEMORY = 383 * MIB;
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
	const download = new Download(zoom, file);
	try {
		const stream = await download.open();
		// n8n takes Node's Readable, which this is.
		return await orWhyNot(helpers.prepareBinaryData(stream as never, name, mimeType));
	} finally {
		download.close();
	}
}

/**
 * Says it before the first byte where n8n's way of storing files can't hold one of these.
 *
 * @param sizes in bytes
 */
export async function refuseTooLarge(context: IExecuteFunctions, sizes: number[]): Promise<void> {
	const size = Math.max(...sizes);
	if (size <= LARGEST_IN_MEMORY) return;
	const mode = await storageMode(context);
	const [where, most] =
		mode === undefined
			? ['in memory', LARGEST_IN_MEMORY]
			: mode === 'database'
				? ['in its database', LARGEST_IN_DATABASE]
				: ['', Infinity];
	if (size <= most) return;
	const told = `the largest file has ${inMib(size)} MB, and the limit is ${inMib(most)} MB`;
	throw new UserError(`n8n stores files ${where}, which is too small for this recording`, {
		description: `Nothing was downloaded: ${told}. ${FILESYSTEM}`,
	});
}

/** Such as `filesystem-v2`; undefined where n8n keeps files in memory. Only a stored file tells. */
async function storageMode({ helpers }: IExecuteFunctions): Promise<string | undefined> {
	const stored = helpers.prepareBinaryData(Buffer.from(' '), 'size-check.txt', mimeTypeOf('txt'));
	return (await orWhyNot(stored)).id?.split(':')[0];
}

const orWhyNot = async (stored: Promise<IBinaryData>): Promise<IBinaryData> =>
	await stored.catch((error: unknown) => {
		throw storageError(error);
	});

const inMib = (bytes: number) => Math.ceil(bytes / MIB);

/** What went wrong while n8n stored the file: the download's own errors are told already. */
function storageError(thrown: unknown): Error {
	if (thrown instanceof NodeApiError || thrown instanceof NodeOperationError) return thrown;
	const { code, constructor } = thrown as Error & { code?: unknown };
	const isTooLarge = code === 'ERR_STRING_TOO_LONG' || constructor.name === 'FileTooLargeError';
	// Of a link that was asked for again in the middle of the file.
	if (thrown instanceof UserError && !isTooLarge) return thrown;
	const title = "n8n couldn't store the file";
	if (code === 'ENOSPC' || code === 'EDQUOT') {
		const description = 'The disk where n8n stores files is full. None of this file was kept.';
		return new UserError(title, { description });
	}
	if (isTooLarge) {
		const description = `The file is too large for the way n8n stores files. ${FILESYSTEM}`;
		return new UserError(title, { description });
	}
	const reason = typeof code === 'string' ? code : constructor.name;
	return new UserError(title, {
		description: `None of this file was kept (${reason}). Check the n8n server's storage for binary data.`,
	});
}
