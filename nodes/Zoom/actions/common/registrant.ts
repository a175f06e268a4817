import type { IExecuteFunctions, INodeProperties, INodePropertyMode } from 'n8n-workflow';
import type { EventKind } from '../../api/eventKinds';
import { parseRegistrant } from '../../mapping/references';
import type { RegistrantReference } from '../../mapping/references';

/** The ways to give a person without a list, for all locators of people. */
export const byEmail: INodePropertyMode = {
	displayName: 'By Email',
	name: 'email',
	type: 'string',
	placeholder: 'e.g. nathan@example.com',
};

export const byId: INodePropertyMode = {
	displayName: 'By ID',
	name: 'id',
	type: 'string',
	placeholder: 'e.g. 9tboDiHUQAeOnbmudzWa5g',
};

/** Which registrant of the event. */
export const registrantLocator = (kind: EventKind): INodeProperties => ({
	displayName: 'Registrant',
	name: 'registrant',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'The person who registered',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: `search${kind.label}Registrants`, searchable: true },
		},
		byEmail,
		byId,
	],
});

/** What the user gave: an email address or an ID. */
export function readRegistrant(context: IExecuteFunctions, itemIndex: number): RegistrantReference {
	return parseRegistrant(
		context.getNodeParameter('registrant', itemIndex, '', { extractValue: true }),
	);
}
