import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import type { EventKind } from '../../api/eventKinds';
import { parseRegistrant } from '../../mapping/references';
import type { RegistrantReference } from '../../mapping/references';

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
		{
			displayName: 'By Email',
			name: 'email',
			type: 'string',
			placeholder: 'e.g. nathan@example.com',
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 9tboDiHUQAeOnbmudzWa5g',
		},
	],
});

/** What the user gave: an email address or an ID. */
export function readRegistrant(context: IExecuteFunctions, itemIndex: number): RegistrantReference {
	return parseRegistrant(
		context.getNodeParameter('registrant', itemIndex, '', { extractValue: true }),
	);
}
