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

export class Zoom implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Zoom Server-to-Server',
		name: 'zoom',
		icon: { light: 'file:../../icons/zoom.svg', dark: 'file:../../icons/zoom.dark.svg' },
		group: ['output'],
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
		properties,
	};

	methods = { credentialTest, listSearch, loadOptions, resourceMapping };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await router.call(withFixedParameters(this));
	}
}
