import type { IDataObject } from 'n8n-workflow';

/**
 * A row's output with what its user should know although Zoom did the work: one text under
 * `warning`, several of them joined by a space.
 *
 * @param warnings whole sentences; undefined where there is nothing to say
 */
export function withWarnings(
	output: IDataObject,
	...warnings: Array<string | undefined>
): IDataObject {
	const texts = [output.warning, ...warnings].filter(Boolean);
	return texts.length > 0 ? { ...output, warning: texts.join(' ') } : output;
}
