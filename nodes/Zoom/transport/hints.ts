import type { IExecuteFunctions, ILoadOptionsFunctions, NodeExecutionHint } from 'n8n-workflow';

/** Shows a sentence above the node's output. Older versions of n8n show none, and the panel's
 * lists have no output. */
export function showHint(
	context: IExecuteFunctions | ILoadOptionsFunctions,
	message: string,
	type: NodeExecutionHint['type'] = 'info',
): void {
	if (!('addExecutionHints' in context)) return;
	context.addExecutionHints({ message, type, location: 'outputPane' });
}
