import type { Workflow, WorkflowNode } from '../demo/n8n';
import type { Sandbox } from '../sandbox';

const CREDENTIAL = 'zoomServerToServerOAuth2Api';
let count = 0;

function node(
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

const to = (name: string) => ({ node: name, type: 'main', index: 0 });

function workflow(
	name: string,
	nodes: WorkflowNode[],
	connections: Record<string, unknown>,
): Workflow {
	return { name, nodes, connections, settings: { executionOrder: 'v1' } };
}

/** Each node leads to the next one. */
function chain(name: string, nodes: WorkflowNode[]): Workflow {
	const pairs = nodes.slice(1).map((next, i) => [nodes[i]?.name, { main: [[to(next.name)]] }]);
	return workflow(name, nodes, Object.fromEntries(pairs) as Record<string, unknown>);
}

/** A webhook that answers when the workflow has ended: with nothing, or the last node's first item. */
function webhook(path: string, responseData: 'noData' | 'firstEntryJson' = 'noData') {
	const parameters = { httpMethod: 'POST', path, responseMode: 'lastNode', responseData };
	return node('Webhook', 'webhook', 2, { ...parameters, options: {} }, { webhookId: path });
}

/** Counts what a list brought, without making the workflow answer with all of it. */
const counting = (field: string) =>
	node('Count', 'summarize', 1, {
		fieldsToSummarize: { values: [{ aggregation: 'count', field }] },
		options: {},
	});

const items = () => node('Items', 'splitOut', 1, { fieldToSplitOut: 'body.rows', options: {} });

/**
 * Our node.
 *
 * @param counted the field that tells how many items it gave: `count_<field>` is the answer
 */
export function ours(
	path: string,
	parameters: Record<string, unknown>,
	counted?: string,
): Workflow {
	const zoom = node('Zoom', 'n8n-nodes-zoom.zoom', 1, parameters, {
		credentials: { [CREDENTIAL]: { name: path } },
		onError: 'continueErrorOutput',
	});
	return counted
		? chain(path, [webhook(path, 'firstEntryJson'), items(), zoom, counting(counted)])
		: chain(path, [webhook(path), items(), zoom]);
}

/** n8n's built-in Zoom node, with a pasted token: it has no Server-to-Server OAuth. */
export function builtIn(
	path: string,
	parameters: Record<string, unknown>,
	counted?: string,
): Workflow {
	const zoom = node(
		'Zoom',
		'zoom',
		1,
		{ authentication: 'accessToken', ...parameters },
		{ credentials: { zoomApi: { name: path } } },
	);
	return counted
		? chain(path, [webhook(path, 'firstEntryJson'), items(), zoom, counting(counted)])
		: chain(path, [webhook(path), items(), zoom]);
}

/** The token request that users build. */
function tokenRequest({ url, accountId, clientId, clientSecret }: Sandbox, once: boolean) {
	const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
	return node(
		'Zoom token',
		'httpRequest',
		4.2,
		{
			method: 'POST',
			url: `${url}/oauth/token`,
			sendHeaders: true,
			headerParameters: { parameters: [{ name: 'Authorization', value: `Basic ${basic}` }] },
			sendBody: true,
			contentType: 'form-urlencoded',
			bodyParameters: {
				parameters: [
					{ name: 'grant_type', value: 'account_credentials' },
					{ name: 'account_id', value: accountId },
				],
			},
			options: {},
		},
		once ? { executeOnce: true } : {},
	);
}

/** The registration that users build. `token` and `person` are expressions. */
function registration(
	{ url }: Sandbox,
	meetingId: string | number,
	token: string,
	person: string,
	options: Record<string, unknown> = {},
	more: Record<string, unknown> = {},
) {
	return node(
		'Add registrant',
		'httpRequest',
		4.2,
		{
			method: 'POST',
			url: `${url}/v2/meetings/${meetingId}/registrants`,
			sendHeaders: true,
			headerParameters: {
				parameters: [{ name: 'Authorization', value: `=Bearer {{ ${token} }}` }],
			},
			sendBody: true,
			specifyBody: 'json',
			jsonBody: `={{ JSON.stringify({ email: ${person}.email, first_name: 'Ada' }) }}`,
			options,
		},
		more,
	);
}

const code = (name: string, jsCode: string) => node(name, 'code', 2, { jsCode });

/** A: a token for each row. */
export function handMadeA(path: string, sandbox: Sandbox, meetingId: string | number): Workflow {
	const person = "$('Items').item.json";
	const add = registration(sandbox, meetingId, '$json.access_token', person);
	return chain(path, [webhook(path), items(), tokenRequest(sandbox, false), add]);
}

/** B: a token once for each execution, then all rows at once, or `batch` rows every so many ms. */
export function handMadeB(
	path: string,
	sandbox: Sandbox,
	meetingId: string | number,
	batch?: { batchSize: number; batchInterval: number },
): Workflow {
	const rows = code(
		'Items',
		"return $('Webhook').first().json.body.rows.map((json) => ({ json }));",
	);
	const token = "$('Zoom token').first().json.access_token";
	const options = batch ? { batching: { batch } } : {};
	const add = registration(sandbox, meetingId, token, '$json', options);
	return chain(path, [webhook(path), tokenRequest(sandbox, true), rows, add]);
}

/** C: the token is kept in static data; 10 rows a second, three tries, an error output. */
export function handMadeC(path: string, sandbox: Sandbox, meetingId: string | number): Workflow {
	const fresh = {
		id: 'fresh',
		leftValue: '={{ $json.fresh }}',
		rightValue: '',
		operator: { type: 'boolean', operation: 'true', singleValue: true },
	};
	const options = { caseSensitive: true, leftValue: '', typeValidation: 'strict', version: 2 };
	const nodes = [
		webhook(path),
		code(
			'Look up token',
			"const s = $getWorkflowStaticData('global');\nreturn [{ json: { fresh: Boolean(s.token) && s.until > Date.now() } }];",
		),
		node('Fresh?', 'if', 2.2, {
			conditions: { options, conditions: [fresh], combinator: 'and' },
			options: {},
		}),
		tokenRequest(sandbox, true),
		code(
			'Keep token',
			"const s = $getWorkflowStaticData('global');\ns.token = $json.access_token;\ns.until = Date.now() + ($json.expires_in - 60) * 1000;\nreturn [{ json: {} }];",
		),
		code(
			'Items',
			"const { token } = $getWorkflowStaticData('global');\nreturn $('Webhook').first().json.body.rows.map((row) => ({ json: { ...row, token } }));",
		),
		registration(
			sandbox,
			meetingId,
			'$json.token',
			'$json',
			{ batching: { batch: { batchSize: 10, batchInterval: 1000 } } },
			{ retryOnFail: true, maxTries: 3, waitBetweenTries: 2000, onError: 'continueErrorOutput' },
		),
	];
	return workflow(path, nodes, {
		Webhook: { main: [[to('Look up token')]] },
		'Look up token': { main: [[to('Fresh?')]] },
		'Fresh?': { main: [[to('Items')], [to('Zoom token')]] },
		'Zoom token': { main: [[to('Keep token')]] },
		'Keep token': { main: [[to('Items')]] },
		Items: { main: [[to('Add registrant')]] },
	});
}
