import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';
import { parseRegistrant } from '../../mapping/references';
import type { RegistrantReference } from '../../mapping/references';
import type { Zoom } from '../../transport/client';

/** Which registrant of the meeting. */
export const registrantField: INodeProperties = {
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
			typeOptions: { searchListMethod: 'searchRegistrants', searchable: true },
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
};

export const REGISTRANT_STATUSES = ['approved', 'pending', 'denied'] as const;

/** What the user gave: an email address or an ID. */
export function readRegistrant(context: IExecuteFunctions, itemIndex: number): RegistrantReference {
	return parseRegistrant(
		context.getNodeParameter('registrant', itemIndex, '', { extractValue: true }),
	);
}

/**
 * Zoom's ID of a registrant; for an email address the meeting's lists are looked through.
 *
 * @throws UserError where nobody with this address registered
 */
export async function findRegistrantId(
	zoom: Zoom,
	meetingId: string,
	reference: RegistrantReference,
	query: IDataObject,
	itemIndex: number,
): Promise<string> {
	if ('id' in reference) return reference.id;
	const wanted = reference.email.toLowerCase();
	for (const status of REGISTRANT_STATUSES) {
		const path = ['meetings', meetingId, 'registrants'];
		const call = { method: 'GET' as const, path, query: { ...query, status }, itemIndex };
		for await (const row of zoom.list(call, 'registrants')) {
			if (String(row.email).toLowerCase() === wanted) return String(row.id);
		}
	}
	throw new UserError(`Nobody with the address ${reference.email} has registered`, {
		description: 'Registrant → Get Many with the status "Any" shows who has.',
	});
}
