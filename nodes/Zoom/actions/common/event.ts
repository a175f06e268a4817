import { UserError } from 'n8n-workflow';
import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { eventEndpoints } from '../../api/endpoints';
import type { Endpoint } from '../../api/endpoints';
import type { EventKind } from '../../api/eventKinds';
import { parseEvent } from '../../mapping/references';
import type { EventReference } from '../../mapping/references';
import type { Zoom } from '../../transport/client';
import { findByRegistrationLink } from './registrationLink';

/** The parameter that names the event. */
export const eventParameter = ({ name }: EventKind) => `${name}Id`;

/** Which meeting or webinar. */
export const eventLocator = (kind: EventKind): INodeProperties => ({
	displayName: kind.label,
	name: eventParameter(kind),
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: `The Zoom ${kind.name} to use`,
	builderHint: {
		propertyHint: `Mode id takes the 9 to 11 digits of the ${kind.name}'s ID, mode url any of its links. Never invent an ID: leave it empty for the user to choose from the list.`,
	},
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: `search${kind.label}s`, searchable: true },
			hint: `Shows the account owner's ${kind.name}s. Type a host's name or email to see theirs.`,
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 857 4606 5432',
		},
		{
			displayName: 'By URL',
			name: 'url',
			type: 'string',
			placeholder: `e.g. ${kind.exampleLink}`,
			hint: 'A join, registration, or start link',
		},
	],
});

/**
 * What the user gave: an ID, or the code of a registration link.
 *
 * @param takesUuid whether Zoom takes the UUID of an instance here
 * @throws UserError where the value names no event
 */
export function readEvent(
	context: IExecuteFunctions,
	kind: EventKind,
	itemIndex: number,
	{ takesUuid = false } = {},
): EventReference {
	const value = context.getNodeParameter(eventParameter(kind), itemIndex, '', {
		extractValue: true,
	});
	const reference = parseEvent(value, kind);
	if (takesUuid || reference.type !== 'id' || /^\d+$/.test(reference.id)) return reference;
	throw new UserError(`'${kind.label}' is the UUID of a single past instance: "${reference.id}"`, {
		description: `Enter the ${kind.name} ID instead, which has 9 to 11 digits.`,
	});
}

/** What {@link findEvent} may ask Zoom for. */
export function findEventEndpoints(kind: EventKind): Endpoint[] {
	const { list, get } = eventEndpoints(kind);
	return [list, get];
}

/**
 * The event's ID.
 *
 * @throws UserError where no event has the registration link; NodeApiError where those that could
 *   not be read may have it
 */
export async function findEvent(
	zoom: Zoom,
	kind: EventKind,
	reference: EventReference,
): Promise<string> {
	if (reference.type === 'id') return reference.id;
	const { code } = reference;
	return await zoom.once(
		`${kind.name} with the registration link ${code}`,
		async (once) => await findByRegistrationLink(once, kind, code),
	);
}
