import type { IDataObject } from 'n8n-workflow';

/** A result with warnings beside it, in one text with those that it has; as it is, without any. */
export function withWarning(output: IDataObject, ...warnings: string[]): IDataObject {
	const all = [output.warning, ...warnings].filter((one) => typeof one === 'string' && one !== '');
	return all.length > 0 ? { ...output, warning: all.join(' ') } : output;
}
