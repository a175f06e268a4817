import { z } from 'zod';
import type { WorkflowNode } from '../../demo/n8n';
import { SEED } from '../../sandbox';
import {
	chain,
	listFromWebhook,
	newSandbox,
	serveJson,
	sharedN8n,
	zoomCredential,
	zoomNode,
	type Posted,
} from './harness';

/*
 * n8n's own AI Agent with our node as its tools. The model is a stand-in that speaks as OpenAI's does:
 * https://platform.openai.com/docs/api-reference/chat/create
 */

const KEY = 'sk-stand-in';
const EMAIL = 'ada@example.com';
const REQUEST = `Please register Ada (${EMAIL}) for the meeting ${SEED.meeting}.`;

/** What the agent asks the model; each tool tells in words what it does, and its arguments' types. */
const question = z.object({
	stream: z.literal(false).optional(),
	messages: z.array(z.object({ role: z.string(), content: z.unknown() })),
	tools: z.array(
		z.object({
			type: z.literal('function'),
			function: z.object({
				name: z.string(),
				description: z.string().regex(/^[A-Z][a-z]+( [a-z]+)* in Zoom/),
				parameters: z.object({ properties: z.record(z.object({ type: z.literal('string') })) }),
			}),
		}),
	),
});
type Question = z.infer<typeof question>;

const refused = (status: number, message: string) => ({ status, body: { error: { message } } });

function said(message: object) {
	const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };
	const choices = [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', ...message } }];
	const body = {
		id: 'chatcmpl-1',
		object: 'chat.completion',
		created: 1,
		model: 'm',
		choices,
		usage,
	};
	return { status: 200, body };
}

/** Calls a tool with exactly the arguments that it asks for. */
function call({ tools }: Question, name: string, args: Record<string, string>) {
	const tool = tools.find((one) => one.function.name === name);
	const asked = Object.keys(tool?.function.parameters.properties ?? {});
	if (!tool || asked.sort().join() !== Object.keys(args).sort().join()) {
		return refused(400, `${name} is offered as ${JSON.stringify(tool)}`);
	}
	const called = { name, arguments: JSON.stringify(args) };
	const tool_calls = [{ id: `call_${name}`, type: 'function', function: called }];
	return said({ content: null, tool_calls });
}

/** Looks the meeting up, registers the person, and says what the tools answered. */
function answerOf({ path, headers, body }: Posted) {
	if (path !== '/v1/chat/completions') return refused(404, `There is no ${path}`);
	if (headers.authorization !== `Bearer ${KEY}`) return refused(401, 'Incorrect API key');
	const { data, error } = question.safeParse(body);
	if (!data) return refused(400, error.message);
	const asked = JSON.stringify(data.messages.find(({ role }) => role === 'user')?.content ?? '');
	const meeting = /\d{11}/.exec(asked)?.[0] ?? '';
	const email = /[a-z]+@[a-z.]+/.exec(asked)?.[0] ?? '';
	const results = data.messages.filter(({ role }) => role === 'tool').map(({ content }) => content);
	if (results.length === 0) return call(data, 'Get_meeting', { Meeting: meeting });
	if (results.length === 1) {
		return call(data, 'Add_registrant', { Meeting: meeting, Email: email, First_Name: 'Ada' });
	}
	return said({ content: JSON.stringify(results) });
}

const fromModel = (name: string) => `={{ $fromAI('${name}', '', 'string') }}`;

function tool(name: string, parameters: Record<string, unknown>): WorkflowNode {
	const meetingId = { __rl: true, mode: 'id', value: fromModel('Meeting') };
	const node = zoomNode(name, { ...parameters, meetingId }, 'Zoom of the agent');
	return { ...node, type: 'n8n-nodes-zoom.zoomTool' };
}

function agentWorkflow(path: string) {
	const langchain = (name: string, type: string, typeVersion: number, parameters: object) => ({
		id: name,
		name,
		type: `@n8n/n8n-nodes-langchain.${type}`,
		typeVersion,
		parameters,
		position: [0, 0],
	});
	const agent = langchain('AI Agent', 'agent', 2, {
		promptType: 'define',
		text: '={{ $json.body.text }}',
	});
	const model = {
		// Later versions ask another endpoint of OpenAI's.
		...langchain('Model', 'lmChatOpenAi', 1.2, {
			model: { __rl: true, mode: 'id', value: 'gpt-4.1-mini' },
		}),
		credentials: { openAiApi: { name: 'Model of the agent' } },
	};
	const get = tool('Get meeting', {
		resource: 'meeting',
		operation: 'get',
		output: 'fields',
		fields: 'id, topic',
	});
	const add = tool('Add registrant', {
		resource: 'meetingRegistrant',
		operation: 'add',
		email: fromModel('Email'),
		firstName: fromModel('First_Name'),
	});
	const main = chain(path, [...listFromWebhook(path).slice(0, 1), agent]);
	const into = (type: string) => ({ [type]: [[{ node: agent.name, type, index: 0 }]] });
	return {
		...main,
		nodes: [...main.nodes, model, get, add],
		connections: {
			...main.connections,
			[model.name]: into('ai_languageModel'),
			[get.name]: into('ai_tool'),
			[add.name]: into('ai_tool'),
		},
	};
}

it("n8n's AI Agent registers somebody, and sees of a meeting only the selected fields", async () => {
	const client = sharedN8n();
	const sandbox = await newSandbox();
	const url = `${await serveJson(answerOf)}/v1`;
	const credentials = {
		'Zoom of the agent': await client.createCredential(
			zoomCredential('Zoom of the agent', sandbox),
		),
		'Model of the agent': await client.createCredential({
			name: 'Model of the agent',
			type: 'openAiApi',
			data: { apiKey: KEY, url },
		}),
	};
	const workflowId = await client.importWorkflow(agentWorkflow('agent'), credentials);
	await client.publishWorkflow(workflowId);
	const response = await client.callWebhook('agent', { text: REQUEST });
	const text = await response.text();
	expect([response.status, text]).toEqual([200, expect.stringContaining('registrant_id')]);
	expect(sandbox.registrants(SEED.meeting)).toMatchObject([{ email: EMAIL, first_name: 'Ada' }]);
	// What the tools answered, each in JSON once more: the link is the person's own.
	const plain = text.replaceAll('\\', '');
	expect(plain).toContain(sandbox.registrants(SEED.meeting)[0]?.join_url);
	expect(plain).toContain(`{"id":${SEED.meeting},"topic":"Product webinar"}`);
});
