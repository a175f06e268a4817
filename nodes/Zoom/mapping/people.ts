import type { IDataObject } from 'n8n-workflow';
import type { Stay } from './stays';
import { alike } from './text';

/** What stays were put together by. */
export type MatchedBy = 'registrantId' | 'email' | 'userId' | 'name';

/** Somebody who registered or came, with all stays. */
export interface Attendee {
	/** As Zoom lists registrants, with their status; undefined for who did not register. */
	registrant?: IDataObject;
	stays: Stay[];
	/** What it took to put the stays together: the weakest of all. */
	matchedBy?: MatchedBy;
	/** Whether a stay is of one of several registrants with the same name, and nobody tells which. */
	hasNamesakes?: boolean;
}

const STRENGTH: readonly MatchedBy[] = ['registrantId', 'email', 'userId', 'name'];

const nameOf = ({ first_name: first, last_name: last }: IDataObject) =>
	[first, last].filter((part) => typeof part === 'string').join(' ');

/** The name of somebody, as registered or else as shown at the event. */
export const displayName = ({ registrant, stays }: Attendee): string =>
	(registrant && nameOf(registrant).trim()) || (stays.find(({ name }) => name !== '')?.name ?? '');

/** Who registered, by what Zoom may tell of a stay. */
interface Registered {
	all: Attendee[];
	byId: Map<string, Attendee>;
	byEmail: Map<string, Attendee>;
	/** Of those who were not denied. */
	byName: Map<string, Attendee[]>;
}

/** Of people with one email address the first counts: lists begin with those who were approved. */
function index(registrants: readonly IDataObject[]): Registered {
	const found: Registered = { all: [], byId: new Map(), byEmail: new Map(), byName: new Map() };
	for (const registrant of registrants) {
		const email = String(registrant.email ?? '').toLowerCase();
		const known = found.byEmail.get(email);
		const attendee = known ?? { registrant, stays: [] };
		found.byId.set(String(registrant.id), attendee);
		if (known) continue;
		found.all.push(attendee);
		if (email !== '') found.byEmail.set(email, attendee);
		if (registrant.status === 'denied') continue;
		const name = alike(nameOf(registrant));
		const namesakes = found.byName.get(name);
		if (namesakes) namesakes.push(attendee);
		else found.byName.set(name, [attendee]);
	}
	return found;
}

/**
 * Puts stays together by person: who registered by registrant ID, then email address whatever its
 * case, then name, for stays without an address, where only one registrant has it. The others are put
 * together by the same, and by the ID of a user of the account.
 *
 * @param registrants as Zoom lists them, each with their status
 * @returns everybody who registered, then the others
 */
export function putTogether(
	stays: readonly Stay[],
	registrants: readonly IDataObject[],
): Attendee[] {
	const registered = index(registrants);
	const others = new Map<string, Attendee>();
	for (const stay of stays) {
		const named = namedLike(stay, registered);
		const [attendee, matchedBy] =
			findRegistered(stay, registered, named) ?? findOther(stay, others);
		attendee.stays.push(stay);
		if (named.length > 1) for (const one of [attendee, ...named]) one.hasNamesakes = true;
		const isWeaker =
			STRENGTH.indexOf(matchedBy) > STRENGTH.indexOf(attendee.matchedBy ?? matchedBy);
		if (isWeaker || !attendee.matchedBy) attendee.matchedBy = matchedBy;
	}
	return [...registered.all, ...others.values()];
}

type Match = [Attendee, MatchedBy];

/** Who has the name that is all that a stay tells of its person. */
const namedLike = ({ registrantId, email, name }: Stay, { byName }: Registered): Attendee[] =>
	registrantId === '' && email === '' && name !== '' ? (byName.get(alike(name)) ?? []) : [];

function findRegistered(
	{ registrantId, email }: Stay,
	{ byId, byEmail }: Registered,
	[named, ...namesakes]: readonly Attendee[],
): Match | undefined {
	const withId = registrantId === '' ? undefined : byId.get(registrantId);
	if (withId) return [withId, 'registrantId'];
	const withEmail = email === '' ? undefined : byEmail.get(email);
	if (withEmail) return [withEmail, 'email'];
	return named && namesakes.length === 0 ? [named, 'name'] : undefined;
}

function findOther(
	{ registrantId, email, userId, name, participantId }: Stay,
	others: Map<string, Attendee>,
): Match {
	const traits: Record<MatchedBy, string> = {
		registrantId,
		email,
		userId,
		// Who has no name either is alone.
		name: alike(name) || `\n${participantId}`,
	};
	const matchedBy = STRENGTH.find((one) => traits[one] !== '') ?? 'name';
	const key = JSON.stringify([matchedBy, traits[matchedBy]]);
	const attendee = others.get(key) ?? { stays: [] };
	others.set(key, attendee);
	return [attendee, matchedBy];
}
