import { NodeConnectionTypes, NodeOperationError } from 'n8n-workflow';
import type {
	IDataObject,
	IHookFunctions,
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { toBoolean, toInteger, toObject } from '../Zoom/mapping/values';
import { credentialTest } from '../Zoom/methods';
import { forget, isNew, release, remember, store } from './duplicates';
import { parseEvent, simplify } from './event';
import { DEFAULT_WINDOW_MINUTES, MAX_WINDOW_MINUTES, properties } from './fields';
import { match, readFilters } from './filters';
import { keysOf } from './identity';
import { answerInTurn, noteEvent } from './lateAnswers';
import { tellRefusal } from './refusals';
import { readSecrets, verifyWithCredential } from './secrets';
import { answerChallenge, flawOfTime, readHeaders } from './verify';
import type { Refused, SignedHeaders } from './verify';

const CREDENTIAL = 'zoomServerToServerOAuth2Api';
const MINUTE_MS = 60_000;

/**
 * Starts workflows by Zoom's events.
 * https://developers.zoom.us/docs/api/webhooks/
 */
export class ZoomTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Zoom Trigger',
		name: 'zoomTrigger',
		icon: { light: 'file:../../icons/zoom.svg', dark: 'file:../../icons/zoom.dark.svg' },
		group: ['trigger'],
		// For each request to a node of version 1, n8n evaluates an expression in its sandbox.
		version: [1, 1.1],
		defaultVersion: 1.1,
		subtitle:
			'={{ $parameter["events"].join(", ").replace(/[._]/g, " ").replace(/(^|[ ])[a-z]/g, (start) => start.toUpperCase()) }}',
		// n8n lists the two nodes as one, with this sentence.
		description:
			'Register people for Zoom meetings and webinars, manage both, or start on Zoom events',
		defaults: { name: 'Zoom Trigger' },
		builderHint: {
			searchHint:
				"Starts on Zoom's events, such as registrations, meetings that end, and recordings that are ready. The user subscribes to them manually in the Zoom app, with this node's production URL: no node can do that. The Secret Token of the credential comes from that app: never invent one.",
		},
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: CREDENTIAL, required: true, testedBy: 'zoomAppTest' }],
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				responseMode: 'onReceived',
				// Without it n8n would not look for the answer of `startOnce`.
				responseData: '',
				path: 'zoom',
			},
		],
		properties,
	};

	methods = { credentialTest };

	// The subscription is made by hand: Zoom's API for it does not take Server-to-Server apps.
	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return false;
			},
			async create(this: IHookFunctions): Promise<boolean> {
				if (readSecrets(await this.getCredentials(CREDENTIAL)).length === 0) {
					throw new NodeOperationError(
						this.getNode(),
						// All that n8n shows of it while it publishes.
						"The Zoom credential has no Secret Token. Copy it from your app's Feature page into the credential, then publish again",
						{
							description:
								'Without it, anyone could start this workflow. The Secret Token is on the Feature page of your app, in the Zoom App Marketplace.',
						},
					);
				}
				readParameters(this);
				// What another version of the workflow remembers, and what an editor has saved over.
				store(triggerOf(this), this.getWorkflowStaticData('node'));
				return true;
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				// The editor's test ends with it too, while the workflow may be published: n8n gives it a
				// workflow that isn't active.
				if (!this.getWorkflow().active) return true;
				const trigger = triggerOf(this);
				store(trigger, this.getWorkflowStaticData('node'));
				forget(trigger);
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		const request: { rawBody?: unknown } = this.getRequestObject();
		const rawBody = Buffer.isBuffer(request.rawBody) ? request.rawBody : Buffer.alloc(0);
		const headers = this.getHeaderData() as IDataObject;
		const verdict = await verifyRequest(this, rawBody, headers);
		if ('reason' in verdict) return refuse(this, 401, verdict.reason);
		const { filters, windowMs, simple } = readParameters(this);
		const tooOld = flawOfTime(verdict, windowMs, Date.now());
		if (tooOld !== undefined) return refuse(this, 401, tooOld);
		noteEvent();
		const event = parseEvent(rawBody);
		if (!event) return refuse(this, 400, "it's signed but isn't a JSON event");
		if (event.event === 'endpoint.url_validation') {
			const tokens = answerChallenge(event.payload.plainToken, verdict.secret);
			if (!tokens) return refuse(this, 400, "its plain token doesn't have Zoom's form");
			this.getResponseObject().status(200).json(tokens).end();
			return { noWebhookResponse: true };
		}
		const { starts, unclear } = match(event, filters);
		if (unclear !== undefined) {
			logOf(this)(
				`skipped ${event.event}: it has nothing that the filter '${unclear}' could check`,
			);
		}
		if (!starts) return answer(this, 204);
		const json = simple ? simplify(event) : { ...event };
		// By hand the same event may be sent again and again.
		if (this.getMode() === 'manual') return { workflowData: [[{ json }]] };
		return startOnce(this, keysOf(event, headers['x-zm-request-id']), json);
	}
}

