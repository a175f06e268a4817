import { NodeConnectionTypes } from 'n8n-workflow';
import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { properties } from './actions';
import { withFixedParameters } from './actions/fixedParameters';
import { router } from './actions/router';
import { credentialTest, listSearch, loadOptions, resourceMapping } from './methods';
import { panelHints } from './panelHints';

export class Zoom implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Zoom Server-to-Server',
		name: 'zoom',
		icon: { light: 'file:../../icons/zoom.svg', dark: 'file:../../icons/zoom.dark.svg' },
		group: [],
		version: 1,
		// "getRegistrationForm: meeting" reads "Get Registration Form: Meeting".
		subtitle:
			'={{ ($parameter["operation"].replace("getAll", "getMany") + ": " + $parameter["resource"]).replace(/([A-Z])/g, " $1").replace(/(^|: )[a-z]/g, (start) => start.toUpperCase()) }}',
		description:
			'Register people for Zoom meetings and webinars, manage both, or start on Zoom events',
		defaults: { name: 'Zoom' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'zoomServerToServerOAuth2Api', required: true, testedBy: 'zoomAppTest' }],
		hints: panelHints,
		builderHint: {
			searchHint:
				"Zoom with a Server-to-Server OAuth app: registers people for meetings and webinars and manages both. To register people from a form, sheet, or webhook, leave registrantFrom at previousNode: it recognizes columns such as Email and First Name. For lists of more than about ten people, use Add Many. Registration must be on for the meeting or webinar. The approval, the join link, and the person's ID come back as status, join_url and registrant_id.",
			relatedNodes: [
				{
					nodeType: 'n8n-nodes-zoom.zoomTrigger',
					relationHint: 'Starts a workflow when somebody registers, or a meeting ends',
				},
				{ nodeType: 'n8n-nodes-base.formTrigger', relationHint: 'A sign-up form before Add' },
				{
					nodeType: 'n8n-nodes-base.extractFromFile',
					relationHint: 'Reads a sheet of people before Add Many',
				},
			],
		},
		properties,
	};

	methods = { credentialTest, listSearch, loadOptions, resourceMapping };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await router.call(withFixedParameters(this));
	}
}
