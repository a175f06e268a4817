import type { Workflow, WorkflowNode } from '../../demo/n8n';

let count = 0;

export function node(
	name: string,
	type: string,
	typeVersion: number,
	parameters: Record<string, unknown>,
	more: Record<string, unknown> = {},
): WorkflowNode {
	count++;
	return {
		id: `node-${count}`,
		name,
		type: type.includes('.') ? type : `n8n-nodes-base.${type}`,
		typeVersion,
		parameters,
		position: [200 * count, 0],
		...more,
	};
}

export const to = (name: string) => ({ node: name, type: 'main', index: 0 });

export function workflow(
	name: string,
	nodes: WorkflowNode[],
	connections: Record<string, unknown>,
): Workflow {
	return { name, nodes, connections, settings: { executionOrder: 'v1' } };
}

/** Each node leads to the next one. */
export function chain(name: string, nodes: WorkflowNode[]): Workflow {
	const pairs = nodes.slice(1).map((next, i) => [nodes[i]?.name, { main: [[to(next.name)]] }]);
	return workflow(name, nodes, Object.fromEntries(pairs) as Record<string, unknown>);
}

/** A webhook that answers when the workflow has ended: with nothing, or the last node's first item. */
export function webhook(path: string, responseData: 'noData' | 'firstEntryJson' = 'noData') {
	const parameters = { httpMethod: 'POST', path, responseMode: 'lastNode', responseData };
	return node('Webhook', 'webhook', 2, { ...parameters, options: {} }, { webhookId: path });
}

export const items = () =>
	node('Items', 'splitOut', 1, { fieldToSplitOut: 'body.rows', options: {} });

export const noOperation = () => node('No Operation', 'noOp', 1, {});

/** Counts what a list brought, without making the workflow answer with all of it. */
const counting = (field: string) =>
	node('Count', 'summarize', 1, {
		fieldsToSummarize: { values: [{ aggregation: 'count', field }] },
		options: {},
	});

/**
 * "Webhook → posted rows → one node".
 *
 * @param counted the field that tells how many items the node gave: `count_<field>` is the answer
 */
export function around(path: string, step: WorkflowNode, counted?: string): Workflow {
	return counted
		? chain(path, [webhook(path, 'firstEntryJson'), items(), step, counting(counted)])
		: chain(path, [webhook(path), items(), step]);
}
