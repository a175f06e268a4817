import { NodeConnectionTypes, NodeOperationError } from 'n8n-workflow';
import type {
	IDataObject,
	IHookFunctions,
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { toInteger } from '../Zoom/mapping/values';
import { credentialTest } from '../Zoom/methods';
import { isDuplicate } from './duplicates';
import { parseEvent, simplify } from './event';
import { DEFAULT_WINDOW_MINUTES, MAX_WINDOW_MINUTES, properties } from './fields';
import { readSecrets, verifyWithCredential } from './secrets';
import { answerChallenge } from './verify';
import { matches, readFilters } from './filters';

const CREDENTIAL = 'zoomServerToServerOAuth2Api';

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
		version: 1,
		subtitle: '={{ $parameter["events"].join(", ") }}',
		description: "Starts the workflow on Zoom's events, such as a new registration",
		defaults: { name: 'Zoom Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: CREDENTIAL, required: true, testedBy: 'zoomAppTest' }],
		webhooks: [{ name: 'default', httpMethod: 'POST', responseMode: 'onReceived', path: 'zoom' }],
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
						'The Zoom credential has no Webhook Secret Token',
						{
							description:
								"Without it anybody could start this workflow. Copy the Secret Token from the Feature page of your app into the credential's Webhook Secret Token.",
						},
					);
				}
				readParameters(this);
				return true;
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		const request: { rawBody?: unknown } = this.getRequestObject();
		const rawBody = Buffer.isBuffer(request.rawBody) ? request.rawBody : Buffer.alloc(0);
		const headers = this.getHeaderData() as IDataObject;
		const { filters, windowMs } = readParameters(this);

		const verdict = await verifyWithCredential(
			{
				rawBody,
				timestamp: headers['x-zm-request-timestamp'],
				signature: headers['x-zm-signature'],
			},
			this.getNode().credentials?.[CREDENTIAL]?.id ?? undefined,
			async () => await this.getCredentials(CREDENTIAL),
			windowMs,
			Date.now(),
		);
		if ('reason' in verdict) return refuse(this, 401, verdict.reason);
		const event = parseEvent(rawBody);
		if (!event) return refuse(this, 400, 'it is signed, but no event in JSON');
		if (event.event === 'endpoint.url_validation') {
			const answer = answerChallenge(event.payload.plainToken, verdict.secret);
			if (!answer) return refuse(this, 400, 'its plain token is none that Zoom would send');
			this.getResponseObject().status(200).json(answer).end();
			return { noWebhookResponse: true };
		}
		const trigger = `${this.getWorkflow().id} ${this.getNode().id}`;
		const start =
			matches(event, filters) &&
			// By hand the same event may be sent again and again.
			(this.getMode() === 'manual' ||
				!isDuplicate(trigger, event, this.getWorkflowStaticData('node')));
		if (!start) {
			this.getResponseObject().status(204).end();
			return { noWebhookResponse: true };
		}
		const json = this.getNodeParameter('simplify', true)
			? simplify(event)
			: ({ ...event } as unknown as IDataObject);
		return { workflowData: [[{ json }]] };
	}
}

function readParameters(context: IHookFunctions | IWebhookFunctions) {
	const chosen = context.getNodeParameter('filters', {}) as IDataObject;
	const options = context.getNodeParameter('options', {}) as IDataObject;
	try {
		const { windowMinutes = DEFAULT_WINDOW_MINUTES } = options;
		const minutes = toInteger(windowMinutes, 'Accept for (Minutes)', 1, MAX_WINDOW_MINUTES);
		const filters = readFilters({
			events: context.getNodeParameter('events', []),
			otherEvents: context.getNodeParameter('otherEvents', ''),
			meetings: chosen.meetings,
			hosts: chosen.hosts,
			onlyApproved: chosen.onlyApproved,
		});
		return { filters, windowMs: minutes * 60_000 };
	} catch (error) {
		throw new NodeOperationError(context.getNode(), error as Error);
	}
}

/** Answers what starts nothing; n8n's log tells why. */
function refuse(context: IWebhookFunctions, status: 400 | 401, reason: string) {
	context.logger.warn(`${context.getNode().name} refused a request: ${reason}`, {
		workflowId: context.getWorkflow().id,
	});
	context.getResponseObject().status(status).end();
	return { noWebhookResponse: true };
}
