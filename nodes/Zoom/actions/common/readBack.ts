import type { IDataObject } from 'n8n-workflow';

/**
 * Reads what Zoom has after a change that it has made. Where that fails the change stands: the row
 * is done, and says that it could not be read.
 *
 * @param done what was done, as the start of a sentence
 */
export async function readBack(
	read: () => Promise<IDataObject>,
	done: string,
): Promise<{ body: IDataObject; warning?: string }> {
	try {
		return { body: await read() };
	} catch (error) {
		const why = (error as Error).message;
		return { body: {}, warning: `${done}, but couldn't be read afterward: ${why}.` };
	}
}
