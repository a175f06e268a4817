import type { IExecuteFunctions, NodeExecutionHint } from 'n8n-workflow';

/** Shows a sentence above the node's output. Older versions of n8n show none. */
export function showHint(
	context: IExecuteFunctions,
	message: string,
	type: NodeExecutionHint['type'] = 'info',
): void {
	if (!('addExecutionHints' in context)) return;
	context.addExecutionHints({ message, type, location: 'outputPane' });
}
