import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import type { EventKind } from '../../api/eventKinds';
import { parseRegistrant } from '../../mapping/references';
import type { RegistrantReference } from '../../mapping/references';

/**
 * Which person, by email or ID.
 *
 * @param searchListMethod lists people to choose from
 * @param idHint where IDs are found
 */
export const personLocator = (
	property: Pick<INodeProperties, 'displayName' | 'name' | 'description'>,
	{ searchListMethod, idHint }: { searchListMethod?: string; idHint?: string },
): INodeProperties => ({
	...property,
	type: 'resourceLocator',
	default: { mode: searchListMethod ? 'list' : 'email', value: '' },
	required: true,
	modes: [
		...(searchListMethod
			? [
					{
						displayName: 'From List',
						name: 'list',
						type: 'list' as const,
						typeOptions: { searchListMethod, searchable: true },
					},
				]
			: []),
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
			...(idHint && { hint: idHint }),
		},
	],
});

/** Which registrant of the event. */
export const registrantLocator = (kind: EventKind): INodeProperties =>
	personLocator(
		{ displayName: 'Registrant', name: 'registrant', description: 'The person who registered' },
		{ searchListMethod: `search${kind.label}Registrants` },
	);

/** What the user gave: an email address or an ID. */
export function readRegistrant(context: IExecuteFunctions, itemIndex: number): RegistrantReference {
	return parseRegistrant(
		context.getNodeParameter('registrant', itemIndex, '', { extractValue: true }),
	);
}
