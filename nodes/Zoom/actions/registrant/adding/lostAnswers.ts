import type { IDataObject } from 'n8n-workflow';
import type { EventKind } from '../../../api/eventKinds';
import type { Zoom } from '../../../transport/client';
import { failureOf, MAY_PASS } from '../../../transport/errors';
import type { Failure } from '../../../transport/errors';
import { findStanding, isRegistered, readRegistrantList } from '../../common/registrantList';
import type { RegistrantList } from '../../common/registrantList';
import { withWarnings } from '../../common/warnings';
import type { Registration } from '../registrantInput';
import { asAdded } from './asAdded';

/** Before each look at the lists: Zoom may go on with a request whose connection broke. */
const PAUSES_MS = [1_000, 4_000, 8_000];
/** How long a look waits for more lost items to share it. */
const JOIN_MS = 1_000;

/**
 * Looks up what became of a person whose registration got no answer, or none that shows it.
 *
 * @param failure says that it is unknown
 * @returns the registrant, where there is one by now
 * @throws NodeApiError for the failure itself, which stays unknown: Zoom may register the person
 *   later. Its details have what was seen, and when
 */
export async function settleLost(
	zoom: Zoom,
	kind: EventKind,
	eventId: string,
	{ registrant: { email }, occurrences }: Registration,
	failure: Failure,
): Promise<IDataObject> {
	const seen: string[] = [];
	let { title } = failure;
	for (const pause of PAUSES_MS) {
		await zoom.pause(pause);
		try {
			const found = await findStanding(zoom, kind, eventId, email, occurrences, readShared);
			const at = now();
			if (found && isRegistered(found)) {
				const warning = `Zoom's response to the registration was lost. The person is registered, as a look-up at ${at} showed.`;
				return withWarnings(asAdded(eventId, found), warning);
			}
			const standing = found ? 'denied or canceled' : 'not registered';
			seen.push(`${at}: ${standing}`);
			title = `Zoom's response to the registration of ${email} was lost. At ${at}, the person was ${standing}`;
		} catch (error) {
			seen.push(`${now()}: ${(error as Error).message}`);
			const refusal = failureOf(error);
			if (!refusal || !MAY_PASS.includes(refusal.kind)) break;
		}
	}
	const hint = `Zoom may still register the person. Look again before you send the item again: ${kind.label} Registrant → Get Many with 'Status' set to 'All'.`;
	const details = { ...failure.details, hint, lookUp: seen.join('; ') };
	throw zoom.errorFor({ ...failure, title, details });
}

/** ISO 8601 in UTC, to the second. */
const now = () => `${new Date(Date.now()).toISOString().slice(0, 19)}Z`;

/** Reads a list again, for all who ask within a second. */
async function readShared(
	zoom: Zoom,
	kind: EventKind,
	eventId: string,
	occurrence: IDataObject,
): Promise<RegistrantList> {
	const open = await zoom.once(
		'look-ups of lost answers that can be joined',
		async () => new Map<string, Promise<RegistrantList>>(),
	);
	const key = JSON.stringify([kind.name, eventId, occurrence]);
	const shared =
		open.get(key) ??
		zoom.pause(JOIN_MS).then(async () => {
			open.delete(key);
			return await readRegistrantList(zoom, kind, eventId, occurrence);
		});
	open.set(key, shared);
	return await shared;
}
