import type { IExecuteFunctions, NodeError } from 'n8n-workflow';
import { showHint } from '../transport/hints';

/** When the node stops, its output is lost; whoever reads the error must know what Zoom has done. */
export function tellWhatWasDone(error: NodeError, done: number, total: number) {
	if (total < 2) return;
	error.description = [
		error.description,
		`The run stopped at this item, with ${done} of ${total} items done. To get a result for each item, set 'On Error' in the node's settings to 'Continue (using error output)'.`,
	]
		.filter(Boolean)
		.join(' ');
}

/** A run ends green although items failed: on the first page of a list nobody may see them. */
export function tellFailed(context: IExecuteFunctions, failed: number, total: number) {
	if (failed === 0) return;
	const place =
		context.getNode().onError === 'continueErrorOutput' ? 'the Error output' : "their 'error'";
	showHint(context, `${failed} of ${total} items failed: see ${place}`, 'warning');
}

/** n8n saves a cancelled run before it has the node's output: only n8n's log can tell of it. */
export function logWhatWasDone(
	context: IExecuteFunctions,
	total: number,
	done: readonly number[],
	failed: ReadonlySet<number>,
) {
	const count = (items: readonly number[]) =>
		items.length > 0 ? `${items.length} (${toRanges(items)})` : '0';
	const isDone = new Set(done);
	let firstLeft = 0;
	while (isDone.has(firstLeft)) firstLeft++;
	const left = firstLeft < total ? ` The first one not done is item ${firstLeft}.` : '';
	context.logger.warn(
		`${context.getNode().name}: the run was canceled. Items: ${total}. Done: ${count(done)}. Failed or interrupted: ${count([...failed])}. Not started: ${total - done.length - failed.size}.${left}`,
	);
}

/** Item numbers as n8n's editor has them, from 0: `0-11, 14`. */
function toRanges(items: readonly number[]): string {
	const ranges: Array<[from: number, to: number]> = [];
	for (const item of items.toSorted((a, b) => a - b)) {
		const last = ranges.at(-1);
		if (last && item === last[1] + 1) last[1] = item;
		else ranges.push([item, item]);
	}
	return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(', ');
}
