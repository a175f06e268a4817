import type { Workflow } from '../../demo/n8n';
import type { Arena } from '../types';
import { chain, items, node, to, webhook, workflow } from './nodes';

/** The token request that users build. */
function tokenRequest({ url, app }: Arena, once: boolean) {
	const { accountId, clientId, clientSecret } = app;
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
	{ url, meetingId }: Arena,
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
export function handMadeA(path: string, arena: Arena): Workflow {
	const person = "$('Items').item.json";
	const add = registration(arena, '$json.access_token', person);
	return chain(path, [webhook(path), items(), tokenRequest(arena, false), add]);
}

/** B: a token once for each execution, then all rows at once. */
export function handMadeB(path: string, arena: Arena): Workflow {
	const rows = code(
		'Items',
		"return $('Webhook').first().json.body.rows.map((json) => ({ json }));",
	);
	const token = "$('Zoom token').first().json.access_token";
	const add = registration(arena, token, '$json');
	return chain(path, [webhook(path), tokenRequest(arena, true), rows, add]);
}

/** C: the token is kept in static data; 10 rows a second, three tries, an error output. */
export function handMadeC(path: string, arena: Arena): Workflow {
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
		tokenRequest(arena, true),
		code(
			'Keep token',
			"const s = $getWorkflowStaticData('global');\ns.token = $json.access_token;\ns.until = Date.now() + ($json.expires_in - 60) * 1000;\nreturn [{ json: {} }];",
		),
		code(
			'Items',
			"const { token } = $getWorkflowStaticData('global');\nreturn $('Webhook').first().json.body.rows.map((row) => ({ json: { ...row, token } }));",
		),
		registration(
			arena,
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
