import { ExecutionLifecycleHooks, WorkflowExecute } from 'n8n-core';
import { createRunExecutionData, NodeConnectionTypes, Workflow } from 'n8n-workflow';
import type {
	ExecutionError,
	ICredentialsHelper,
	IDataObject,
	INode,
	INodeExecutionData,
	INodeParameters,
	INodeType,
	INodeTypes,
	IWorkflowBase,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';

const URL_BASE = 'http://127.0.0.1:5678/';

/** A node that hands out the test's items. n8n calls execute with a `this` of its own. */
function itemsNode(rows: IDataObject[]): INodeType {
	return {
		description: {
			displayName: 'Items',
			name: 'items',
			group: [],
			version: 1,
			description: 'Hands out items',
			defaults: { name: 'Items' },
			inputs: [],
			outputs: [NodeConnectionTypes.Main],
			properties: [],
		},
		execute: async () => [rows.map((json) => ({ json }))],
	};
}

export interface NodeRun {
	/** Items of the first output. */
	items: INodeExecutionData[];
	/** Items of the second output, with onError continueErrorOutput. */
	errors: INodeExecutionData[];
	/** What stopped the node. */
	error?: ExecutionError;
	/** Messages shown beside the output in the editor. */
	hints: string[];
}

/**
 * Runs a node in n8n-core's own engine, with real HTTP; its name is Zoom.
 *
 * @param parameters the node's parameters, expressions included
 * @param credentialsHelper n8n's side of the credentials that the settings name
 * @param rows the json of the input items
 * @param settings of the node, such as onError
 */
export async function runInEngine(
	type: INodeType,
	parameters: INodeParameters,
	credentialsHelper: ICredentialsHelper,
	rows: IDataObject[],
	settings: Partial<INode>,
	onStart?: (stop: () => void) => void,
): Promise<NodeRun> {
	const types: Record<string, INodeType> = { items: itemsNode(rows), node: type };
	const nodeTypes: INodeTypes = {
		getByName: (name) => types[name] as INodeType,
		getByNameAndVersion: (name) => types[name] as INodeType,
		getKnownTypes: () => ({}),
	};
	const nodes: INode[] = [
		{ id: '1', name: 'Items', type: 'items', typeVersion: 1, position: [0, 0], parameters: {} },
		{
			id: '2',
			name: 'Zoom',
			type: 'node',
			typeVersion: 1,
			position: [200, 0],
			parameters,
			...settings,
		},
	];
	const connections = {
		Items: { main: [[{ node: 'Zoom', type: NodeConnectionTypes.Main, index: 0 }]] },
	};
	const workflow = new Workflow({
		id: 'test',
		nodes,
		connections,
		active: false,
		nodeTypes,
		settings: { executionOrder: 'v1', timezone: 'America/New_York' },
	});
	const base = { id: 'test', name: 'test', nodes, connections, active: false };
	const additionalData = {
		credentialsHelper,
		hooks: new ExecutionLifecycleHooks('manual', '1', base as unknown as IWorkflowBase),
		executionId: '1',
		currentNodeExecutionIndex: 0,
		restApiUrl: URL_BASE,
		instanceBaseUrl: URL_BASE,
		formBaseUrl: URL_BASE,
		formWaitingBaseUrl: URL_BASE,
		webhookBaseUrl: URL_BASE,
		webhookWaitingBaseUrl: URL_BASE,
		variables: {},
	} as unknown as IWorkflowExecuteAdditionalData;
	const execute = new WorkflowExecute(additionalData, 'manual', createRunExecutionData());
	const running = execute.run({ workflow, startNode: nodes[0] });
	onStart?.(() => running.cancel());
	const run = await running;
	const { runData, error } = run.data.resultData;
	const task = runData.Zoom?.[0];
	return {
		items: task?.data?.main?.[0] ?? [],
		errors: task?.data?.main?.[1] ?? [],
		hints: (task?.hints ?? []).map(({ message }) => message),
		...(error && { error }),
	};
}