/**
 * Checks who sent a request. Anybody can send one, so what costs much comes last, and what the
 * workflow's owner may have got wrong, the parameters, only after this.
 */
async function verifyRequest(
	context: IWebhookFunctions,
	rawBody: Buffer,
	headers: IDataObject,
): Promise<Refused | (SignedHeaders & { secret: string })> {
	const signed = readHeaders(headers);
	if ('reason' in signed) return signed;
	const tooOld = flawOfTime(signed, MAX_WINDOW_MINUTES * MINUTE_MS, Date.now());
	if (tooOld !== undefined) return { reason: tooOld };
	const verdict = await verifyWithCredential(
		{ rawBody, ...signed },
		context.getNode().credentials?.[CREDENTIAL]?.id ?? undefined,
		async () => await context.getCredentials(CREDENTIAL),
	);
	return 'reason' in verdict ? verdict : { ...signed, ...verdict };
}

/** Tells a trigger from all others of an n8n. */
const triggerOf = (context: IHookFunctions | IWebhookFunctions) =>
	`${context.getWorkflow().id} ${context.getNode().id}`;

/** Starts the workflow unless the event has come before. One that n8n can't start may come again. */
function startOnce(
	context: IWebhookFunctions,
	keys: readonly string[],
	json: IDataObject,
): IWebhookResponseData {
	const trigger = triggerOf(context);
	const stored = context.getWorkflowStaticData('node');
	if (!isNew(trigger, keys, stored)) return answer(context, 204);
	const response = context.getResponseObject();
	response.once('close', () => {
		if (response.writableEnded && response.statusCode < 500) remember(trigger, keys, stored);
		else release(trigger, keys);
	});
	return {
		workflowData: [[{ json }]],
		/**
		 * n8n looks for an answer of the node's own once it has started the workflow, right before it
		 * saves the static data. While it starts one, n8n 2 forgets that they were changed before.
		 */
		get webhookResponse() {
			remember(trigger, keys, stored);
			return undefined;
		},
	};
}

function readParameters(context: IHookFunctions | IWebhookFunctions) {
	const read = (name: string): unknown => context.getNodeParameter(name, null);
	const collection = (name: string, label: string) => toObject(read(name) ?? {}, label);
	try {
		const chosen = collection('filters', 'Filters');
		const windowMinutes = collection('options', 'Options').windowMinutes ?? DEFAULT_WINDOW_MINUTES;
		const minutes = toInteger(windowMinutes, 'Maximum Event Age (Minutes)', 1, MAX_WINDOW_MINUTES);
		const filters = readFilters({
			events: read('events'),
			otherEvents: read('otherEvents'),
			meetings: chosen.meetings,
			hosts: chosen.hosts,
			onlyApproved: chosen.onlyApproved,
		});
		const simple = toBoolean(read('simplify') ?? true, 'Simplify');
		return { filters, windowMs: minutes * MINUTE_MS, simple };
	} catch (error) {
		throw new NodeOperationError(context.getNode(), error as Error);
	}
}

/** Answers what starts nothing. */
function answer(context: IWebhookFunctions, status: 204 | 400 | 401): IWebhookResponseData {
	context.getResponseObject().status(status).end();
	return { noWebhookResponse: true };
}

/** Answers what the node can't take, later if there are many; n8n's log tells why at once. */
function refuse(context: IWebhookFunctions, status: 400 | 401, reason: string) {
	tellRefusal(triggerOf(context), logOf(context), reason);
	// n8n frees what it holds for the request meanwhile.
	answerInTurn(() => answer(context, status));
	return { noWebhookResponse: true };
}

/** Writes lines of the trigger to n8n's log; it keeps nothing of the request. */
function logOf(context: IWebhookFunctions) {
	const { logger } = context;
	const { name } = context.getNode();
	const { id: workflowId } = context.getWorkflow();
	return (text: string) => logger.warn(`${name} ${text}`, { workflowId });
}
