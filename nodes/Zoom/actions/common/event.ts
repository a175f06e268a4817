import { UserError } from 'n8n-workflow';
import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { eventEndpoints } from '../../api/endpoints';
import type { Endpoint } from '../../api/endpoints';
import type { EventKind } from '../../api/eventKinds';
import { parseEvent } from '../../mapping/references';
import type { EventReference } from '../../mapping/references';
import type { Zoom } from '../../transport/client';
import { MAY_PASS } from '../../transport/errors';
import type { Failure } from '../../transport/errors';

/** The parameter that names the event. */
export const eventParameter = ({ name }: EventKind) => `${name}Id`;

/** Which meeting or webinar. */
export const eventLocator = (kind: EventKind): INodeProperties => ({
	displayName: kind.label,
	name: eventParameter(kind),
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: `The Zoom ${kind.name}`,
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: `search${kind.label}s`, searchable: true },
			hint: `Shows the account owner's ${kind.name}s; type a host's email address to see theirs`,
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
			placeholder: 'e.g. https://zoom.us/j/85746065432',
			hint: 'A join link, a registration link or a start link',
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
	throw new UserError(
		`"${kind.label}" is the UUID of one time that it took place: "${reference.id}"`,
		{
			description: `Give the ${kind.name}'s ID: 9 to 11 digits.`,
		},
	);
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

/** How many of the owner's events are asked for their registration link. */
const LOOKED_THROUGH = 300;
/** How often the search goes on after trouble that need not be the event's own. */
const MAX_TROUBLES = 2;

/** A registration link does not hold the event's number, so the owner's events are asked. */
async function findByRegistrationLink(zoom: Zoom, kind: EventKind, code: string) {
	const { list, get } = eventEndpoints(kind);
	const unread: Failure[] = [];
	let looked = 0;
	let isWhole = true;
	for await (const { id } of zoom.list(list, { userId: 'me' })) {
		if (looked === LOOKED_THROUGH) {
			isWhole = false;
			break;
		}
		looked++;
		const eventId = String(id);
		const attempt = await zoom.attempt(get, { eventId });
		if (attempt.ok) {
			if (codeOf(attempt.body.registration_url) === code) return eventId;
		} else {
			if (endsSearch(attempt.failure, unread)) throw zoom.errorFor(attempt.failure);
			unread.push(attempt.failure);
		}
	}
	throw notFoundError(zoom, kind, unread, isWhole);
}

/** The code of a registration link; of one that was cut short it is another one. */
function codeOf(link: unknown): string | undefined {
	if (typeof link !== 'string' || !URL.canParse(link)) return undefined;
	return new URL(link).pathname.split('/').filter(Boolean).at(-1);
}

/** An event that can't be read is passed over; what each of them would meet ends the search. */
function endsSearch({ concerns, kind }: Failure, unread: readonly Failure[]): boolean {
	if (concerns !== 'account') return false;
	const troubles = unread.filter((failure) => failure.concerns === 'account').length;
	return !MAY_PASS.includes(kind) || troubles >= MAX_TROUBLES;
}

function notFoundError(
	zoom: Zoom,
	{ name }: EventKind,
	unread: readonly Failure[],
	isWhole: boolean,
): Error {
	const title = isWhole
		? `No ${name} of the account owner has this registration link`
		: `None of the account owner's first ${LOOKED_THROUGH} ${name}s has this registration link`;
	const hint = `Choose the ${name} from the list, or give its ID or join link: these work for every host.`;
	// One that may be read later in the run makes the search worth another try.
	const failure = unread.find(({ kind }) => MAY_PASS.includes(kind)) ?? unread[0];
	if (!failure) return new UserError(title, { description: hint });
	return zoom.errorFor({
		...failure,
		title: `${title}, but ${unread.length} of them could not be read`,
		details: { ...failure.details, hint: `Reading one of them: "${failure.title}". ${hint}` },
	});
}
