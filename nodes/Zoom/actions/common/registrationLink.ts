import { UserError } from 'n8n-workflow';
import { eventEndpoints } from '../../api/endpoints';
import type { EventKind } from '../../api/eventKinds';
import type { Zoom } from '../../transport/client';
import { MAY_PASS } from '../../transport/errors';
import type { Failure } from '../../transport/errors';
import { sideBySide } from './sideBySide';

/** How many of the owner's events are asked for their registration link. */
const LOOKED_THROUGH = 300;
/** How many of them at a time: a search that has found its link has asked so many too many at most. */
const EVENTS_AT_A_TIME = 10;
/** How often the search goes on after trouble that need not be the event's own. */
const MAX_TROUBLES = 2;

/** What the searches of a run have read, whatever link they were for. */
interface LinksRead {
	/** Event IDs by the code of their link. */
	found: Map<string, string>;
	/** Events that have not been read, or may be read later. */
	left: Set<string>;
	/** Those of them that are being read, with what will come of it. */
	underWay: Map<string, Promise<Failure | undefined>>;
	/** Why Zoom refused to show an event, for all that it did. */
	refused: Failure[];
	/** Why no further event can be read. */
	end?: Failure;
	/** Whether the owner has no more events than those. */
	isWhole: boolean;
}

/**
 * The ID of the event with a registration link. The link does not hold the event's number, so the
 * owner's events are asked, each once in a run: a search goes on where those before it ended.
 *
 * @throws UserError where no event has the link; NodeApiError where those that could not be read
 *   may have it
 */
export async function findByRegistrationLink(
	zoom: Zoom,
	kind: EventKind,
	code: string,
): Promise<string> {
	const links = await zoom.once(
		`registration links of ${kind.name}s`,
		async (once) => await startReading(once, kind),
	);
	const troubles: Failure[] = [];
	let { end } = links;
	const read = async (eventId: string) => {
		const failure = await readOnce(zoom, kind, eventId, links);
		if (!failure) return;
		if (endsSearch(failure, troubles)) end ??= failure;
		else troubles.push(failure);
	};
	const isEnough = () => end !== undefined || links.found.has(code);
	await sideBySide([...links.left], EVENTS_AT_A_TIME, read, isEnough);
	const eventId = links.found.get(code);
	if (eventId !== undefined) return eventId;
	if (!end) throw notFoundError(zoom, kind, [...troubles, ...links.refused], links.isWhole);
	if (!MAY_PASS.includes(end.kind)) links.end = end;
	throw zoom.errorFor(end);
}

/** Lists the owner's events, as many as are looked through. */
async function startReading(zoom: Zoom, kind: EventKind): Promise<LinksRead> {
	const left = new Set<string>();
	for await (const { id } of zoom.list(eventEndpoints(kind).list, { userId: 'me' })) {
		left.add(String(id));
		if (left.size === LOOKED_THROUGH) break;
	}
	const isWhole = left.size < LOOKED_THROUGH;
	return { found: new Map(), left, underWay: new Map(), refused: [], isWhole };
}

/** As {@link readLink}, once for all searches that want it at the same time. */
async function readOnce(zoom: Zoom, kind: EventKind, eventId: string, links: LinksRead) {
	const { underWay } = links;
	const reading =
		underWay.get(eventId) ??
		readLink(zoom, kind, eventId, links).finally(() => underWay.delete(eventId));
	underWay.set(eventId, reading);
	return await reading;
}

/**
 * Reads an event's link.
 *
 * @returns what may keep others from being read, too, or may be otherwise later
 */
async function readLink(
	zoom: Zoom,
	kind: EventKind,
	eventId: string,
	{ found, left, refused }: LinksRead,
): Promise<Failure | undefined> {
	const attempt = await zoom.attempt(eventEndpoints(kind).get, { eventId });
	if (attempt.ok) {
		const code = codeOf(attempt.body.registration_url);
		if (code !== undefined) found.set(code, eventId);
	} else {
		const { failure } = attempt;
		if (failure.concerns === 'account' || MAY_PASS.includes(failure.kind)) return failure;
		refused.push(failure);
	}
	left.delete(eventId);
	return undefined;
}

/** The code of a registration link; of one that was cut short it is another one. */
function codeOf(link: unknown): string | undefined {
	if (typeof link !== 'string' || !URL.canParse(link)) return undefined;
	return new URL(link).pathname.split('/').filter(Boolean).at(-1);
}

/** An event that can't be read is passed over; what each of them would meet ends the search. */
function endsSearch({ concerns, kind }: Failure, earlier: readonly Failure[]): boolean {
	if (concerns !== 'account') return false;
	const troubles = earlier.filter((failure) => failure.concerns === 'account').length;
	return !MAY_PASS.includes(kind) || troubles >= MAX_TROUBLES;
}

function notFoundError(
	zoom: Zoom,
	{ name }: EventKind,
	unread: readonly Failure[],
	isWhole: boolean,
): Error {
	const title = isWhole
		? `None of the account owner's ${name}s has this registration link`
		: `None of the account owner's first ${LOOKED_THROUGH} ${name}s has this registration link`;
	const hint = `Choose the ${name} from the list, or enter its ID or join link, which work for every host.`;
	// One that may be read later in the run makes the search worth another try.
	const failure = unread.find(({ kind }) => MAY_PASS.includes(kind)) ?? unread[0];
	if (!failure) return new UserError(title, { description: hint });
	return zoom.errorFor({
		...failure,
		title: `${title}, but ${unread.length} of them couldn't be read`,
		details: { ...failure.details, hint: `Reading one of them: "${failure.title}". ${hint}` },
	});
}
